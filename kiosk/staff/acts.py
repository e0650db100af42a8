"""What staff can do with a kiosk, at its screen, by command or from the desk: a closed set.

Whoever lets staff act makes one of these and says who acts; `kiosk.staff.performer` carries it out
and records it. Nothing here is about a patient but the text of a message to the screen, which is
kept nowhere.
"""

from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any, get_args

from kiosk.session.screens import ClosedFor as ClosedFor


class Role(Enum):
    RECEPTION = "reception"
    ADMINISTRATOR = "administrator"  # May also leave the kiosk's screen.


@dataclass(frozen=True)
class Reset:
    """End the session that goes on."""


@dataclass(frozen=True)
class AllowVisualCheck:
    """目視: whoever acts has compared this patient with the card; over with this patient."""


@dataclass(frozen=True)
class OfferMethods:
    """Help: back to the choice of face or PIN."""


@dataclass(frozen=True)
class SetLanguage:
    """Help: for this patient."""

    code: str


@dataclass(frozen=True)
class SetTextSize:
    """Help: for this patient; 0 small … 3 very large."""

    size: int


@dataclass(frozen=True)
class SetVolume:
    """Of this kiosk; 0 silent … 3 loud."""

    volume: int


@dataclass(frozen=True)
class SetBrightness:
    """Of this kiosk's screen."""

    percent: int


@dataclass(frozen=True)
class TakeOutOfService:
    """After the session that goes on, until it is put back; also over a restart."""

    reason: ClosedFor
    text: str = ""
    """In staff's own words, below it; the same in every language."""


@dataclass(frozen=True)
class PutBackInService:
    pass


@dataclass(frozen=True)
class ShowMessage:
    """Over the screen, until it is read or the session ends; empty takes it back."""

    text: str


@dataclass(frozen=True)
class Restart:
    """Of the kiosk's program."""


@dataclass(frozen=True)
class Leave:
    """End the kiosk's program for good; the machine's own screen comes out."""


Act = (
    Reset
    | AllowVisualCheck
    | OfferMethods
    | SetLanguage
    | SetTextSize
    | SetVolume
    | SetBrightness
    | TakeOutOfService
    | PutBackInService
    | ShowMessage
    | Restart
    | Leave
)

LONGEST_TEXT = 120
"""Of what staff write for the screen, in characters."""


def may(role: Role, act: Act) -> bool:
    return role is Role.ADMINISTRATOR or not isinstance(act, Leave)


def name_of(kind: type[object]) -> str:
    """An act as audit and wire spell it, for example `allow-visual-check`."""
    name = kind.__name__
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")


_BY_NAME: dict[str, type[Act]] = {name_of(kind): kind for kind in get_args(Act)}


def to_wire(act: Act) -> dict[str, object]:
    """Plain values for JSON."""
    values = {
        key: value.value if isinstance(value, Enum) else value for key, value in asdict(act).items()
    }
    return {"act": name_of(type(act)), **values}


def from_wire(values: dict[str, Any]) -> Act | None:
    """Checks everything, whoever said it; None for what is no act."""
    given = {key: value for key, value in values.items() if key != "act"}
    kind = _BY_NAME.get(str(values.get("act")))
    try:
        if kind is TakeOutOfService:
            given["reason"] = ClosedFor(given.get("reason"))
        act = kind(**given) if kind is not None else None
    except (TypeError, ValueError):
        return None
    return act if act is not None and _is_sensible(act) else None


def _is_sensible(act: Act) -> bool:
    match act:
        case SetLanguage(code=value) | ShowMessage(text=value) | TakeOutOfService(text=value):
            return isinstance(value, str) and len(value) <= LONGEST_TEXT and _is_one_line(value)
        case SetTextSize(size=number) | SetVolume(volume=number):
            return type(number) is int and 0 <= number <= 3
        case SetBrightness(percent=number):
            return type(number) is int and DIMMEST_PERCENT <= number <= 100
        case _:
            return True


DIMMEST_PERCENT = 20
"""Darker, and nobody would find the way back."""


def _is_one_line(text: str) -> bool:
    return all(character.isprintable() for character in text)
