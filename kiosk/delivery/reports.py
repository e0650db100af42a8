"""Tells the service what was decided, oldest first; its answer is the result to be delivered.

Telling may be repeated without harm, after whatever interrupted it: the service counts a report
by its key once. So nothing has to be remembered but the outbox itself.

Only the service's own no to a message ends it. Whatever else comes back (a proxy's page, an error,
nothing at all) leaves the message where it is, with all that is in it: how old a consent may be
is for the service to judge, by its clock. A message that alone fails lets those of other patients
pass; those of the same patient stay behind it.
"""

import time
from collections.abc import Callable
from enum import Enum, auto

import structlog

from consent.port import MessageState, Outbox, OutboxMessage
from kiosk.delivery.conclusion import Conclusion
from kiosk.desk_link.tidings import DeskListener, NoDesk
from qualification.errors import (
    QualificationFault,
    RefusalCode,
    Refused,
    RequestMalformed,
    ServiceUnreachable,
    TlsFailed,
)
from qualification.port import QualificationService

log = structlog.get_logger(__name__)

REFUSED_KEPT = 200
"""So many receptions staff can still see that have to be made good; only when and by which name."""

FIRST_PAUSE_S = 2.0
LONGEST_PAUSE_S = 60.0
"""Of a message that fails while the service serves others."""

FAILS_IN_A_ROUND = 5
"""Then the fault is hardly one of single messages: the others have to wait as well."""

_OF_THIS_KIOSK = {RefusalCode.CLIENT_UNKNOWN, RefusalCode.CLIENT_REVOKED}
"""No word on the message: it waits until the kiosk is known (again)."""


_AnyFault = QualificationFault | RequestMalformed


class _Told(Enum):
    DONE = auto()  # It is no longer to be told: answered, or refused for good.
    FAILED = auto()  # It alone, as far as can be seen.
    NOBODY_HEARS = auto()  # Neither would any other be.


class _Pauses:
    """Of the messages that fail, each twice as long as the one before."""

    def __init__(self) -> None:
        self._pauses: dict[str, tuple[float, float]] = {}
        """Key: due at, in seconds of the monotonic clock, and the pause until then."""

    def over(self, key: str) -> bool:
        return key not in self._pauses or self._pauses[key][0] <= time.monotonic()

    def longer(self, key: str) -> None:
        _, before_s = self._pauses.get(key, (0.0, FIRST_PAUSE_S / 2))
        pause_s = min(before_s * 2, LONGEST_PAUSE_S)
        self._pauses[key] = time.monotonic() + pause_s, pause_s

    def forget(self, key: str) -> None:
        self._pauses.pop(key, None)


class Reports:
    """For one thread; raises `consent.errors.OutboxUnusable` only."""

    def __init__(
        self,
        outbox: Outbox,
        service: QualificationService,
        before_each: Callable[[], None] = lambda: None,
        desk: DeskListener | None = None,
    ) -> None:
        """`before_each` is called before each call, as a sign that the last did not hang."""
        self._desk = desk or NoDesk()
        self._outbox = outbox
        self._service = service
        self._before_each = before_each
        self._pauses = _Pauses()
        self.problem: str | None = None
        """Why the last round left something, in words for staff."""

    def tell_all(self) -> bool:
        """True when nothing is left that another round may bring away."""
        self.problem = None
        behind: set[str] = set()  # patients, of whom an earlier message waits
        waits, failed = False, 0
        position = 0
        while message := self._outbox.first(MessageState.REPORT, after=position):
            position = message.position
            conclusion = _readable(message)
            patient = message.key if conclusion is None else conclusion.patient
            if conclusion is None or patient in behind or not self._pauses.over(message.key):
                told = _Told.FAILED
            else:
                told = self._tell(message, conclusion)
                failed += told is _Told.FAILED
            if told is _Told.DONE:
                self._pauses.forget(message.key)
                continue
            waits = True
            behind.add(patient)
            if conclusion is not None:
                self._desk.waits_for_service(message, conclusion)
            if told is _Told.NOBODY_HEARS or failed >= FAILS_IN_A_ROUND:
                self._tell_desk_of_those_behind(position)
                break
        self._outbox.forget_refused(keep=REFUSED_KEPT)
        return not waits

    def try_now(self) -> None:
        """Forget how long a message that fails has to pause."""
        self._pauses = _Pauses()

    def _tell_desk_of_those_behind(self, position: int) -> None:
        while message := self._outbox.first(MessageState.REPORT, after=position):
            position = message.position
            if (conclusion := _readable(message)) is not None:
                self._desk.waits_for_service(message, conclusion)

    def _tell(self, message: OutboxMessage, conclusion: Conclusion) -> _Told:
        self._before_each()
        try:
            result = self._service.conclude(
                conclusion.service_session, conclusion.decisions, idempotency_key=message.key
            )
        except (QualificationFault, RequestMalformed) as error:
            return self._not_told(message, conclusion, error)
        self._outbox.move(message, MessageState.DELIVER, result.xml)
        self._desk.concluded(message, conclusion, result)
        return _Told.DONE

    def _not_told(self, message: OutboxMessage, conclusion: Conclusion, error: _AnyFault) -> _Told:
        if isinstance(error, Refused) and error.code not in _OF_THIS_KIOSK:
            log.error("report_refused", session_id=message.key, code=error.code.value)
            self._outbox.move(message, MessageState.REFUSED, b"")
            self._desk.refused(message, conclusion)
            return _Told.DONE
        self.problem = str(error)
        log.warning(
            "report_waits",
            session_id=message.key,
            kind=error.kind,
            error=str(error),
        )
        if not self._serves_others(error):
            return _Told.NOBODY_HEARS
        self._pauses.longer(message.key)
        return _Told.FAILED

    def _serves_others(self, error: _AnyFault) -> bool:
        if isinstance(error, ServiceUnreachable | TlsFailed | Refused):
            return False
        self._before_each()
        try:
            self._service.accepted_proofs()
        except (QualificationFault, RequestMalformed):
            return False
        return True


def _readable(message: OutboxMessage) -> Conclusion | None:
    """None: of another version, which may have been right; it waits for that one."""
    try:
        return Conclusion.from_bytes(message.content)
    except (ValueError, KeyError, TypeError):
        log.error("report_not_readable", session_id=message.key)
        return None
