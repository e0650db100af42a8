"""Nobody has touched the glass for long: it asks, and any touch is an answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from consent.port import Item
from kiosk.screen.bridge import TAP_GUARD_MS
from kiosk.screen.speaker import Speaker
from kiosk.session.screens import (
    CardMay,
    Completed,
    Pin,
    Question,
    ScreenModel,
    Stopped,
    StopReason,
)
from simulation.rehearsal.touch import CannotTap
from tests.ui.ears import Ears
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import text_of

PIN = Pin(3, was_wrong=False, confirm_last_try=False, face_offered=True)


def warn(glass: Glass, screen: Pin | Question) -> None:
    glass.bridge.show(ScreenModel(screen, 2, CardMay.STAY, idle_warning_ms=20_000))
    glass.clock.pass_ms(TAP_GUARD_MS)
    glass.settle()


def test_the_question_lies_over_the_screen(glass: Glass) -> None:
    glass.show(Question(Item.HEALTH_CHECKUPS))
    warn(glass, Question(Item.HEALTH_CHECKUPS))
    assert "続けますか" in text_of(glass.window, "title").replace("\n", "")
    with pytest.raises(CannotTap):
        glass.tap("agree")


def test_one_touch_goes_on_and_answers_nothing(glass: Glass) -> None:
    glass.show(Question(Item.HEALTH_CHECKUPS))
    warn(glass, Question(Item.HEALTH_CHECKUPS))
    glass.tap("stillHere")
    assert glass.intents.touches == 1
    assert glass.intents == []
    glass.bridge.show(ScreenModel(Question(Item.HEALTH_CHECKUPS), 2, CardMay.STAY))
    glass.settle()
    glass.tap("agree")  # The second tap of a trembling finger.
    assert glass.intents == []


def test_what_was_typed_is_still_there_afterwards(glass: Glass) -> None:
    glass.show(PIN)
    glass.tap("digit1", "digit2")
    warn(glass, PIN)
    glass.show(PIN)
    assert glass.typed == 2


def test_any_key_is_an_answer_and_types_nothing(glass: Glass) -> None:
    glass.show(PIN)
    warn(glass, PIN)
    QTest.keyClick(glass.window, Qt.Key.Key_5)
    assert glass.intents.touches == 1
    assert glass.typed == 0


def test_every_touch_of_a_screen_says_that_somebody_is_there(glass: Glass) -> None:
    glass.show(PIN)
    glass.tap("digit1", "digit2")
    assert glass.intents.touches == 2


def test_the_voice_asks_too(glass: Glass) -> None:
    ears = Ears()
    Speaker(glass.bridge, ears, glass.bridge)
    glass.show(PIN)
    warn(glass, PIN)
    assert "続けますか" in ears.last().replace(" ", "")


def test_a_card_left_behind_is_said_and_called_for(glass: Glass) -> None:
    ears = Ears()
    Speaker(glass.bridge, ears, glass.bridge)
    glass.show(Completed(None, card_left=True), card_may=CardMay.BE_TAKEN)
    assert "残っています" in text_of(glass.window, "title").replace("\n", "")
    glass.show(Stopped(StopReason.TIMED_OUT, card_present=True), card_may=CardMay.BE_TAKEN)
    glass.show(
        Stopped(StopReason.TIMED_OUT, card_present=True, card_left=True),
        card_may=CardMay.BE_TAKEN,
    )
    assert "残っています" in text_of(glass.window, "info")
    assert "残っています" in ears.last()
