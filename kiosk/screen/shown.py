"""What a screen says and offers, as plain values in the language that is installed."""

from dataclasses import dataclass

from PySide6.QtCore import qtTrId

from consent.port import Item, Text
from faceauth.port import Guidance
from kiosk.session.screens import (
    Attract,
    ChooseMethod,
    Completed,
    Face,
    FaceOffer,
    Farewell,
    Notice,
    NumberB,
    OutOfService,
    Pin,
    PinOffer,
    PlacePhone,
    Preparing,
    Question,
    Reading,
    Screen,
    StaffCheck,
    StaffHere,
    Stopped,
    StopReason,
    Waiting,
)
from kiosk.session.stops import STOPS

FREE_DIAL_REASONS = frozenset(
    {
        StopReason.CARD_UNREADABLE,
        StopReason.CERTIFICATE_MISSING,
        StopReason.CERTIFICATE_EXPIRED,
        StopReason.CERTIFICATE_REVOKED,
        StopReason.CERTIFICATE_ON_HOLD,
        StopReason.NOT_REGISTERED,
        StopReason.LAPSED,
        StopReason.NOT_QUALIFIED,
        StopReason.SERVICE_UNREACHABLE,
        StopReason.SERVICE_REFUSED,
    }
)
"""Where the number of the leaflet helps: the card could not be used as an insurance card."""


@dataclass(frozen=True)
class Shown:
    """One screen in words; empty where a screen has no such part."""

    name: str  # The QML screen, without "Screen.qml"
    title: str
    body: str = ""
    remedy: str = ""  # What to do now
    code: str = ""  # For the call to the help desk
    phone_shown: bool = False  # The free-dial number with its hours
    notice: str = ""
    face_offered: bool = False
    face_note: str = ""
    hindrance: str = ""  # The guidance that the last attempt at the face did not get beyond.
    pin_offered: bool = False
    pin_note: str = ""
    phone_offered: bool = False
    progress: float = 0.0  # 0..1
    last_try_pending: bool = False
    agree: str = ""
    decline: str = ""
    card_left: bool = False
    badge: str = ""
    title_is_private: bool = False  # Not for the ears of others in the room; with a question's body
    notice_is_private: bool = False


PRIVATE_REASONS = frozenset(
    {
        StopReason.LAPSED,
        StopReason.NOT_QUALIFIED,
        StopReason.NOT_REGISTERED,
        StopReason.SERVICE_REFUSED,
    }
)
"""They tell of somebody's insurance; what to do is said aloud all the same."""

PRIVATE_NOTICES = frozenset({Notice.NEW_QUALIFICATION_EXISTS, Notice.NO_MEDICAL_TICKET})

PRIVATE_QUESTIONS = frozenset({Item.SPECIFIC_DISEASE, Item.SUBSIDY})
"""Asked only of those whom they concern: whoever hears one knows that."""


_OTHER_WITH_A_PHONE = frozenset(
    {StopReason.TIMED_OUT, StopReason.RESET_BY_STAFF, StopReason.INTERNAL_FAULT}
)
"""What to do speaks of what lies there."""


def idle_warning() -> Shown:
    """What lies over a screen that nobody has touched for long."""
    return Shown("IdleWarning", qtTrId("idle.title"), body=qtTrId("idle.body"))


def shown(screen: Screen, question: Text | None, *, is_phone: bool = False) -> Shown:
    """Put `screen` into words; `question` is the consent text of a `Question` screen.

    `is_phone`: no card lies in the reader, but a phone.
    """
    match screen:
        case Attract():
            return _attract(screen)
        case PlacePhone(card_present):
            return Shown(
                "PlacePhone",
                qtTrId("place_phone.title"),
                body=qtTrId("place_phone.body"),
                remedy="\n".join((qtTrId("place_phone.iphone"), qtTrId("place_phone.android"))),
                notice=qtTrId("place_phone.card_first") if card_present else "",
            )
        case Preparing(card_placed=True):
            title, body = qtTrId("preparing.card.title"), qtTrId("preparing.card.body")
            return Shown("Preparing", title, body=body)
        case Preparing():
            return Shown("Preparing", qtTrId("preparing.title"), body=qtTrId("preparing.body"))
        case StaffHere():
            return Shown("Staff", qtTrId("staff_here.title"), body=qtTrId("staff_here.body"))
        case OutOfService(problem, text):
            return Shown(
                "OutOfService",
                qtTrId("out_of_service.title"),
                body="\n".join(filter(None, (qtTrId(f"out_of_service.{problem.value}"), text))),
                remedy=qtTrId("out_of_service.remedy"),
            )
        case Reading():
            title, body = _of("reading.title", is_phone), _of("reading.body", is_phone)
            return Shown("Reading", title, body=body)
        case ChooseMethod():
            return _choose_method(screen, is_phone)
        case Face():
            return _face(screen)
        case Pin():
            return _pin(screen, is_phone)
        case NumberB(was_wrong, part):
            return Shown(
                "NumberB",
                qtTrId(f"number_b.{part.value}.title"),
                body=qtTrId(f"number_b.{part.value}.body"),
                notice=qtTrId("number_b.wrong") if was_wrong else "",
            )
        case StaffCheck(was_wrong, is_locked):
            locked = qtTrId("staff_check.locked") if is_locked else ""
            return Shown(
                "StaffCheck",
                qtTrId("staff_check.title"),
                body=qtTrId("staff_check.body"),
                notice=qtTrId("staff_check.wrong") if was_wrong else locked,
            )
        case Question():
            if question is None:
                raise ValueError("a question needs its text")
            return Shown(
                "Question",
                question.title,
                body=question.body,
                agree=question.agree,
                decline=question.decline,
                title_is_private=screen.item in PRIVATE_QUESTIONS,
            )
        case Waiting(what, slow):
            body = _of("waiting.slow", is_phone) if slow else _of("waiting.body", is_phone)
            return Shown("Waiting", qtTrId(f"waiting.{what.value}"), body=body)
        case Completed(notice, card_left):
            return _completed(notice, card_left, is_phone)
        case Farewell(notice):
            return Shown(
                "Farewell",
                qtTrId("farewell.title"),
                body=qtTrId("farewell.body"),
                notice=_notice(notice),
                badge=qtTrId("farewell.badge"),
                notice_is_private=notice in PRIVATE_NOTICES,
            )
        case Stopped():
            return _stopped(screen, is_phone)


def _of(text_id: str, is_phone: bool) -> str:
    """A text that speaks of the card, or the one that speaks of the phone in its place."""
    return qtTrId(f"{text_id}.phone" if is_phone else text_id)


def _attract(screen: Attract) -> Shown:
    """What does not work is said at once, the worst first, with what can still be done."""
    notice = ""
    if not screen.service_works:
        notice = qtTrId("attract.no_service")
    elif not screen.camera_works:
        notice = qtTrId("attract.no_camera")
    return Shown(
        "Attract",
        qtTrId("attract.title"),
        body=qtTrId("attract.body"),
        notice=notice,
        phone_offered=screen.phone_offered,
    )


def _choose_method(screen: ChooseMethod, is_phone: bool) -> Shown:
    return Shown(
        "ChooseMethod",
        qtTrId("choose_method.title"),
        face_offered=screen.face.may_be_tried,
        face_note=_face_note(screen),
        hindrance=screen.hindrance.value if _tells_hindrance(screen) else "",
        pin_offered=screen.pin is PinOffer.READY,
        pin_note=_of(f"pin_offer.{screen.pin.value}", is_phone),
        phone_offered=screen.phone_offered,
        notice=_notice(screen.notice),
        notice_is_private=screen.notice in PRIVATE_NOTICES,
    )


def _face_note(screen: ChooseMethod) -> str:
    if screen.number_b_needed and screen.face.may_be_tried:
        return qtTrId("face_offer.number_b")
    if _tells_hindrance(screen):
        # What would help says more than that it did not work; at the camera it stands on two lines.
        return " ".join(qtTrId(f"guidance.{screen.hindrance.value}").split("\n"))
    return qtTrId(f"face_offer.{screen.face.value}")


def _tells_hindrance(screen: ChooseMethod) -> bool:
    return screen.face is FaceOffer.AGAIN and screen.hindrance is not Guidance.NONE


def _face(screen: Face) -> Shown:
    calm = screen.guidance is Guidance.NONE
    text_id = "face.preparing" if calm and screen.preparing else f"guidance.{screen.guidance.value}"
    return Shown("Face", qtTrId(text_id), progress=screen.progress, pin_offered=screen.pin_offered)


def _pin(screen: Pin, is_phone: bool) -> Shown:
    if screen.confirm_last_try:
        return Shown(
            "Pin",
            qtTrId("pin.last_try.title"),
            body=_of("pin.last_try.body", is_phone),
            notice=qtTrId("pin.wrong") if screen.was_wrong else "",
            last_try_pending=True,
            face_offered=screen.face_offered,
        )
    return Shown(
        "Pin",
        _of("pin.title", is_phone),
        body=qtTrId("pin.tries_left", screen.tries_left),
        notice=qtTrId("pin.wrong") if screen.was_wrong else "",
        face_offered=screen.face_offered,
    )


def _completed(notice: Notice | None, card_left: bool, is_phone: bool) -> Shown:
    if card_left:
        title, body = _of("card_left.title", is_phone), _of("card_left.body", is_phone)
    else:
        title, body = _of("completed.title", is_phone), _of("completed.body", is_phone)
    return Shown(
        "Completed",
        title,
        body=body,
        notice=_notice(notice),
        card_left=card_left,
        badge=qtTrId("completed.badge"),
        notice_is_private=notice in PRIVATE_NOTICES,
    )


def _stopped(screen: Stopped, is_phone: bool) -> Shown:
    reason = screen.reason
    of_phone = is_phone and reason in _OTHER_WITH_A_PHONE
    return Shown(
        "Stopped",
        qtTrId(f"stopped.{reason.value}.title"),
        remedy=_of(f"stopped.{reason.value}.remedy", of_phone),
        code=STOPS[reason].code,
        phone_shown=reason in FREE_DIAL_REASONS,
        notice=_of("card_left.notice", is_phone) if screen.card_left else "",
        card_left=screen.card_left,
        title_is_private=reason in PRIVATE_REASONS,
    )


def _notice(notice: Notice | None) -> str:
    return "" if notice is None else qtTrId(f"notice.{notice.value}")
