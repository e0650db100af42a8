"""The delivery process as the kiosk sees it: always there, told when to go, never waited for."""

import threading
from collections.abc import Callable

import structlog

from kiosk.child_process import ChildProcess
from kiosk.delivery.condition import Condition
from kiosk.delivery.process import WIRES, DeliveryPartsFactory, TryNow, run_delivery
from kiosk.session.effects import DeliverResult
from kiosk.session.events import DeliveryEvent

log = structlog.get_logger(__name__)

SILENT_AFTER_S = 60.0
"""Longer than any call to the service or write into the folder may take."""

START_LIMIT_S = 120.0
"""Until its first sign: it may have to be made on a busy machine."""

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
        self._child: ChildProcess | None = None
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="delivery-supervisor", daemon=True)

    def open(self) -> None:
        self._thread.start()

    def deliver(self, request: DeliverResult) -> None:
        """Without that process the request is lost, the outbox is not: the next one empties it."""
        self._send(request)

    def try_now(self) -> None:
        """What waits for another try need not wait any longer."""
        self._send(TryNow())

    def _send(self, request: DeliverResult | TryNow) -> None:
        with self._lock:
            if self._child is not None:
                try:
                    self._child.send(request)
                except OSError:
                    session_id = getattr(request, "session_id", None)
                    log.warning("delivery_pipe_broken", session_id=session_id)

    def close(self) -> None:
        self._closing.set()
        with self._lock:
            if self._child is not None:
                self._child.end()
        self._thread.join()

    def _keep(self) -> None:
        while not self._closing.is_set():
            self._run_one()
            if not self._closing.wait(RESTART_AFTER_S):
                log.error("delivery_died")

    def _run_one(self) -> None:
        try:
            child = ChildProcess("delivery", WIRES, run_delivery, self._parts)
        except (OSError, EOFError) as error:  # No memory, no processes: tried again in a while.
            log.error("delivery_not_started", error=type(error).__name__)
            return
        with self._lock:
            self._child = child
            if self._closing.is_set():
                child.end()
        for message in child.messages(START_LIMIT_S, SILENT_AFTER_S, self._alive):
            if isinstance(message, Condition):
                self.condition = message
            else:
                self._sink(message)
        if child.stood_still:
            log.error("delivery_stands_still")
        if child.spoke_rubbish:
            log.error("delivery_speaks_rubbish")
        with self._lock:
            self._child = None
        child.close()  # Killing is safe at any moment, which is what the outbox is for.
