"""What can go wrong between the kiosk and a card.

Fault
└── ReaderFault
    ├── ReaderUnavailable         no PC/SC service, or no reader (`problem` says which)
    ├── CardFault                 there is no card to go on with; `problem` says why
    ├── BadCardAnswer             the card answers, but not what it must (damaged, or forged)
    │   ├── FileMissing           a file that must be there is not
    │   └── FileClosed            a file opens to nobody yet
    ├── PinRefused                `tries_left`; none: it is locked
    ├── NumberBRefused            照合番号B; `tries_left`, and whether one was spent
    ├── SurfaceUnreadable         the printed side could not be read
    │   └── NumberBImplausible    it was read, but cannot be this card's number
    └── FaceRecordForged          `part` of the signed record does not hold
Bug                               called in an order that cannot work

No message holds a PIN, a number or anything read from a card.
"""

from enum import Enum

from common.errors import Fault
from reader.port import ReaderProblem


class ReaderFault(Fault):
    """Whatever comes between the kiosk and a card."""


class ReaderUnavailable(ReaderFault):
    def __init__(self, problem: ReaderProblem, message: str | None = None) -> None:
        self.problem = problem
        super().__init__(message or _READER_REMEDIES[problem])


_READER_REMEDIES = {
    ReaderProblem.NO_SERVICE: "The smart card service (pcscd) does not answer. Restart it.",
    ReaderProblem.NO_READER: "No card reader is connected. Plug it in.",
}


class CardProblem(Enum):
    """Why there is no card to go on with; the value is what to do about it."""

    ABSENT = "No card lies in the reader. Place it."
    TAKEN = "The card was taken from the reader. Place it again."
    BUSY = "Another program uses the card. Close that program."
    MUTE = "The card does not answer in time. Place it again, flat on the reader."
    OTHER_CARD = "This is not a My Number Card."
    NO_CERTIFICATE = "The card holds no user authentication certificate."
    # Told before a PIN is asked for: its signature would not come through.
    ANSWERS_TOO_LONG = (
        "The reader does not carry answers of 256 bytes, and a card's signature is one. Update its "
        "firmware, or use another one (CCID with dwMaxCCIDMessageLength of 271 or more)."
    )


class CardFault(ReaderFault):
    def __init__(self, problem: CardProblem, message: str | None = None) -> None:
        super().__init__(message or problem.value)
        self.problem = problem

    @property
    def kind(self) -> str:
        return f"{super().kind} {self.problem.name}"


class BadCardAnswer(ReaderFault):
    def __init__(self, what: str) -> None:
        super().__init__(f"The card's answer cannot be used: {what}. The card may be damaged.")


class FileMissing(BadCardAnswer):
    def __init__(self, file_id: int) -> None:
        super().__init__(f"there is no file {file_id:04X}")


class FileClosed(BadCardAnswer):
    def __init__(self) -> None:
        super().__init__("a file is closed")


class PinRefused(ReaderFault):
    """The card did not accept the PIN."""

    def __init__(self, tries_left: int) -> None:
        self.tries_left = tries_left
        super().__init__(
            f"The PIN is wrong; {tries_left} tries are left."
            if tries_left
            else "The PIN is locked. The municipality unlocks it."
        )


class NumberBRefused(ReaderFault):
    """The card did not, or would not, accept 照合番号B."""

    def __init__(self, tries_left: int, *, was_tried: bool) -> None:
        self.tries_left = tries_left
        self.was_tried = was_tried
        super().__init__(
            f"The number on the card's face is wrong; {tries_left} tries are left."
            if was_tried
            else f"The number on the card's face has only {tries_left} tries left and is not tried."
        )


class SurfaceUnreadable(ReaderFault):
    def __init__(self, message: str = "The card's printed side cannot be read.") -> None:
        super().__init__(message)


class NumberBImplausible(SurfaceUnreadable):
    def __init__(self) -> None:
        super().__init__("What was read off the card's face cannot be this card's number.")


class ForgedPart(Enum):
    """Which link between the issuer and what we were given is broken."""

    ISSUER_CERTIFICATE = "issuer_certificate"  # EF 0004 is not signed by the authority.
    RECORD = "record"  # Photo, images, birth date, sex or key are not what was signed.
    CARD_KEY = "card_key"  # The card does not hold the private key of its record: a copy.


class FaceRecordForged(ReaderFault):
    def __init__(self, part: ForgedPart) -> None:
        self.part = part
        super().__init__(
            f"The card's face record is not genuine ({part.value}). Do not use its photo."
        )
