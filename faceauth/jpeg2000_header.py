"""What a JPEG 2000 header promises, read without decoding (ISO/IEC 15444-1, Annexes A and I).

Only what decides how much memory and time a decoder will ask for: size, tiles, channels, the
precincts of all resolutions, for each of which a decoder keeps tables, and the packets, one per
precinct and quality layer, each of which it looks for even where no byte is left.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_SOC_SIZ = b"\xff\x4f\xff\x51"
_JP2_SIGNATURE = b"\x00\x00\x00\x0cjP  \r\n\x87\n"
_BOX = struct.Struct(">I4s")
_SIZ = struct.Struct(">HHIIIIIIIIH")
_SEGMENT = struct.Struct(">HH")
_COD, _COC, _SOT, _SOD, _EOC = 0xFF52, 0xFF53, 0xFF90, 0xFF93, 0xFFD9
_WHOLE_TILE_EXPONENT = 15
_LEVELS_AT_MOST = 32


@dataclass(frozen=True)
class Jpeg2000Header:
    width_px: int
    height_px: int
    tiles: int
    channel_bits: tuple[int, ...]
    precincts: int
    """Of all resolutions, channels and tiles together."""
    layers: int
    palette_channels: int
    """Into how many a palette unfolds each pixel; 0 without one."""

    @property
    def packets(self) -> int:
        return self.precincts * self.layers


@dataclass(frozen=True)
class _CodingStyle:
    """What a COD or COC segment says; `layers` is 1 for the latter, which sets none."""

    layers: int
    levels: int
    precincts: bytes
    """Per resolution, the smallest first: exponents of height and width; empty: whole tiles."""


def read_header(data: bytes | bytearray) -> Jpeg2000Header:
    """Read a JP2 file's or a bare codestream's header.

    Raises `ValueError` where the bytes have not the structure that the standard asks for.
    """
    try:
        start = _codestream_at(data)
        return _read_codestream(data, start, _palette_channels(data[:start]))
    except (struct.error, IndexError):
        raise ValueError("the header ends too early") from None


def _codestream_at(data: bytes | bytearray) -> int:
    """Walk the boxes of a JP2 file to its contiguous codestream."""
    if data.startswith(_SOC_SIZ):
        return 0
    if not data.startswith(_JP2_SIGNATURE):
        raise ValueError("neither a JP2 file nor a codestream")
    at = 0
    while True:
        length, kind = _BOX.unpack_from(data, at)
        header = _BOX.size
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, at + header)
            header += 8
        if kind == b"jp2c":
            return at + header
        if length < header:  # 0 means "to the end of the file": no codestream can follow.
            raise ValueError("no codestream")
        if length > len(data) - at:
            raise ValueError("a box is longer than the file")
        at += length


def _palette_channels(boxes: bytes | bytearray) -> int:
    """The most that any palette box asks for: NE (2 bytes), NPC (1 byte) follow its name."""
    found, at = 0, boxes.find(b"pclr")
    while at >= 0:
        found = max(found, *boxes[at + 6 : at + 7], 0)
        at = boxes.find(b"pclr", at + 1)
    return found


def _read_codestream(data: bytes | bytearray, start: int, palette_channels: int) -> Jpeg2000Header:
    if data[start : start + 4] != _SOC_SIZ:
        raise ValueError("no codestream")
    at = start + 4
    length, _, x_end, y_end, x0, y0, tile_w, tile_h, tile_x0, tile_y0, channels = _SIZ.unpack_from(
        data, at
    )
    bits = tuple((depth & 0x7F) + 1 for depth in data[at + _SIZ.size : at + length : 3])
    if not channels or len(bits) != channels:
        raise ValueError("no channels")
    if not tile_w or not tile_h:
        raise ValueError("no tiles")
    width_px, height_px = max(0, x_end - x0), max(0, y_end - y0)
    tiles = -(-(x_end - tile_x0) // tile_w) * -(-(y_end - tile_y0) // tile_h)
    styles = list(_coding_styles(data, at + length, channels))
    if not styles:
        raise ValueError("no coding style")
    tile_px = min(tile_w, width_px), min(tile_h, height_px)
    return Jpeg2000Header(
        width_px=width_px,
        height_px=height_px,
        tiles=tiles,
        channel_bits=bits,
        precincts=max(_precincts(style, *tile_px) for style in styles) * channels * tiles,
        layers=max(style.layers for style in styles),
        palette_channels=palette_channels,
    )


def _precincts(style: _CodingStyle, width_px: int, height_px: int) -> int:
    """Of one channel in a tile of that size, whatever the style of the others."""
    if style.levels > _LEVELS_AT_MOST:
        raise ValueError("too many resolutions")
    if style.precincts and len(style.precincts) <= style.levels:
        raise ValueError("a broken coding style")
    total = 0
    for resolution in range(style.levels + 1):
        reduced = style.levels - resolution
        both = style.precincts[resolution] if style.precincts else None
        across = _WHOLE_TILE_EXPONENT if both is None else both & 0x0F
        down = _WHOLE_TILE_EXPONENT if both is None else both >> 4
        total += _parts(width_px, reduced + across) * _parts(height_px, reduced + down)
    return total


def _parts(side_px: int, exponent: int) -> int:
    """How many parts of 2^exponent pixels a side has; the last one may be smaller."""
    return -(-side_px >> exponent)


def _coding_styles(data: bytes | bytearray, at: int, channels: int) -> Iterator[_CodingStyle]:
    """Every one that the main header or a tile-part's header sets."""
    tile_part_ends = 0
    while at + _SEGMENT.size <= len(data):
        marker, length = _SEGMENT.unpack_from(data, at)
        if marker == _EOC:
            return
        if marker == _SOD:  # Picture data up to the end of this tile-part.
            if tile_part_ends <= at:  # A lie that would send this loop backwards.
                raise ValueError("a broken tile-part")
            at = tile_part_ends
            continue
        if length < 2 or marker < 0xFF00:
            raise ValueError("a broken segment")
        body = data[at + _SEGMENT.size : at + 2 + length]
        if marker == _SOT:
            (tile_part_bytes,) = struct.unpack_from(">I", body, 2)
            tile_part_ends = at + tile_part_bytes if tile_part_bytes else len(data)
        elif marker == _COD:
            yield _style_of(body[0], body[5:], layers=int.from_bytes(body[2:4], "big"))
        elif marker == _COC:
            style_at = 1 if channels < 257 else 2
            yield _style_of(body[style_at], body[style_at + 1 :], layers=1)
        at += 2 + length


def _style_of(flags: int, parameters: bytes | bytearray, layers: int) -> _CodingStyle:
    """`parameters`: levels, four of code blocks and transformation, then the precincts."""
    precincts = bytes(parameters[5:]) if flags & 1 else b""
    return _CodingStyle(layers, levels=parameters[0], precincts=precincts)
