"""What a screen says and offers, as plain values in the language that is installed."""

from dataclasses import dataclass

from PySide6.QtCore import qtTrId

from consent.port import Text
from faceauth.port import Guidance
from kiosk.session.screens import (
    Attract,
    ChooseMethod,
    Completed,
    Face,
    FaceOffer,
    Farewell,
    Notice,
    OutOfService,
    Pin,
    PinOffer,
    Question,
    Reading,
    Screen,
    StaffCheck,
    Stopped,
    StopReason,
    Waiting,
)

FREE_DIAL_REASONS = frozenset(
    {
        StopReason.CARD_UNREADABLE,
        StopReason.CERTIFICATE_MISSING,
        StopReason.CERTIFICATE_EXPIRED,
        StopReason.CERTIFICATE_REVOKED,
        StopReason.IDENTITY_IMPOSSIBLE,
        StopReason.NOT_REGISTERED,
        StopReason.NOT_QUALIFIED,
        StopReason.SERVICE_UNREACHABLE,
        StopReason.SERVICE_REFUSED,
    }
)
"""Where the number of the leaflet helps: the card could not be used as an insurance card."""

FACE_OFFERED = frozenset({FaceOffer.READY, FaceOffer.PREPARING, FaceOffer.AGAIN})


@dataclass(frozen=True)
class Shown:
    """One screen in words; empty where a screen has no such part."""

    name: str  # The QML screen, without "Screen.qml"
    title: str
    body: str = ""
    remedy: str = ""  # What to do now
    phone_shown: bool = False  # The free-dial number with its hours
    notice: str = ""
    face_offered: bool = False
    face_note: str = ""
    pin_offered: bool = False
    pin_note: str = ""
    progress: float = 0.0  # 0..1
    last_try_pending: bool = False
    agree: str = ""
    decline: str = ""


def shown(screen: Screen, question: Text | None) -> Shown:
    """Put `screen` into words; `question` is the consent text of a `Question` screen."""
    match screen:
        case Attract(camera_works):
            notice = "" if camera_works else qtTrId("attract.no_camera")
            return Shown(
                "Attract", qtTrId("attract.title"), body=qtTrId("attract.body"), notice=notice
            )
        case OutOfService(problem):
            return Shown(
                "OutOfService",
                qtTrId("out_of_service.title"),
                body=qtTrId(f"out_of_service.{problem.value}"),
                remedy=qtTrId("out_of_service.remedy"),
            )
        case Reading():
            return Shown("Reading", qtTrId("reading.title"), body=qtTrId("reading.body"))
        case ChooseMethod():
            return _choose_method(screen)
        case Face():
            return _face(screen)
        case Pin():
            return _pin(screen)
        case StaffCheck(was_wrong):
            return Shown(
                "StaffCheck",
                qtTrId("staff_check.title"),
                body=qtTrId("staff_check.body"),
                notice=qtTrId("staff_check.wrong") if was_wrong else "",
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
            )
        case Waiting(what):
            return Shown("Waiting", qtTrId(f"waiting.{what.value}"), body=qtTrId("waiting.body"))
        case Completed(notice):
            return Shown(
                "Completed",
                qtTrId("completed.title"),
                body=qtTrId("completed.body"),
                notice=_notice(notice),
            )
        case Farewell(notice):
            return Shown(
                "Farewell",
                qtTrId("farewell.title"),
                body=qtTrId("farewell.body"),
                notice=_notice(notice),
            )
        case Stopped():
            return _stopped(screen)


def _choose_method(screen: ChooseMethod) -> Shown:
    return Shown(
        "ChooseMethod",
        qtTrId("choose_method.title"),
        face_offered=screen.face in FACE_OFFERED,
        face_note=qtTrId(f"face_offer.{screen.face.value}"),
        pin_offered=screen.pin is PinOffer.READY,
        pin_note=qtTrId(f"pin_offer.{screen.pin.value}"),
        notice=_notice(screen.notice),
    )


def _face(screen: Face) -> Shown:
    calm = screen.guidance is Guidance.NONE
    text_id = "face.preparing" if calm and screen.preparing else f"guidance.{screen.guidance.value}"
    return Shown("Face", qtTrId(text_id), progress=screen.progress, pin_offered=screen.pin_offered)


def _pin(screen: Pin) -> Shown:
    if screen.confirm_last_try:
        return Shown(
            "Pin",
            qtTrId("pin.last_try.title"),
            body=qtTrId("pin.last_try.body"),
            notice=qtTrId("pin.wrong") if screen.was_wrong else "",
            last_try_pending=True,
            face_offered=screen.face_offered,
        )
    return Shown(
        "Pin",
        qtTrId("pin.title"),
        body=qtTrId("pin.tries_left", screen.tries_left),
        notice=qtTrId("pin.wrong") if screen.was_wrong else "",
        face_offered=screen.face_offered,
    )


def _stopped(screen: Stopped) -> Shown:
    reason = screen.reason
    return Shown(
        "Stopped",
        qtTrId(f"stopped.{reason.value}.title"),
        remedy=qtTrId(f"stopped.{reason.value}.remedy"),
        phone_shown=reason in FREE_DIAL_REASONS,
    )


def _notice(notice: Notice | None) -> str:
    return "" if notice is None else qtTrId(f"notice.{notice.value}")
