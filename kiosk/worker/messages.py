"""What crosses the pipe between the kiosk process and a session worker.

Requests are the machine's own effects, answers its own events. A PIN or a number never travels
inside a pickled message, whose copies could not be wiped: a message announces it, and its bytes
are sent raw, from one wipeable buffer into another.
"""

from dataclasses import dataclass
from multiprocessing.connection import Connection

from common.secret import Secret, wipe
from kiosk.session import effects
from kiosk.session.events import WorkerEvent

MAX_SECRET_DIGITS = 14


@dataclass(frozen=True)
class Begin:
    """A card lies in `reader`: the waiting worker becomes the session's."""

    session_id: str
    reader: str
    reads_photo: bool


@dataclass(frozen=True)
class PinFollows:
    session_id: str
    request_id: int


@dataclass(frozen=True)
class NumberBFollows:
    session_id: str
    request_id: int


@dataclass(frozen=True)
class Figures:
    """What the session has cost so far; not personal."""

    session_id: str
    apdu_count: int
    service_ms: int


ToWorker = (
    Begin
    | PinFollows
    | NumberBFollows
    | effects.StartCapture
    | effects.StopCapture
    | effects.QueryEligibility
    | effects.Register
    | effects.StoreConsent
)


@dataclass(frozen=True)
class StandsReady:
    """A worker without a session has loaded all it needs; said again when the ledger changes."""

    ledger_usable: bool


FromWorker = WorkerEvent | Figures
"""What it has to say of its session; in between it says `kiosk.signs.Alive`."""


def send_secret(
    pipe: Connection, announcement: PinFollows | NumberBFollows, secret: Secret
) -> None:
    pipe.send(announcement)
    pipe.send_bytes(secret.buffer)


def receive_secret(pipe: Connection) -> bytearray:
    """The raw digits; the caller wipes them."""
    buffer = bytearray(MAX_SECRET_DIGITS)
    count = pipe.recv_bytes_into(buffer)
    digits = buffer[:count]
    wipe(buffer)
    return digits
