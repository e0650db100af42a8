"""What a state looks like on the screen."""

from typing import assert_never

from common.certificate_dates import CertificateStanding
from consent.port import Item
from kiosk.session import screens
from kiosk.session.flow import LEAVING_DECLINES
from kiosk.session.screens import (
    CardMay,
    FaceOffer,
    Notice,
    PinOffer,
    Screen,
    ScreenModel,
    Standby,
    WorkerProblem,
)
from kiosk.session.states import (
    Asking,
    AwaitingQualification,
    CapturingFace,
    CheckingByEye,
    ChoosingMethod,
    Completed,
    ConfirmingLastTry,
    Devices,
    Eligibility,
    EnteringNumberB,
    EnteringPin,
    Farewell,
    Idle,
    OpeningFaceRecord,
    PlacingPhone,
    ReadingCard,
    Registering,
    Rules,
    Settling,
    State,
    Stopped,
    StoringConsent,
    Unproven,
    VerifyingPin,
    VerifyingStaff,
    Visit,
    agreed,
    session_of,
)
from qualification.port import Prescription


def project(state: State) -> ScreenModel:
    session = session_of(state.phase)
    return ScreenModel(
        _screen(state),
        _step_number(state),
        _card_may(state),
        state.rules.idle_warning_ms if state.warned else None,
        None if session is None else session.session_id,
        state.devices.card is not None and state.devices.card.is_phone,
        state.message,
    )


def _screen(state: State) -> Screen:
    if state.paused_since_ms is not None:
        return screens.StaffHere()
    match state.phase:
        case Idle() if state.closed is not None:
            return screens.OutOfService(state.closed.reason, state.closed.text)
        case Idle():
            return _between_sessions(state.devices, agreed(state.rules, state.devices))
        case PlacingPhone():
            return screens.PlacePhone(card_present=state.devices.card is not None)
        case ReadingCard():
            return screens.Reading()
        case ChoosingMethod(unproven=unproven):
            return screens.ChooseMethod(
                unproven.face,
                unproven.card.pin,
                _notice(unproven),
                unproven.number_b_needed,
                unproven.hindrance,
                phone_offered=not unproven.card.carrier.is_phone
                and agreed(state.rules, state.devices).reads_phones,
            )
        case CapturingFace(unproven=unproven, guidance=guidance, progress=progress):
            return screens.Face(
                guidance,
                progress,
                pin_offered=unproven.card.pin is PinOffer.READY,
                preparing=unproven.face is FaceOffer.PREPARING,
            )
        case ConfirmingLastTry(unproven=unproven):
            return _pin(unproven, was_wrong=False, confirm_last_try=True)
        case EnteringPin(unproven=unproven, was_wrong=was_wrong):
            return _pin(unproven, was_wrong=was_wrong, confirm_last_try=False)
        case CheckingByEye(was_wrong=was_wrong, is_locked=is_locked):
            return screens.StaffCheck(was_wrong, is_locked)
        case EnteringNumberB(was_wrong=was_wrong):
            return screens.NumberB(was_wrong)
        case OpeningFaceRecord():
            return screens.Waiting(screens.WaitingFor.FACE_RECORD)
        case VerifyingPin() | VerifyingStaff() | Settling():
            return screens.Waiting(screens.WaitingFor.IDENTITY)
        case Asking(visit=Visit(query=Eligibility() as known), item=Item.LIMIT_INFORMATION as item):
            return screens.Question(item, known.limit_category)
        case Asking(
            visit=Visit(query=Eligibility(prescriptions=all_of_them)),
            item=item,
            prescription=Prescription() as asked,
        ):
            number, of = all_of_them.index(asked) + 1, len(all_of_them)
            return screens.Question(item, prescription=asked, number=number, of=of)
        case Asking(item=item):
            return screens.Question(item)
        case Registering(visit=visit):
            return screens.Waiting(screens.WaitingFor.REGISTRATION, visit.slow)
        case AwaitingQualification(visit=visit):
            return screens.Waiting(screens.WaitingFor.QUALIFICATION, visit.slow)
        case StoringConsent():
            return screens.Waiting(screens.WaitingFor.STORAGE)
        case Completed(notice=notice, card_left=card_left):
            return screens.Completed(notice, card_left)
        case Farewell(notice=notice):
            return screens.Farewell(notice)
        case Stopped(reason=reason, card_left=card_left):
            card_present = state.devices.card is not None
            return screens.Stopped(reason, card_present, card_present and card_left)
        case _:
            assert_never(state.phase)


def _between_sessions(devices: Devices, rules: Rules) -> Screen:
    if devices.readiness is Standby.PREPARING:  # What the reader's state is may not be known yet.
        return screens.Preparing(card_placed=devices.card is not None)
    if devices.reader_problem is not None:
        return screens.OutOfService(devices.reader_problem)
    if isinstance(devices.readiness, WorkerProblem):
        return screens.OutOfService(devices.readiness)
    return screens.Attract(devices.camera_works, devices.service_works, rules.reads_phones)


def _pin(unproven: Unproven, *, was_wrong: bool, confirm_last_try: bool) -> screens.Pin:
    return screens.Pin(
        unproven.card.pin_tries_left,
        was_wrong,
        confirm_last_try,
        face_offered=unproven.face.may_be_tried,
    )


def _notice(unproven: Unproven) -> Notice | None:
    match unproven.card.certificate:
        case CertificateStanding.VALID:
            return None
        case CertificateStanding.EXPIRES_SOON:
            return Notice.CERTIFICATE_EXPIRES_SOON
        case CertificateStanding.GRACE:
            return Notice.CERTIFICATE_GRACE
        case _:
            assert_never(unproven.card.certificate)


def _step_number(state: State) -> int:
    """The leaflet's four steps; 0 where no reception is going on."""
    match state.phase:
        case Idle() | Stopped():
            return 0
        case PlacingPhone() | ReadingCard():
            return 1
        case Asking(item=item) if item in LEAVING_DECLINES:
            return 4
        case StoringConsent() | Completed() | Farewell():
            return 4
        case Asking() | Registering() | AwaitingQualification():
            return 3
        case _:
            return 2


def _card_may(state: State) -> CardMay:
    match state.phase:
        case Idle() if state.devices.card is not None:
            preparing = state.devices.readiness is Standby.PREPARING and state.closed is None
            return CardMay.STAY if preparing else CardMay.BE_TAKEN
        case PlacingPhone() if state.devices.card is not None:
            return CardMay.BE_TAKEN
        case PlacingPhone() | Idle() | Farewell():
            return CardMay.BE_PLACED
        case Completed():
            return CardMay.BE_TAKEN
        case Stopped():
            return CardMay.BE_TAKEN if state.devices.card is not None else CardMay.BE_PLACED
        case _:
            return CardMay.STAY
