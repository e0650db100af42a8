"""Sessions that fail one after the other for a reason of the kiosk's own: a restart may help."""

from collections.abc import Callable

import structlog

from kiosk.session.events import Event
from kiosk.session.screens import StopReason
from kiosk.session.states import Completed, State, Stopped

log = structlog.get_logger(__name__)

AT_MOST = 3
"""In a row; by then it is no single card or patient."""


class InnerFaults:
    """Observes the session; `too_many` is called when the last of these patients has gone."""

    def __init__(self, too_many: Callable[[], None]) -> None:
        self._too_many = too_many
        self._count = 0

    def observe(self, old: State, _event: Event, new: State) -> None:
        if isinstance(new.phase, Completed):
            self._count = 0
        elif isinstance(new.phase, Stopped) and not isinstance(old.phase, Stopped):
            inner = new.phase.reason is StopReason.INTERNAL_FAULT
            self._count = self._count + 1 if inner else 0
        elif self._count >= AT_MOST and not isinstance(new.phase, Stopped):
            log.error("inner_faults", attempt=self._count)
            self._count = 0
            self._too_many()
