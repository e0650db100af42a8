"""Random walks of the session: what must hold whatever happens in whatever order.

A walk goes on as a patient would, or has anything at all happen, also what belongs to another
session or to a question that is closed. What the machine wants done is judged by a record that the
walk keeps by itself: what was shown, tapped, proven and asked for.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from common.certificate_dates import CertificateStanding
from common.decisions import Decision
from common.secret import Secret
from consent.port import PARTS, Answer, Item
from faceauth.port import Guidance
from kiosk.session import delays, effects, events, intents, screens
from kiosk.session.attended import begins_no_session
from kiosk.session.effects import Effect
from kiosk.session.flow import FlowName, flow_profile
from kiosk.session.machine import deadline_ms, transition
from kiosk.session.projection import project
from kiosk.session.screens import ClosedFor, FaceOffer, PinOffer, Standby, StopReason, WorkerProblem
from kiosk.session.states import (
    Asking,
    CapturingFace,
    Card,
    CheckingByEye,
    ChoosingMethod,
    Completed,
    ConfirmingLastTry,
    Eligibility,
    EnteringNumberB,
    EnteringPin,
    Farewell,
    Idle,
    OpeningFaceRecord,
    Phase,
    PlacingPhone,
    ReadingCard,
    Rules,
    Session,
    Stopped,
    StoringConsent,
    VerifyingPin,
    VerifyingStaff,
    session_of,
)
from qualification.port import IdentityMethod, ProofKind
from reader.port import Carrier, ReaderProblem
from tests.flow.session.story import ALL_PROOFS, PIN_ONLY, RULES, Story, number_b, pin
from tests.walks import walk_settings

LONGEST_WAY_OUT_MS = delays.STAFF_PAUSE_MS + delays.CARD_LEFT_MS
"""Staff who were called away, then a card that lies there; all that patients wait for is less."""

STANDINGS = st.sampled_from([CertificateStanding.VALID] * 3 + [*CertificateStanding])
CARRIERS = st.sampled_from([Carrier.CARD] * 3 + [*Carrier])
READY_CARDS = st.builds(Card, st.just(PinOffer.READY), st.integers(1, 3), STANDINGS, CARRIERS)
CARDS_WITHOUT_A_PIN = st.builds(
    Card, st.sampled_from([PinOffer.LOCKED, PinOffer.NO_PIN]), st.just(0), STANDINGS, CARRIERS
)
CARDS = READY_CARDS | READY_CARDS | CARDS_WITHOUT_A_PIN
ELIGIBILITIES = st.builds(
    Eligibility,
    registered=st.sampled_from([True, True, True, False]),
    valid=st.sampled_from([True, True, True, False]),
    checkups_apply=st.booleans(),
    notice=st.none(),
    has=st.frozensets(st.sampled_from([Item.LIMIT_INFORMATION, Item.SPECIFIC_DISEASE])),
)
RULES_OF_KIOSKS = st.builds(
    replace,
    st.just(RULES),
    proof=st.sampled_from([ProofKind.ATTESTED, ProofKind.ATTESTED, None]),
    reads_phones=st.booleans(),
    flow=st.sampled_from([flow_profile(name) for name in FlowName]),
)
ELSEWHERE = st.sampled_from(["here", "here", "here", "in the session before"])
LATE = st.sampled_from([0, 0, 0, -1, 1])
"""Added to the number of the newest request: an answer to another one."""

OF_THE_KIOSK = st.one_of(
    st.none(),  # Another card is placed.
    st.just(events.CardRemoved("reader")),
    st.just(events.ReaderFound("reader")),
    st.builds(events.ReaderLost, st.sampled_from(ReaderProblem)),
    st.builds(events.ReadinessChanged, st.sampled_from([*Standby, *WorkerProblem])),
    st.builds(events.ServiceChecked, st.sampled_from([None, PIN_ONLY, ALL_PROOFS])),
    st.just(events.StaffReset()),
    st.just(events.StaffCame()),
    st.just(events.StaffLeft()),
    st.just(events.CheckedByStaff("001")),
    st.just(events.TakenOutOfService(ClosedFor.BREAK)),
    st.just(events.PutBackInService()),
    st.just(events.MessageSent("Please wait")),
)
TAPS = st.sampled_from(
    [
        intents.FaceChosen(),
        intents.PinChosen(),
        intents.PhoneChosen(),
        intents.StaffChosen(),
        intents.LastTryConfirmed(),
        intents.BackChosen(),
        intents.FinishChosen(),
        intents.StillHere(),
        intents.MessageRead(),
    ]
)

_METHODS = {
    effects.StartCapture: IdentityMethod.FACE,
    effects.VerifyPin: IdentityMethod.PIN,
    effects.CheckStaffPassword: IdentityMethod.STAFF,
}
_ANSWERS = {
    effects.StartCapture: (events.FaceMatched, events.FaceNotMatched),
    effects.VerifyPin: (events.PinAccepted, events.PinRejected),
    effects.CheckStaffPassword: (events.StaffAccepted, events.StaffRejected),
    effects.StoreConsent: (events.ConsentStored, events.ConsentNotStored),
}


@dataclass
class Seen:
    """What has truly happened in one session, as a witness beside the kiosk would say."""

    session_id: str
    shown: set[tuple[Item, str]] = field(default_factory=set)
    """Questions, with the part of which each is asked."""
    tapped: list[Answer] = field(default_factory=list)
    asked_for: dict[int, type[Effect]] = field(default_factory=dict)
    """Requests that nobody has answered or taken back."""
    proven: set[IdentityMethod] = field(default_factory=set)
    tries_left: int = 3
    """Of the PIN, as the card said last."""
    last_try_confirmed: bool = False
    stored: bool = False


class Sessions(RuleBasedStateMachine):
    """One kiosk, over many patients."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers = count(1)
        self.story = Story()
        self.seen = Seen("")
        self.workers: set[str] = set()
        self.begun: list[str] = []
        """The ids of all sessions."""

    @initialize(rules=RULES_OF_KIOSKS)
    def open(self, rules: Rules) -> None:
        self.story = Story(rules)

    # What may happen.

    @rule(
        steps=st.integers(1, 6),
        card=CARDS,
        eligibility=ELIGIBILITIES,
        agrees=st.booleans(),
        by_face=st.booleans(),
    )
    def goes_on(
        self, steps: int, card: Card, eligibility: Eligibility, agrees: bool, by_face: bool
    ) -> None:
        """As a patient, the devices and staff would, when all is well."""
        for _ in range(steps):
            self._goes_on(card, eligibility, agrees=agrees, by_face=by_face)

    also_goes_on = goes_on  # Most of the time: else no walk comes far.

    def _goes_on(
        self, card: Card, eligibility: Eligibility, *, agrees: bool, by_face: bool
    ) -> None:
        story, phase, devices = self.story, self.story.phase, self.story.state.devices
        if story.state.paused_since_ms is not None:
            self.happens(events.StaffLeft())
        if story.state.closed is not None:
            self.happens(events.PutBackInService())
        match phase:
            case Idle() | PlacingPhone() if devices.reader_problem is not None:
                self.happens(events.ReaderFound("reader"))
            case Idle() if devices.readiness is not Standby.READY:
                self.happens(events.ReadinessChanged(Standby.READY))
            case Idle() | PlacingPhone():
                self.happens(events.CardInserted(f"s{next(self.numbers)}", "Reader 00"))
            case Stopped() if devices.card is None:
                self.happens(intents.FinishChosen())
            case Stopped() | Completed():
                self.happens(events.CardRemoved("reader"))
            case Asking():
                self.answers(phase.item, phase.part, agrees=agrees)
            case ReadingCard():
                self.happens(events.CardRead(story.session_id, card))
            case ChoosingMethod():
                self.happens(intents.FaceChosen() if by_face else intents.PinChosen())
            case EnteringPin():
                self.types_a_pin()
            case ConfirmingLastTry():
                self.happens(intents.LastTryConfirmed())
            case EnteringNumberB():
                self.happens(number_b())
            case CheckingByEye():
                self.happens(intents.StaffPasswordEntered(Secret(bytearray(b"1234"))))
            case _:
                self._is_answered(well=True, eligibility=eligibility)

    @rule(eligibility=ELIGIBILITIES)
    def fails(self, eligibility: Eligibility) -> None:
        """What is waited for comes, and is a no."""
        self._is_answered(well=False, eligibility=eligibility)

    def _is_answered(self, *, well: bool, eligibility: Eligibility) -> None:
        session = session_of(self.story.phase)
        if session is None:
            return
        to = session.session_id, session.requests
        match self.story.phase:
            case VerifyingPin():
                self.happens(events.PinAccepted(*to) if well else events.PinRejected(*to, 1))
            case CapturingFace():
                self.happens(events.FaceMatched(*to) if well else events.FaceNotMatched(*to))
            case VerifyingStaff():
                accepted = events.StaffAccepted(*to, "001")
                self.happens(accepted if well else events.StaffRejected(*to))
            case OpeningFaceRecord():
                self.happens(events.FaceRecordOpened(*to) if well else events.NumberBRejected(*to))
            case StoringConsent():
                self.happens(events.ConsentStored(*to) if well else events.ConsentNotStored(*to))
            case Completed() | Farewell():
                delivered = events.ResultDelivered(*to, "x.xml")
                self.happens(delivered if well else events.ResultNotDelivered(*to))
            case _:
                failed = events.EligibilityFailed(*to, StopReason.SERVICE_REFUSED)
                self.happens(events.EligibilityKnown(*to, eligibility) if well else failed)

    @rule(where=ELSEWHERE, late=LATE, data=st.data())
    def somebody_reports(self, where: str, late: int, data: st.DataObject) -> None:
        """A device or another process, also one that answers late."""
        session = session_of(self.story.phase)
        session_id = self.seen.session_id if session is None else session.session_id
        if where != "here":
            session_id = self.begun[-2] if len(self.begun) > 1 else "none"
        request_id = (0 if session is None else session.requests) + late
        self.happens(data.draw(_reports(session_id, request_id)))

    @rule(event=OF_THE_KIOSK)
    def around_the_session(self, event: events.Event | None) -> None:
        self.happens(event or events.CardInserted(f"s{next(self.numbers)}", "Reader 00"))

    @rule(tap=TAPS)
    def taps(self, tap: events.Event) -> None:
        self.happens(tap)

    @rule()
    def types_a_pin(self) -> None:
        self.happens(pin())

    @rule(item=st.sampled_from(Item), agrees=st.booleans())
    def taps_an_answer(self, item: Item, agrees: bool) -> None:
        """Of the screen that stands there, or of one that has just gone."""
        self.answers(item, "", agrees=agrees)

    @rule(wait_ms=st.sampled_from([100, 20_000, delays.STAFF_PAUSE_MS]))
    def time_passes(self, wait_ms: int) -> None:
        """So long, or until something is due."""
        due_ms = deadline_ms(self.story.state)
        if due_ms is not None and due_ms <= self.story.now_ms + wait_ms:
            self.story.now_ms = max(self.story.now_ms, due_ms)
            self.happens(events.TimePassed())
        else:
            self.story.now_ms += wait_ms

    # What is made of it.

    def answers(self, item: Item, part: str, *, agrees: bool) -> None:
        decision = Decision.AGREED if agrees else Decision.DECLINED
        at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
        self.happens(
            intents.Answered(Answer(item, decision, self.seen.session_id, "1", "ja", at, part))
        )

    def happens(self, event: events.Event) -> None:
        before = self.story.state
        done = self.story.send(event)
        self.story.now_ms += 10
        if isinstance(event, events.WorkerEvent):
            session = session_of(before.phase)
            if session is None or session.session_id != event.session_id:
                assert not done, "an answer to another session does something"
                assert self.story.phase == before.phase
        self._witness_event(event, before.phase)
        for effect in done:
            self._judge(effect, event)
            self._witness_effect(effect)
        if any(isinstance(effect, effects.StartWorker) for effect in done):
            was_ready = before.devices.readiness is Standby.READY
            assert was_ready or event == events.ReadinessChanged(Standby.READY)
            assert not begins_no_session(self.story.state)
        self._witness_screen()

    def _witness_event(self, event: events.Event, phase: Phase) -> None:
        seen = self.seen
        request_id: int = getattr(event, "request_id", -1)
        asked_for = seen.asked_for.get(request_id)
        is_ours = getattr(event, "session_id", seen.session_id) == seen.session_id
        if not is_ours:
            return
        match event:
            case events.CardRead(card=card) if isinstance(phase, ReadingCard | VerifyingPin):
                seen.tries_left = card.pin_tries_left
                if card.carrier is Carrier.IPHONE:
                    seen.proven.add(IdentityMethod.PHONE)  # It has asked its owner.
            case events.FaceMatched() | events.PinAccepted() | events.StaffAccepted():
                if asked_for in _METHODS and _METHODS[asked_for] is _claims(event):
                    seen.proven.add(_METHODS[asked_for])
            case events.PinRejected(tries_left=tries_left) if asked_for is effects.VerifyPin:
                seen.tries_left, seen.last_try_confirmed = tries_left, False
            case events.CheckedByStaff() if session_of(phase) is not None:
                seen.proven.add(IdentityMethod.STAFF)
            case intents.LastTryConfirmed():
                seen.last_try_confirmed = True
            case intents.Answered(answer=answer):
                seen.tapped.append(answer)
            case events.ConsentStored() if asked_for is effects.StoreConsent:
                seen.stored = True
            case _:
                pass
        if asked_for is not None and isinstance(event, _ANSWERS.get(asked_for, ())):
            del seen.asked_for[request_id]

    def _witness_effect(self, effect: Effect) -> None:
        match effect:
            case effects.StartWorker(session_id=session_id):
                self.workers.add(session_id)
                if not self._is_read_again():
                    assert session_id not in self.begun, "two receptions under one id"
                    self.begun.append(session_id)
                    self.seen = Seen(session_id)
                return
            case effects.EndWorker(session_id=session_id):
                self.workers.discard(session_id)
            case effects.StopCapture():
                for number, kind in list(self.seen.asked_for.items()):
                    if kind is effects.StartCapture:
                        del self.seen.asked_for[number]
            case _:
                pass
        request_id = getattr(effect, "request_id", None)
        if request_id is not None:
            self.seen.asked_for[request_id] = type(effect)

    def _witness_screen(self) -> None:
        screen, phase = project(self.story.state).screen, self.story.phase
        if isinstance(screen, screens.Question):
            assert isinstance(phase, Asking)
            number = "" if screen.prescription is None else screen.prescription.number
            self.seen.shown.add((screen.item, number))

    def _judge(self, effect: Effect, cause: events.Event) -> None:
        seen = self.seen
        if not isinstance(effect, effects.StartWorker):
            assert effect.session_id == seen.session_id, "something of another session"
        needs_none = effects.StartWorker | effects.EndWorker | effects.DeliverResult
        if not isinstance(effect, needs_none):
            assert effect.session_id in self.workers
        match effect:
            case effects.StartWorker():
                assert not self.workers, "two patients at once"
                self._begins_with_nothing(effect)
            case effects.QueryEligibility(method=method):
                assert method in seen.proven, "a query without proof of identity"
            case effects.VerifyPin(pin=typed):
                assert isinstance(cause, intents.PinEntered), "a PIN try that nobody asked for"
                assert typed is cause.pin
                assert effects.VerifyPin not in seen.asked_for.values(), "two tries for one PIN"
                assert seen.tries_left > 0, "a try at a PIN that is locked"
                assert seen.tries_left > 1 or seen.last_try_confirmed, "the last try by accident"
            case effects.OpenFaceRecord(number_b=typed):
                assert isinstance(cause, intents.NumberBEntered), "a try that nobody asked for"
                assert typed is cause.number_b
            case effects.StartCapture():
                accepted = self.story.state.devices.accepted_proofs
                assert accepted != PIN_ONLY, "for a service of PINs"
                assert self.story.state.paused_since_ms is None
            case effects.Register(answer=answer, method=method):
                assert method in seen.proven
                assert answer.item is Item.REGISTRATION
                assert answer.decision is Decision.AGREED
                self._was_given(answer)
            case effects.StoreConsent():
                self._only_what_was_given(effect)
            case effects.DeliverResult():
                assert seen.stored, "completed before it was stored"
            case _:
                pass

    def _begins_with_nothing(self, effect: effects.StartWorker) -> None:
        state = self.story.state
        if self._is_read_again():
            assert effect.session_id == self.seen.session_id
            return
        assert state.phase == ReadingCard(Session(effect.session_id)), "something is left over"
        assert not state.message, "a message to the patient before"
        assert not state.warned
        assert not state.help_called

    def _is_read_again(self) -> bool:
        """In the same session, for the sake of a camera that was plugged in again."""
        phase = self.story.phase
        return isinstance(phase, ReadingCard) and phase.again is not None

    def _only_what_was_given(self, effect: effects.StoreConsent) -> None:
        """To the service goes what the patient has said, to questions that were shown to them."""
        assert effect.method in self.seen.proven
        items = [(answer.item, answer.part) for answer in effect.answers]
        assert len(items) == len(set(items)), "one question answered twice"
        for answer in effect.answers:
            self._was_given(answer)
        flow = self.story.state.rules.flow
        assert set(effect.provided) <= set(flow.by_rule), "provided by no rule"

    def _was_given(self, answer: Answer) -> None:
        assert answer.text_id == self.seen.session_id, "an answer of another patient"
        wholes = [answer.item, *(item for item, parts in PARTS.items() if answer.item in parts)]
        given = [each for whole in wholes for each in self.seen.tapped if each.item is whole]
        decisions = {each.decision for each in given if each.part == answer.part}
        assert answer.decision in decisions, "nobody has said that"
        shown = {item for item, part in self.seen.shown if part == answer.part}
        assert shown & set(wholes), "data given without its question shown"

    # What holds at each moment.

    @invariant()
    def no_session_outlives_its_end(self) -> None:
        if isinstance(self.story.phase, Idle | Stopped | Completed | Farewell):
            assert not self.workers, "a worker was left behind"

    @invariant()
    def no_card_is_left_waiting(self) -> None:
        state = self.story.state
        waits = isinstance(state.phase, Idle) and not begins_no_session(state)
        if waits and state.devices.card is not None:
            assert state.devices.readiness is not Standby.READY

    @invariant()
    def there_is_a_way_out_for_whoever_does_nothing(self) -> None:
        """Without a touch, a card moved or a word from anywhere, the session ends in time."""
        state, now_ms = self.story.state, self.story.now_ms
        workers = set(self.workers)
        while (due_ms := deadline_ms(state)) is not None:
            now_ms = max(now_ms, due_ms)
            before = state
            state, done = transition(state, events.TimePassed(), now_ms)
            assert state != before, "time goes by, and nothing comes of it"
            workers -= {each.session_id for each in done if isinstance(each, effects.EndWorker)}
            workers |= {each.session_id for each in done if isinstance(each, effects.StartWorker)}
            assert now_ms - self.story.now_ms <= LONGEST_WAY_OUT_MS
        assert not workers, f"{type(state.phase).__name__} has no way out"
        assert isinstance(state.phase, Idle | Stopped | Completed)


def _claims(event: events.Event) -> IdentityMethod:
    match event:
        case events.FaceMatched():
            return IdentityMethod.FACE
        case events.PinAccepted():
            return IdentityMethod.PIN
        case _:
            return IdentityMethod.STAFF


def _reports(session_id: str, request_id: int) -> st.SearchStrategy[events.Event]:
    to = session_id, request_id
    return st.one_of(
        st.builds(events.CardRead, st.just(session_id), CARDS),
        st.builds(events.CardRefused, st.just(session_id), st.sampled_from(StopReason)),
        st.builds(events.FaceOfferKnown, st.just(session_id), st.sampled_from(FaceOffer)),
        st.just(events.NumberBNeeded(session_id)),
        st.just(events.CameraReplugged(session_id)),
        st.just(events.WorkerDied(session_id)),
        st.just(events.ServiceSlow(session_id)),
        st.builds(
            events.FaceObserved, st.just(session_id), st.just(request_id),
            st.sampled_from(Guidance), st.floats(0, 1),
        ),
        st.builds(events.PinRejected, st.just(session_id), st.just(request_id), st.integers(0, 2)),
        st.builds(
            events.EligibilityKnown, st.just(session_id), st.just(request_id), ELIGIBILITIES
        ),
        st.builds(
            events.EligibilityFailed, st.just(session_id), st.just(request_id),
            st.sampled_from(StopReason),
        ),
        st.sampled_from(
            [
                events.FaceRecordOpened(*to),
                events.NumberBRejected(*to),
                events.FaceMatched(*to),
                events.FaceNotMatched(*to),
                events.PinAccepted(*to),
                events.StaffAccepted(*to, "001"),
                events.StaffRejected(*to),
                events.ConsentStored(*to),
                events.ConsentNotStored(*to),
                events.ResultDelivered(*to, "x.xml"),
                events.ResultNotDelivered(*to),
            ]
        ),
    )  # fmt: skip


TestSessions = Sessions.TestCase
TestSessions.settings = walk_settings(walks=100, steps=30)
