"""Where the voice tells to reach, there it is: on every panel, high and low."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QRectF

from consent.port import Item
from kiosk.screen.bridge import Facility
from kiosk.screen.voice import Form
from kiosk.session.screens import (
    ChooseMethod,
    FaceOffer,
    NumberB,
    Pin,
    PinOffer,
    Question,
    Stopped,
    StopReason,
)
from tests.ui.kiosk_parts import FORMATS, Glass
from tests.ui.scene import controls
from tests.visual.opened import open_glass

PAD = Pin(3, was_wrong=False, confirm_last_try=False, face_offered=True)
LAST_TRY = Pin(1, was_wrong=True, confirm_last_try=True, face_offered=True)
EDGE = {"openLanguages", "openSettings", "callStaff"}
"""Always at the rim, and not what a screen asks for."""


@pytest.fixture(scope="module", params=FORMATS)
def panel(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=[False, True], ids=["high", "low"])
def low(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(scope="module")
def opened(qapp: QCoreApplication, panel: str, low: bool) -> Iterator[Glass]:
    """One window for all that is shown on such a panel."""
    with open_glass(panel, facility=Facility(low=low)) as glass:
        yield glass


def places(glass: Glass) -> dict[str, QRectF]:
    """Controls by name, in shares of the screen."""
    width, height = glass.window.width(), glass.window.height()
    return {
        each.name: QRectF(
            each.rect.x() / width,
            each.rect.y() / height,
            each.rect.width() / width,
            each.rect.height() / height,
        )
        for each in controls(glass.window)
    }


def test_the_keys(opened: Glass) -> None:
    for screen in (PAD, NumberB(was_wrong=False)):
        opened.show(screen)
        at = places(opened)
        pad = {name: rect for name, rect in at.items() if name.startswith(("digit", "e"))}
        pad.pop("eraseAll", None)
        enter, erase = pad["enter"], pad["erase"]
        match opened.bridge.layout.form:
            case Form.ROWS:
                above = [at[f"digit{d}"].x() for d in (1, 2, 3, 4, 5)] + [erase.x()]
                below = [at[f"digit{d}"].x() for d in (6, 7, 8, 9, 0)] + [enter.x()]
                assert above == sorted(above) == pytest.approx(below)
                assert erase.bottom() <= enter.top()
                continue
            case Form.BELOW:
                # "From the middle": on 7 inches the first row is a little above it.
                assert min(rect.center().y() for rect in pad.values()) > 0.35
            case Form.BESIDE:
                assert min(rect.left() for rect in pad.values()) > 0.45
        assert enter.right() == max(rect.right() for rect in pad.values())
        assert erase.left() == min(rect.left() for rect in pad.values())
        assert enter.bottom() == erase.bottom() == max(rect.bottom() for rect in pad.values())
        phone = [[at[f"digit{d}"].y() for d in row] for row in ((1, 2, 3), (4, 5, 6), (7, 8, 9))]
        assert phone == sorted(phone)


def test_the_two_ways(opened: Glass) -> None:
    opened.show(ChooseMethod(FaceOffer.READY, PinOffer.READY, None))
    face, pin = places(opened)["chooseFace"], places(opened)["choosePin"]
    if opened.bridge.layout.form is Form.BELOW:
        assert face.bottom() <= pin.top()
    else:
        assert face.right() <= pin.left()


def test_the_two_answers(opened: Glass) -> None:
    for item in Item:
        opened.show(Question(item))
        agree, decline = places(opened)["agree"], places(opened)["decline"]
        assert agree.right() <= decline.left()
        assert agree.center().y() > 0.5


def test_the_other_buttons(opened: Glass) -> None:
    for screen in (LAST_TRY, Stopped(StopReason.CERTIFICATE_EXPIRED, card_present=True)):
        opened.show(screen)
        own = {name: rect for name, rect in places(opened).items() if name not in EDGE}
        assert [name for name, rect in own.items() if rect.center().y() < 0.5] == []


@pytest.mark.parametrize("low", [True], indirect=True)
def test_everything_is_low_where_that_is_said(opened: Glass) -> None:
    for screen in (PAD, LAST_TRY, ChooseMethod(FaceOffer.READY, PinOffer.READY, None)):
        opened.show(screen)
        if opened.bridge.layout.low:
            high = [name for name, rect in places(opened).items() if rect.center().y() < 0.5]
            assert high == []
