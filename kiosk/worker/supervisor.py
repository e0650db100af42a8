"""Session workers as the kiosk process sees them: started, asked, ended, and never waited for.

Each has its signer beside it (`kiosk.worker.processes`). One worker stands ready before a card
comes, so that no patient waits for a process to start; when it is taken, or ends as it stands
there, the next one is made. Ending a worker kills it: the operating system takes back everything
personal at once, whatever state native code was in.
"""

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue

import structlog

from kiosk.child_process import start_server
from kiosk.session import effects
from kiosk.session.events import ReadinessChanged, WorkerDied
from kiosk.session.screens import Readiness, Standby, WorkerProblem
from kiosk.worker.messages import Begin
from kiosk.worker.preview import PreviewMemory
from kiosk.worker.processes import SessionParts, SessionProcesses, Sink

log = structlog.get_logger(__name__)

TRIED_AGAIN_AFTER_S = 5.0
"""A worker that cannot be made, or ends before it stands ready, must not take up a core."""

STANDS_STILL_AFTER_S = 60.0
"""To make or end a worker takes seconds, also on a slow PC; who makes them hangs by then."""

DYING_SERVER_S = 0.2
"""A fork server that was just killed is taken for alive; so long later a new one is made."""


class SessionWorkers:
    """Implements `kiosk.session.runner.Workers`; `sink` is called from threads of its own."""

    def __init__(
        self,
        parts: SessionParts,
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
        self._busy_since_s: float | None = None
        self._lock = threading.Lock()
        self._spare: SessionProcesses | None = None
        self._current: SessionProcesses | None = None
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

    @property
    def stands_still(self) -> bool:
        """Whether no worker can be made, because the server that makes them answers no more."""
        since_s = self._busy_since_s
        return since_s is not None and time.monotonic() - since_s > STANDS_STILL_AFTER_S

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
            self._busy_since_s = time.monotonic()
            job()
            self._busy_since_s = None

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

    def _replace(self, gone: "SessionProcesses") -> None:
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

    def _new_worker(self) -> "SessionProcesses | None":
        """None when the machine has none to give (memory, processes)."""
        worker = self._started()
        if worker is None:
            time.sleep(DYING_SERVER_S)
            worker = self._started()
        return worker

    def _started(self) -> "SessionProcesses | None":
        try:
            return SessionProcesses(
                self._parts,
                self._preview.writer,
                sink=self._sink,
                alive=self._alive,
                ready=self._spare_is_ready,
                gone=lambda worker: self._jobs.put(lambda: self._replace(worker)),
            )
        except (OSError, EOFError) as error:
            log.error("worker_not_started", error=type(error).__name__)
            return None
