"""What crosses the pipe between the kiosk process and a session worker.

Requests are the machine's own effects, answers its own events. A PIN or a number never travels
inside a message: a message announces it, and its bytes follow
(`kiosk.child_process.ChildProcess.send_secret`).
"""

from dataclasses import dataclass

from kiosk.session import effects
from kiosk.session.events import ReaderEvent
from kiosk.wire import wires


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


ToWorker = (
    Begin
    | PinFollows
    | NumberBFollows
    | effects.StartCapture
    | effects.StopCapture
    | effects.QueryEligibility
)


@dataclass(frozen=True)
class StandsReady:
    """A worker without a session has loaded all it needs."""


FromWorker = ReaderEvent
"""What it has to say of its session; in between it says `kiosk.signs.Alive`."""

WIRES = wires(to_child=ToWorker, from_child=FromWorker | StandsReady)
