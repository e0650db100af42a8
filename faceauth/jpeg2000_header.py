"""What a JPEG 2000 header promises, read without decoding (ISO/IEC 15444-1, Annexes A and I).

Only what decides how much memory a decoder will ask for: size, tiles, channels, and the smallest
precinct, for each of which a decoder keeps tables.
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
_WHOLE_TILE_PRECINCT_PX = 1 << 15


class NotJpeg2000(ValueError):
    """The bytes do not have the structure that the standard asks for."""


@dataclass(frozen=True)
class Jpeg2000Header:
    width_px: int
    height_px: int
    tiles: int
    channel_bits: tuple[int, ...]
    smallest_precinct_px: int


def read_header(data: bytes | bytearray) -> Jpeg2000Header:
    """Read a JP2 file's or a bare codestream's header; raises `NotJpeg2000`."""
    try:
        return _read_codestream(data, _codestream_at(data))
    except (struct.error, IndexError):
        raise NotJpeg2000("the header ends too early") from None


def _codestream_at(data: bytes | bytearray) -> int:
    """Walk the boxes of a JP2 file to its contiguous codestream."""
    if data.startswith(_SOC_SIZ):
        return 0
    if not data.startswith(_JP2_SIGNATURE):
        raise NotJpeg2000("neither a JP2 file nor a codestream")
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
            raise NotJpeg2000("no codestream")
        at += length


def _read_codestream(data: bytes | bytearray, start: int) -> Jpeg2000Header:
    if data[start : start + 4] != _SOC_SIZ:
        raise NotJpeg2000("no codestream")
    at = start + 4
    length, _, x_end, y_end, x0, y0, tile_w, tile_h, tile_x0, tile_y0, channels = _SIZ.unpack_from(
        data, at
    )
    bits = tuple((depth & 0x7F) + 1 for depth in data[at + _SIZ.size : at + length : 3])
    if not channels or len(bits) != channels:
        raise NotJpeg2000("no channels")
    if not tile_w or not tile_h:
        raise NotJpeg2000("no tiles")
    return Jpeg2000Header(
        width_px=max(0, x_end - x0),
        height_px=max(0, y_end - y0),
        tiles=-(-(x_end - tile_x0) // tile_w) * -(-(y_end - tile_y0) // tile_h),
        channel_bits=bits,
        smallest_precinct_px=min(
            _precincts_px(data, at + length, channels), default=_WHOLE_TILE_PRECINCT_PX
        ),
    )


def _precincts_px(data: bytes | bytearray, at: int, channels: int) -> Iterator[int]:
    """Every precinct side that the main header or a tile-part's header sets."""
    tile_part_ends = 0
    while at + _SEGMENT.size <= len(data):
        marker, length = _SEGMENT.unpack_from(data, at)
        if marker == _EOC:
            return
        if marker == _SOD:  # Picture data up to the end of this tile-part.
            if tile_part_ends <= at:  # A lie that would send this loop backwards.
                raise NotJpeg2000("a broken tile-part")
            at = tile_part_ends
            continue
        if length < 2 or marker < 0xFF00:
            raise NotJpeg2000("a broken segment")
        body = data[at + _SEGMENT.size : at + 2 + length]
        if marker == _SOT:
            (tile_part_bytes,) = struct.unpack_from(">I", body, 2)
            tile_part_ends = at + tile_part_bytes if tile_part_bytes else len(data)
        elif marker == _COD and body[0] & 1:
            yield from _precinct_sides_px(body[10:])
        elif marker == _COC:
            style_at = 1 if channels < 257 else 2
            if body[style_at] & 1:
                yield from _precinct_sides_px(body[style_at + 6 :])
        at += 2 + length


def _precinct_sides_px(sizes: bytes | bytearray) -> Iterator[int]:
    for size in sizes:
        yield 1 << (size & 0x0F)
        yield 1 << (size >> 4)
