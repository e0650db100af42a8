"""Session workers as the kiosk process sees them: started, asked, ended, and never waited for.

One worker stands ready before a card comes, so that no patient waits for a process to start;
when it is taken, or ends as it stands there, the next one is made. Ending a worker kills it: the
operating system takes back everything personal at once, whatever state native code was in.
"""

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue

import structlog

from common.secret import Secret
from kiosk.child_process import ChildProcess, start_server
from kiosk.session import effects
from kiosk.session.events import ReadinessChanged, WorkerDied
from kiosk.session.screens import Readiness, Standby, WorkerProblem
from kiosk.worker.messages import (
    WIRES,
    Begin,
    FromWorker,
    NumberBFollows,
    PinFollows,
    StandsReady,
)
from kiosk.worker.parts import PartsFactory
from kiosk.worker.preview import PreviewMemory
from kiosk.worker.session import run_session

log = structlog.get_logger(__name__)

Sink = Callable[[FromWorker | ReadinessChanged], None]

SILENT_AFTER_S = 10.0
"""A worker gives a sign each second; without any for so long it stands still."""

LATE_S = 3.0
"""A spare that is so late is not trusted with a patient."""

START_LIMIT_S = 60.0
"""Until its first sign: it may have to be made on a busy machine, with all models."""

TRIED_AGAIN_AFTER_S = 5.0
"""A worker that cannot be made, or ends before it stands ready, must not take up a core."""

DYING_SERVER_S = 0.2
"""A fork server that was just killed is taken for alive; so long later a new one is made."""


class SessionWorkers:
    """Implements `kiosk.session.runner.Workers`; `sink` is called from threads of its own."""

    def __init__(
        self,
        parts: PartsFactory,
        preview: PreviewMemory,
        sink: Sink,
        alive: Callable[[], None] = lambda: None,
    ) -> None:
        """`alive` is called with whatever a worker says, on its listener's thread."""
        self._parts = parts
        self._preview = preview
        self._sink = sink
        self._alive = alive
        self._jobs: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._spawner = threading.Thread(
            target=self._spawn_and_end, name="worker-spawner", daemon=True
        )
        self._is_ready = threading.Event()
        self._lock = threading.Lock()
        self._spare: _Worker | None = None
        self._current: _Worker | None = None
        self._wanted: str | None = None
        """The session that goes on; a worker still being made for another is not begun."""

    def open(self) -> None:
        """Load the models and make the first spare, behind the first screen."""
        self._jobs.put(self._open)
        self._spawner.start()

    def wait_until_ready(self, timeout_s: float) -> None:
        """Return when a spare stands ready; for rehearsals, which measure a warm kiosk."""
        if not self._is_ready.wait(timeout_s):
            raise TimeoutError

    def start(self, session_id: str, reader: str, *, reads_photo: bool) -> None:
        self._preview.wipe()
        self._wanted = session_id
        self._is_ready.clear()
        self._jobs.put(lambda: self._begin(Begin(session_id, reader, reads_photo)))

    def end(self, session_id: str) -> None:
        if self._wanted != session_id:
            return
        with self._lock:
            self._wanted = None
            worker, self._current = self._current, None
        if worker is not None:
            worker.dismiss()
            self._jobs.put(worker.kill)
        self._preview.wipe()

    def ask(self, request: effects.Request) -> None:
        worker = self._current
        if worker is not None and worker.session_id == request.session_id:
            worker.ask(request)

    def close(self) -> None:
        self._jobs.put(None)
        self._spawner.join()
        for worker in (self._current, self._spare):
            if worker is not None:
                worker.dismiss()
                worker.kill()

    # The spawner's thread, where processes are started and ended: the GUI never waits for one.

    def _spawn_and_end(self) -> None:
        while (job := self._next_job()) is not None:
            job()

    def _next_job(self) -> Callable[[], object] | None:
        """None at the end. Without a spare and with nothing to do, another one is tried."""
        try:
            return self._jobs.get(timeout=TRIED_AGAIN_AFTER_S if self._spare is None else None)
        except Empty:
            return self._make_spare

    def _open(self) -> None:
        start_server()
        self._make_spare()

    def _begin(self, begin: Begin) -> None:
        worker, self._spare = self._spare, None
        if worker is not None and not worker.alive:
            worker.dismiss()
            worker.kill()
            worker = None
        worker = worker or self._new_worker()
        with self._lock:
            if self._wanted == begin.session_id:
                if worker is None:
                    self._sink(WorkerDied(begin.session_id))
                else:
                    worker.begin(begin)
                    self._current, worker = worker, None
        if worker is not None:  # Its session is over already.
            worker.dismiss()
            worker.kill()
        self._make_spare()

    def _make_spare(self) -> None:
        self._spare = self._new_worker()
        if self._spare is None:
            self._tell(WorkerProblem.NO_WORKER)

    def _replace(self, gone: "_Worker") -> None:
        """A spare that has ended, by itself or because it stood still."""
        if gone is not self._spare:
            return  # A session had just begun with it, or found it gone.
        self._spare = None
        gone.kill()
        if gone.stood_ready:
            log.error("spare_worker_died")
            self._tell(Standby.PREPARING)
            self._make_spare()
        else:
            log.error("worker_never_ready")
            self._tell(WorkerProblem.NO_WORKER)

    # Threads of the workers' listeners.

    def _spare_is_ready(self, ledger_usable: bool) -> None:
        self._tell(Standby.READY if ledger_usable else WorkerProblem.LEDGER_UNUSABLE)

    def _tell(self, readiness: Readiness) -> None:
        self._sink(ReadinessChanged(readiness))
        if readiness is Standby.READY:
            self._is_ready.set()
        else:
            self._is_ready.clear()

    def _new_worker(self) -> "_Worker | None":
        """None when the machine has none to give (memory, processes)."""
        worker = self._started()
        if worker is None:
            time.sleep(DYING_SERVER_S)
            worker = self._started()
        return worker

    def _started(self) -> "_Worker | None":
        try:
            child = ChildProcess(
                "session-worker", WIRES, run_session, self._parts, self._preview.writer
            )
        except (OSError, EOFError) as error:
            log.error("worker_not_started", error=type(error).__name__)
            return None
        return _Worker(
            child,
            sink=self._sink,
            alive=self._alive,
            ready=self._spare_is_ready,
            gone=lambda worker: self._jobs.put(lambda: self._replace(worker)),
        )


class _Worker:
    """One worker process and the thread that listens to it."""

    def __init__(
        self,
        child: ChildProcess,
        *,
        sink: Sink,
        alive: Callable[[], None],
        ready: Callable[[bool], None],
        gone: Callable[["_Worker"], None],
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
