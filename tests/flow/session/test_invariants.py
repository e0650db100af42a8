"""Random walks over all events: what must hold whatever happens in whatever order."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from common.certificate_dates import CertificateStanding
from consent.port import Item
from faceauth.port import Guidance
from kiosk.session import effects, events, intents
from kiosk.session.attended import begins_no_session
from kiosk.session.effects import Effect
from kiosk.session.screens import ClosedFor, FaceOffer, PinOffer, Standby, StopReason, WorkerProblem
from kiosk.session.states import Card, Eligibility, Idle, Stopped, session_of
from reader.port import Carrier, ReaderProblem
from tests.flow.session.story import ALL_PROOFS, PIN_ONLY, RULES, Story, answer, number_b, pin

SESSIONS = st.sampled_from(["s1", "s2"])
REQUESTS = st.integers(0, 4)
CARDS = st.builds(
    Card,
    st.sampled_from(PinOffer),
    st.integers(0, 3),
    st.sampled_from(CertificateStanding),
    st.sampled_from(Carrier),
)

EVENTS = st.one_of(
    st.builds(events.CardInserted, SESSIONS, st.just("Reader 00")),
    st.just(events.CardRemoved("reader")),
    st.just(events.ReaderFound("reader")),
    st.builds(events.ReaderLost, st.sampled_from(ReaderProblem)),
    st.builds(events.ReadinessChanged, st.sampled_from([*Standby, *WorkerProblem])),
    st.just(events.StaffReset()),
    st.just(events.TimePassed()),
    st.builds(events.CardRead, SESSIONS, CARDS),
    st.builds(events.CardRefused, SESSIONS, st.sampled_from(StopReason)),
    st.builds(events.FaceOfferKnown, SESSIONS, st.sampled_from(FaceOffer)),
    st.builds(
        events.FaceObserved, SESSIONS, REQUESTS, st.sampled_from(Guidance), st.floats(0, 1)
    ),
    st.builds(events.NumberBNeeded, SESSIONS),
    st.builds(events.CameraReplugged, SESSIONS),
    st.builds(events.FaceRecordOpened, SESSIONS, REQUESTS),
    st.builds(events.NumberBRejected, SESSIONS, REQUESTS),
    st.builds(events.FaceMatched, SESSIONS, REQUESTS),
    st.builds(events.FaceNotMatched, SESSIONS, REQUESTS),
    st.builds(events.PinAccepted, SESSIONS, REQUESTS),
    st.builds(events.PinRejected, SESSIONS, REQUESTS, st.integers(0, 3)),
    st.builds(events.StaffAccepted, SESSIONS, REQUESTS, st.just("001")),
    st.builds(events.EligibilityKnown, SESSIONS, REQUESTS,
              st.builds(Eligibility, st.booleans(), st.booleans(), st.booleans(), st.none())),
    st.builds(events.EligibilityFailed, SESSIONS, REQUESTS, st.sampled_from(StopReason)),
    st.builds(events.ConsentStored, SESSIONS, REQUESTS),
    st.builds(events.ConsentNotStored, SESSIONS, REQUESTS),
    st.builds(events.ResultDelivered, SESSIONS, REQUESTS, st.just("x.xml")),
    st.builds(events.ServiceChecked, st.sampled_from([None, PIN_ONLY, ALL_PROOFS])),
    st.builds(events.WorkerDied, SESSIONS),
    st.just(intents.FaceChosen()),
    st.just(intents.PinChosen()),
    st.just(intents.PhoneChosen()),
    st.just(intents.StaffChosen()),
    st.just(intents.LastTryConfirmed()),
    st.just(intents.BackChosen()),
    st.just(intents.FinishChosen()),
    st.just(intents.StillHere()),
    st.just(intents.MessageRead()),
    st.just(events.StaffCame()),
    st.just(events.StaffLeft()),
    st.just(events.CheckedByStaff("001")),
    st.just(events.TakenOutOfService(ClosedFor.BREAK)),
    st.just(events.PutBackInService()),
    st.just(events.MessageSent("Please wait")),
    st.builds(number_b),
    st.builds(lambda digits: intents.StaffPasswordEntered(digits.pin), st.builds(pin)),
    st.builds(pin),
    st.builds(answer, st.sampled_from(Item)),
)  # fmt: skip

PROOFS = (events.FaceMatched, events.PinAccepted, events.StaffAccepted, events.CheckedByStaff)


@settings(max_examples=400)
@given(st.lists(EVENTS, max_size=40))
def test_whatever_happens(walk: list[events.Event]) -> None:
    story = Story(replace(RULES, reads_phones=True))
    open_workers: set[str] = set()
    staff_vouched: set[str] = set()
    for event in walk:
        before = story.phase
        was_ready = story.state.devices.readiness is Standby.READY
        done = story.send(event)
        story.now_ms += 100
        if isinstance(event, events.StaffAccepted) and story.phase is not before:
            staff_vouched.add(event.session_id)
        session = session_of(before)
        if isinstance(event, events.CheckedByStaff) and session and story.phase is not before:
            staff_vouched.add(session.session_id)
        if any(isinstance(effect, effects.StartWorker) for effect in done):
            assert was_ready or event == events.ReadinessChanged(Standby.READY)
            assert not begins_no_session(story.state)
        waits = isinstance(story.phase, Idle) and not begins_no_session(story.state)
        if waits and story.state.devices.card is not None:
            assert story.state.devices.readiness is not Standby.READY, "a card is left waiting"
        for effect in done:
            _check(effect, event, open_workers, staff_vouched)
            if isinstance(effect, effects.StartCapture):
                assert story.state.devices.accepted_proofs != PIN_ONLY, "for a service of PINs"
        if isinstance(story.phase, Idle | Stopped):
            assert not open_workers, f"{type(before).__name__} left a worker behind"


def _check(
    effect: Effect, cause: events.Event, open_workers: set[str], staff_vouched: set[str]
) -> None:
    match effect:
        case effects.StartWorker(session_id=session_id):
            assert not open_workers, "two patients at once"
            open_workers.add(session_id)
        case effects.EndWorker(session_id=session_id):
            open_workers.discard(session_id)
        case effects.QueryEligibility():
            is_proven = isinstance(cause, PROOFS) or effect.session_id in staff_vouched
            if isinstance(cause, events.CardRead):
                is_proven = cause.card.carrier is Carrier.IPHONE  # It has asked its owner.
            assert is_proven, "a query without proof of identity"
            assert effect.session_id in open_workers
        case effects.VerifyPin():
            assert isinstance(cause, intents.PinEntered), "a PIN try that nobody asked for"
        case effects.OpenFaceRecord():
            assert isinstance(cause, intents.NumberBEntered), "a try that nobody asked for"
        case effects.DeliverResult():
            assert isinstance(cause, events.ConsentStored), "completed before it was stored"
        case effects.StoreConsent(answers=answers):
            items = [a.item for a in answers]
            assert len(items) == len(set(items)), "one question answered twice"
        case _:
            pass
