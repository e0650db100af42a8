"""What the screen shows: the closed set of screen models, made from the state by `projection`.

Nothing here is personal beyond what a bystander could read off the screen.
"""

from dataclasses import dataclass
from enum import Enum

from consent.port import Item
from faceauth.port import Guidance
from qualification.port import Prescription
from reader.port import ReaderProblem


class CardMay(Enum):
    """Said on every screen: must the card stay, or may it be taken."""

    BE_PLACED = "be_placed"
    STAY = "stay"
    BE_TAKEN = "be_taken"


class FaceOffer(Enum):
    """Whether the face can serve, as far as known; the reason is said where it cannot."""

    READY = "ready"
    PREPARING = "preparing"  # Surface or photo are still being read; may be chosen all the same.
    NO_PHOTO = "no_photo"  # A card without photo (issued to an infant).
    PHOTO_UNUSABLE = "photo_unusable"
    SURFACE_UNREADABLE = "surface_unreadable"
    NO_CAMERA = "no_camera"
    AGAIN = "again"  # The last attempt did not match; it may be tried again.
    NOT_MATCHED = "not_matched"  # All attempts of this session are used up.
    TOO_OFTEN = "too_often"  # Tried with this card again and again: not for a while.
    UNAVAILABLE = "unavailable"  # No camera, no proof without PIN, or the service takes none.
    PHONE = "phone"  # There is no photo on a phone.

    @property
    def may_be_tried(self) -> bool:
        return self in {FaceOffer.READY, FaceOffer.PREPARING, FaceOffer.AGAIN}


class PinOffer(Enum):
    READY = "ready"
    LOCKED = "locked"
    NO_PIN = "no_pin"  # 顔認証マイナンバーカード


class Notice(Enum):
    """One line beside the main message."""

    CERTIFICATE_EXPIRES_SOON = "certificate_expires_soon"
    CERTIFICATE_GRACE = "certificate_grace"
    GRACE_GIVEN = "grace_given"  # What was provided with it, and what was not.
    NEW_QUALIFICATION_EXISTS = "new_qualification_exists"
    NO_MEDICAL_TICKET = "no_medical_ticket"  # 医療扶助: none yet for this facility and month.
    RESULT_DELAYED = "result_delayed"  # The receipt computer has not got the result: tell staff.


class StopReason(Enum):
    """Why the kiosk cannot go on; each has a text that says what to do now."""

    NOT_A_MY_NUMBER_CARD = "not_a_my_number_card"
    PHONE_NOT_READ = "phone_not_read"  # スマートフォンの電子証明書
    PHONE_NOT_CONFIRMED = "phone_not_confirmed"  # An iPhone that has not recognised its owner.
    PHONE_REMOVED = "phone_removed"
    PHONE_NOT_REGISTERED = "phone_not_registered"  # 利用登録 takes the card.
    PHONE_CERTIFICATE_EXPIRED = "phone_certificate_expired"  # No grace for a phone.
    CARD_UNREADABLE = "card_unreadable"
    CARD_REMOVED = "card_removed"
    CERTIFICATE_MISSING = "certificate_missing"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_REVOKED = "certificate_revoked"
    CERTIFICATE_ON_HOLD = "certificate_on_hold"  # 一時利用停止, after a card was reported lost.
    STAFF_CALLED = "staff_called"
    NOT_REGISTERED = "not_registered"  # Registration was declined.
    LAPSED = "lapsed"  # There was an insurance, and it has ended.
    NOT_QUALIFIED = "not_qualified"  # No valid insurance was found.
    SERVICE_UNREACHABLE = "service_unreachable"
    SERVICE_REFUSED = "service_refused"
    CONSENT_NOT_STORED = "consent_not_stored"
    TIMED_OUT = "timed_out"
    RESET_BY_STAFF = "reset_by_staff"
    INTERNAL_FAULT = "internal_fault"


class Standby(Enum):
    """Whether a session worker stands ready, so that a card can be invited."""

    PREPARING = "preparing"
    READY = "ready"


class WorkerProblem(Enum):
    """Why no session can begin; the kiosk tries again by itself."""

    LEDGER_UNUSABLE = "ledger_unusable"  # No consent could be kept.
    NO_WORKER = "no_worker"  # The machine has none to give (memory, processes), or it ends at once.


Readiness = Standby | WorkerProblem


class NumberBPart(Enum):
    """As printed on the card's face (sources: card 3.2), in the order of 照合番号B."""

    BIRTH_DATE = "birth_date"
    EXPIRY_YEAR = "expiry_year"
    SECURITY_CODE = "security_code"


class WaitingFor(Enum):
    IDENTITY = "identity"
    FACE_RECORD = "face_record"
    QUALIFICATION = "qualification"
    REGISTRATION = "registration"
    STORAGE = "storage"


@dataclass(frozen=True)
class Attract:
    """Nobody is here: place the card (leaflet step 1)."""

    camera_works: bool
    service_works: bool = True  # As the last check or reception found it.
    phone_offered: bool = False  # Phones are read here.


@dataclass(frozen=True)
class PlacePhone:
    """How a phone is laid down, for how long, and what its owner does before."""

    card_present: bool  # It has to be taken first.


@dataclass(frozen=True)
class Preparing:
    """The next session cannot begin yet, but in a moment."""

    card_placed: bool  # It may stay: its session begins by itself.


class ClosedFor(Enum):
    """Why staff have taken a kiosk out of service, as the screen says it in every language."""

    MAINTENANCE = "maintenance"
    BREAK = "break"
    OTHER_KIOSK = "other_kiosk"  # Please use the one beside it.


@dataclass(frozen=True)
class OutOfService:
    problem: ReaderProblem | WorkerProblem | ClosedFor
    text: str = ""
    """In staff's own words."""


@dataclass(frozen=True)
class StaffHere:
    """Staff look after the kiosk: sign in, menu and status, which the session knows nothing of."""


@dataclass(frozen=True)
class Reading:
    pass


@dataclass(frozen=True)
class ChooseMethod:
    """Face or PIN (leaflet step 2), or staff."""

    face: FaceOffer
    pin: PinOffer
    notice: Notice | None
    number_b_needed: bool = False  # Numbers off the card must be typed before the face serves.
    hindrance: Guidance = Guidance.NONE  # Why the last attempt at the face was no good.
    phone_offered: bool = False  # Instead of the card that lies there.


@dataclass(frozen=True)
class Face:
    guidance: Guidance
    progress: float  # 0..1, the ring
    pin_offered: bool
    preparing: bool  # The reference photo is not there yet.


@dataclass(frozen=True)
class Pin:
    tries_left: int
    was_wrong: bool
    confirm_last_try: bool  # Ask before the last try may be typed.
    face_offered: bool


@dataclass(frozen=True)
class NumberB:
    """The numbers printed on the card are typed, one after the other."""

    was_wrong: bool
    part: NumberBPart = NumberBPart.BIRTH_DATE
    """Which one now; the screen goes through them by itself."""


@dataclass(frozen=True)
class StaffCheck:
    """目視: staff compare the person with the card and type their number and PIN."""

    was_wrong: bool
    is_locked: bool = False  # For some minutes no password is taken.


@dataclass(frozen=True)
class Question:
    """One question, two answers of equal weight; the words come from `consent`."""

    item: Item
    limit_category: str | None = None
    """適用区分, where the facility shows the amounts that it stands for."""
    prescription: Prescription | None = None
    """Which one, where it is asked of each."""
    number: int = 1  # Of how many such questions this one is.
    of: int = 1

    @property
    def part(self) -> str:
        """For `Answer.part`."""
        return "" if self.prescription is None else self.prescription.number


@dataclass(frozen=True)
class Waiting:
    what: WaitingFor
    slow: bool = False  # It takes longer than usual.


@dataclass(frozen=True)
class Completed:
    """Take the card and wait to be called (leaflet step 4)."""

    notice: Notice | None
    card_left: bool = False  # For so long that it must have been forgotten.


@dataclass(frozen=True)
class Farewell:
    """The card is gone; wait to be called."""

    notice: Notice | None


@dataclass(frozen=True)
class Stopped:
    reason: StopReason
    card_present: bool
    card_left: bool = False


Screen = (
    Attract
    | PlacePhone
    | Preparing
    | OutOfService
    | Reading
    | ChooseMethod
    | Face
    | Pin
    | NumberB
    | StaffCheck
    | Question
    | Waiting
    | Completed
    | Farewell
    | Stopped
    | StaffHere
)


@dataclass(frozen=True)
class ScreenModel:
    """Everything the QML scene is bound to."""

    screen: Screen
    step: int  # 1 読み取り … 4 受付完了; 0 where none applies
    card_may: CardMay
    idle_warning_ms: int | None = None
    """Somebody must say within this time that they are still there."""
    session_id: str | None = None
    """Whose screen it is; None where no session runs."""
    is_phone: bool = False
    """What lies in the reader is a phone: the words say so."""
    message: str = ""
    """From staff, over whatever the screen shows."""
