"""What can happen: a closed set, in the past tense.

Events of the session worker carry the session, and the request that they answer; the machine
drops those that are late.
"""

from dataclasses import dataclass

from faceauth.port import Guidance
from kiosk.session.intents import Intent
from kiosk.session.screens import ClosedFor, FaceOffer, Readiness, StopReason
from kiosk.session.states import Card, Eligibility
from qualification.port import ProofKind
from reader.port import CardRemoved as CardRemoved
from reader.port import ReaderFound as ReaderFound
from reader.port import ReaderLost as ReaderLost


@dataclass(frozen=True)
class CardInserted:
    """The reader's event of this name, with the fresh session id that the runner gives it."""

    session_id: str
    reader: str


@dataclass(frozen=True)
class StaffReset:
    """Staff end whatever is going on."""


@dataclass(frozen=True)
class StaffCame:
    """Somebody wants to sign in at the kiosk, or has: the session is paused."""


@dataclass(frozen=True)
class StaffLeft:
    pass


@dataclass(frozen=True)
class CheckedByStaff:
    """目視: somebody of the staff answers for this patient being the card's holder."""

    who: str


@dataclass(frozen=True)
class TakenOutOfService:
    reason: ClosedFor
    text: str = ""


@dataclass(frozen=True)
class PutBackInService:
    pass


@dataclass(frozen=True)
class MessageSent:
    """From staff to whoever is at the screen; empty takes it back."""

    text: str


@dataclass(frozen=True)
class TimePassed:
    """The moment that `machine.deadline_ms` named has come."""


@dataclass(frozen=True)
class CardRead:
    session_id: str
    card: Card


@dataclass(frozen=True)
class CardRefused:
    """The card cannot be used at all, or not any more."""

    session_id: str
    reason: StopReason


@dataclass(frozen=True)
class FaceOfferKnown:
    """Whether the face can serve: the reference is embedded, or why not.

    The worker knows of camera and photo, the signer of the tries with this card.
    """

    session_id: str
    offer: FaceOffer


@dataclass(frozen=True)
class CameraReplugged:
    """The camera that was lost is there again, as a device that only a new worker may open."""

    session_id: str


@dataclass(frozen=True)
class NumberBNeeded:
    """Nothing could read the card's face: its photo opens with numbers that are typed."""

    session_id: str


@dataclass(frozen=True)
class FaceRecordOpened:
    session_id: str
    request_id: int


@dataclass(frozen=True)
class NumberBRejected:
    """The number cannot be, or is not, this card's; it may be typed again."""

    session_id: str
    request_id: int


@dataclass(frozen=True)
class FaceObserved:
    session_id: str
    request_id: int
    guidance: Guidance
    progress: float


@dataclass(frozen=True)
class FaceMatched:
    session_id: str
    request_id: int


@dataclass(frozen=True)
class FaceNotMatched:
    session_id: str
    request_id: int


@dataclass(frozen=True)
class PinAccepted:
    session_id: str
    request_id: int


@dataclass(frozen=True)
class PinRejected:
    """`tries_left` 0: the card locked its PIN."""

    session_id: str
    request_id: int
    tries_left: int


@dataclass(frozen=True)
class StaffAccepted:
    session_id: str
    request_id: int
    who: str
    """For the audit of what staff do."""


@dataclass(frozen=True)
class StaffRejected:
    session_id: str
    request_id: int
    is_locked: bool = False  # Not even looked at: too many were wrong.


@dataclass(frozen=True)
class EligibilityKnown:
    session_id: str
    request_id: int
    eligibility: Eligibility


@dataclass(frozen=True)
class EligibilityFailed:
    session_id: str
    request_id: int
    reason: StopReason


@dataclass(frozen=True)
class ServiceSlow:
    """The online service takes longer than usual, or is asked again; it goes on."""

    session_id: str


@dataclass(frozen=True)
class ConsentStored:
    session_id: str
    request_id: int


@dataclass(frozen=True)
class ConsentNotStored:
    session_id: str
    request_id: int


@dataclass(frozen=True)
class ResultDelivered:
    session_id: str
    request_id: int
    file_name: str


@dataclass(frozen=True)
class ResultNotDelivered:
    session_id: str
    request_id: int


@dataclass(frozen=True)
class ServiceChecked:
    """Delivery has asked whether the online service is there, whoever is at the kiosk."""

    accepted_proofs: frozenset[ProofKind] | None
    """What it takes; None: it does not serve."""


@dataclass(frozen=True)
class ReadinessChanged:
    """Whether the next session could begin, whoever is at the kiosk."""

    readiness: Readiness


@dataclass(frozen=True)
class WorkerDied:
    """The session worker ended without being asked to."""

    session_id: str


Answer = (
    FaceRecordOpened
    | NumberBRejected
    | FaceObserved
    | FaceMatched
    | FaceNotMatched
    | PinAccepted
    | PinRejected
    | StaffAccepted
    | StaffRejected
    | EligibilityKnown
    | EligibilityFailed
    | ConsentStored
    | ConsentNotStored
    | ResultDelivered
    | ResultNotDelivered
)
"""Events that answer a numbered request."""

DeliveryEvent = ResultDelivered | ResultNotDelivered | ServiceChecked
ReaderEvent = (
    CardRead
    | CardRefused
    | FaceOfferKnown
    | CameraReplugged
    | NumberBNeeded
    | FaceRecordOpened
    | NumberBRejected
    | FaceObserved
    | FaceMatched
    | FaceNotMatched
    | PinAccepted
    | PinRejected
)
"""All that the process which reads card and face may say."""

ServiceEvent = (
    FaceOfferKnown
    | EligibilityKnown
    | EligibilityFailed
    | ServiceSlow
    | ConsentStored
    | ConsentNotStored
)
"""All that the process which has the keys may say."""

WorkerEvent = ReaderEvent | ServiceEvent | WorkerDied | Answer
DeviceEvent = CardInserted | CardRemoved | ReaderFound | ReaderLost
"""The last three are the reader's own, offered here under the name of this module."""
StaffEvent = (
    StaffReset
    | StaffCame
    | StaffLeft
    | CheckedByStaff
    | TakenOutOfService
    | PutBackInService
    | MessageSent
)
Event = (
    DeviceEvent | ReadinessChanged | ServiceChecked | StaffEvent | TimePassed | WorkerEvent | Intent
)
