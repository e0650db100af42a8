"""One worker process as the kiosk sees it, and the thread that listens to it."""

import threading
from collections.abc import Callable

import structlog

from common.secret import Secret
from kiosk.child_process import ChildProcess
from kiosk.session import effects
from kiosk.session.events import ReadinessChanged, WorkerDied
from kiosk.worker.messages import (
    Begin,
    FromWorker,
    NumberBFollows,
    PinFollows,
    StandsReady,
)

log = structlog.get_logger(__name__)

Sink = Callable[[FromWorker | ReadinessChanged], None]

SILENT_AFTER_S = 10.0
"""A worker gives a sign each second; without any for so long it stands still."""

LATE_S = 3.0
"""A spare that is so late is not trusted with a patient."""

START_LIMIT_S = 60.0
"""Until its first sign: it may have to be made on a busy machine, with all models."""


class WorkerProcess:
    """One worker process and the thread that listens to it."""

    def __init__(
        self,
        child: ChildProcess,
        *,
        sink: Sink,
        alive: Callable[[], None],
        ready: Callable[[bool], None],
        gone: Callable[["WorkerProcess"], None],
    ) -> None:
        """`ready` and `gone` are called, by its listener, as long as it has no session."""
        self.session_id: str | None = None
        self.stood_ready = False
        self._child = child
        self._sink = sink
        self._alive = alive
        self._ready = ready
        self._gone = gone
        self._dismissed = False
        self._thread = threading.Thread(target=self._listen, name="worker-listener", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def alive(self) -> bool:
        return self._child.is_running and self._child.silent_s <= LATE_S

    def begin(self, begin: Begin) -> None:
        self.session_id = begin.session_id
        try:
            self._child.send(begin)
        except OSError:  # It died as a spare, when the listener had no session to report.
            self._sink(WorkerDied(begin.session_id))

    def ask(self, request: effects.Request) -> None:
        match request:
            case effects.VerifyPin(session_id=session_id, request_id=request_id, pin=pin):
                self._send_secret(PinFollows(session_id, request_id), pin)
            case effects.OpenFaceRecord(session_id, request_id, number_b):
                self._send_secret(NumberBFollows(session_id, request_id), number_b)
            case _:
                self._send(request)

    def dismiss(self) -> None:
        """From now on whatever it says is not heard."""
        self._dismissed = True

    def kill(self) -> None:
        self._child.end()
        self._thread.join()
        self._child.close()

    def _send_secret(self, announcement: PinFollows | NumberBFollows, secret: Secret) -> None:
        try:
            self._child.send_secret(announcement, secret)
        except OSError:
            log.warning("worker_pipe_broken", session_id=self.session_id)

    def _send(self, message: object) -> None:
        try:
            self._child.send(message)
        except OSError:  # It died; the listener reports that as an event.
            log.warning("worker_pipe_broken", session_id=self.session_id)

    def _listen(self) -> None:
        for message in self._child.messages(START_LIMIT_S, SILENT_AFTER_S, self._alive):
            if not self._dismissed:
                self._take(message)
        if self._child.stood_still:
            log.error("worker_stands_still", session_id=self.session_id)
        if self._child.spoke_rubbish:
            log.error("worker_speaks_rubbish", session_id=self.session_id)
        if self._dismissed:
            return
        if self.session_id is None:
            self._gone(self)
        else:
            self._sink(WorkerDied(self.session_id))

    def _take(self, message: FromWorker | StandsReady) -> None:
        match message:
            case StandsReady(ledger_usable=ledger_usable):
                self.stood_ready = True
                if self.session_id is None:
                    self._ready(ledger_usable)
            case _:
                self._sink(message)
