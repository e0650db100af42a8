"""The delivery process: results are personal, so they never pass through the kiosk process.

It works when the kiosk says that a reception is done, once at its start for what an earlier
kiosk left behind, and again and again while something waits. In between it looks whether the
service is there, so that the next patient is told beforehand. It ends with the kiosk.

The result folder has a thread of its own: a share that hangs holds up no report.
"""

import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

import structlog

from consent.errors import OutboxUnusable
from consent.port import MessageState, Outbox
from kiosk.delivery.condition import Condition
from kiosk.delivery.health_probe import HealthProbe
from kiosk.delivery.receptions import Receptions
from kiosk.delivery.reports import Reports
from kiosk.delivery.results_thread import ResultsThread
from kiosk.session.effects import DeliverResult
from kiosk.session.events import ServiceChecked
from kiosk.signs import SIGN_EVERY_S, Alive
from qualification.port import QualificationService, ResultSink

log = structlog.get_logger(__name__)

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 30.0
"""A service that comes back is used half a minute later at the latest."""


@dataclass(frozen=True)
class DeliveryParts:
    open_outbox: Callable[[], Outbox]
    service: QualificationService
    results: ResultSink
    check_every_s: float
    """How often the service is looked for while there is nothing else to do."""


DeliveryPartsFactory = Callable[[], DeliveryParts]


def run_delivery(parts: DeliveryPartsFactory, pipe: Connection) -> None:
    """Process entry: work until the kiosk is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the kiosk, which ends us.
    try:
        _Deliveries(parts(), pipe).serve()
    except (EOFError, OSError):
        pass  # The kiosk is gone; the outbox keeps what is left.
    finally:
        os._exit(0)  # No thread may hold what is personal any longer.


class _Deliveries:
    """All but the results, on the process's main thread."""

    def __init__(self, parts: DeliveryParts, pipe: Connection) -> None:
        self._parts = parts
        self._pipe = pipe
        self._sending = threading.Lock()
        self._probe = HealthProbe(parts.service, parts.check_every_s)
        self._receptions = Receptions(self._say)
        self._outbox: Outbox | None = None
        self._reports: Reports | None = None
        self._results: ResultsThread | None = None
        self._condition = Condition()

    def serve(self) -> None:
        wait_s = FIRST_WAIT_S
        while True:
            done = self._report()
            if self._probe.due_in_s() == 0:
                self._say(ServiceChecked(self._probe.probe()))
            self._tell_condition()
            due_in_s = self._probe.due_in_s()
            self._hear(due_in_s if done else min(wait_s, due_in_s))
            wait_s = FIRST_WAIT_S if done else min(wait_s * 2, LONGEST_WAIT_S)

    def _report(self) -> bool:
        """False: something waits."""
        try:
            if self._reports is None or self._results is None:
                self._outbox = self._parts.open_outbox()
                self._reports = Reports(self._outbox, self._parts.service, self._alive)
                self._results = ResultsThread(
                    self._outbox, self._parts.results, self._receptions.delivered
                )
            self._results.work()  # What an earlier kiosk left need not wait for the service.
            done = self._reports.tell_all()
            self._results.work()
        except OutboxUnusable as error:
            log.error("outbox_unusable", error=str(error))
            return False
        return done

    def _hear(self, wait_s: float) -> None:
        """Until a reception is done, or the time for another try or look has come."""
        until_s = time.monotonic() + wait_s
        heard = False
        while not heard and (left_s := until_s - time.monotonic()) > 0:
            self._alive()
            self._receptions.tell_those_not_delivered()
            if self._results is not None:
                self._results.watch()
            heard = self._pipe.poll(min(left_s, SIGN_EVERY_S))
        while self._pipe.poll():
            request = self._pipe.recv()
            if isinstance(request, DeliverResult):
                self._receptions.done(request)

    def _tell_condition(self) -> None:
        if self._outbox is None or self._reports is None or self._results is None:
            return
        try:
            counts = {state: self._outbox.count(state) for state in MessageState}
        except OutboxUnusable as error:
            log.error("outbox_unusable", error=str(error))
            return
        ahead = self._parts.service.clock_ahead
        condition = Condition(
            reports_waiting=counts[MessageState.REPORT],
            reports_refused=counts[MessageState.REFUSED],
            results_waiting=counts[MessageState.DELIVER] + counts[MessageState.PUBLISH],
            report_problem=self._reports.problem,
            result_problem=self._results.problem,
            clock_ahead_s=None if ahead is None else round(ahead.total_seconds()),
        )
        if condition != self._condition:
            self._condition = condition
            self._say(condition)

    def _alive(self) -> None:
        self._say(Alive())

    def _say(self, message: object) -> None:
        with self._sending:
            self._pipe.send(message)
