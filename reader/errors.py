"""What can go wrong between the kiosk and a card.

ReaderError
├── EnvironmentFault                the world's: the screen says what to do now
│   ├── ReaderUnavailable           no PC/SC service, or no reader (`problem` says which)
│   ├── CardGone
│   │   ├── NoCard                  nothing lies in the reader
│   │   └── CardRemoved             it was taken while we spoke to it
│   ├── CardBusy                    another program holds the card
│   ├── CardMute                    no answer within the time limit
│   ├── NotAMyNumberCard            some other card
│   ├── BadCardAnswer               the card answers, but not what it must (damaged, or forged)
│   │   └── FileMissing             a file that must be there is not
│   ├── CertificateMissing          no 利用者証明用電子証明書 on the card
│   ├── PinRefused
│   │   ├── PinWrong                `tries_left`
│   │   └── PinLocked
│   ├── NumberBRefused
│   │   ├── NumberBWrong            `tries_left`
│   │   └── NumberBLocked           too few tries left to spend one; `tries_left`
│   ├── SurfaceUnreadable           the printed side could not be read
│   │   └── NumberBImplausible      it was read, but cannot be this card's number
│   ├── FaceRecordForged            `part` of the signed record does not hold
│   └── CardsNotIssued              simulation only: the demo cards could not be made
└── ProtocolMisuse                  our bug: called in an order that cannot work
    └── FaceRecordMissing           the face record is used before it was opened

No message holds a PIN, a number or anything read from a card.
"""

from enum import Enum

from common.errors import Bug, Fault
from reader.port import ReaderProblem


class ReaderError(Exception):
    """Everything that this package raises."""


class EnvironmentFault(ReaderError, Fault):
    """The world's fault."""


class ReaderUnavailable(EnvironmentFault):
    def __init__(self, problem: ReaderProblem, message: str | None = None) -> None:
        self.problem = problem
        super().__init__(message or _READER_REMEDIES[problem])


_READER_REMEDIES = {
    ReaderProblem.NO_SERVICE: "The smart card service (pcscd) does not answer. Restart it.",
    ReaderProblem.NO_READER: "No card reader is connected. Plug it in.",
}


class CardGone(EnvironmentFault):
    """There is no card to talk to any more."""


class NoCard(CardGone):
    def __init__(self) -> None:
        super().__init__("No card lies in the reader. Place it.")


class CardRemoved(CardGone):
    def __init__(self) -> None:
        super().__init__("The card was taken from the reader. Place it again.")


class CardBusy(EnvironmentFault):
    def __init__(self) -> None:
        super().__init__("Another program uses the card. Close that program.")


class CardMute(EnvironmentFault):
    def __init__(self) -> None:
        super().__init__("The card does not answer in time. Place it again, flat on the reader.")


class NotAMyNumberCard(EnvironmentFault):
    def __init__(self) -> None:
        super().__init__("This is not a My Number Card.")


class BadCardAnswer(EnvironmentFault):
    def __init__(self, what: str) -> None:
        super().__init__(f"The card's answer cannot be used: {what}. The card may be damaged.")


class FileMissing(BadCardAnswer):
    def __init__(self, file_id: int) -> None:
        super().__init__(f"there is no file {file_id:04X}")


class CertificateMissing(EnvironmentFault):
    def __init__(self) -> None:
        super().__init__("The card holds no user authentication certificate.")


class PinRefused(EnvironmentFault):
    """The card did not accept the PIN."""


class PinWrong(PinRefused):
    def __init__(self, tries_left: int) -> None:
        self.tries_left = tries_left
        super().__init__(f"The PIN is wrong; {tries_left} tries are left.")


class PinLocked(PinRefused):
    def __init__(self) -> None:
        super().__init__("The PIN is locked. The municipality unlocks it.")


class NumberBRefused(EnvironmentFault):
    """The card did not, or would not, accept 照合番号B."""

    def __init__(self, tries_left: int, message: str) -> None:
        self.tries_left = tries_left
        super().__init__(message)


class NumberBWrong(NumberBRefused):
    def __init__(self, tries_left: int) -> None:
        super().__init__(
            tries_left, f"The number on the card's face is wrong; {tries_left} tries are left."
        )


class NumberBLocked(NumberBRefused):
    def __init__(self, tries_left: int) -> None:
        super().__init__(
            tries_left,
            f"The number on the card's face has only {tries_left} tries left and is not tried.",
        )


class SurfaceUnreadable(EnvironmentFault):
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


class FaceRecordForged(EnvironmentFault):
    def __init__(self, part: ForgedPart) -> None:
        self.part = part
        super().__init__(
            f"The card's face record is not genuine ({part.value}). Do not use its photo."
        )


class CardsNotIssued(EnvironmentFault):
    """Simulation only; the message says what is missing and how to get it."""


class ProtocolMisuse(Bug):
    """Our bug."""


class FaceRecordMissing(ProtocolMisuse):
    def __init__(self) -> None:
        super().__init__("The face record is used before it was opened.")
