"""Nobody answers: the patient is asked first, and a forgotten card calls staff."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.session import delays, events, intents
from kiosk.session.machine import deadline_ms
from kiosk.session.projection import project
from kiosk.session.screens import Completed, FaceOffer, Question, Stopped, StopReason
from kiosk.session.states import Asking, card_left
from tests.flow.session.story import RULES, Story, pin


def asked(story: Story) -> bool:
    return project(story.state).idle_warning_ms is not None


def at_the_question(story: Story) -> None:
    story.prove_by_pin()
    story.know()


def at_the_pin(story: Story) -> None:
    story.read_card()
    story.send(intents.PinChosen())


def at_the_choice(story: Story) -> None:
    story.read_card()


SCENES = [at_the_question, at_the_pin, at_the_choice]


@pytest.mark.parametrize("scene", SCENES)
def test_the_patient_is_asked_before_it_ends(scene: Callable[[Story], None]) -> None:
    story = Story()
    scene(story)
    before = story.screen
    story.wait_out()
    assert asked(story)
    assert story.screen == before, "what was begun stays behind the warning"
    story.wait(delays.IDLE_WARNING_MS - 1)
    assert asked(story)
    story.wait(1)
    assert story.screen == Stopped(StopReason.TIMED_OUT, card_present=True)
    assert not asked(story)


@pytest.mark.parametrize("scene", SCENES)
def test_one_touch_gives_the_whole_time_again(scene: Callable[[Story], None]) -> None:
    story = Story()
    scene(story)
    for _ in range(3):
        story.wait_out()
        assert asked(story)
        story.send(intents.StillHere())
        assert not asked(story)
    story.wait(delays.CHOOSE_MS - 1)
    assert not asked(story)


def test_whoever_touches_the_glass_is_not_asked() -> None:
    story = Story()
    at_the_pin(story)
    for _ in range(10):
        story.wait(delays.PIN_MS - 1)
        assert not asked(story)
        story.send(intents.StillHere())


def test_an_answer_under_the_warning_counts() -> None:
    story = Story()
    at_the_pin(story)
    story.wait_out()
    story.send(pin())
    assert not asked(story)
    story.send(events.PinRejected("s1", story.request_id(), tries_left=2))
    assert not asked(story)


def test_news_from_the_worker_is_no_touch() -> None:
    story = Story()
    story.read_card()
    story.wait_out()
    story.send(events.FaceOfferKnown("s1", FaceOffer.READY))
    assert asked(story)


def test_a_touch_where_nobody_is_waited_for_changes_nothing() -> None:
    story = Story()
    story.place_card()
    before = story.state
    story.wait(1)
    assert story.send(intents.StillHere()) == []
    assert story.state == before


def test_the_warning_lasts_as_long_as_the_facility_wants() -> None:
    story = Story(replace(RULES, idle_warning_ms=45_000))
    at_the_question(story)
    story.wait_out()
    assert project(story.state).idle_warning_ms == 45_000
    story.wait(44_999)
    assert isinstance(story.phase, Asking)
    assert isinstance(story.screen, Question)


def completed(story: Story) -> None:
    story.prove_by_pin()
    story.know()
    story.answer_all()
    story.store()
    story.send(events.ResultDelivered("s1", story.request_id(), "x.xml"))


def test_a_card_left_after_the_reception_calls_staff() -> None:
    story = Story()
    completed(story)
    story.wait(delays.CARD_LEFT_MS - 1)
    assert not card_left(story.state)
    story.wait(1)
    assert story.screen == Completed(None, card_left=True)
    assert card_left(story.state)
    assert deadline_ms(story.state) is None, "whoever finds it ends it"
    story.send(events.CardRemoved("reader"))
    assert not card_left(story.state)


def test_a_card_left_after_a_stop_calls_staff_and_the_reason_stays() -> None:
    story = Story()
    at_the_choice(story)
    story.wait_out()
    story.wait_out()
    story.wait(delays.CARD_LEFT_MS)
    expected = Stopped(StopReason.TIMED_OUT, card_present=True, card_left=True)
    assert story.screen == expected
    story.send(events.CardRemoved("reader"))
    assert story.screen == Stopped(StopReason.TIMED_OUT, card_present=False)
    story.wait_out()
    assert not card_left(story.state)
