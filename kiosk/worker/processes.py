"""The two processes of a session as the kiosk sees them: the worker that reads, the signer.

They begin and end together: a session that has lost one of them is over.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

import structlog

from common.secret import Secret
from kiosk.child_process import ChildProcess, process_context
from kiosk.session import effects
from kiosk.session.events import ReadinessChanged, WorkerDied
from kiosk.signer.messages import WIRES as SIGNER_WIRES
from kiosk.signer.messages import FromSigner, LedgerTried
from kiosk.signer.parts import SignerPartsFactory
from kiosk.signer.process import run_signer
from kiosk.worker.messages import WIRES as WORKER_WIRES
from kiosk.worker.messages import Begin, FromWorker, NumberBFollows, PinFollows, StandsReady
from kiosk.worker.parts import PartsFactory
from kiosk.worker.preview import PreviewWriter
from kiosk.worker.session import run_session

log = structlog.get_logger(__name__)

FromSession = FromWorker | FromSigner | WorkerDied
Sink = Callable[[FromSession | ReadinessChanged], None]

SILENT_AFTER_S = 10.0
"""Each gives a sign each second; without any for so long it stands still."""

LATE_S = 3.0
"""A spare that is so late is not trusted with a patient."""

START_LIMIT_S = 60.0
"""Until the first sign: it may have to be made on a busy machine, with all models."""


@dataclass(frozen=True)
class SessionParts:
    """What the two are made of."""

    worker: PartsFactory
    signer: SignerPartsFactory


class SessionProcesses:
    """Both, and the threads that listen to them."""

    def __init__(
        self,
        parts: SessionParts,
        preview: PreviewWriter,
        *,
        sink: Sink,
        alive: Callable[[], None],
        ready: Callable[[bool], None],
        gone: Callable[["SessionProcesses"], None],
    ) -> None:
        """`ready` and `gone` are called, by a listener, as long as they have no session.

        Raises `OSError` or `EOFError` when the machine has none to give (memory, processes).
        """
        self.session_id: str | None = None
        self._sink = sink
        self._alive = alive
        self._ready = ready
        self._gone = gone
        self._dismissed = False
        self._lock = threading.Lock()
        self._worker_ready = False
        self._ledger_usable: bool | None = None
        self._ended = False
        self._worker, self._signer = _started(parts, preview)
        self._threads = [
            threading.Thread(
                target=self._listen, args=(child, name), name=f"{name}-listener", daemon=True
            )
            for child, name in ((self._worker, "worker"), (self._signer, "signer"))
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pids(self) -> tuple[int, int]:
        """Of worker and signer."""
        return self._worker.pid, self._signer.pid

    @property
    def alive(self) -> bool:
        return all(
            child.is_running and child.silent_s <= LATE_S for child in (self._worker, self._signer)
        )

    @property
    def stood_ready(self) -> bool:
        return self._worker_ready and self._ledger_usable is not None

    def begin(self, begin: Begin) -> None:
        self.session_id = begin.session_id
        try:
            self._signer.send(begin)
            self._worker.send(begin)
        except OSError:  # It died as a spare, when the listener had no session to report.
            self._ended = True
            self._sink(WorkerDied(begin.session_id))

    def ask(self, request: effects.Request) -> None:
        match request:
            case effects.VerifyPin(session_id=session_id, request_id=request_id, pin=pin):
                self._send_secret(PinFollows(session_id, request_id), pin)
            case effects.OpenFaceRecord(session_id, request_id, number_b):
                self._send_secret(NumberBFollows(session_id, request_id), number_b)
            case effects.StopCapture():
                self._send(self._worker, request)
            case effects.StartCapture() | effects.QueryEligibility():
                self._send(self._worker, request)
                self._send(self._signer, request)
            case effects.Register() | effects.StoreConsent():
                self._send(self._signer, request)

    def dismiss(self) -> None:
        """From now on whatever they say is not heard."""
        self._dismissed = True

    def kill(self) -> None:
        for child in (self._worker, self._signer):
            child.end()
        for thread in self._threads:
            thread.join()
        for child in (self._worker, self._signer):
            child.close()

    def _send_secret(self, announcement: PinFollows | NumberBFollows, secret: Secret) -> None:
        try:
            self._worker.send_secret(announcement, secret)
        except OSError:
            log.warning("worker_pipe_broken", session_id=self.session_id)

    def _send(self, child: ChildProcess, message: object) -> None:
        try:
            child.send(message)
        except OSError:  # It died; its listener reports that as an event.
            log.warning("worker_pipe_broken", session_id=self.session_id)

    # The listeners' threads.

    def _listen(self, child: ChildProcess, name: str) -> None:
        for message in child.messages(START_LIMIT_S, SILENT_AFTER_S, self._alive):
            if not self._dismissed:
                self._take(message)
        if child.stood_still:
            log.error("worker_stands_still", session_id=self.session_id, kind=name)
        if child.spoke_rubbish:
            log.error("worker_speaks_rubbish", session_id=self.session_id, kind=name)
        if self._dismissed:
            return
        if self.session_id is not None:
            self._end_session(self.session_id)
        elif self._is_first_end():
            self._gone(self)

    def _end_session(self, session_id: str) -> None:
        if self._is_first_end():
            self._sink(WorkerDied(session_id))

    def _is_first_end(self) -> bool:
        """The second one ends because the first is gone."""
        with self._lock:
            is_first, self._ended = not self._ended, True
        return is_first

    def _take(self, message: FromSession | StandsReady | LedgerTried) -> None:
        match message:
            case StandsReady():
                self._worker_ready = True
            case LedgerTried(is_usable=is_usable):
                self._ledger_usable = is_usable
            case _:
                self._sink(message)
                return
        with self._lock:
            if self.session_id is None and self._worker_ready and self._ledger_usable is not None:
                self._ready(self._ledger_usable)


def _started(parts: SessionParts, preview: PreviewWriter) -> tuple[ChildProcess, ChildProcess]:
    ends: tuple[Connection, Connection] = process_context().Pipe()
    try:
        worker = ChildProcess(
            "session-worker", WORKER_WIRES, run_session, parts.worker, preview, ends[0]
        )
        try:
            signer = ChildProcess("signer", SIGNER_WIRES, run_signer, parts.signer, ends[1])
        except BaseException:
            worker.close()
            raise
    finally:
        for end in ends:
            end.close()
    return worker, signer
