"""The delivery process as the kiosk sees it: always there, told when to go, never waited for."""

import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import structlog

from kiosk.delivery.condition import Condition
from kiosk.delivery.process import DeliveryPartsFactory, run_delivery
from kiosk.session.effects import DeliverResult
from kiosk.session.events import DeliveryEvent
from kiosk.signs import Alive
from kiosk.worker.processes import process_context

log = structlog.get_logger(__name__)

SILENT_AFTER_S = 60.0
"""Longer than any call to the service or write into the folder may take."""

START_LIMIT_S = 120.0
"""Until its first sign: it may have to be made on a busy machine."""

END_LIMIT_S = 5.0
"""A thread that hangs in the kernel, with a share, ends with the share's answer only."""

RESTART_AFTER_S = 1.0
"""A delivery process that dies at once must not take up a core."""


class DeliverySupervisor:
    """Implements `kiosk.session.runner.Delivery`; `sink` is called from a thread of its own."""

    def __init__(
        self,
        parts: DeliveryPartsFactory,
        sink: Callable[[DeliveryEvent], None],
        alive: Callable[[], None] = lambda: None,
    ) -> None:
        """`alive` is called on that thread too, with each sign of life."""
        self._parts = parts
        self._sink = sink
        self._alive = alive
        self.condition = Condition()
        self._pipe: Connection | None = None
        self._process: BaseProcess | None = None
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="delivery-supervisor", daemon=True)

    def open(self) -> None:
        self._thread.start()

    def deliver(self, request: DeliverResult) -> None:
        """Without that process the request is lost, the outbox is not: the next one empties it."""
        with self._lock:
            if self._pipe is not None:
                try:
                    self._pipe.send(request)
                except OSError:
                    log.warning("delivery_pipe_broken", session_id=request.session_id)

    def close(self) -> None:
        self._closing.set()
        with self._lock:
            if self._process is not None:
                self._process.kill()
        self._thread.join()

    def _keep(self) -> None:
        while not self._closing.is_set():
            self._run_one()
            if not self._closing.wait(RESTART_AFTER_S):
                log.error("delivery_died")

    def _run_one(self) -> None:
        ours, theirs = process_context().Pipe()
        process = process_context().Process(
            target=run_delivery, args=(self._parts, theirs), name="delivery", daemon=True
        )
        try:
            process.start()
        except (OSError, EOFError) as error:  # No memory, no processes: tried again in a while.
            log.error("delivery_not_started", error=type(error).__name__)
            ours.close()
            return
        finally:
            theirs.close()
        with self._lock:
            self._pipe, self._process = ours, process
            if self._closing.is_set():
                process.kill()
        try:
            self._listen(ours)
        except (EOFError, OSError):
            pass
        finally:
            with self._lock:
                self._pipe = self._process = None
            ours.close()
            process.kill()  # Killing is safe at any moment, which is what the outbox is for.
            process.join(END_LIMIT_S)
            if process.exitcode is None:
                log.error("delivery_does_not_end")
            else:
                process.close()

    def _listen(self, pipe: Connection) -> None:
        """Until it has ended, or stands still; raises `EOFError` or `OSError` when it is gone."""
        wait_s = START_LIMIT_S
        while pipe.poll(wait_s):
            message = pipe.recv()
            wait_s = SILENT_AFTER_S
            self._alive()
            if isinstance(message, Condition):
                self.condition = message
            elif not isinstance(message, Alive):
                self._sink(message)
        log.error("delivery_stands_still")
