"""The whole flow on the real machine: with a finger, with a keypad, and with closed eyes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from common.decisions import Decision
from kiosk.screen.speaker import Speaker
from kiosk.session.effects import StoreConsent
from tests.ui.ears import Ears
from tests.ui.kiosk_parts import Glass
from tests.ui.reception import Reception
from tests.ui.scene import controls

AGREED, DECLINED = Decision.AGREED, Decision.DECLINED


def decisions(reception: Reception) -> list[Decision]:
    """What was stored at the end."""
    (stored,) = (each for each in reception.story.effects if isinstance(each, StoreConsent))
    return [answer.decision for answer in stored.answers]


def press(glass: Glass, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(glass.window, key, Qt.KeyboardModifier.KeypadModifier)


@pytest.fixture
def reception(glass: Glass) -> Reception:
    return Reception(glass)


def test_with_a_finger(glass: Glass, reception: Reception) -> None:
    def tap(*names: str) -> None:
        glass.tap(*names)
        reception.go_on()

    reception.place_card()
    tap("choosePin")
    tap("digit1", "digit2", "digit3", "digit5", "enter")  # Wrong
    tap("digit1", "digit2", "digit3", "erase", "digit3", "digit4", "enter")
    tap("agree")
    tap("decline")
    tap("agree")
    assert reception.phase == "Completed"
    assert decisions(reception) == [AGREED, DECLINED, AGREED]
    reception.take_card()
    assert reception.phase == "Farewell"


def test_with_a_finger_and_the_face(glass: Glass, reception: Reception) -> None:
    reception.place_card()
    glass.tap("chooseFace")
    reception.go_on()
    reception.look_into_the_camera()
    for answer in ("decline", "decline", "decline"):
        glass.tap(answer)
        reception.go_on()
    assert reception.phase == "Completed"
    assert decisions(reception) == [DECLINED, DECLINED, DECLINED]


def test_with_two_keys(glass: Glass, reception: Reception) -> None:
    """Plus goes on and Enter presses, on the PIN pad too."""

    def choose(name: str) -> None:
        for _ in range(30):
            focused = next((c.name for c in controls(glass.window) if c.item.hasActiveFocus()), "")
            if focused == name:
                press(glass, Qt.Key.Key_Enter)
                reception.go_on()
                return
            press(glass, Qt.Key.Key_Plus)
        raise AssertionError(f"{name} cannot be reached")

    reception.place_card()
    choose("choosePin")
    for name in ("digit1", "digit2", "digit3", "digit4", "enter"):
        choose(name)
    for name in ("agree", "decline", "decline"):
        choose(name)
    assert reception.phase == "Completed"
    assert decisions(reception) == [AGREED, DECLINED, DECLINED]


def test_with_closed_eyes(glass_of: Callable[..., Glass]) -> None:
    """Every key that is pressed follows from what was heard, and from nothing else."""
    glass = glass_of()
    ears = Ears()
    speaker = Speaker(glass.bridge, ears, glass.bridge)
    reception = Reception(glass)

    def hears(words: str) -> None:
        assert words in ears.last(), ears.last()

    def choose(words: str) -> None:
        for _ in range(30):
            press(glass, Qt.Key.Key_Plus)
            if ears.last() == words:
                press(glass, Qt.Key.Key_Enter)
                reception.go_on()
                return
        raise AssertionError(f"{words} was never heard")

    hears("手前の台")
    reception.place_card()
    hears("アスタリスクでもう一度聞けます")
    choose("暗証番号。")
    hears("4桁の暗証番号")
    typed = len(ears.heard)
    press(glass, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
    assert ears.heard[typed:] == ["入力しました。"] * 4
    press(glass, Qt.Key.Key_Enter)
    reception.go_on()
    hears("診療・お薬情報")
    press(glass, Qt.Key.Key_Asterisk)
    hears("診療・お薬情報")
    choose("同意する。")
    hears("健診情報")
    choose("同意しない・40歳未満。")
    hears("限度額情報")
    choose("提供する。")
    hears("カードをお取りください")
    assert "<success>" in ears.heard
    reception.take_card()
    hears("お呼びするまでお待ちください")
    assert decisions(reception) == [AGREED, DECLINED, AGREED]
    speaker.close()
