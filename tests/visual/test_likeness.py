"""What must not be taken for antialiasing: a text gone, a wrong colour, a place, no preview."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.ui.kiosk_parts import FORMATS, Glass
from tests.ui.scene import named, texts
from tests.visual.gallery import ASTRONAUT, FOLDER, STORY, picture_of, show_astronaut
from tests.visual.likeness import unlike

needs_astronaut = pytest.mark.skipif(
    not ASTRONAUT.is_file(), reason=f"{ASTRONAUT} is not set up (make setup)"
)


@pytest.fixture
def glass(glass_of: Callable[..., Glass]) -> Glass:
    glass = glass_of(FORMATS["portrait"])
    glass.bridge.preferences.setCalm(True)
    return glass


def show(glass: Glass, name: str) -> NDArray[np.uint8]:
    """Show a screen of the gallery; returns its picture."""
    glass.bridge.show(STORY[name])
    glass.bridge.preferences.setCalm(True)
    return picture_of(glass, "portrait")


@pytest.mark.parametrize("name", ["3-choose-method", "5-pin", "8-question", "10-completed"])
def test_any_missing_text_is_seen(glass: Glass, name: str) -> None:
    whole = show(glass, name)
    for text in texts(glass.window):
        text.item.setOpacity(0)
        assert unlike(picture_of(glass, "portrait"), whole) is not None, text.name
        text.item.setOpacity(1)
    assert unlike(picture_of(glass, "portrait"), whole) is None


def test_another_colour_of_a_title_is_seen(glass: Glass) -> None:
    blue = show(glass, "5-pin")
    named(glass.window, "title").setProperty("color", "#a00000")
    assert unlike(picture_of(glass, "portrait"), blue) is not None


def test_a_ground_a_little_darker_is_seen(glass: Glass) -> None:
    white = show(glass, "5-pin")
    glass.window.rootObject().setProperty("ground", "#f4f4f4")
    assert unlike(picture_of(glass, "portrait"), white) is not None


@pytest.mark.parametrize("axis", ["x", "y"])
def test_a_shifted_control_is_seen(glass: Glass, axis: str) -> None:
    before = show(glass, "5-pin")
    control = named(glass.window, "digit5")
    control.setProperty(axis, control.property(axis) + 8)  # Of 1080 pixels.
    assert unlike(picture_of(glass, "portrait"), before) is not None


@needs_astronaut
def test_an_empty_preview_is_seen(glass: Glass) -> None:
    show_astronaut(glass)
    baseline = np.asarray(cv2.imread(str(FOLDER / "4-face-portrait-ja.png")), np.uint8)
    assert unlike(show(glass, "4-face"), baseline) is None
    named(glass.window, "preview").setOpacity(0)
    assert unlike(picture_of(glass, "portrait"), baseline) is not None


def test_a_line_moved_by_a_part_of_a_pixel_is_antialiasing() -> None:
    assert unlike(line_at(40.0), line_at(40.5)) is None
    assert unlike(line_at(40.0), line_at(43.0)) is not None


def line_at(x_px: float) -> NDArray[np.uint8]:
    """Two pixels wide, black on white, smoothed where it covers a part of a pixel only."""
    covered = np.clip(
        np.minimum(np.arange(100) + 1, x_px + 2) - np.maximum(np.arange(100), x_px), 0, 1
    )
    row = (255 * (1 - covered)).astype(np.uint8)
    return np.broadcast_to(row[None, :, None], (100, 100, 3)).copy()
