"""A patient at a real window, whose process nobody looks into.

Where a finger has to touch is told by the same screens, drawn in this process: a twin of the
session, to which the same is done. What the window shows has to look like the twin.
"""

import threading
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.control import ask
from kiosk.screen.bridge import TAP_GUARD_MS
from kiosk.session.states import Rules
from simulation.rehearsal import touch
from simulation.rehearsal.display import Display
from tests.ui.kiosk_parts import Glass
from tests.ui.reception import Reception
from tests.unit.kiosk.real_kiosk import RealKiosk
from tests.visual.gallery import in_gallery_size, picture_of
from tests.visual.likeness import unlike

SIZE = "portrait"


class Patient:
    """Of the demo, with the PIN that `Reception` expects."""

    def __init__(
        self,
        display: Display,
        glass: Glass,
        kiosk: RealKiosk,
        state: Path,
        rules: Rules,
        *,
        has_scanner: bool = True,
    ) -> None:
        """`glass` has the size of the display; `state`, `rules` and scanner are the kiosk's."""
        self._display = display
        self._glass = glass
        self._kiosk = kiosk
        self._state = state
        self.twin = Reception(glass, rules, has_scanner=has_scanner)

    def place_card(self, place: Callable[[], None]) -> None:
        self.do(place, self.twin.place_card)

    def take_card(self, take: Callable[[], None]) -> None:
        self.do(take, self.twin.take_card)

    def tap(self, *names: str, then: Callable[[], None] | None = None) -> None:
        """All on one screen; `then` happens to the twin, to whom it does not happen by itself."""

        def tap() -> None:
            for name in names:
                self._display.tap(*touch.place_on_screen(self._glass.window, name))

        def tap_twin() -> None:
            self._glass.tap(*names)
            self.twin.go_on()
            if then is not None:
                then()

        self.do(tap, tap_twin)

    def tap_blindly(self, *names: str) -> None:
        """Where the twin has them now, whatever the kiosk shows by then."""
        for name in names:
            self._display.tap(*touch.place_on_screen(self._glass.window, name))

    def do(self, real: Callable[[], None], twin: Callable[[], None]) -> None:
        """Then both show the same, for so long that taps count; staff at the screen do so too."""
        real()
        twin()
        wanted = picture_of(self._glass, SIZE)

        def is_there() -> bool:
            if self._phase() != self.twin.phase:
                return False  # Comparing pictures would take the processor from the kiosk.
            return unlike(in_gallery_size(self._display.picture(), SIZE), wanted) is None

        try:
            self._kiosk.wait_for(f"{self.twin.phase}, as the twin shows it", is_there)
        except AssertionError:
            self._keep(in_gallery_size(self._display.picture(), SIZE), wanted)
            raise
        threading.Event().wait(TAP_GUARD_MS / 1000)

    def touch(self, x_px: int, y_px: int) -> None:
        """The window alone, at a place that no control has."""
        self._display.tap(x_px, y_px)

    def _phase(self) -> str:
        return str(ask(self._state, "status")["phase"])

    def _keep(self, shown: NDArray[np.uint8], wanted: NDArray[np.uint8]) -> None:
        """For whoever looks into the failure: what the window shows, and what the twin."""
        both = np.hstack([shown, wanted])
        cv2.imwrite(str(self._state.parent / f"{self.twin.phase}.png"), both)
