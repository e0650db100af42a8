"""Pictures for the face tests: the demo people where set-up fetched them, and made-up ones."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from simulation.camera.cutouts import CUTOUTS

_DEMO_DIR = Path(os.environ.get("UKETSUKE_DEMO_DIR", Path(__file__).parents[3] / ".demo"))
PHOTOS_DIR = _DEMO_DIR / "photos"

needs_demo_photos = pytest.mark.skipif(
    not all((PHOTOS_DIR / cutout.file_name).is_file() for cutout in CUTOUTS.values()),
    reason=f"the demo pictures are not in {PHOTOS_DIR}; run `make setup`",
)

CARD_SIZE_PX = (240, 320)


def jpeg2000(image: Image.Image, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG2000", **options)
    return out.getvalue()


def card_photo(picture: str) -> bytes:
    """Head and shoulders as a card holds them: grey, 240 × 320, about 4 KB."""
    cutout = CUTOUTS[picture]
    side, width = cutout.face_side, cutout.face_side * 1.9
    height = width * CARD_SIZE_PX[1] / CARD_SIZE_PX[0]
    left = cutout.face_left + side / 2 - width / 2
    top = cutout.face_top + side / 2 - height * 0.47
    with Image.open(PHOTOS_DIR / cutout.file_name) as image:
        box = (round(left), round(top), round(left + width), round(top + height))
        grey = image.convert("L").crop(box).resize(CARD_SIZE_PX, Image.Resampling.LANCZOS)
    return jpeg2000(grey, quality_mode="rates", quality_layers=[18], irreversible=True)
