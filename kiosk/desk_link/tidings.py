"""What delivery tells the desk of each reception, as it goes along."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

from consent.port import OutboxMessage
from kiosk.delivery.conclusion import Conclusion
from kiosk.desk_link.messages import Reception, ReceptionState, Tiding
from qualification.port import OqsResult, Summary


class DeskListener(Protocol):
    """Told by the delivery process; returns at once and never raises."""

    def waits_for_service(self, message: OutboxMessage, conclusion: Conclusion) -> None: ...

    def concluded(
        self, message: OutboxMessage, conclusion: Conclusion, result: OqsResult
    ) -> None: ...

    def refused(self, message: OutboxMessage, conclusion: Conclusion) -> None: ...

    def delivered(self, message: OutboxMessage, file_name: str) -> None: ...


class NoDesk:
    """A facility without a console."""

    def waits_for_service(self, message: OutboxMessage, conclusion: Conclusion) -> None:
        pass

    def concluded(self, message: OutboxMessage, conclusion: Conclusion, result: OqsResult) -> None:
        pass

    def refused(self, message: OutboxMessage, conclusion: Conclusion) -> None:
        pass

    def delivered(self, message: OutboxMessage, file_name: str) -> None:
        pass


class QueuedDesk:
    """Puts it where the link to the desk finds it. Implements `DeskListener`."""

    def __init__(
        self, put: Callable[[Tiding], None], summary_of: Callable[[OqsResult], Summary | None]
    ) -> None:
        self._put = put
        self._summary_of = summary_of
        self._known_to_wait: set[str] = set()

    def waits_for_service(self, message: OutboxMessage, conclusion: Conclusion) -> None:
        if message.key not in self._known_to_wait:
            self._known_to_wait.add(message.key)
            self._tell(message, conclusion, ReceptionState.WAITS_FOR_SERVICE, None)

    def concluded(self, message: OutboxMessage, conclusion: Conclusion, result: OqsResult) -> None:
        self._known_to_wait.discard(message.key)
        summary = self._summary_of(result)
        self._tell(message, conclusion, ReceptionState.WAITS_FOR_FOLDER, summary)

    def refused(self, message: OutboxMessage, conclusion: Conclusion) -> None:
        self._known_to_wait.discard(message.key)
        self._tell(message, conclusion, ReceptionState.REFUSED, None)

    def delivered(self, message: OutboxMessage, file_name: str) -> None:
        at = message.stored_at.astimezone(UTC)
        self._put(Reception(message.key, at, ReceptionState.DELIVERED, file_name=file_name))

    def _tell(
        self,
        message: OutboxMessage,
        conclusion: Conclusion,
        state: ReceptionState,
        summary: Summary | None,
    ) -> None:
        decisions = {item: given.decision for item, given in conclusion.decisions.items()}
        at: datetime = message.stored_at.astimezone(UTC)
        self._put(
            Reception(
                message.key,
                at,
                state,
                conclusion.method,
                conclusion.certificate,
                decisions,
                summary,
            )
        )
