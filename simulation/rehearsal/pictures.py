"""A picture of every screen passed: which is taken when, and under which name."""

import threading
from collections.abc import Callable
from pathlib import Path

from common.errors import Fault
from kiosk.session.screens import Face, ScreenModel
from simulation.rehearsal.panel import Panel

FACE_AT = 0.3
"""How much of the ring is full in the picture of the face screen."""


class Pictures:
    """Belongs to the GUI thread, but for `wait`."""

    def __init__(
        self, folder: Path, panel: Panel, when_saved: Callable[[Fault | None], None]
    ) -> None:
        self._folder = folder
        self._panel = panel
        self._when_saved = when_saved
        self._screens = 0
        self._pending = 0
        self._idle = threading.Event()
        self._idle.set()
        self._face_picture: Path | None = None

    @property
    def is_idle(self) -> bool:
        return self._idle.is_set()

    def wait(self, timeout_s: float) -> bool:
        """Whether all pictures are saved in time; the patient stands still for them."""
        return self._idle.wait(timeout_s)

    def see(self, model: ScreenModel, *, is_new: bool) -> None:
        if is_new:
            self._screens += 1
            path = self._folder / f"{self._screens:02d}-{type(model.screen).__name__}.png"
            self._face_picture = path if isinstance(model.screen, Face) else None
            self._take(path)
        elif (
            self._face_picture is not None  # It shows an empty oval so far.
            and isinstance(model.screen, Face)
            and model.screen.progress >= FACE_AT
        ):
            self._take(self._face_picture)
            self._face_picture = None

    def _take(self, path: Path) -> None:
        screen = self._screens
        self._pending += 1
        self._idle.clear()
        self._panel.photograph(path, lambda: self._screens == screen, self._saved)

    def _saved(self, problem: Fault | None) -> None:
        self._pending -= 1
        if self._pending == 0:
            self._idle.set()
        self._when_saved(problem)
