"""When each part of the kiosk last showed that it runs."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

SIGN_EVERY_S = 1.0


class Part(Enum):
    SCREEN = "screen"
    READER = "reader"
    WORKER = "worker"
    DELIVERY = "delivery"


@dataclass(frozen=True)
class Alive:
    """What a process beside the kiosk's says when it has nothing else to say."""


class Signs:
    """Told and asked from any thread."""

    def __init__(self, clock_ms: Callable[[], int]) -> None:
        self._clock_ms = clock_ms
        self._lock = threading.Lock()
        self._last_ms: dict[Part, int] = {}

    def alive(self, part: Part) -> None:
        with self._lock:
            self._last_ms[part] = self._clock_ms()

    def age_ms(self, part: Part) -> int | None:
        """How long ago the last sign was; None before the first."""
        with self._lock:
            last_ms = self._last_ms.get(part)
        return None if last_ms is None else self._clock_ms() - last_ms
