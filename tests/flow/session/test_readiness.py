"""A card is invited when its session can begin, and none is refused because it came too early."""

import pytest

from kiosk.session import effects, events, screens
from kiosk.session.machine import deadline_ms, transition
from kiosk.session.projection import project
from kiosk.session.screens import CardMay, Standby, WorkerProblem
from kiosk.session.states import ReadingCard
from reader.port import ReaderProblem
from tests.flow.session.phases import ALL, Scene, told
from tests.flow.session.story import Story

NOT_READY = [Standby.PREPARING, *WorkerProblem]


def test_a_kiosk_that_has_just_started_invites_nobody_yet() -> None:
    story = Story(readiness=Standby.PREPARING)
    assert story.screen == screens.Preparing(card_placed=False)
    story.send(events.ReadinessChanged(Standby.READY))
    assert isinstance(story.screen, screens.Attract)


@pytest.mark.parametrize("readiness", NOT_READY)
def test_a_card_that_came_too_early_begins_by_itself(readiness: screens.Readiness) -> None:
    story = Story(readiness=readiness)
    assert story.place_card() == []
    assert deadline_ms(story.state) is None, "it may wait as long as it takes"
    started = story.send(events.ReadinessChanged(Standby.READY))
    assert started == [effects.StartWorker("s1", "Reader 00", reads_photo=True)]
    assert isinstance(story.phase, ReadingCard)


def test_a_card_that_came_too_early_may_stay_and_is_told_so() -> None:
    story = Story(readiness=Standby.PREPARING)
    story.place_card()
    assert story.screen == screens.Preparing(card_placed=True)
    assert project(story.state).card_may is CardMay.STAY
    story.send(events.CardRemoved("reader"))
    assert story.screen == screens.Preparing(card_placed=False)
    assert story.send(events.ReadinessChanged(Standby.READY)) == []


@pytest.mark.parametrize("problem", WorkerProblem)
def test_without_ledger_or_worker_it_is_out_of_service_and_comes_back(
    problem: WorkerProblem,
) -> None:
    story = Story(readiness=problem)
    assert story.screen == screens.OutOfService(problem)
    story.place_card()
    assert project(story.state).card_may is CardMay.BE_TAKEN
    story.send(events.CardRemoved("reader"))
    story.send(events.ReadinessChanged(Standby.READY))
    assert isinstance(story.screen, screens.Attract)


def test_a_reader_that_is_missing_is_said_first() -> None:
    story = Story(readiness=WorkerProblem.LEDGER_UNUSABLE)
    story.send(events.ReaderLost(ReaderProblem.NO_READER))
    assert story.screen == screens.OutOfService(ReaderProblem.NO_READER)


def test_a_second_card_at_once_waits_for_the_next_worker() -> None:
    story = Story()
    story.readiness = Standby.PREPARING
    story.place_card()
    assert story.place_card() == [effects.EndWorker("s1")]
    assert story.screen == screens.Preparing(card_placed=True)
    assert story.send(events.ReadinessChanged(Standby.READY)) == [
        effects.StartWorker("s2", "Reader 00", reads_photo=True)
    ]


def test_no_second_session_takes_a_worker_that_is_taken() -> None:
    """Nothing was heard yet of the worker that is to come."""
    state = Story().state
    for number, started in ((1, True), (2, False)):
        state, done = transition(state, events.CardInserted(f"s{number}", "Reader 00"), 0)
        assert any(isinstance(each, effects.StartWorker) for each in done) is started


@pytest.mark.parametrize("readiness", NOT_READY)
@pytest.mark.parametrize("scene", ALL)
def test_whoever_is_being_received_is_not_disturbed(
    scene: Scene, readiness: screens.Readiness
) -> None:
    story = told(scene)
    phase, due_ms = story.phase, deadline_ms(story.state)
    assert story.send(events.ReadinessChanged(readiness)) == []
    assert (story.phase, deadline_ms(story.state)) == (phase, due_ms)
