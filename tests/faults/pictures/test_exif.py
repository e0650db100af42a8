"""Pictures of a phone, stored turned with the turn beside it."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from faceauth.pictures import load_rgb

ORIENTATION = 0x0112
STORED = {
    1: None,
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("orientation", STORED)
def test_a_turned_picture_is_upright(tmp_path: Path, orientation: int) -> None:
    upright = np.zeros((60, 40, 3), np.uint8)
    upright[:20] = 255
    turn = STORED[orientation]
    stored = Image.fromarray(upright)
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    path = tmp_path / "phone.png"
    (stored if turn is None else stored.transpose(turn)).save(path, exif=exif)
    assert np.array_equal(load_rgb(path), upright)
