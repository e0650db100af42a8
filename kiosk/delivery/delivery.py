"""Empties the outbox: tells the service, then writes its result for the receipt computer.

Each step may be repeated without harm, after whatever interrupted it: the service counts a
report by its key once, and a result that is staged is published once. So nothing has to be
remembered but the outbox itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog

from consent.port import MessageState, Outbox, OutboxMessage
from kiosk.delivery.conclusion import Conclusion
from qualification.errors import (
    BadAnswer,
    QualificationFault,
    Refused,
    RequestMalformed,
    ResultNotWritten,
)
from qualification.port import OqsResult, QualificationService, ResultSink

log = structlog.get_logger(__name__)

CONSENT_LASTS = timedelta(hours=24)
"""Fact sheet domain 3.2. After that the service must not be told any more."""

BAD_ANSWERS_FOR = timedelta(minutes=15)
"""So long garbage is taken for a fault on the way, and then for one of this message alone."""

ARMED = timedelta(seconds=60)
"""So long the receipt computer waits for the result of the patient at the kiosk (domain 5.8)."""

REFUSED_KEPT = timedelta(days=7)
"""Staff can see for so long that a reception has to be made good; nothing else is kept of it."""


@dataclass(frozen=True)
class Round:
    """What one emptying has come to."""

    delivered: dict[str, str]
    """File name by message key."""
    waits: bool
    """Something is left that another try may bring away."""


class Delivery:
    """For one thread; raises `consent.errors.OutboxUnusable` only."""

    def __init__(
        self,
        outbox: Outbox,
        service: QualificationService,
        results: ResultSink,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        before_each: Callable[[], None] = lambda: None,
    ) -> None:
        """`before_each` is called before each one, as a sign that the last did not hang."""
        self._outbox = outbox
        self._service = service
        self._results = results
        self._now = now
        self._before_each = before_each

    def work(self) -> Round:
        """In order. A lost folder holds up no report, a lost service no result."""
        reported = self._report_all()
        delivered: dict[str, str] = {}
        emptied = self._deliver_all(delivered)
        self._outbox.forget_refused(self._now() - REFUSED_KEPT)
        return Round(delivered, waits=not (reported and emptied))

    def _report_all(self) -> bool:
        while message := self._first(MessageState.REPORT):
            if self._age(message) > CONSENT_LASTS:
                self._set_aside(message, "consent_expired")
            elif not self._report(message):
                return False
        return True

    def _report(self, message: OutboxMessage) -> bool:
        """False: the service could not be told; it and all after it have to wait."""
        conclusion = Conclusion.from_bytes(message.content)
        try:
            result = self._service.conclude(
                conclusion.service_session, conclusion.decisions, idempotency_key=message.key
            )
        except (Refused, RequestMalformed) as error:
            code = error.code.value if isinstance(error, Refused) else type(error).__name__
            self._set_aside(message, code)
        except QualificationFault as error:
            if isinstance(error, BadAnswer) and self._age(message) > BAD_ANSWERS_FOR:
                self._set_aside(message, "bad_answer")
                return True
            log.warning("report_waits", session_id=message.key, kind=type(error).__name__)
            return False
        else:
            self._outbox.move(message, MessageState.DELIVER, result.xml)
        return True

    def _deliver_all(self, delivered: dict[str, str]) -> bool:
        """Each is published before the next is staged: they appear in their order."""
        try:
            self._publish_all(delivered)
            while message := self._first(MessageState.DELIVER):
                self._results.stage(OqsResult(message.content), message.key)
                self._outbox.move(message, MessageState.PUBLISH, b"")
                self._publish_all(delivered)
        except ResultNotWritten as error:
            log.warning("result_waits", error=str(error))
            return False
        return True

    def _publish_all(self, delivered: dict[str, str]) -> None:
        while message := self._first(MessageState.PUBLISH):
            late = self._age(message) > ARMED
            delivered[message.key] = self._results.publish(message.key, message.stored_at)
            self._outbox.remove(message)
            if late:  # Nobody waits for it any more: staff have to match it by hand.
                elapsed_ms = round(self._age(message).total_seconds() * 1000)
                log.warning("result_delivered_late", session_id=message.key, elapsed_ms=elapsed_ms)

    def _first(self, state: MessageState) -> OutboxMessage | None:
        self._before_each()
        return self._outbox.first(state)

    def _set_aside(self, message: OutboxMessage, code: str) -> None:
        log.error("report_refused", session_id=message.key, code=code)
        self._outbox.move(message, MessageState.REFUSED, b"")

    def _age(self, message: OutboxMessage) -> timedelta:
        return self._now() - message.stored_at
