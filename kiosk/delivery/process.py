"""The delivery process: results are personal, so they never pass through the kiosk process.

It works when the kiosk says that a reception is done, once at its start for what an earlier
kiosk left behind, and again and again while something waits. In between it looks whether the
service is there, so that the next patient is told beforehand. It ends with the kiosk, and whenever
it has delivered: a result passes through many hands that keep copies (HTTP, JSON, a cipher), so
its memory goes back to the system as a whole, and another process takes its place (ADR 57).

The result folder has a thread of its own: a share that hangs holds up no report. A service whose
certificates cannot be used now, because the clock is wrong or they are being renewed, is opened
as soon as they can.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

import structlog

from consent.errors import OutboxUnusable
from consent.port import LedgerAnchor, MessageState, Outbox
from kiosk.child_process import KioskLink, serve
from kiosk.confinement.process import Rights, close_all_but, confine
from kiosk.delivery.anchoring import Anchoring
from kiosk.delivery.condition import Condition, Handover
from kiosk.delivery.health_probe import HealthProbe
from kiosk.delivery.receptions import Receptions
from kiosk.delivery.reports import Reports
from kiosk.delivery.results_thread import ResultsThread
from kiosk.desk_link.tidings import DeskListener, NoDesk
from kiosk.session.effects import DeliverResult
from kiosk.session.events import DeliveryEvent, ServiceChecked
from kiosk.signs import SIGN_EVERY_S
from kiosk.wire import wires
from qualification.errors import QualificationFault
from qualification.port import QualificationService, ResultSink

log = structlog.get_logger(__name__)

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 30.0
"""A service that comes back is used half a minute later at the latest."""


@dataclass(frozen=True)
class TryNow:
    """Staff do not want to wait for the next try."""


WIRES = wires(to_child=DeliverResult | TryNow, from_child=DeliveryEvent | Condition | Handover)


@dataclass(frozen=True)
class DeliveryParts:
    rights: Rights
    open_outbox: Callable[[], Outbox]
    open_service: Callable[[], QualificationService]
    """Raises `qualification.errors` while its certificates cannot be used."""
    results: ResultSink
    anchor: LedgerAnchor
    check_every_s: float
    """How often the service is looked for while there is nothing else to do."""
    desk: DeskListener = field(default_factory=NoDesk)
    """Hears of each reception on its way."""


DeliveryPartsFactory = Callable[[], DeliveryParts]


def run_delivery(pipe: Connection, parts: DeliveryPartsFactory, before: Handover) -> None:
    """Process entry: work until results were delivered, or the kiosk is gone; the outbox keeps
    what is left. Its last word is what it hands over."""
    close_all_but((pipe.fileno(),))

    def work() -> None:
        made = parts()
        confine(made.rights)
        _Deliveries(made, KioskLink(pipe, WIRES), before).serve()

    serve(work)


class _Deliveries:
    """All but the results, on the process's main thread."""

    def __init__(self, parts: DeliveryParts, kiosk: KioskLink, before: Handover) -> None:
        self._parts = parts
        self._before = before
        self._kiosk = kiosk
        self._receptions = Receptions(self._kiosk.say)
        self._outbox: Outbox | None = None
        self._results: ResultsThread | None = None
        self._service: QualificationService | None = None
        self._service_problem: str | None = None
        self._probe: HealthProbe | None = None
        self._reports: Reports | None = None
        self._anchoring: Anchoring | None = None
        self._condition = before.condition

    def serve(self) -> None:
        wait_s = FIRST_WAIT_S
        while not self._is_spent:
            done = self._work()
            due_in_s = LONGEST_WAIT_S if self._probe is None else self._probe.due_in_s()
            self._hear(due_in_s if done else min(wait_s, due_in_s))
            wait_s = FIRST_WAIT_S if done else min(wait_s * 2, LONGEST_WAIT_S)
        self._hand_over()

    @property
    def _is_spent(self) -> bool:
        """It has delivered, and everybody heard of it."""
        return (
            self._results is not None
            and self._results.is_spent
            and not self._receptions.a_request_may_come
        )

    def _hand_over(self) -> None:
        self._tell_condition()
        before = self._before
        self._kiosk.say(
            Handover(
                self._condition,
                before.accepted_proofs if self._probe is None else self._probe.accepted,
                before.ledger_compared if self._anchoring is None else self._anchoring.compared,
            )
        )

    def _work(self) -> bool:
        """False: something waits."""
        service = self._opened_service()
        try:
            done = self._deliver(service)
        except OutboxUnusable as error:
            log.error("outbox_unusable", error=str(error))
            done = False
        if self._probe is not None and self._probe.due_in_s() == 0:
            self._kiosk.say(ServiceChecked(self._probe.probe()))
        return done

    def _deliver(self, service: QualificationService | None) -> bool:
        if self._outbox is None or self._results is None:
            self._outbox = self._parts.open_outbox()
            self._results = ResultsThread(
                self._outbox,
                self._parts.results,
                self._receptions.delivered,
                self._parts.desk,
                self._before.condition.result_problem,
            )
        self._results.work()  # What an earlier kiosk left need not wait for the service.
        if service is None:
            return False
        if self._reports is None or self._anchoring is None:
            self._reports = Reports(self._outbox, service, self._kiosk.alive, self._parts.desk)
            self._anchoring = Anchoring(
                self._parts.anchor,
                service,
                self._before.ledger_compared,
                self._before.condition.ledger_problem,
            )
        done = self._reports.tell_all()
        if self._reports.problem is None:
            self._anchoring.tell()
        self._results.work()
        return done

    def _opened_service(self) -> QualificationService | None:
        if self._service is None:
            try:
                self._service = self._parts.open_service()
            except QualificationFault as fault:
                self._tell_unusable(str(fault))
                return None
            self._service_problem = None
            self._probe = HealthProbe(
                self._service,
                self._parts.check_every_s,
                self._before.accepted_proofs,
                self._before.condition.clock_ahead_s,
            )
        return self._service

    def _tell_unusable(self, problem: str) -> None:
        if problem != self._service_problem:
            self._service_problem = problem
            log.error("service_not_usable", error=problem)
            self._kiosk.say(ServiceChecked(None))

    def _hear(self, wait_s: float) -> None:
        """Until a reception is done, or the time for another try, look or end has come."""
        until_s = time.monotonic() + wait_s
        heard = False
        while not heard and not self._is_spent and (left_s := until_s - time.monotonic()) > 0:
            self._receptions.tell_those_not_delivered()
            if self._results is not None:
                self._results.watch()
            self._tell_condition()
            heard = self._kiosk.has_message(min(left_s, SIGN_EVERY_S))
        while self._kiosk.has_message(0):
            request = self._kiosk.next_message()
            if isinstance(request, DeliverResult):
                self._receptions.done(request)
            elif self._reports is not None:
                self._reports.try_now()

    def _tell_condition(self) -> None:
        if self._outbox is None or self._results is None:
            return
        try:
            counts = {state: self._outbox.count(state) for state in MessageState}
        except OutboxUnusable as error:
            log.error("outbox_unusable", error=str(error))
            return
        before = self._condition
        ahead = None if self._service is None else self._service.clock_ahead
        condition = Condition(
            reports_waiting=counts[MessageState.REPORT],
            reports_refused=counts[MessageState.REFUSED],
            results_waiting=counts[MessageState.DELIVER] + counts[MessageState.PUBLISH],
            report_problem=self._report_problem,
            ledger_problem=(
                before.ledger_problem if self._anchoring is None else self._anchoring.problem
            ),
            result_problem=self._results.problem,
            clock_ahead_s=before.clock_ahead_s if ahead is None else round(ahead.total_seconds()),
        )
        if condition != before:
            self._condition = condition
            self._kiosk.say(condition)

    @property
    def _report_problem(self) -> str | None:
        return self._service_problem if self._reports is None else self._reports.problem
