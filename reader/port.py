"""What the kiosk needs of a card reader: presence of a card, its content, its printed surface.

Presence is not personal and lives in the kiosk process; content and surface are personal and
live in the session worker.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Protocol


class ReaderProblem(Enum):
    """Why no reader can be used; each has its own remedy on the screen."""

    NO_SERVICE = "no_service"  # The PC/SC daemon does not answer.
    NO_READER = "no_reader"  # The daemon runs, no (matching) reader is plugged in.


@dataclass(frozen=True)
class ReaderFound:
    reader: str


@dataclass(frozen=True)
class ReaderLost:
    problem: ReaderProblem


@dataclass(frozen=True)
class CardInserted:
    reader: str


@dataclass(frozen=True)
class CardRemoved:
    reader: str


PresenceEvent = ReaderFound | ReaderLost | CardInserted | CardRemoved


SIGN_EVERY_MS = 10_000


class PresenceMonitor(Protocol):
    """Tells from a thread of its own what lies in the reader, until stopped."""

    def start(self, sink: Callable[[PresenceEvent], None], alive: Callable[[], None] = ...) -> None:
        """`alive` is called at least every `SIGN_EVERY_MS` while the thread runs."""
        ...

    def refused(self, reader: str) -> None:
        """What lies in `reader` is no My Number Card; it must not hide one in another reader."""
        ...

    def stop(self) -> None: ...


class Carrier(Enum):
    """What carries the 利用者証明用 certificate; phones speak as cards do (sources: card 9)."""

    CARD = "card"
    ANDROID = "android"
    IPHONE = "iphone"

    @property
    def is_phone(self) -> bool:
        return self is not Carrier.CARD


class CardConnection(Protocol):
    """A powered card; every call has a time limit and raises `reader.errors` only."""

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        """Exchange one command APDU; return (data, SW1SW2)."""
        ...

    def exclusive(self) -> AbstractContextManager[None]:
        """Keep every other program off the card, as while a PIN is verified."""
        ...

    def close(self) -> None: ...


class CardSource(Protocol):
    """Opens the card that the presence monitor announced."""

    def reach(self) -> None:
        """Connect to what has the readers, so that `connect` needs no new connection to it.

        Called first, by a process that gives up its right to make any. Raises `ReaderUnavailable`.
        """
        ...

    def connect(self, reader: str) -> CardConnection: ...


@dataclass(frozen=True)
class SurfaceReading:
    """The printed parts of 照合番号B, as read off the card's face (sources: card 3.2)."""

    birth_date: date
    expires_year: int
    security_code: str = field(repr=False)
    is_western: bool = False  # The birth date is printed in the western calendar, not in an era.


class SurfaceScanner(Protocol):
    """The camera above the card. Raises `reader.errors.SurfaceUnreadable`."""

    def scan(self) -> SurfaceReading: ...
