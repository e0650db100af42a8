"""A patient at a real window, whose process nobody looks into.

Where a finger has to touch is told by the same screens, drawn in this process: a twin of the
session, to which the same is done.
"""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.control import ask
from kiosk.rehearsal.display import Display
from kiosk.session.states import Rules
from kiosk.ui import touch
from kiosk.ui.bridge import TAP_GUARD_MS
from tests.kiosk.real_kiosk import RealKiosk
from tests.ui.kiosk_parts import Glass
from tests.ui.reception import Reception


class Patient:
    """Of the demo, with the PIN that `Reception` expects."""

    def __init__(
        self, display: Display, glass: Glass, kiosk: RealKiosk, state: Path, rules: Rules
    ) -> None:
        """`glass` has the size of the display; `state` and `rules` are those of the kiosk."""
        self._display = display
        self._glass = glass
        self._kiosk = kiosk
        self._state = state
        self.twin = Reception(glass, rules)

    def place_card(self, place: Callable[[], None]) -> None:
        self._do(place, self.twin.place_card)

    def take_card(self, take: Callable[[], None]) -> None:
        self._do(take, self.twin.take_card)

    def tap(self, *names: str) -> None:
        """All on one screen."""

        def tap() -> None:
            for name in names:
                self._display.tap(*touch.place_on_screen(self._glass.window, name))

        def tap_twin() -> None:
            self._glass.tap(*names)
            self.twin.go_on()

        self._do(tap, tap_twin)

    def _do(self, real: Callable[[], None], twin: Callable[[], None]) -> None:
        """Then both show the same, for so long that taps count."""
        started_s = time.monotonic()
        real()
        twin()

        def is_there() -> bool:
            status = ask(self._state, "status")
            since_s = time.monotonic() - started_s
            is_new = bool(status["since_ms"] < since_s * 1000)
            return is_new and bool(status["phase"] == self.twin.phase)

        self._kiosk.wait_for(self.twin.phase, is_there)
        threading.Event().wait(TAP_GUARD_MS / 1000)
