"""The card's photo: JPEG 2000 bytes in, RGB pixels out, whatever the bytes are.

The bytes come from a card that anybody may have made, so what the header promises is capped before
a decoder sees it: one that claims 50,000 × 50,000 pixels, or whose three kilobytes would unfold
into hundreds of megabytes of tables, costs nothing.
"""

import io

import numpy as np
from PIL import Image
from PIL.Jpeg2KImagePlugin import Jpeg2KImageFile

from faceauth.errors import PhotoUnusable
from faceauth.images import RgbImage
from faceauth.jpeg2000_header import Jpeg2000Header, read_header
from faceauth.port import PhotoProblem

_BYTES_AT_MOST = 64 * 1024
"""READ BINARY has a 15-bit offset, so a card's file ends by 32 KiB and one last answer."""

_PIXELS_AT_MOST = 640 * 640
"""The real size is not published; a photo of a few kilobytes is some 240 × 320."""

_TILES_AT_MOST = 16
_CHANNELS_AT_MOST = 4
_BITS_AT_MOST = 16

_PRECINCTS_AT_MOST = 4096
"""OpenJPEG keeps some 240 bytes per precinct: 240 MB a megapixel if each is one pixel. Precincts
that halve with each resolution are usual, and few."""

_PACKETS_AT_MOST = 40_000
"""Layers times precincts. OpenJPEG looks for each: 401 bytes could take 34 s and 6.6 GB."""


def decode_photo(data: bytes | bytearray) -> RgbImage:
    """Decode a JP2 file or a bare codestream to a height × width × 3 copy.

    Grey, colour, 16-bit, palette and CMYK become RGB; alpha is dropped.
    Raises `PhotoUnusable(UNREADABLE)` and nothing else.
    """
    if len(data) > _BYTES_AT_MOST:
        raise _unreadable(f"larger than {_BYTES_AT_MOST} bytes")
    try:
        header = read_header(data)
    except ValueError as error:
        raise _unreadable(f"not a JPEG 2000 picture, {error}") from None
    _check(header)
    try:
        # Not `Image.open`: it imports every format's reader, 0.2 s in a fresh session worker.
        with Jpeg2KImageFile(io.BytesIO(data)) as image:
            if image.size != (header.width_px, header.height_px):
                raise _unreadable("its two headers claim different sizes")
            return _rgb(image)
    except PhotoUnusable:
        raise
    except Exception as error:
        # Pillow's reader lets struct, assertion and memory errors through, among others.
        raise _unreadable(f"a damaged JPEG 2000 picture ({type(error).__name__})") from None


def _check(header: Jpeg2000Header) -> None:
    width, height = header.width_px, header.height_px
    if not 0 < width * height <= _PIXELS_AT_MOST:
        raise _unreadable(f"{width} × {height} pixels")
    if header.tiles > _TILES_AT_MOST:
        raise _unreadable(f"{header.tiles} tiles")
    if len(header.channel_bits) > _CHANNELS_AT_MOST or max(header.channel_bits) > _BITS_AT_MOST:
        raise _unreadable("too many channels or bits")
    if header.palette_channels > _CHANNELS_AT_MOST:
        raise _unreadable(f"a palette of {header.palette_channels} channels")
    if not 0 < header.precincts <= _PRECINCTS_AT_MOST:
        raise _unreadable(f"{header.precincts} precincts")
    if not 0 < header.packets <= _PACKETS_AT_MOST:
        raise _unreadable(f"{header.packets} packets")


def _rgb(image: Image.Image) -> RgbImage:
    if image.mode == "I;16":  # The codec stretches 9 to 16 bits to the full 16.
        grey = (np.asarray(image) >> 8).astype(np.uint8)
        return np.repeat(grey[:, :, np.newaxis], 3, axis=2)
    return np.array(image.convert("RGB"))


def _unreadable(detail: str) -> PhotoUnusable:
    return PhotoUnusable(PhotoProblem.UNREADABLE, detail)
