"""Leaflet step 2, 本人確認: face, 4-digit PIN, or staff by eye; a way out of every phase."""

from dataclasses import replace
from typing import assert_never

from common.certificate_dates import CertificateStanding
from faceauth.port import MOVES, Guidance
from kiosk.session import events, intents
from kiosk.session.effects import (
    CheckStaffPassword,
    Effect,
    EndWorker,
    OpenFaceRecord,
    QueryEligibility,
    StartCapture,
    StopCapture,
    VerifyPin,
)
from kiosk.session.events import Event
from kiosk.session.screens import FaceOffer, PinOffer, StopReason
from kiosk.session.states import (
    CapturingFace,
    Card,
    CheckingByEye,
    ChoosingMethod,
    ConfirmingLastTry,
    EnteringNumberB,
    EnteringPin,
    Identifying,
    OpeningFaceRecord,
    Pending,
    Phase,
    PlacingPhone,
    ReadingCard,
    Rules,
    Settling,
    Unproven,
    VerifyingPin,
    VerifyingStaff,
    Visit,
)
from kiosk.session.transition import Transition, go, stop
from qualification.port import IdentityMethod
from reader.port import Carrier

FACE_ATTEMPTS = 3
"""More would hold up the queue; the PIN or staff are quicker by then."""

NUMBER_B_ATTEMPTS = 3
"""The card takes ten wrong numbers in its life; whoever errs three times in a row needs help."""

_NOBODY_YET = {Guidance.NO_FACE, Guidance.NO_PICTURE}

_FACE = IdentityMethod.FACE

_NOTHING_TO_COMPARE = {FaceOffer.NO_PHOTO, FaceOffer.SURFACE_UNREADABLE, FaceOffer.PHONE}
"""Staff cannot compare a person with a photo that there is not, or that stays closed."""


SIGNERS_OFFERS = {FaceOffer.TOO_OFTEN, FaceOffer.UNAVAILABLE}
"""Stand whatever the worker says of camera and photo."""

_MayChooseFace = ChoosingMethod | ConfirmingLastTry | EnteringPin | CheckingByEye | EnteringNumberB

_STAFF_MAY = {FaceOffer.NO_CAMERA, *SIGNERS_OFFERS}
"""They need no camera, and no try of their own is counted."""


def begin(reading: ReadingCard, card: Card, rules: Rules) -> Transition:
    """Offer the choice as soon as the card is read; the face is prepared meanwhile.

    A phone leaves no choice: of an Android the PIN is typed, an iPhone has asked its owner itself.
    """
    session = reading.session
    match card.carrier:
        case Carrier.CARD:
            face = reading.face if rules.offers_face else FaceOffer.UNAVAILABLE
            unproven = Unproven(session, card, face)
            if reading.again is None:
                return go(ChoosingMethod(unproven))
            unproven = replace(unproven, face_attempts=reading.again.face_attempts)
            return _start_capture(unproven) if face.may_be_tried else go(ChoosingMethod(unproven))
        case _ if (reason := _against_phone(card, rules)) is not None:
            return stop(session, reason)
        case Carrier.ANDROID if card.pin is PinOffer.READY:
            return go(_pin_phase(Unproven(session, card, FaceOffer.PHONE), was_wrong=False))
        case Carrier.ANDROID:
            return go(ChoosingMethod(Unproven(session, card, FaceOffer.PHONE)))
        case Carrier.IPHONE:
            return prove(Unproven(session, card, FaceOffer.PHONE), IdentityMethod.PHONE)
        case _:
            assert_never(card.carrier)


def _against_phone(card: Card, rules: Rules) -> StopReason | None:
    """Why the phone cannot be used; its certificate has no grace (sources: domain 4)."""
    if not rules.reads_phones:
        return StopReason.PHONE_NOT_READ
    if card.certificate is CertificateStanding.GRACE:
        return StopReason.PHONE_CERTIFICATE_EXPIRED
    return None


def identify(phase: Identifying, event: Event, rules: Rules) -> Transition | None:
    """The step that `event` causes in a phase of identification."""
    if not rules.offers_face:
        event = _without_face(phase, event)
    if isinstance(event, events.FaceOfferKnown) and _is_no_news(phase.unproven, event.offer):
        return None
    if isinstance(event, events.CameraReplugged):
        return _with_camera(phase) if rules.offers_face else None
    match phase:
        case VerifyingPin():
            step = _pin_answered(phase, event, rules)
        case VerifyingStaff():
            step = _staff_answered(phase, event)
        case CapturingFace():
            step = _capturing(phase, event)
        case EnteringPin():
            step = _entering_pin(phase, event)
        case CheckingByEye():
            step = _checking_by_eye(phase, event)
        case ConfirmingLastTry():
            step = _confirming(phase, event)
        case EnteringNumberB():
            step = _entering_number_b(phase, event)
        case OpeningFaceRecord():
            step = _face_record_answered(phase, event)
        case ChoosingMethod():
            step = None
        case _:
            assert_never(phase)
    return step or _change_of_method(phase, event, rules)


def _is_no_news(unproven: Unproven, offer: FaceOffer) -> bool:
    """Two processes speak of the face; and whatever becomes of the camera, it is not for a phone.

    A card without photo stays one, tried too often or not: staff cannot compare either.
    """
    if offer in SIGNERS_OFFERS and not unproven.face.may_be_tried:
        return True
    if unproven.face in SIGNERS_OFFERS and offer.may_be_tried:
        return True
    return unproven.card.carrier.is_phone


def _with_camera(phase: Identifying) -> Transition | None:
    """The face is offered again; whoever chooses it waits until a new worker has read the card."""
    if phase.unproven.face is not FaceOffer.NO_CAMERA:
        return None
    unproven = replace(phase.unproven, face=FaceOffer.READY, camera_replugged=True)
    return go(replace(phase, unproven=unproven))


def needs_new_worker(phase: Phase) -> Unproven | None:
    """Who is there, where the face can be chosen, and the worker has no camera for it."""
    if isinstance(phase, _MayChooseFace) and phase.unproven.camera_replugged:
        return phase.unproven
    return None


def _without_face(phase: Identifying, event: Event) -> Event:
    """Where the service says only now that it takes no face: as if the camera had been lost."""
    session_id = phase.unproven.session.session_id
    match event:
        case events.ServiceChecked():
            return events.FaceOfferKnown(session_id, FaceOffer.UNAVAILABLE)
        case events.FaceOfferKnown(offer=offer) if offer.may_be_tried:
            return events.FaceOfferKnown(session_id, FaceOffer.UNAVAILABLE)
        case _:
            return event


def _change_of_method(phase: Identifying, event: Event, rules: Rules) -> Transition | None:
    """What a tap on another method does, wherever the patient is."""
    if isinstance(phase, VerifyingPin | VerifyingStaff | OpeningFaceRecord):
        return _with_news(phase, event)
    unproven = phase.unproven
    leave: tuple[Effect, ...] = ()
    if isinstance(phase, CapturingFace):
        leave = (StopCapture(unproven.session.session_id),)
    match event:
        case intents.FaceChosen() if unproven.face.may_be_tried and not leave:
            return _face_phase(unproven)
        case intents.PinChosen() if unproven.card.pin is PinOffer.READY:
            return go(_pin_phase(unproven, was_wrong=False), *leave)
        case intents.PhoneChosen() if rules.reads_phones and not unproven.card.carrier.is_phone:
            return go(PlacingPhone(), *leave, EndWorker(unproven.session.session_id))
        case events.CheckedByStaff() if _staff_may_check(unproven, rules):
            step, effects = _checked_by_staff(unproven)
            return go(step, *leave, *effects)
        case events.StaffCame() if leave:
            return go(ChoosingMethod(unproven), *leave)  # No camera looks at staff.
        case intents.StaffChosen() if _staff_may_check(unproven, rules):
            return go(CheckingByEye(unproven), *leave)
        case intents.StaffChosen():
            return stop(unproven.session, StopReason.STAFF_CALLED)
        case intents.BackChosen():
            return go(ChoosingMethod(unproven), *leave)
        case _:
            return _with_news(phase, event)


def _with_news(phase: Identifying, event: Event) -> Transition | None:
    """Keep what became known of the face for the moment at which it is chosen."""
    match event:
        case events.FaceOfferKnown(offer=offer):
            return go(replace(phase, unproven=replace(phase.unproven, face=offer)))
        case events.NumberBNeeded():
            return go(replace(phase, unproven=replace(phase.unproven, number_b_needed=True)))
        case _:
            return None


def _staff_may_check(unproven: Unproven, rules: Rules) -> bool:
    return rules.offers_staff_check and unproven.face not in _NOTHING_TO_COMPARE


def _face_phase(unproven: Unproven) -> Transition:
    if unproven.number_b_needed:
        return go(EnteringNumberB(unproven, IdentityMethod.FACE))
    return _start_capture(unproven)


def _start_capture(unproven: Unproven) -> Transition:
    session = unproven.session.asking()
    return go(
        CapturingFace(replace(unproven, session=session), session.requests),
        StartCapture(session.session_id, session.requests),
    )


def _pin_phase(unproven: Unproven, *, was_wrong: bool) -> EnteringPin | ConfirmingLastTry:
    """Never let the last try be typed by accident: unlocking means a trip to the city office."""
    if unproven.card.pin_tries_left == 1:
        return ConfirmingLastTry(unproven)
    return EnteringPin(unproven, was_wrong)


def _capturing(phase: CapturingFace, event: Event) -> Transition | None:
    session_id = phase.unproven.session.session_id
    match event:
        case events.FaceObserved(guidance=guidance, progress=progress):
            somebody = phase.somebody or guidance not in _NOBODY_YET
            return go(replace(phase, guidance=guidance, progress=progress, somebody=somebody))
        case events.FaceMatched():
            return prove(phase.unproven, IdentityMethod.FACE)
        case events.FaceNotMatched():
            return go(ChoosingMethod(after_failed_face(phase)))
        case events.FaceOfferKnown(offer=offer) if not offer.may_be_tried:
            unproven = replace(phase.unproven, face=offer)
            return go(ChoosingMethod(unproven), StopCapture(session_id))
        case events.NumberBNeeded():
            unproven = replace(phase.unproven, number_b_needed=True)
            return go(EnteringNumberB(unproven, IdentityMethod.FACE), StopCapture(session_id))
        case _:
            return None


def after_failed_face(phase: CapturingFace) -> Unproven:
    """Count the attempt; after the last one the face is not offered any more."""
    attempts = phase.unproven.face_attempts + 1
    offer = FaceOffer.AGAIN if attempts < FACE_ATTEMPTS else FaceOffer.NOT_MATCHED
    hindrance = Guidance.NONE if phase.guidance in MOVES else phase.guidance
    return replace(phase.unproven, face_attempts=attempts, face=offer, hindrance=hindrance)


def _confirming(phase: ConfirmingLastTry, event: Event) -> Transition | None:
    match event:
        case intents.LastTryConfirmed():
            return go(EnteringPin(phase.unproven))
        case _:
            return None


def _entering_number_b(phase: EnteringNumberB, event: Event) -> Transition | None:
    match event:
        case intents.NumberBEntered(number_b=number_b):
            session = phase.unproven.session.asking()
            unproven = replace(phase.unproven, session=session)
            return go(
                OpeningFaceRecord(unproven, phase.then, session.requests),
                OpenFaceRecord(session.session_id, session.requests, number_b),
            )
        case _:
            return None


def _face_record_answered(phase: OpeningFaceRecord, event: Event) -> Transition | None:
    unproven = phase.unproven
    match event:
        case events.FaceRecordOpened():
            unproven = replace(unproven, number_b_needed=False)
            if phase.then is IdentityMethod.STAFF:
                return prove(unproven, IdentityMethod.STAFF)
            return _start_capture(unproven)
        case events.NumberBRejected():
            attempts = unproven.number_b_attempts + 1
            unproven = replace(unproven, number_b_attempts=attempts)
            if attempts == NUMBER_B_ATTEMPTS:
                return go(ChoosingMethod(replace(unproven, face=FaceOffer.SURFACE_UNREADABLE)))
            return go(EnteringNumberB(unproven, phase.then, was_wrong=True))
        case events.FaceOfferKnown(offer=offer) if offer in _STAFF_MAY and phase.then is not _FACE:
            return None
        case events.FaceOfferKnown(offer=offer) if not offer.may_be_tried:
            return go(ChoosingMethod(replace(unproven, face=offer)))
        case _:
            return None


def _entering_pin(phase: EnteringPin, event: Event) -> Transition | None:
    match event:
        case intents.PinEntered(pin=pin):
            session = phase.unproven.session.asking()
            return go(
                VerifyingPin(replace(phase.unproven, session=session), session.requests),
                VerifyPin(session.session_id, session.requests, pin),
            )
        case _:
            return None


def _pin_answered(phase: VerifyingPin, event: Event, rules: Rules) -> Transition | None:
    match event:
        case events.CardRead(card=card):  # An Android phone shows its certificate after its PIN.
            reason = _against_phone(card, rules)
            if reason is not None:
                return stop(phase.unproven.session, reason)
            return go(replace(phase, unproven=replace(phase.unproven, card=card)))
        case events.PinAccepted():
            return prove(phase.unproven, IdentityMethod.PIN)
        case events.PinRejected(tries_left=0):
            card = replace(phase.unproven.card, pin=PinOffer.LOCKED, pin_tries_left=0)
            return go(ChoosingMethod(replace(phase.unproven, card=card)))
        case events.PinRejected(tries_left=tries_left):
            card = replace(phase.unproven.card, pin_tries_left=tries_left)
            return go(_pin_phase(replace(phase.unproven, card=card), was_wrong=True))
        case _:
            return None


def _checking_by_eye(phase: CheckingByEye, event: Event) -> Transition | None:
    match event:
        case intents.StaffPasswordEntered(password=password):
            session = phase.unproven.session.asking()
            return go(
                VerifyingStaff(replace(phase.unproven, session=session), session.requests),
                CheckStaffPassword(session.session_id, session.requests, password),
            )
        case _:
            return None


def _staff_answered(phase: VerifyingStaff, event: Event) -> Transition | None:
    match event:
        case events.StaffAccepted():
            return _checked_by_staff(phase.unproven)
        case events.StaffRejected(is_locked=is_locked):
            return go(CheckingByEye(phase.unproven, not is_locked, is_locked))
        case _:
            return None


def _checked_by_staff(unproven: Unproven) -> Transition:
    if unproven.number_b_needed:
        return go(EnteringNumberB(unproven, IdentityMethod.STAFF))
    return prove(unproven, IdentityMethod.STAFF)


def prove(unproven: Unproven, method: IdentityMethod) -> Transition:
    """Identity is proven: send the query at once, it runs while the patient reads."""
    session = unproven.session.asking()
    visit = Visit(session, unproven.card, method, Pending(session.requests))
    return go(
        Settling(visit),
        QueryEligibility(session.session_id, session.requests, method),
    )
