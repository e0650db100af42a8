"""The screens look as in `docs/screens`; a picture of the difference is kept where they do not.

After a change that was meant: look at the pictures, then `make screens`.
"""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from simulation.rehearsal.touch import visible_items
from tests.ui.kiosk_parts import FORMATS, Glass
from tests.visual.gallery import FOLDER, WIDTH_PX, picture_of, shown_in_turn
from tests.visual.likeness import unlike


def difference(glass: Glass, size: str, name: str) -> NDArray[np.uint8] | None:
    """Where the glass and its baseline differ, in white; None where they do not."""
    now, baseline = picture_of(glass, size), cv2.imread(str(FOLDER / f"{name}.png"))
    if baseline is not None:
        for left, top, right, bottom in faces(glass, size):
            now[top:bottom, left:right] = baseline[top:bottom, left:right]
    return unlike(now, None if baseline is None else np.asarray(baseline, np.uint8))


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
    glass.bridge.preferences.setLanguage("ko")
    assert difference(glass, "portrait", name) is not None
