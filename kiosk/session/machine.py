"""The session: `transition(state, event, now_ms)`, a pure function.

No Qt, no I/O, no clock. What may happen in any phase (card gone, device lost, staff reset, time
over, worker dead) is handled here, before any phase sees the event; the phases themselves are in
`identification` and `visiting`.
"""

from dataclasses import replace
from typing import assert_never

from kiosk.session import delays, events, intents
from kiosk.session.attended import attended, begins_no_session, same_person
from kiosk.session.effects import Effect, EndWorker, StartWorker, StopCapture
from kiosk.session.events import Event
from kiosk.session.identification import (
    SIGNERS_OFFERS,
    after_failed_face,
    begin,
    identify,
    needs_new_worker,
)
from kiosk.session.screens import FaceOffer, Notice, Standby, StopReason
from kiosk.session.states import (
    AnsweredByPatient,
    Asking,
    AwaitingQualification,
    CapturingFace,
    CheckingByEye,
    ChoosingMethod,
    Completed,
    ConfirmingLastTry,
    Delivery,
    Devices,
    EnteringNumberB,
    EnteringPin,
    Farewell,
    Idle,
    OpeningFaceRecord,
    Pending,
    Phase,
    PlacedCard,
    PlacingPhone,
    ReadingCard,
    Registering,
    Rules,
    Session,
    Settling,
    State,
    Stopped,
    StoringConsent,
    Unproven,
    VerifyingPin,
    VerifyingStaff,
    agreed,
    session_of,
)
from kiosk.session.transition import Transition, go, stop
from kiosk.session.visiting import next_question, proceed


def initial(rules: Rules, now_ms: int) -> State:
    return State(Idle(), now_ms, rules)


def transition(state: State, event: Event, now_ms: int) -> tuple[State, tuple[Effect, ...]]:
    """The next state and what is to be done; an event that means nothing changes nothing."""
    if _is_late(state.phase, event):
        return state, ()
    if isinstance(event, intents.StillHere):
        return _stay(state, now_ms), ()
    if _paused_too_long(state, event, now_ms):
        state, event = replace(state, paused_since_ms=None), events.StaffReset()
    if state.paused_since_ms is not None and isinstance(event, intents.Intent):
        return state, ()  # A touch that was on its way: staff have the screen.
    before, state = state, attended(state, event, now_ms)
    if isinstance(event, events.TimePassed) and _is_due(state, now_ms) and _warns_first(state):
        return replace(state, warned=True, since_ms=now_ms), ()
    devices = _devices_after(state, event)
    phase, effects = _step(state, devices, event, now_ms) or go(state.phase)
    phase = _in_words_of_phones(state.devices, phase)
    if _may_begin(state, phase, devices) and devices.card:
        phase, more = _start(devices.card, agreed(state.rules, devices))
        effects += more
        begun = devices.card.sessions_begun + 1
        devices = replace(devices, card=replace(devices.card, sessions_begun=begun))
    if any(isinstance(effect, StartWorker) for effect in effects):
        devices = replace(devices, readiness=Standby.PREPARING)  # This worker is taken.
    if _has_found_no_service(state.phase, phase):
        devices = replace(devices, service_works=False)  # The next patient is told beforehand.
    goes_on = _same_wait(state.phase, phase)
    since_ms = state.since_ms if goes_on else now_ms
    if isinstance(event, events.CardRemoved) and isinstance(phase, Stopped):
        since_ms = now_ms  # The message stays a while longer once the card is gone.
    after = replace(
        state,
        phase=phase,
        since_ms=since_ms,
        devices=devices,
        warned=goes_on and state.warned,
        help_called=goes_on and (state.help_called or isinstance(event, intents.StaffChosen)),
    )
    if not same_person(before, after):
        after = replace(after, message="")
    return after, effects


def _paused_too_long(state: State, event: Event, now_ms: int) -> bool:
    is_paused = state.paused_since_ms is not None
    return is_paused and isinstance(event, events.TimePassed) and _is_due(state, now_ms)


def _may_begin(state: State, phase: Phase, devices: Devices) -> bool:
    is_ready = isinstance(phase, Idle) and devices.readiness is Standby.READY
    return is_ready and not begins_no_session(state)


def _in_words_of_phones(devices: Devices, phase: Phase) -> Phase:
    """What is said of a card that was taken has other words for a phone that was moved."""
    is_phone = devices.card is not None and devices.card.is_phone
    if is_phone and phase == Stopped(StopReason.CARD_REMOVED):
        return Stopped(StopReason.PHONE_REMOVED)
    return phase


def _has_found_no_service(old: Phase, new: Phase) -> bool:
    """Just now: what a later check finds counts more."""
    if isinstance(old, Stopped) or not isinstance(new, Stopped):
        return False
    return new.reason is StopReason.SERVICE_UNREACHABLE


def _stay(state: State, now_ms: int) -> State:
    """The time to answer begins anew; a touch is all it takes."""
    if not isinstance(state.phase, AnsweredByPatient):
        return state
    return replace(state, warned=False, since_ms=now_ms)


def _warns_first(state: State) -> bool:
    return isinstance(state.phase, AnsweredByPatient) and not state.warned


def _is_due(state: State, now_ms: int) -> bool:
    due_ms = deadline_ms(state)
    return due_ms is not None and now_ms >= due_ms


def deadline_ms(state: State) -> int | None:
    """When `TimePassed` is due; None where only a person or a device can end the phase."""
    if state.paused_since_ms is not None:
        return state.paused_since_ms + delays.STAFF_PAUSE_MS
    if state.warned:
        return state.since_ms + state.rules.idle_warning_ms
    wait_ms = _wait_ms(state)
    if wait_ms is not None and isinstance(state.phase, AnsweredByPatient | CapturingFace):
        wait_ms = round(wait_ms * state.rules.patience)
    return None if wait_ms is None else state.since_ms + wait_ms


def _is_late(phase: Phase, event: Event) -> bool:
    """An answer to a session that ended, or to a question that is no longer open."""
    if not isinstance(event, events.WorkerEvent):
        return False
    session = session_of(phase)
    if session is None or event.session_id != session.session_id:
        return True
    match event:
        case events.EligibilityKnown() | events.EligibilityFailed():
            visit = getattr(phase, "visit", None)
            return visit is None or visit.query != Pending(event.request_id)
        case events.CardRead() | events.CardRefused() | events.WorkerDied():
            return False
        case events.FaceOfferKnown() | events.NumberBNeeded() | events.ServiceSlow():
            return False
        case events.CameraReplugged():
            return False
        case _:
            return bool(getattr(phase, "request_id", None) != event.request_id)


def _same_wait(old: Phase, new: Phase) -> bool:
    """Whether the clock of a phase goes on: news during a wait is not a new wait."""
    match old, new:
        case CapturingFace(), CapturingFace():
            return old.somebody == new.somebody
        case Asking(), Asking():
            return (old.item, old.part) == (new.item, new.part)
        case _:
            return type(old) is type(new)


def _devices_after(state: State, event: Event) -> Devices:
    devices = state.devices
    match event:
        case events.CardInserted(session_id=session_id, reader=reader):
            card = PlacedCard(session_id, reader, isinstance(state.phase, PlacingPhone))
            return replace(devices, reader_problem=None, card=card)
        case events.CardRead(card=card) if devices.card is not None:
            placed = replace(devices.card, is_phone=card.carrier.is_phone)
            return replace(devices, card=placed)
        case events.CardRemoved():
            return replace(devices, card=None)
        case events.ReaderFound():
            return replace(devices, reader_problem=None)
        case events.ReaderLost(problem=problem):
            return replace(devices, reader_problem=problem, card=None)
        case events.ReadinessChanged(readiness=readiness):
            return replace(devices, readiness=readiness)
        case events.FaceOfferKnown(offer=FaceOffer.NO_CAMERA):
            return replace(devices, camera_works=False)
        case events.FaceOfferKnown(offer=FaceOffer.READY) | events.CameraReplugged():
            return replace(devices, camera_works=True)
        case events.EligibilityKnown():
            return replace(devices, service_works=True)
        case events.ServiceChecked(accepted_proofs=None):
            return replace(devices, service_works=False)
        case events.ServiceChecked(accepted_proofs=accepted):
            return replace(devices, service_works=True, accepted_proofs=accepted)
        case _:
            return devices


def _step(state: State, devices: Devices, event: Event, now_ms: int) -> Transition | None:
    phase = state.phase
    session = session_of(phase)
    match event:
        case events.TimePassed():
            return _time_over(state, devices) if _is_due(state, now_ms) else None
        case events.ReaderLost():
            return _without_card(phase, session)
        case events.StaffReset():
            return _reset(phase, session, devices)
        case events.CardInserted():
            return _card_placed(phase, session)
        case events.WorkerDied():
            return _worker_died(phase, session)
        case events.CardRefused(reason=reason) if session is not None:
            if isinstance(phase, Completed | Farewell):
                return None  # The reception is done, whatever the worker said last.
            return stop(session, _as_told(reason, agreed(state.rules, devices)))
        case intents.FaceChosen() if again := needs_new_worker(phase):
            return _read_again(state, again, devices)
        case _:
            return _in_phase(phase, event, agreed(state.rules, devices))


def _in_phase(phase: Phase, event: Event, rules: Rules) -> Transition | None:
    match phase:
        case Idle():
            return _idle(event, rules)
        case PlacingPhone():
            return _placing_phone(event)
        case ReadingCard():
            return _reading(phase, event, rules)
        case Settling() | Asking() | Registering() | AwaitingQualification() | StoringConsent():
            return proceed(phase, event, rules.flow)
        case Completed() | Farewell():
            return _ending(phase, event)
        case Stopped():
            return _stopped(phase, event)
        case _:
            if isinstance(event, events.CardRemoved):
                return stop(phase.unproven.session, StopReason.CARD_REMOVED)
            return identify(phase, event, rules)


def _as_told(reason: StopReason, rules: Rules) -> StopReason:
    """Nobody is asked to do something with a phone that is not read all the same."""
    if reason is StopReason.PHONE_NOT_CONFIRMED and not rules.reads_phones:
        return StopReason.PHONE_NOT_READ
    return reason


def _idle(event: Event, rules: Rules) -> Transition | None:
    match event:
        case intents.PhoneChosen() if rules.reads_phones:
            return go(PlacingPhone())
        case _:
            return None


def _placing_phone(event: Event) -> Transition | None:
    """The phone itself comes as a card does, and ends this phase."""
    match event:
        case intents.BackChosen():
            return go(Idle())
        case _:
            return None


def _after_placing(devices: Devices) -> Transition:
    if devices.card is not None:
        return go(Stopped(StopReason.TIMED_OUT))
    return go(Idle())


def _start(card: PlacedCard, rules: Rules) -> Transition:
    session = Session(card.next_session_id)
    return go(ReadingCard(session), _start_worker(session, card, rules))


def _read_again(state: State, unproven: Unproven, devices: Devices) -> Transition | None:
    """With a new worker, in the same session."""
    if devices.card is None or devices.readiness is not Standby.READY:
        return None
    session = unproven.session
    return go(
        ReadingCard(session, again=unproven),
        EndWorker(session.session_id),
        _start_worker(session, devices.card, agreed(state.rules, devices)),
    )


def _start_worker(session: Session, card: PlacedCard, rules: Rules) -> StartWorker:
    reads_photo = rules.offers_face or rules.offers_staff_check
    return StartWorker(session.session_id, card.reader, reads_photo)


def _reading(phase: ReadingCard, event: Event, rules: Rules) -> Transition | None:
    match event:
        case events.CardRead(card=card):
            return begin(phase, card, rules)
        case events.FaceOfferKnown(offer=offer) if offer in SIGNERS_OFFERS:
            return go(replace(phase, face=offer))
        case events.CardRemoved():
            return stop(phase.session, StopReason.CARD_REMOVED)
        case intents.StaffChosen():
            return stop(phase.session, StopReason.STAFF_CALLED)
        case _:
            return None


def _ending(phase: Completed | Farewell, event: Event) -> Transition | None:
    match event:
        case events.ResultDelivered():
            notice = None if phase.notice is Notice.RESULT_DELAYED else phase.notice
            return go(replace(phase, delivery=Delivery.DONE, notice=notice))
        case events.ResultNotDelivered():
            return go(_delayed(phase))
        case events.CardRemoved():
            return go(Farewell(phase.session, phase.request_id, phase.delivery, phase.notice))
        case _:
            return None


def _delayed(phase: Completed | Farewell) -> Completed | Farewell:
    """The patient is received, the receipt computer is not told: staff must know."""
    return replace(phase, delivery=Delivery.FAILED, notice=Notice.RESULT_DELAYED)


def _stopped(phase: Stopped, event: Event) -> Transition | None:
    match event:
        case intents.FinishChosen():
            return go(Idle())
        case _:
            return None


def _card_placed(phase: Phase, session: Session | None) -> Transition | None:
    """A new card's session begins as soon as it can, out of `Idle`.

    An earlier patient's result is on its way without us.
    """
    match phase:
        case Completed():
            return None
        case Farewell():
            return go(Idle())
        case _ if session is not None:
            return go(Idle(), EndWorker(session.session_id))
        case _:
            return go(Idle())


def _without_card(phase: Phase, session: Session | None) -> Transition | None:
    """The reader is gone: the session with it, but not a reception that is already done."""
    match phase:
        case Completed():
            return go(Farewell(phase.session, phase.request_id, phase.delivery, phase.notice))
        case Farewell():
            return None
        case _ if session is not None:
            return go(Idle(), EndWorker(session.session_id))
        case _:
            return go(Idle())


def _reset(phase: Phase, session: Session | None, devices: Devices) -> Transition | None:
    end = () if session is None else (EndWorker(session.session_id),)
    if devices.card is not None:
        return go(Stopped(StopReason.RESET_BY_STAFF), *end)
    return go(Idle(), *end)


def _worker_died(phase: Phase, session: Session | None) -> Transition | None:
    match phase:
        case Completed() | Farewell():
            return None  # Its work was done.
        case _:
            return None if session is None else stop(session, StopReason.INTERNAL_FAULT)


def _time_over(state: State, devices: Devices) -> Transition | None:
    phase = state.phase
    match phase:
        case PlacingPhone():
            return _after_placing(devices)
        case ReadingCard():
            return stop(phase.session, StopReason.CARD_UNREADABLE)
        case VerifyingPin() | OpeningFaceRecord():
            return stop(phase.unproven.session, StopReason.CARD_UNREADABLE)
        case CapturingFace():
            unproven = after_failed_face(phase) if phase.somebody else phase.unproven
            return go(ChoosingMethod(unproven), StopCapture(unproven.session.session_id))
        case ChoosingMethod() | ConfirmingLastTry() | EnteringPin() | CheckingByEye():
            return stop(phase.unproven.session, StopReason.TIMED_OUT)
        case EnteringNumberB():
            return stop(phase.unproven.session, StopReason.TIMED_OUT)
        case VerifyingStaff():
            return stop(phase.unproven.session, StopReason.INTERNAL_FAULT)
        case Settling():
            return next_question(phase.visit, state.rules.flow)
        case Asking():
            return stop(phase.visit.session, StopReason.TIMED_OUT)
        case Registering() | AwaitingQualification():
            return stop(phase.visit.session, StopReason.SERVICE_UNREACHABLE)
        case StoringConsent():
            return stop(phase.visit.session, StopReason.CONSENT_NOT_STORED)
        case Completed(delivery=Delivery.PENDING) | Farewell(delivery=Delivery.PENDING):
            return go(_delayed(phase))
        case Completed():
            return go(replace(phase, card_left=True))
        case Stopped() if devices.card is not None:
            return go(replace(phase, card_left=True))
        case Idle() | Farewell() | Stopped():
            return go(Idle())
        case _:
            assert_never(phase)


def _wait_ms(state: State) -> int | None:
    match state.phase:
        case Idle():
            return None
        case PlacingPhone():
            return delays.PLACE_PHONE_MS
        case ReadingCard():
            return delays.READ_CARD_MS
        case ChoosingMethod() | ConfirmingLastTry():
            return delays.CHOOSE_MS
        case CapturingFace():
            return delays.FACE_MS
        case EnteringPin():
            return delays.PIN_MS
        case VerifyingPin():
            return delays.VERIFY_PIN_MS
        case EnteringNumberB():
            return delays.NUMBER_B_MS
        case OpeningFaceRecord():
            return delays.OPEN_FACE_RECORD_MS
        case CheckingByEye():
            return delays.STAFF_MS
        case VerifyingStaff():
            return delays.STAFF_CHECK_MS
        case Settling():
            return delays.SETTLE_MS
        case Asking():
            return delays.QUESTION_MS
        case Registering():
            return delays.REGISTRATION_MS
        case AwaitingQualification():
            return delays.QUALIFICATION_MS
        case StoringConsent():
            return delays.STORE_CONSENT_MS
        case Completed(delivery=Delivery.PENDING):
            return delays.DELIVERY_MS
        case Completed(card_left=card_left):
            return None if card_left else state.rules.card_left_ms
        case Farewell(delivery=delivery):
            return delays.DELIVERY_MS if delivery is Delivery.PENDING else delays.FAREWELL_MS
        case Stopped(card_left=card_left) if state.devices.card is not None:
            return None if card_left else state.rules.card_left_ms
        case Stopped():
            return delays.STOPPED_MS
        case _:
            assert_never(state.phase)
