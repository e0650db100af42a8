"""Staff at their own desk: what the kiosk is doing, a reset, a new start, over a local socket.

The socket lies in the state folder and only the kiosk's own user may use it (0600). Nothing
personal passes: a phase, what is plugged in, how long it has been so.
"""

import fcntl
import json
import os
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import structlog

from kiosk.confinement.process import missing_here
from kiosk.delivery.condition import Condition
from kiosk.errors import SetupFault
from kiosk.session.states import State, Stopped, agreed, card_left
from kiosk.signs import Part, Signs
from qualification.port import ProofKind

log = structlog.get_logger(__name__)

SOCKET_NAME = "control.sock"
ANSWER_LIMIT_S = 5.0
_MAX_REQUEST_BYTES = 256
_AT_ONCE = 32
"""Clients that are attended at the same time; each is let go after `ANSWER_LIMIT_S`."""


@dataclass(frozen=True)
class Status:
    """What staff may know of a running session."""

    version: str
    """Of the program that runs: an update may have changed it under whoever asks."""
    phase: str
    since_ms: int
    """How long ago the phase began."""
    reason: str | None
    """Why the session was stopped, if it was."""
    card_present: bool
    card_left: bool
    """It has lain there for so long after its reception that it was forgotten."""
    reader_problem: str | None
    camera_works: bool | None
    """None: this kiosk has none."""
    service_works: bool
    """As the last check or reception found the online service."""
    readiness: str
    """Of the next session, for which the consent ledger is opened: preparing, or why not."""
    proof: str
    """What proves an identity without PIN, as this kiosk is configured."""
    accepted_proofs: str | None
    """What the online service takes; None: it could not be asked yet."""
    reports_waiting: int
    """What the service has not been told yet."""
    reports_refused: int
    """Receptions that the service refused to hear of; `uketsuke results queue` lists them."""
    report_problem: str | None
    ledger_problem: str | None
    """The service remembers more consents than the ledger holds: it was put back."""
    results_waiting: int
    """What the receipt computer has not got yet."""
    result_problem: str | None
    clock_ahead_s: int | None
    """Of this machine's clock, before the service's; negative: behind."""
    not_confined_by: str | None
    """What this kernel lacks to shut in what reads cards and pictures."""
    face_offered: bool
    staff_check_offered: bool
    screen_sign_ms: int | None
    """How long ago each part last showed that it runs; None before the first time."""
    reader_sign_ms: int | None
    worker_sign_ms: int | None
    delivery_sign_ms: int | None


def status_of(state: State, now_ms: int, signs: Signs, delivery: Condition) -> Status:
    devices = state.devices
    problem = devices.reader_problem
    accepted = devices.accepted_proofs
    offered = agreed(state.rules, devices)
    return Status(
        version=version("uketsuke"),
        phase=type(state.phase).__name__,
        since_ms=now_ms - state.since_ms,
        reason=state.phase.reason.value if isinstance(state.phase, Stopped) else None,
        card_present=devices.card is not None,
        card_left=card_left(state),
        reader_problem=None if problem is None else problem.value,
        camera_works=devices.camera_works if state.rules.has_camera else None,
        service_works=devices.service_works,
        readiness=devices.readiness.value,
        proof="none" if state.rules.proof is None else state.rules.proof.value,
        accepted_proofs=None if accepted is None else _named(accepted),
        reports_waiting=delivery.reports_waiting,
        reports_refused=delivery.reports_refused,
        report_problem=delivery.report_problem,
        ledger_problem=delivery.ledger_problem,
        results_waiting=delivery.results_waiting,
        result_problem=delivery.result_problem,
        clock_ahead_s=delivery.clock_ahead_s,
        not_confined_by=", ".join(missing_here()) or None,
        face_offered=offered.offers_face,
        staff_check_offered=offered.offers_staff_check,
        screen_sign_ms=signs.age_ms(Part.SCREEN),
        reader_sign_ms=signs.age_ms(Part.READER),
        worker_sign_ms=signs.age_ms(Part.WORKER),
        delivery_sign_ms=signs.age_ms(Part.DELIVERY),
    )


def _named(proofs: Iterable[ProofKind]) -> str:
    return ", ".join(sorted(kind.value for kind in proofs))


class ControlSocket:
    """Answers one request per connection, each on a thread of its own: some may say nothing."""

    def __init__(
        self,
        folder: Path,
        *,
        status: Callable[[], Status],
        reset: Callable[[], None],
        metrics: Callable[[], dict[str, object]],
        renew: Callable[[], bool],
    ) -> None:
        """They are called on the socket's thread. `renew`: a new start, unless somebody is there;
        false where somebody is."""
        self._renew = renew
        self._metrics = metrics
        self._path = folder / SOCKET_NAME
        self._status = status
        self._reset = reset
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._thread = threading.Thread(target=self._serve, name="staff-control", daemon=True)
        self._room = threading.BoundedSemaphore(_AT_ONCE)
        self._stopping = False

    def start(self) -> None:
        """Raises `SetupFault` when the socket cannot be made, or another kiosk has it."""
        try:
            with _one_at_a_time(self._path.parent):
                self._take_path()
        except OSError as error:
            raise SetupFault(
                f"The control socket {self._path} cannot be made: {error.strerror}. Give the "
                "kiosk's user a state folder of its own, with a path of less than 100 characters."
            ) from None
        self._thread.start()

    def _take_path(self) -> None:
        if _answers(self._path):
            raise SetupFault(
                f"A kiosk with the state folder {self._path.parent} is running already. Stop it "
                "first, or give this one a folder of its own."
            )
        self._path.unlink(missing_ok=True)  # Left by a kiosk that was killed.
        before = os.umask(0o177)
        try:
            self._socket.bind(str(self._path))
        finally:
            os.umask(before)
        self._socket.listen()

    def stop(self) -> None:
        self._stopping = True
        if self._thread.is_alive():
            self._socket.shutdown(socket.SHUT_RDWR)  # Wakes `accept`.
            self._thread.join()
            self._path.unlink(missing_ok=True)
        self._socket.close()

    def _serve(self) -> None:
        while not self._stopping:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                continue
            if not self._room.acquire(timeout=ANSWER_LIMIT_S):
                connection.close()  # So many at once are no staff.
                continue
            threading.Thread(
                target=self._attend, args=(connection,), name="staff-request", daemon=True
            ).start()

    def _attend(self, connection: socket.socket) -> None:
        try:
            with connection:
                connection.settimeout(ANSWER_LIMIT_S)
                connection.sendall(self._answer(connection.recv(_MAX_REQUEST_BYTES)))
        except OSError as error:
            log.warning("control_request_lost", error=type(error).__name__)
        finally:
            self._room.release()

    def _answer(self, request: bytes) -> bytes:
        match request.strip():
            case b"status":
                answer: dict[str, object] = asdict(self._status())
            case b"metrics":
                answer = self._metrics()
            case b"reset":
                self._reset()
                answer = {"reset": True}
            case b"renew":
                answer = {"renewed": self._renew()}
            case _:
                answer = {"error": "unknown request"}
        return json.dumps(answer).encode() + b"\n"


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Of two kiosks that start at once, the second would take the first one's socket away."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(ANSWER_LIMIT_S)
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


def is_running(folder: Path) -> bool:
    """Whether the kiosk of this state folder answers."""
    try:
        ask(folder, "status")
    except SetupFault:
        return False
    return True


def ask(folder: Path, request: str) -> dict[str, Any]:
    """Send one request to the kiosk whose state folder is `folder`; raises `SetupFault`."""
    path = folder / SOCKET_NAME
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(ANSWER_LIMIT_S)
            connection.connect(str(path))
            connection.sendall(request.encode())
            answer: dict[str, Any] = json.loads(connection.makefile().readline())
    except PermissionError:
        raise SetupFault(
            f"The kiosk at {path} answers its own user only. Ask as that user, or as root."
        ) from None
    except (OSError, ValueError):
        raise SetupFault(
            f"No kiosk answers at {path}. Start it, or name its configuration."
        ) from None
    return answer
