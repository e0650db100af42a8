"""The delivery process as the kiosk sees it: always there, told when to go, never waited for.

One that has delivered ends by itself and hands over to the next (ADR 57).
"""

import threading
from collections.abc import Callable

import structlog

from kiosk.child_process import ChildProcess
from kiosk.delivery.condition import Condition, Handover
from kiosk.delivery.process import WIRES, DeliveryPartsFactory, TryNow, run_delivery
from kiosk.session.effects import DeliverResult
from kiosk.session.events import DeliveryEvent, ResultDelivered

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
        self._wanted: DeliverResult | None = None
        """The newest, until it is delivered: whichever process is there has to tell of it."""
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="delivery-supervisor", daemon=True)

    def open(self) -> None:
        self._thread.start()

    def deliver(self, request: DeliverResult) -> None:
        """Without that process the next one is told."""
        with self._lock:
            self._wanted = request
            self._send(request)

    def try_now(self) -> None:
        """What waits for another try need not wait any longer."""
        with self._lock:
            self._send(TryNow())

    def _send(self, request: DeliverResult | TryNow) -> None:
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
        handover: Handover | None = None
        while not self._closing.is_set():
            handover = self._run_one(handover or Handover(self.condition))
            if not self._closing.wait(RESTART_AFTER_S) and handover is None:
                log.error("delivery_died")

    def _run_one(self, before: Handover) -> Handover | None:
        """What it left to the next; None when it ended in another way."""
        try:
            child = ChildProcess("delivery", WIRES, run_delivery, self._parts, before)
        except (OSError, EOFError) as error:  # No memory, no processes: tried again in a while.
            log.error("delivery_not_started", error=type(error).__name__)
            return None
        with self._lock:
            self._child = child
            if self._closing.is_set():
                child.end()
            elif self._wanted is not None:
                self._send(self._wanted)
        handover: Handover | None = None
        for message in child.messages(START_LIMIT_S, SILENT_AFTER_S, self._alive):
            match message:
                case Condition():
                    self.condition = message
                case Handover():
                    handover = message
                case _:
                    self._take(message)
        if child.stood_still:
            log.error("delivery_stands_still")
        if child.spoke_rubbish:
            log.error("delivery_speaks_rubbish")
        with self._lock:
            self._child = None
        child.close()  # Killing is safe at any moment, which is what the outbox is for.
        return handover

    def _take(self, event: DeliveryEvent) -> None:
        with self._lock:
            wanted_id = None if self._wanted is None else self._wanted.session_id
            if isinstance(event, ResultDelivered) and event.session_id == wanted_id:
                self._wanted = None
        self._sink(event)
