"""Writes the service's answers for the receipt computer, in their order.

Each step may be repeated without harm, after whatever interrupted it: a result that is staged is
published once.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog

from consent.port import MessageState, Outbox
from kiosk.desk_link.tidings import DeskListener, NoDesk
from qualification.errors import ResultNotWritten, StagedElsewhere
from qualification.port import OqsResult, ResultSink

log = structlog.get_logger(__name__)

ARMED = timedelta(seconds=60)
"""So long the receipt computer waits for the result of the patient at the kiosk (domain 5.8)."""


class Results:
    """For one thread, which may hang with the folder; raises `OutboxUnusable` only."""

    def __init__(
        self,
        outbox: Outbox,
        folder: ResultSink,
        delivered: Callable[[str, str], None],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        desk: DeskListener | None = None,
        problem: str | None = None,
    ) -> None:
        """`delivered` is told a message's key and the name of its file; `problem` is what staff
        have been told already."""
        self._desk = desk or NoDesk()
        self._outbox = outbox
        self._folder = folder
        self._delivered = delivered
        self._now = now
        self.problem = problem
        """Why the last round left something, in words for staff."""

    def deliver_all(self) -> bool:
        """True when none is left. Each is published before the next is staged.

        The folder is looked at also when nothing waits: staff are told before a patient is there.
        """
        try:
            self._publish_all()
            while message := self._outbox.first(MessageState.DELIVER):
                self._folder.stage(OqsResult(message.content), message.key)
                self._outbox.move(message, MessageState.PUBLISH, message.content)
                self._publish_all()
            self._folder.check()
        except ResultNotWritten as error:
            if self.problem != str(error):
                self.problem = str(error)
                log.error("result_folder_not_usable", error=str(error))
            return False
        if self.problem is not None:
            self.problem = None
            log.info("result_folder_usable")
        return True

    def _publish_all(self) -> None:
        while message := self._outbox.first(MessageState.PUBLISH):
            try:
                name = self._folder.publish(message.key, message.stored_at)
            except StagedElsewhere:
                log.warning("result_staged_again", session_id=message.key)
                self._outbox.move(message, MessageState.DELIVER, message.content)
                return
            self._outbox.remove(message)
            self._desk.delivered(message, name)
            self._delivered(message.key, name)
            age = self._now() - message.stored_at
            if age > ARMED:  # Nobody waits for it any more: staff have to match it by hand.
                elapsed_ms = round(age.total_seconds() * 1000)
                log.warning("result_delivered_late", session_id=message.key, elapsed_ms=elapsed_ms)
