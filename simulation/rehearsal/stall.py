"""How long the GUI thread kept the patient's finger waiting."""

import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot

# Short enough to see a stall of one frame (16 ms), long enough to cost nothing.
HEARTBEAT_MS = 5


class StallMeter(QObject):
    """The longest time the GUI thread did not run its event loop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._max_ms = 0.0
        self._paused = False
        self._last_beat = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(HEARTBEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    @property
    def max_ms(self) -> float:
        return self._max_ms

    def reset(self) -> None:
        self._max_ms = 0.0
        self._last_beat = time.monotonic()

    def pause(self) -> None:
        """Do not count what follows, such as saving a picture of the screen."""
        self._beat()
        self._paused = True

    def resume(self) -> None:
        self._last_beat = time.monotonic()
        self._paused = False

    @Slot()
    def _beat(self) -> None:
        now = time.monotonic()
        if not self._paused:
            late_ms = (now - self._last_beat) * 1000 - HEARTBEAT_MS
            self._max_ms = max(self._max_ms, late_ms)
        self._last_beat = now
