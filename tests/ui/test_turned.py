"""A picture that is turned for a panel that hangs turned: the same screens, touched as seen."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from kiosk.session.intents import PinChosen
from kiosk.session.screens import ChooseMethod, FaceOffer, Pin, PinOffer, Screen
from tests.ui.kiosk_parts import LANDSCAPE, PORTRAIT, Glass
from tests.visual.gallery import in_gallery_size
from tests.visual.likeness import unlike

TURNS = {
    90: (LANDSCAPE, cv2.ROTATE_90_COUNTERCLOCKWISE),
    180: (PORTRAIT, cv2.ROTATE_180),
    270: (LANDSCAPE, cv2.ROTATE_90_CLOCKWISE),
}
"""Degrees clockwise: the window for an upright portrait picture, and how to turn it back."""

CHOICE = ChooseMethod(FaceOffer.READY, PinOffer.READY, None)
PAD = Pin(3, was_wrong=False, confirm_last_try=False, face_offered=True)


def picture(glass: Glass) -> NDArray[np.uint8]:
    image = glass.window.grabWindow().convertToFormat(QImage.Format.Format_BGR888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 3].reshape(image.height(), -1, 3).copy()


@pytest.mark.parametrize("turn_degrees", TURNS)
@pytest.mark.parametrize("screen", [CHOICE, PAD], ids=["choice", "pad"])
def test_it_looks_as_upright(
    glass_of: Callable[..., Glass], turn_degrees: int, screen: Screen
) -> None:
    window_size, back = TURNS[turn_degrees]
    upright, turned = glass_of(), glass_of(window_size, turn_degrees=turn_degrees)
    pictures = []
    for glass in (upright, turned):
        glass.show(screen)
        pictures.append(picture(glass))
    seen = np.asarray(cv2.rotate(pictures[1], back), np.uint8)
    assert unlike(*(in_gallery_size(each, "portrait") for each in (seen, pictures[0]))) is None


@pytest.mark.parametrize("turn_degrees", TURNS)
def test_it_is_touched_where_it_is_seen(glass_of: Callable[..., Glass], turn_degrees: int) -> None:
    glass = glass_of(TURNS[turn_degrees][0], turn_degrees=turn_degrees)
    glass.show(CHOICE)
    glass.tap("choosePin")
    assert glass.intents == [PinChosen()]
    glass.show(PAD)
    glass.tap("digit1", "digit9", "erase", "digit0")
    assert glass.typed == 2
