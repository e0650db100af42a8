"""A numeric keypad alone leads through the whole flow; the focus is always to be seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from common.decisions import Decision
from consent.port import Item
from kiosk.session.intents import Answered, FaceChosen, FinishChosen, PinChosen, PinEntered
from kiosk.session.screens import (
    ChooseMethod,
    Completed,
    FaceOffer,
    Pin,
    PinOffer,
    Question,
    Stopped,
    StopReason,
)
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import controls, named

METHODS = ChooseMethod(FaceOffer.READY, PinOffer.READY, None)
PAD = Pin(3, was_wrong=False, confirm_last_try=False, face_offered=True)


def press(glass: Glass, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(glass.window, key, Qt.KeyboardModifier.KeypadModifier)


def focused(glass: Glass) -> str:
    return next((c.name for c in controls(glass.window) if c.item.hasActiveFocus()), "")


def go_to(glass: Glass, name: str, key: Qt.Key = Qt.Key.Key_Plus) -> None:
    for _ in range(30):
        if focused(glass) == name:
            return
        press(glass, key)
    raise AssertionError(f"{name} cannot be reached by {key}")


def test_the_whole_flow_by_keypad(glass: Glass) -> None:
    glass.show(METHODS)
    go_to(glass, "choosePin")
    press(glass, Qt.Key.Key_Enter)
    glass.show(PAD)
    press(glass, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_9, Qt.Key.Key_Backspace)
    press(glass, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_Enter)
    for item, answer in (
        (Item.MEDICAL_AND_MEDICINES, "agree"),
        (Item.LIMIT_INFORMATION, "decline"),
    ):
        glass.show(Question(item))
        go_to(glass, answer)
        press(glass, Qt.Key.Key_Enter)
    glass.show(Completed(None))
    chosen, entered, first, second = glass.intents
    assert chosen == PinChosen()
    assert isinstance(entered, PinEntered)
    assert bytes(entered.pin.buffer) == b"1234"
    assert isinstance(first, Answered)
    assert isinstance(second, Answered)
    assert (first.answer.decision, second.answer.decision) == (Decision.AGREED, Decision.DECLINED)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Plus, Qt.Key.Key_Right])
def test_two_keys_reach_every_control(glass: Glass, key: Qt.Key) -> None:
    glass.show(PAD)
    for control in [c.name for c in controls(glass.window)]:
        go_to(glass, control, key)


def test_backwards_too(glass: Glass) -> None:
    glass.show(METHODS)
    press(glass, Qt.Key.Key_Plus)
    first = focused(glass)
    press(glass, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
    assert focused(glass) == first


def test_nothing_is_chosen_beforehand(glass: Glass) -> None:
    glass.show(METHODS)
    go_to(glass, "chooseFace")
    press(glass, Qt.Key.Key_Enter)
    assert glass.intents == [FaceChosen()]
    glass.show(Question(Item.REGISTRATION))
    assert focused(glass) == ""
    press(glass, Qt.Key.Key_Enter)
    assert glass.intents == [FaceChosen()]


def test_the_focus_can_be_seen(glass: Glass) -> None:
    glass.show(Stopped(StopReason.TIMED_OUT, card_present=True))
    before = glass.window.grabWindow()
    go_to(glass, "finish")
    assert named(glass.window, "finish").property("visualFocus")
    assert glass.window.grabWindow() != before
    press(glass, Qt.Key.Key_Enter)
    assert glass.intents == [FinishChosen()]


def test_the_language_can_be_chosen(glass: Glass) -> None:
    glass.show(METHODS)
    go_to(glass, "openLanguages")
    press(glass, Qt.Key.Key_Enter)
    glass.settle()
    go_to(glass, "language_vi")
    press(glass, Qt.Key.Key_Enter)
    assert glass.bridge.preferences.code == "vi"
