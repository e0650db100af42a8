"""What a person at the screen can want: the closed set of taps that mean something."""

from dataclasses import dataclass

from common.secret import Secret
from consent.port import Answer


@dataclass(frozen=True)
class FaceChosen:
    pass


@dataclass(frozen=True)
class PinChosen:
    pass


@dataclass(frozen=True)
class PhoneChosen:
    """To be received with a phone, instead of a card."""


@dataclass(frozen=True)
class StaffChosen:
    """The patient asks for staff, or staff want to check by eye."""


@dataclass(frozen=True)
class LastTryConfirmed:
    pass


@dataclass(frozen=True)
class PinEntered:
    pin: Secret


@dataclass(frozen=True)
class NumberBEntered:
    """The 14 digits of 照合番号B, typed off the card's face."""

    number_b: Secret


@dataclass(frozen=True)
class StaffPasswordEntered:
    password: Secret


@dataclass(frozen=True)
class Answered:
    """A question was answered; `answer` carries the text that was on the screen."""

    answer: Answer


@dataclass(frozen=True)
class BackChosen:
    """Back to the choice of method."""


@dataclass(frozen=True)
class StillHere:
    """Any touch or key: somebody is at the screen, whatever else it means."""


@dataclass(frozen=True)
class FinishChosen:
    """Done reading a message."""


@dataclass(frozen=True)
class MessageRead:
    """The message from staff may go."""


Intent = (
    FaceChosen
    | PinChosen
    | PhoneChosen
    | StaffChosen
    | LastTryConfirmed
    | PinEntered
    | NumberBEntered
    | StaffPasswordEntered
    | Answered
    | BackChosen
    | StillHere
    | FinishChosen
    | MessageRead
)
