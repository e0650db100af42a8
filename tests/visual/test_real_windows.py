"""The screens in a real window, drawn by OpenGL, look as in the gallery, drawn by software."""

import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.visual.gallery import ASTRONAUT, FOLDER, in_gallery_size
from tests.visual.likeness import unlike

LIMIT_S = 180

pytestmark = pytest.mark.skipif(
    not ASTRONAUT.is_file(), reason=f"{ASTRONAUT} is not set up (make setup)"
)


@pytest.mark.parametrize(("display", "size"), [("x11", "portrait"), ("wayland", "landscape")])
def test_screens_look_as_in_the_gallery(display: str, size: str, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "tests.visual.real_gallery", display, size, str(tmp_path)],
        timeout=LIMIT_S,
        check=True,
    )
    names = sorted(path.stem for path in tmp_path.glob("*.png"))
    assert names == sorted(path.stem for path in FOLDER.glob("*.png") if is_of(path.stem, size))
    changed = []
    for name in names:
        now = np.asarray(cv2.imread(str(tmp_path / f"{name}.png")), np.uint8)
        baseline = np.asarray(cv2.imread(str(FOLDER / f"{name}.png")), np.uint8)
        where = unlike(in_gallery_size(now, size), baseline)
        if where is not None:
            cv2.imwrite(str(tmp_path / f"{name}-difference.png"), where)
            changed.append(name)
    assert changed == [], f"see the pictures in {tmp_path}"


def is_of(name: str, size: str) -> bool:
    """Whether the gallery shows it in this size."""
    return f"-{size}-" in name or (size == "portrait" and name.startswith("preferences-"))
