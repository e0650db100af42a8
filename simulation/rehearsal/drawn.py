"""What the kiosk's window has really drawn: the camera's frames, changes."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from kiosk.screen.window import KioskWindow


class PreviewMeter(QObject):
    """Counts the camera's frames that reached the screen; whatever else moves there counts not."""

    def __init__(self, window: KioskWindow) -> None:
        super().__init__()
        self._preview = window.preview
        self._last_number: int | None = None
        self._first_at = 0.0
        self._frames = 0
        self._later_frames = 0
        self._spent_s = 0.0
        self._preview.seenChanged.connect(self._on_seen)
        window.frames.swapped.connect(self._on_frame)

    @property
    def frames(self) -> int:
        return self._frames

    @property
    def per_second(self) -> float | None:
        """While the preview was to be seen, from its first frame on; None when it never moved."""
        if not self._later_frames:
            return None
        spent_s = self._spent_s
        if self._last_number is not None:  # It is still to be seen.
            spent_s += time.monotonic() - self._first_at
        return self._later_frames / spent_s

    @Slot()
    def _on_frame(self) -> None:
        number = self._preview.number
        if number is None or number == self._last_number:
            return
        self._frames += 1
        if self._last_number is None:
            self._first_at = time.monotonic()
        else:
            self._later_frames += 1
        self._last_number = number

    @Slot()
    def _on_seen(self) -> None:
        if not self._preview.seen and self._last_number is not None:
            self._spent_s += time.monotonic() - self._first_at
            self._last_number = None


class OnceDrawn(QObject):
    """Calls `then`, on the GUI thread, when the scene as it is now has been drawn."""

    def __init__(self, window: KioskWindow, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        # A frame may be on its way that was begun before; the next one is not.
        self._to_come = 2
        self._frames = window.frames.swapped.connect(self._on_frame)
        window.update()

    @Slot()
    def _on_frame(self) -> None:
        self._to_come -= 1
        if self._to_come > 0:
            self._window.update()
        elif self._to_come == 0:
            QObject.disconnect(self._frames)
            self._then()
            self.deleteLater()
