"""The simulated things as they are now, and which of them nobody would notice to be changed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from kiosk.session.screens import FaceOffer
from kiosk.session.states import (
    CapturingFace,
    ChoosingMethod,
    Completed,
    Delivery,
    Eligibility,
    Farewell,
    Idle,
    Phase,
    ReadingCard,
    State,
    Visiting,
)


@dataclass(frozen=True)
class CardHolder:
    """A demo person, as far as the dock tells of them."""

    key: str
    name: str
    story: str
    pin: str = field(repr=False)
    number_b: str = field(repr=False)


@dataclass(frozen=True)
class Props:
    """What lies, stands and is plugged in where."""

    card: str | None = None
    """Key of the person whose card lies on the reader."""
    standing: str | None = None
    """Key of the person before the camera."""
    service: str = "ok"
    reader_plugged: bool = True
    camera_plugged: bool = True
    surface_covered: bool = False


class Prop(Enum):
    """What can be changed; the value is its name in QML."""

    CARD = "card"
    PERSON = "person"
    SERVICE = "service"
    CAMERA = "camera"
    SURFACE = "surface"
    SESSION = "session"


class NoEffect(Enum):
    """Why a change has none at present; the value ends the id of its text."""

    READER_UNPLUGGED = "reader_unplugged"
    CAMERA_UNPLUGGED = "camera_unplugged"
    NO_FACE_CHECK = "no_face_check"
    SURFACE_READ = "surface_read"
    SERVICE_HAS_ANSWERED = "service_has_answered"
    SERVICE_IS_DONE = "service_is_done"
    NO_SESSION = "no_session"


def without_effect(props: Props, state: State) -> dict[Prop, NoEffect]:
    """What would change nothing of what goes on now, and why."""
    return dict(_without_effect(props, state.phase))


def _without_effect(props: Props, phase: Phase) -> Iterator[tuple[Prop, NoEffect]]:
    if not props.reader_plugged:
        yield Prop.CARD, NoEffect.READER_UNPLUGGED
    if not props.camera_plugged:
        yield Prop.PERSON, NoEffect.CAMERA_UNPLUGGED
    elif not isinstance(phase, CapturingFace):
        yield Prop.PERSON, NoEffect.NO_FACE_CHECK
    if not isinstance(phase, CapturingFace | ReadingCard):  # It is opened while the card is read.
        yield Prop.CAMERA, NoEffect.NO_FACE_CHECK
    if props.card is not None and not _reads_surface(phase):
        yield Prop.SURFACE, NoEffect.SURFACE_READ
    match phase:
        case Completed() | Farewell() if phase.delivery is Delivery.DONE:
            yield Prop.SERVICE, NoEffect.SERVICE_IS_DONE
        case Completed() | Farewell():
            yield Prop.SERVICE, NoEffect.SERVICE_HAS_ANSWERED
        case _ if isinstance(phase, Visiting) and isinstance(phase.visit.query, Eligibility):
            yield Prop.SERVICE, NoEffect.SERVICE_HAS_ANSWERED
        case Idle():
            yield Prop.SESSION, NoEffect.NO_SESSION
        case _:
            pass


def _reads_surface(phase: Phase) -> bool:
    """Or has yet to: it follows the card's certificate, while the patient sees the choice."""
    match phase:
        case Idle() | ReadingCard():
            return True
        case ChoosingMethod(unproven=unproven):
            return unproven.face is FaceOffer.PREPARING and not unproven.number_b_needed
        case _:
            return False
