"""The screens look as in `docs/screens`; a picture of the difference is kept where they do not.

After a change that was meant: look at the pictures, then `make screens`.
"""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.ui.touch import visible_items
from tests.ui.kiosk_parts import FORMATS, Glass
from tests.visual.gallery import FOLDER, WIDTH_PX, picture_of, shown_in_turn

DIFFERENT = 48  # Of 255, in one colour: more than the edge of a letter differs between machines.
MOST_DIFFERENT = 0.001  # Of all pixels: less than one word.


def difference(glass: Glass, size: str, name: str) -> NDArray[np.uint8] | None:
    """Where the glass and its baseline differ, in white; None where they do not."""
    now = picture_of(glass, size)
    baseline = cv2.imread(str(FOLDER / f"{name}.png"))
    if baseline is None or baseline.shape != now.shape:
        return now
    apart = (cv2.absdiff(now, baseline).max(axis=2) > DIFFERENT).astype(np.uint8) * 255
    for left, top, right, bottom in faces(glass, size):
        apart[top:bottom, left:right] = 0
    return apart if np.count_nonzero(apart) > MOST_DIFFERENT * apart.size else None


def faces(glass: Glass, size: str) -> list[tuple[int, int, int, int]]:
    """Where the camera's picture is: its face is not in the repository."""
    scale = WIDTH_PX[size] / glass.window.width()
    ovals = [i for i in visible_items(glass.window) if i.objectName() == "oval"]
    rects = [i.mapRectToScene(i.boundingRect()) for i in ovals]
    return [
        (
            int(r.left() * scale),
            int(r.top() * scale),
            int(r.right() * scale) + 1,
            int(r.bottom() * scale) + 1,
        )
        for r in rects
    ]


@pytest.mark.parametrize("size", WIDTH_PX)
def test_screens_look_as_in_the_gallery(
    glass_of: Callable[..., Glass], tmp_path: Path, size: str
) -> None:
    glass = glass_of(FORMATS[size])
    changed = []
    for name in shown_in_turn(glass, size):
        apart = difference(glass, size, name)
        if apart is not None:
            cv2.imwrite(str(tmp_path / f"{name}-now.png"), picture_of(glass, size))
            cv2.imwrite(str(tmp_path / f"{name}-difference.png"), apart)
            changed.append(name)
    assert changed == [], f"see the pictures in {tmp_path}"


def test_a_change_would_be_seen(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(FORMATS["portrait"])
    names = shown_in_turn(glass, "portrait")
    name = next(names)
    glass.bridge.setLanguage("ko")
    assert difference(glass, "portrait", name) is not None
