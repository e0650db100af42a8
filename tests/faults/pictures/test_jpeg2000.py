"""Photos in legal but unusual JPEG 2000 forms, and small ones that would cost much."""

import io
import struct

import numpy as np
import pytest
from PIL import Image

from faceauth.errors import PhotoUnusable
from faceauth.photo import decode_photo
from reader.report import photo_figures

SIDE_PX = (240, 320)


def picture(mode: str = "L") -> Image.Image:
    ramp = np.add.outer(np.arange(SIDE_PX[1]), np.arange(SIDE_PX[0])) // 3 + 20
    return Image.fromarray(ramp.astype(np.uint8)).convert(mode)


def encoded(mode: str = "L", **how: object) -> bytes:
    out = io.BytesIO()
    picture(mode).save(out, "JPEG2000", **{"irreversible": False, **how})
    return out.getvalue()


def with_last_box_open(photo: bytes) -> bytes:
    """The codestream's box says "to the end of the file"."""
    at = photo.index(b"jp2c") - 4
    return photo[:at] + bytes(4) + photo[at + 4 :]


UNUSUAL = {
    "raw": encoded(no_jp2=True),
    "precincts-that-halve": encoded(precinct_size=(64, 64), codeblock_size=(32, 32)),
    "layers": encoded(quality_mode="rates", quality_layers=[80, 40, 1]),
    "one-resolution": encoded(num_resolutions=1),
    "tiles": encoded(tile_size=(128, 128)),
    "open-box": with_last_box_open(encoded()),
    "padded": encoded() + bytes(500),
    "comment": encoded(comment="こんにちは"),
    "colour": encoded("RGB"),
}


@pytest.mark.parametrize("photo", UNUSUAL.values(), ids=UNUSUAL.keys())
def test_what_the_standard_allows_is_read(photo: bytes) -> None:
    grey = decode_photo(photo)[:, :, 0].astype(int)
    assert np.abs(grey - np.asarray(picture()).astype(int)).mean() < 1
    figures = photo_figures(bytearray(photo))
    assert figures is not None
    assert (figures["width"], figures["height"]) == SIDE_PX


def with_layers(photo: bytes, layers: int) -> bytes:
    at = photo.index(b"\xff\x52") + 6
    return photo[:at] + struct.pack(">H", layers) + photo[at + 2 :]


def with_palette(channels: int) -> bytes:
    """One index per pixel that unfolds into many channels."""
    plain = encoded()
    at = plain.index(b"jp2h") - 4
    (length,) = struct.unpack_from(">I", plain, at)
    palette = struct.pack(">HB", 256, channels) + b"\x07" * channels + bytes(256 * channels)
    box = struct.pack(">I4s", 8 + len(palette), b"pclr") + palette
    return (
        plain[:at]
        + struct.pack(">I", length + len(box))
        + plain[at + 4 : at + length]
        + box
        + plain[at + length :]
    )


COSTLY = {
    "layers": with_layers(encoded(), 65_535),
    "layers-of-four-channels": with_layers(encoded("RGBA"), 65_535),
    "palette": with_palette(200),
}


@pytest.mark.parametrize("photo", COSTLY.values(), ids=COSTLY.keys())
def test_what_would_cost_seconds_and_gigabytes_is_refused_unread(photo: bytes) -> None:
    with pytest.raises(PhotoUnusable, match=r"packets|precincts|palette"):
        decode_photo(photo)


def test_a_box_that_ends_beyond_any_memory_is_refused() -> None:
    photo = encoded()
    first = photo[:12]
    endless = struct.pack(">I4sQ", 1, b"free", 2**64 - 1)
    with pytest.raises(PhotoUnusable, match="longer than the file"):
        decode_photo(first + endless + photo[12:])
