"""One question at a time, answered once, with the words that were on the glass."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from common.codes import LimitCategory
from common.decisions import Decision
from consent.port import Answer, Item
from consent.texts import TomlConsentTexts
from kiosk.screen.bridge import TAP_GUARD_MS, Facility
from kiosk.session.intents import Answered
from kiosk.session.screens import CardMay, Question, ScreenModel
from limit_info.meaning import meaning
from qualification.port import Prescription
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import controls, faults, scene_of, text_of

MEDICINES = Question(Item.MEDICAL_AND_MEDICINES)
CHECKUPS = Question(Item.HEALTH_CHECKUPS)


@pytest.mark.parametrize("item", Item)
@pytest.mark.parametrize(
    ("button", "decision"), [("agree", Decision.AGREED), ("decline", Decision.DECLINED)]
)
def test_an_answer_names_the_text_that_was_read(
    glass: Glass, item: Item, button: str, decision: Decision
) -> None:
    text = TomlConsentTexts().text(item, "ja")
    glass.show(Question(item))
    assert text_of(glass.window, "title") == text.title
    assert text_of(glass.window, "body") == text.body
    glass.tap(button)
    (intent,) = glass.intents
    assert isinstance(intent, Answered)
    at = intent.answer.at
    expected = Answer(item, decision, text.text_id, text.version, "ja", at)
    assert intent.answer == expected
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=1)


def test_an_answer_in_english_names_the_english_text(glass: Glass) -> None:
    glass.show(MEDICINES)
    glass.choose_language("en")
    assert text_of(glass.window, "title").startswith("Do you agree")
    glass.tap("agree")
    (intent,) = glass.intents
    assert isinstance(intent, Answered)
    assert intent.answer.language == "en"


def test_a_double_tap_answers_one_question(glass: Glass) -> None:
    glass.show(MEDICINES)
    glass.tap("agree", "agree")
    assert len(glass.intents) == 1


def test_the_second_tap_of_a_double_tap_does_not_answer_the_next_question(glass: Glass) -> None:
    glass.show(MEDICINES)
    glass.tap("agree")
    glass.bridge.show(ScreenModel(CHECKUPS, 3, CardMay.STAY))
    glass.settle()
    glass.clock.pass_ms(TAP_GUARD_MS - 1)
    glass.tap("agree")
    assert len(glass.intents) == 1
    glass.clock.pass_ms(1)
    glass.tap("decline")
    items = [i.answer.item for i in glass.intents if isinstance(i, Answered)]
    assert items == [Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS]


def test_both_answers_weigh_the_same(glass: Glass) -> None:
    glass.show(CHECKUPS)
    agree, decline = (c for c in controls(glass.window) if c.name in ("agree", "decline"))
    assert agree.rect.size() == decline.rect.size()
    assert agree.item.property("filled") == decline.item.property("filled")
    assert not agree.item.hasActiveFocus()
    assert not decline.item.hasActiveFocus()


@pytest.mark.parametrize("language", ["ja", "en", "vi", "ja-x-easy"])
def test_the_facility_may_show_the_patients_amounts_below_the_question(
    glass_of: Callable[..., Glass], language: str
) -> None:
    """The record names the consent text all the same: the amounts are no part of the question."""

    def means(spoken: str, category: str) -> str:
        return meaning(spoken, LimitCategory(category), date(2026, 8, 1), show_amounts=True)

    glass = glass_of(facility=Facility(limit_meaning=means))
    glass.bridge.preferences.setLanguage(language)
    text = TomlConsentTexts().text(Item.LIMIT_INFORMATION, language)
    glass.show(Question(Item.LIMIT_INFORMATION))
    assert text_of(glass.window, "body") == text.body
    glass.show(Question(Item.LIMIT_INFORMATION, "A03"))
    body = text_of(glass.window, "body")
    assert ("85.800" if language == "vi" else "85,800") in body
    assert body.startswith(text.body[:10])
    assert list(faults(scene_of(glass.window))) == []
    glass.tap("agree")
    (answered,) = glass.intents
    assert isinstance(answered, Answered)
    assert answered.answer.text_id == text.text_id


def test_each_prescription_is_told_to_the_eyes_and_answered_by_its_number(glass: Glass) -> None:
    for place, issuer in enumerate(("見本クリニック", "見本眼科"), start=1):
        prescription = Prescription(f"RX-{place}", date(2026, 11, 20), issuer)
        glass.show(Question(Item.DISPENSING, prescription=prescription, number=place, of=2))
        assert text_of(glass.window, "body").endswith(f"{place}/2  2026/11/20  {issuer}")
        glass.tap("agree")
    parts = [intent.answer.part for intent in glass.intents if isinstance(intent, Answered)]
    assert parts == ["RX-1", "RX-2"]
