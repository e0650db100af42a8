"""The delivery process: results are personal, so they never pass through the kiosk process.

It works when the kiosk says that a reception is done, once at its start for what an earlier
kiosk left behind, and again and again while something waits. In between it looks whether the
service is there, so that the next patient is told beforehand. It ends with the kiosk.
"""

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

import structlog

from consent.errors import OutboxUnusable
from consent.port import Outbox
from kiosk.delivery.delivery import Delivery, Round
from kiosk.delivery.health_probe import HealthProbe
from kiosk.session.effects import DeliverResult
from kiosk.session.events import ResultDelivered, ResultNotDelivered, ServiceChecked
from kiosk.signs import SIGN_EVERY_S, Alive
from qualification.port import QualificationService, ResultSink

log = structlog.get_logger(__name__)

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 30.0
"""A network share that comes back is used half a minute later at the latest."""


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
    def __init__(self, parts: DeliveryParts, pipe: Connection) -> None:
        self._parts = parts
        self._pipe = pipe
        self._delivery: Delivery | None = None
        self._probe = HealthProbe(parts.service, parts.check_every_s)
        self._delivered: dict[str, str] = {}
        """By a round that came before the kiosk asked."""

    def serve(self) -> None:
        requests: list[DeliverResult] = []
        wait_s = FIRST_WAIT_S
        while True:
            done = self._work()
            self._delivered |= done.delivered
            tried_again = wait_s > FIRST_WAIT_S
            requests = [r for r in requests if not self._told_delivered(r)]
            if tried_again or not done.waits:  # Once may be a connection closed while idle.
                self._tell_not_delivered(requests)
            if not done.waits:
                requests.clear()
            if self._probe.due_in_s() == 0:
                self._pipe.send(ServiceChecked(self._probe.probe()))
            due_in_s = self._probe.due_in_s()
            requests += self._new_requests(min(wait_s, due_in_s) if done.waits else due_in_s)
            wait_s = min(wait_s * 2, LONGEST_WAIT_S) if done.waits else FIRST_WAIT_S

    def _work(self) -> Round:
        try:
            if self._delivery is None:
                outbox = self._parts.open_outbox()
                self._delivery = Delivery(
                    outbox, self._parts.service, self._parts.results, before_each=self._alive
                )
            return self._delivery.work()
        except OutboxUnusable as error:
            log.error("outbox_unusable", error=str(error))
            return Round({}, waits=True)

    def _told_delivered(self, request: DeliverResult) -> bool:
        name = self._delivered.pop(request.session_id, None)
        if name is None:
            return False
        self._pipe.send(ResultDelivered(request.session_id, request.request_id, name))
        return True

    def _tell_not_delivered(self, requests: list[DeliverResult]) -> None:
        """Not yet; it is told again when it could be delivered after all."""
        for request in requests:
            self._pipe.send(ResultNotDelivered(request.session_id, request.request_id))

    def _new_requests(self, wait_s: float) -> list[DeliverResult]:
        """All that have come; none when the time for another try or look has."""
        requests: list[DeliverResult] = []
        until_s = time.monotonic() + wait_s
        while not requests and (left_s := until_s - time.monotonic()) > 0:
            self._alive()
            if self._pipe.poll(min(left_s, SIGN_EVERY_S)):
                requests.append(self._pipe.recv())
        while self._pipe.poll():
            requests.append(self._pipe.recv())
        return requests

    def _alive(self) -> None:
        self._pipe.send(Alive())
