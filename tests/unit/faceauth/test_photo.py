"""The card's photo is decoded whatever its form, and nothing else comes of bad bytes."""

import random
import struct
import tracemalloc

import numpy as np
import pytest
from PIL import Image

from faceauth.errors import PhotoUnusable
from faceauth.photo import decode_photo
from faceauth.port import PhotoProblem
from tests.unit.faceauth.pictures import jpeg2000

SIZE_PX = (60, 80)
SIZ = b"\xff\x4f\xff\x51"
COD = b"\xff\x52"


def gradient(mode: str) -> Image.Image:
    ramp = np.tile(np.linspace(0, 255, SIZE_PX[0], dtype=np.uint8), (SIZE_PX[1], 1))
    if mode == "I;16":
        return Image.fromarray(ramp.astype(np.uint16) * 257)
    return Image.fromarray(ramp).convert(mode)


def with_size(photo: bytes, width_px: int, height_px: int) -> bytes:
    """The same codestream claiming another size, of one tile."""
    at = photo.index(SIZ) + 8
    claim = struct.pack(">IIIIII", width_px, height_px, 0, 0, max(1, width_px), height_px)
    return photo[:at] + claim + photo[at + len(claim) :]


def with_precincts_of_one_pixel(codestream: bytes) -> bytes:
    """Add the smallest precinct to the coding style of a picture with one resolution."""
    at = codestream.index(COD)
    (length,) = struct.unpack_from(">H", codestream, at + 2)
    style = bytearray(codestream[at : at + 2 + length])
    style[2:4] = struct.pack(">H", length + 1)
    style[4] |= 1
    return codestream[:at] + bytes(style) + b"\x00" + codestream[at + 2 + length :]


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("bare", [False, True])
def test_every_colour_form_becomes_the_same_rgb(mode: str, bare: bool) -> None:
    rgb = decode_photo(jpeg2000(gradient(mode), no_jp2=bare))
    assert rgb.shape == (SIZE_PX[1], SIZE_PX[0], 3)
    assert rgb.dtype == np.uint8
    assert np.abs(rgb.astype(int) - np.asarray(gradient("RGB")).astype(int)).max() <= 1


def test_cmyk_becomes_rgb() -> None:
    rgb = decode_photo(jpeg2000(Image.new("CMYK", SIZE_PX, (0, 255, 255, 0))))
    assert tuple(rgb[40, 30]) == (255, 0, 0)


def test_a_palette_becomes_rgb() -> None:
    """One channel of indices and a palette box, as ISO/IEC 15444-1 I.5.3.4 writes it."""
    plain = jpeg2000(Image.new("L", SIZE_PX, 1))
    colours = bytes([0, 0, 0, 10, 200, 30])
    palette = struct.pack(">HB", 2, 3) + bytes([7, 7, 7]) + colours
    mapping = b"".join(struct.pack(">HBB", 0, 1, column) for column in range(3))
    boxes = b"".join(
        struct.pack(">I4s", 8 + len(body), kind) + body
        for kind, body in ((b"pclr", palette), (b"cmap", mapping))
    )
    header_at = plain.index(b"jp2h") - 4
    (length,) = struct.unpack_from(">I", plain, header_at)
    end = header_at + length
    header = struct.pack(">I", length + len(boxes)) + plain[header_at + 4 : end]
    header = header.replace(struct.pack(">I", 17), struct.pack(">I", 16))  # Colour, not grey.
    rgb = decode_photo(plain[:header_at] + header + boxes + plain[end:])
    assert tuple(rgb[40, 30]) == (10, 200, 30)


def test_the_pixels_are_a_copy_that_can_be_wiped() -> None:
    rgb = decode_photo(jpeg2000(gradient("L")))
    rgb.fill(0)
    assert not rgb.any()


GREY = jpeg2000(gradient("L"))
BARE = jpeg2000(gradient("L"), no_jp2=True, num_resolutions=1)


@pytest.mark.parametrize(
    ("photo", "says"),
    [
        (b"", "neither"),
        (b"\xff\xd8\xff\xe0 a JPEG", "neither"),
        (GREY[:12], "too early"),
        (GREY[: GREY.index(SIZ)], "no codestream"),
        (GREY[: GREY.index(SIZ) + 20], "too early"),
        (GREY[: GREY.index(COD) + 40], "damaged"),
        (with_size(BARE, 50_000, 50_000), "50000 × 50000"),
        (with_size(BARE, 0, 80), "0 × 80"),
        (with_size(GREY, 50_000, 50_000), "50000 × 50000"),
        (with_size(GREY, 640, 640), "two headers"),
        (with_precincts_of_one_pixel(BARE), "precincts"),
        (BARE[:42] + b"\x27" + BARE[43:], "bits"),
        (BARE[:24] + struct.pack(">II", 2, 2) + BARE[32:], "1200 tiles"),
        (BARE[:24] + struct.pack(">II", 0, 0) + BARE[32:], "no tiles"),
        (BARE[:40] + struct.pack(">H", 0) + BARE[42:], "channels"),
        (BARE + bytes(64 * 1024), "larger than"),
    ],
)
def test_bad_bytes_are_refused_with_their_reason(photo: bytes, says: str) -> None:
    with pytest.raises(PhotoUnusable, match=says) as refusal:
        decode_photo(photo)
    assert refusal.value.problem is PhotoProblem.UNREADABLE


def test_a_header_that_claims_fifty_thousand_pixels_square_costs_nothing() -> None:
    photo = with_size(BARE, 50_000, 50_000)
    tracemalloc.start()
    try:
        with pytest.raises(PhotoUnusable):
            decode_photo(photo)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_a_thousand_damaged_photos_end_in_a_picture_or_a_refusal() -> None:
    seeds = [GREY, BARE, jpeg2000(gradient("RGBA")), jpeg2000(gradient("L"), tile_size=(32, 32))]
    dice = random.Random(20)
    refused = 0
    for _ in range(1000):
        photo = bytearray(dice.choice(seeds))
        for _ in range(dice.randint(1, 4)):
            photo[dice.randrange(len(photo))] = dice.randrange(256)
        try:
            decode_photo(photo)
        except PhotoUnusable:
            refused += 1
    assert refused > 100
