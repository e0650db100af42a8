"""The phases of a session: a closed set, each with only the data that is valid in it.

Nothing here is personal: the session worker keeps card content, photo and answers; the phases
know what may be offered and what was decided.
"""

from dataclasses import dataclass, replace
from enum import Enum

from common.certificate_dates import CertificateStanding
from consent.port import Answer, Item
from faceauth.port import Guidance
from kiosk.session import delays
from kiosk.session.flow import LEAFLET_2024_06, FlowProfile
from kiosk.session.screens import (
    ClosedFor,
    FaceOffer,
    Notice,
    PinOffer,
    Readiness,
    Standby,
    StopReason,
)
from qualification.port import IdentityMethod, Prescription, ProofKind
from reader.port import Carrier, ReaderProblem


@dataclass(frozen=True)
class Session:
    """One card on the reader. `requests` numbers what was asked of the worker so far."""

    session_id: str
    requests: int = 0

    def asking(self) -> "Session":
        """The session after one more request; its number is `requests`."""
        return replace(self, requests=self.requests + 1)


@dataclass(frozen=True)
class Card:
    """What the choice of method needs to know of the card."""

    pin: PinOffer
    pin_tries_left: int
    certificate: CertificateStanding  # Of an Android phone as known: it shows it after the PIN.
    carrier: Carrier = Carrier.CARD


@dataclass(frozen=True)
class Unproven:
    """A read card whose bearer is not proven yet."""

    session: Session
    card: Card
    face: FaceOffer
    face_attempts: int = 0
    hindrance: Guidance = Guidance.NONE
    """What still spoilt the picture when the last attempt at the face ended."""
    number_b_needed: bool = False
    """The photo is still closed, and nothing but typed numbers can open it."""
    number_b_attempts: int = 0
    camera_replugged: bool = False
    """Only a new worker may open the camera that is there now."""


@dataclass(frozen=True)
class Pending:
    """The eligibility query runs."""

    request_id: int


@dataclass(frozen=True)
class Eligibility:
    """The service's answer, reduced to what the flow depends on."""

    registered: bool
    valid: bool
    checkups_apply: bool  # 40 and over
    notice: Notice | None
    has: frozenset[Item] = frozenset({Item.LIMIT_INFORMATION})
    """Of `flow.ASKED_OF_SOME`: what there is of this person."""
    prescriptions: tuple[Prescription, ...] = ()
    """At a pharmacy, those that wait to be dispensed."""
    lapsed: bool = False  # Not valid any more, rather than not known.
    limit_category: str | None = None
    """Only where the facility shows the patient their amounts; for the screen alone."""


Query = Pending | Eligibility


@dataclass(frozen=True)
class Visit:
    """A proven person: what was asked of the service, what was answered to us."""

    session: Session
    card: Card
    method: IdentityMethod
    query: Query
    answers: tuple[Answer, ...] = ()
    card_taken: bool = False  # Taking the card at the last question means: do not provide.
    slow: bool = False  # The service takes longer than usual to answer the query.


class Delivery(Enum):
    """The result's way to the receipt computer, which the patient need not wait for."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Idle:
    pass


@dataclass(frozen=True)
class PlacingPhone:
    """Somebody wants to use a phone: what they do with it stands on the screen."""


@dataclass(frozen=True)
class ReadingCard:
    session: Session
    face: FaceOffer = FaceOffer.PREPARING
    """The signer may tell of the face before the worker tells of the card."""
    again: Unproven | None = None
    """It was read before, and its bearer has chosen the face."""


@dataclass(frozen=True)
class ChoosingMethod:
    unproven: Unproven


@dataclass(frozen=True)
class CapturingFace:
    unproven: Unproven
    request_id: int
    guidance: Guidance = Guidance.NONE
    progress: float = 0.0
    somebody: bool = False
    """A face was seen: the attempt's time runs from then on."""


@dataclass(frozen=True)
class ConfirmingLastTry:
    unproven: Unproven


@dataclass(frozen=True)
class EnteringPin:
    unproven: Unproven
    was_wrong: bool = False


@dataclass(frozen=True)
class VerifyingPin:
    unproven: Unproven
    request_id: int


@dataclass(frozen=True)
class CheckingByEye:
    """目視: staff are at the kiosk and type their number and PIN."""

    unproven: Unproven
    was_wrong: bool = False
    is_locked: bool = False


@dataclass(frozen=True)
class VerifyingStaff:
    unproven: Unproven
    request_id: int


@dataclass(frozen=True)
class EnteringNumberB:
    """照合番号B is typed off the card's face, so that `then` can use its photo."""

    unproven: Unproven
    then: IdentityMethod
    was_wrong: bool = False


@dataclass(frozen=True)
class OpeningFaceRecord:
    unproven: Unproven
    then: IdentityMethod
    request_id: int


@dataclass(frozen=True)
class Settling:
    """Identity is proven; the first question waits a moment for the service's answer."""

    visit: Visit


@dataclass(frozen=True)
class Asking:
    visit: Visit
    item: Item
    prescription: Prescription | None = None
    """Of which it is asked, with `Item.DISPENSING`."""

    @property
    def part(self) -> str:
        return "" if self.prescription is None else self.prescription.number


@dataclass(frozen=True)
class Registering:
    visit: Visit


@dataclass(frozen=True)
class AwaitingQualification:
    """All questions are answered, the service is not done."""

    visit: Visit


@dataclass(frozen=True)
class StoringConsent:
    visit: Visit
    request_id: int


@dataclass(frozen=True)
class Completed:
    """The reception is done; the card still lies in the reader."""

    session: Session
    request_id: int
    delivery: Delivery
    notice: Notice | None
    card_left: bool = False


@dataclass(frozen=True)
class Farewell:
    """The card is taken; a running delivery is brought to its end."""

    session: Session
    request_id: int
    delivery: Delivery
    notice: Notice | None


@dataclass(frozen=True)
class Stopped:
    """It cannot go on; the screen says what to do now."""

    reason: StopReason
    card_left: bool = False


Identifying = (
    ChoosingMethod
    | CapturingFace
    | ConfirmingLastTry
    | EnteringPin
    | VerifyingPin
    | CheckingByEye
    | VerifyingStaff
    | EnteringNumberB
    | OpeningFaceRecord
)
AnsweredByPatient = (
    PlacingPhone
    | ChoosingMethod
    | ConfirmingLastTry
    | EnteringPin
    | EnteringNumberB
    | CheckingByEye
    | Asking
)
"""The kiosk waits for what somebody does; in all other phases they can only wait."""
Visiting = Settling | Asking | Registering | AwaitingQualification | StoringConsent
Ending = Completed | Farewell
Phase = Idle | PlacingPhone | ReadingCard | Identifying | Visiting | Ending | Stopped


@dataclass(frozen=True)
class PlacedCard:
    """The card in the reader.

    After a message that was read, its patient may begin once more without taking it away. What one
    session has stored must never be taken for the other's: each has an id of its own.
    """

    id: str
    """The runner's; the first session has it."""
    reader: str
    is_phone: bool = False  # As expected, until it is read.
    sessions_begun: int = 0

    @property
    def next_session_id(self) -> str:
        return f"{self.id}-{self.sessions_begun + 1}" if self.sessions_begun else self.id


@dataclass(frozen=True)
class Devices:
    """What is there for the next session and what lies in the reader, whatever this one does."""

    reader_problem: ReaderProblem | None = ReaderProblem.NO_READER
    card: PlacedCard | None = None
    readiness: Readiness = Standby.PREPARING  # Of the next session's worker.
    camera_works: bool = True
    service_works: bool = True  # As the last check or reception found the online service.
    accepted_proofs: frozenset[ProofKind] | None = None
    """What the online service said that it takes; None: it could not be asked yet."""


@dataclass(frozen=True)
class Rules:
    """What the facility's configuration allows."""

    proof: ProofKind | None  # What proves an identity without PIN; None: nothing does.
    has_camera: bool
    has_staff_password: bool  # Somebody of the staff has one, for 目視.
    reads_phones: bool = False
    flow: FlowProfile = LEAFLET_2024_06
    patience: float = 1.0
    """How much of the usual time patients and staff get before the kiosk gives up on them."""
    idle_warning_ms: int = delays.IDLE_WARNING_MS
    card_left_ms: int = delays.CARD_LEFT_MS

    @property
    def offers_face(self) -> bool:
        return self.proof is not None and self.has_camera

    @property
    def offers_staff_check(self) -> bool:
        return self.proof is not None and self.has_staff_password


def agreed(rules: Rules, devices: Devices) -> Rules:
    """What both can, kiosk and online service; the kiosk's own rules before it could be asked."""
    accepted = devices.accepted_proofs
    if accepted is None:
        return rules
    return replace(
        rules,
        proof=rules.proof if rules.proof in accepted else None,
        reads_phones=rules.reads_phones and ProofKind.PHONE in accepted,
    )


@dataclass(frozen=True)
class Closed:
    """Staff have taken the kiosk out of service."""

    reason: ClosedFor
    text: str = ""


@dataclass(frozen=True)
class State:
    phase: Phase
    since_ms: int
    """When the phase began, on the runner's monotonic clock."""
    rules: Rules
    devices: Devices = Devices()
    warned: bool = False
    """The patient is being asked whether somebody is still there; since `since_ms`."""
    help_called: bool = False
    """In this phase, where nothing else comes of it than that staff know."""
    paused_since_ms: int | None = None
    """Staff look after the kiosk; what follows here is in `attended`."""
    closed: Closed | None = None
    message: str = ""


def session_of(phase: Phase) -> Session | None:
    """The session that a phase belongs to."""
    match phase:
        case Idle() | PlacingPhone() | Stopped():
            return None
        case ReadingCard() | Completed() | Farewell():
            return phase.session
        case Settling() | Asking() | Registering() | AwaitingQualification() | StoringConsent():
            return phase.visit.session
        case _:
            return phase.unproven.session


def nobody_is_there(state: State) -> bool:
    """Neither a patient, nor a card, nor staff at their menu: the kiosk may be started anew."""
    is_idle = isinstance(state.phase, Idle) and state.devices.card is None
    return is_idle and state.paused_since_ms is None


def card_left(state: State) -> bool:
    """The card was forgotten in the reader."""
    phase = state.phase
    return isinstance(phase, Completed | Stopped) and phase.card_left
