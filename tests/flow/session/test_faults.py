"""Every phase meets every fault: a defined screen, an ended worker, nothing left behind."""

import pytest

from common.certificate_dates import CertificateStanding
from kiosk.session import effects, events, intents, screens
from kiosk.session.events import Event
from kiosk.session.machine import deadline_ms
from kiosk.session.screens import FaceOffer, PinOffer
from kiosk.session.states import (
    CapturingFace,
    Card,
    Completed,
    EnteringNumberB,
    Farewell,
    Idle,
    Phase,
    PlacingPhone,
    Stopped,
    session_of,
)
from reader.port import ReaderProblem
from tests.flow.session.phases import (
    ALL,
    BEFORE_THE_LAST_ANSWER,
    RECEPTION_IS_DONE,
    Scene,
    completed,
    farewell,
    told,
)
from tests.flow.session.story import ALL_PROOFS, CARD, Story


def test_the_scenes_reach_every_phase_of_a_session() -> None:
    """Of those without a session, `test_phones` has `PlacingPhone`."""
    reached = {type(told(scene).phase) for scene in ALL} | {Idle, PlacingPhone, Stopped}
    assert reached == set(Phase.__args__)


@pytest.mark.parametrize("scene", ALL)
def test_worker_dies(scene: Scene) -> None:
    story = told(scene)
    story.send(events.WorkerDied("s1"))
    if scene in RECEPTION_IS_DONE:
        assert isinstance(story.phase, Completed | Farewell)
        assert story.phase.notice is None, "its work was done before"
    else:
        assert story.phase == Stopped(screens.StopReason.INTERNAL_FAULT)
        assert story.effects[-1] == effects.EndWorker("s1")


@pytest.mark.parametrize("scene", RECEPTION_IS_DONE)
@pytest.mark.parametrize(
    "last", [events.CardRefused("s1", screens.StopReason.CARD_REMOVED), events.CardRead("s1", CARD)]
)
def test_what_the_worker_says_last_of_a_card_does_not_undo_a_reception(
    last: Event, scene: Scene
) -> None:
    story = told(scene)
    screen = story.screen
    assert story.send(last) == []
    assert story.screen == screen


@pytest.mark.parametrize("scene", ALL)
def test_reader_goes_away(scene: Scene) -> None:
    story = told(scene)
    story.send(events.ReaderLost(ReaderProblem.NO_SERVICE))
    if scene in RECEPTION_IS_DONE:
        assert isinstance(story.phase, Farewell)
    else:
        assert story.screen == screens.OutOfService(ReaderProblem.NO_SERVICE)
        assert story.effects[-1] == effects.EndWorker("s1")


@pytest.mark.parametrize("scene", BEFORE_THE_LAST_ANSWER)
def test_card_is_taken(scene: Scene) -> None:
    story = told(scene)
    story.send(events.CardRemoved("reader"))
    assert story.screen == screens.Stopped(screens.StopReason.CARD_REMOVED, card_present=False)
    assert story.effects[-1] == effects.EndWorker("s1")


@pytest.mark.parametrize("scene", ALL)
def test_staff_reset(scene: Scene) -> None:
    story = told(scene)
    story.send(events.StaffReset())
    assert story.effects[-1] == effects.EndWorker("s1")
    assert session_of(story.phase) is None


@pytest.mark.parametrize("scene", ALL)
def test_another_card_without_a_removal_in_between(scene: Scene) -> None:
    story = told(scene)
    done = story.place_card()
    if scene is completed:
        assert done == []
    elif scene is farewell:
        assert done == [effects.StartWorker("s2", "Reader 00", reads_photo=True)]
    else:
        assert done == [
            effects.EndWorker("s1"),
            effects.StartWorker("s2", "Reader 00", reads_photo=True),
        ]
        assert story.screen == screens.Reading()


@pytest.mark.parametrize("scene", ALL)
def test_a_late_touch_on_the_face_begins_it_or_does_nothing(scene: Scene) -> None:
    story = told(scene)
    before = story.state
    story.send(intents.FaceChosen())
    assert isinstance(story.phase, CapturingFace | EnteringNumberB) or story.state == before


@pytest.mark.parametrize("scene", [s for s in ALL if s not in RECEPTION_IS_DONE])
def test_left_alone_every_session_ends_and_is_forgotten(scene: Scene) -> None:
    story = told(scene)
    for _ in range(10):
        if isinstance(story.phase, Stopped):
            break
        story.wait_out()
    assert isinstance(story.phase, Stopped)
    assert story.effects[-1] == effects.EndWorker("s1")
    story.send(events.CardRemoved("reader"))
    story.wait_out()
    assert isinstance(story.screen, screens.Attract)


@pytest.mark.parametrize("scene", ALL)
@pytest.mark.parametrize(
    "stale",
    [
        events.CardRead("old", Card(PinOffer.READY, 3, CertificateStanding.VALID)),
        events.FaceOfferKnown("old", FaceOffer.READY),
        events.WorkerDied("old"),
        events.PinAccepted("s1", 99),
        events.FaceMatched("s1", 99),
        events.ConsentStored("s1", 99),
        events.ResultNotDelivered("s1", 99),
    ],
    ids=lambda event: type(event).__name__,
)
def test_stale_answers_change_nothing(scene: Scene, stale: Event) -> None:
    story = told(scene)
    before = story.state
    assert story.send(stale) == []
    assert story.state == before


def test_an_unreached_service_is_told_to_the_next_patient_until_it_answers() -> None:
    story = Story()
    story.prove_by_pin()
    story.send(
        events.EligibilityFailed(
            story.session_id, story.request_id(), screens.StopReason.SERVICE_UNREACHABLE
        )
    )
    story.send(events.CardRemoved("reader"))
    story.wait_out()
    assert story.screen == screens.Attract(camera_works=True, service_works=False)
    story.prove_by_pin()
    story.know()
    story.send(events.CardRemoved("reader"))
    story.send(events.StaffReset())
    assert story.screen == screens.Attract(camera_works=True, service_works=True)


def test_whoever_comes_next_is_told_what_the_last_check_found() -> None:
    story = Story()
    story.send(events.ServiceChecked(None))
    assert story.screen == screens.Attract(camera_works=True, service_works=False)
    story.send(events.ServiceChecked(ALL_PROOFS))
    assert story.screen == screens.Attract(camera_works=True, service_works=True)


def test_a_check_during_a_message_counts_more_than_the_reception_before() -> None:
    story = Story()
    story.prove_by_pin()
    story.send(
        events.EligibilityFailed(
            story.session_id, story.request_id(), screens.StopReason.SERVICE_UNREACHABLE
        )
    )
    story.send(events.ServiceChecked(ALL_PROOFS))
    story.send(events.CardRemoved("reader"))
    story.wait_out()
    assert story.screen == screens.Attract(camera_works=True, service_works=True)


@pytest.mark.parametrize("scene", ALL)
def test_a_check_disturbs_nobody_who_is_being_received(scene: Scene) -> None:
    story = told(scene)
    phase, due_ms = story.phase, deadline_ms(story.state)
    assert story.send(events.ServiceChecked(None)) == []
    assert (story.phase, deadline_ms(story.state)) == (phase, due_ms)
