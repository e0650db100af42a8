"""Which receptions the kiosk wants to hear of, and which results are in the folder already."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.session.effects import DeliverResult
from kiosk.session.events import ResultDelivered, ResultNotDelivered

NOT_YET_AFTER_S = 4.0
"""A connection closed while idle, or a service that thinks, is nothing to call staff for."""

ASKED_WITHIN_S = 4.0
"""A round that had begun may deliver a result before the kiosk says that its reception is done."""

REMEMBERED = 100
"""Nobody stands at the kiosk any more for what is older."""


@dataclass
class _Asked:
    request: DeliverResult
    at_s: float
    told_not_yet: bool = False


class Receptions:
    """Told of by several threads."""

    def __init__(self, say: Callable[[object], None]) -> None:
        self._say = say
        self._lock = threading.Lock()
        self._asked: dict[str, _Asked] = {}
        self._delivered: dict[str, str] = {}
        self._delivered_at_s = 0.0

    def done(self, request: DeliverResult) -> None:
        with self._lock:
            self._asked[request.session_id] = _Asked(request, time.monotonic())
            _forget_oldest(self._asked)
            self._tell(request.session_id)

    def delivered(self, key: str, name: str) -> None:
        with self._lock:
            self._delivered[key] = name
            self._delivered_at_s = time.monotonic()
            _forget_oldest(self._delivered)
            self._tell(key)

    @property
    def a_request_may_come(self) -> bool:
        """For a result that was delivered just now."""
        with self._lock:
            is_new = time.monotonic() - self._delivered_at_s < ASKED_WITHIN_S
            return bool(self._delivered) and is_new

    def tell_those_not_delivered(self) -> None:
        """Not yet; it is told again when it could be delivered after all."""
        with self._lock:
            for asked in self._asked.values():
                if not asked.told_not_yet and time.monotonic() - asked.at_s > NOT_YET_AFTER_S:
                    asked.told_not_yet = True
                    request = asked.request
                    self._say(ResultNotDelivered(request.session_id, request.request_id))

    def _tell(self, key: str) -> None:
        if key in self._asked and key in self._delivered:
            request = self._asked.pop(key).request
            name = self._delivered.pop(key)
            self._say(ResultDelivered(request.session_id, request.request_id, name))


def _forget_oldest(known: dict[str, _Asked] | dict[str, str]) -> None:
    while len(known) > REMEMBERED:
        del known[next(iter(known))]
