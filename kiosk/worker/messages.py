"""What crosses the pipe between the kiosk process and a session worker.

Requests are the machine's own effects, answers its own events. A PIN never travels inside a
pickled message, whose copies could not be wiped: `PinFollows` announces it and its bytes are
sent raw, from one wipeable buffer into another.
"""

from dataclasses import dataclass
from multiprocessing.connection import Connection

from kiosk.session import effects
from kiosk.session.events import WorkerEvent

PIN_DIGITS = 4


@dataclass(frozen=True)
class Begin:
    """A card lies in `reader`: the waiting worker becomes the session's."""

    session_id: str
    reader: str


@dataclass(frozen=True)
class PinFollows:
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
    | effects.StartCapture
    | effects.StopCapture
    | effects.QueryEligibility
    | effects.Register
    | effects.StoreConsent
)
FromWorker = WorkerEvent | Figures


def send_pin(pipe: Connection, request: effects.VerifyPin) -> None:
    pipe.send(PinFollows(request.session_id, request.request_id))
    pipe.send_bytes(request.pin.buffer)


def receive_pin(pipe: Connection) -> bytearray:
    """The raw PIN; the caller wipes it."""
    buffer = bytearray(PIN_DIGITS)
    count = pipe.recv_bytes_into(buffer)
    return buffer[:count] if count < PIN_DIGITS else buffer
