"""The runner's alarm clock, on the GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot


class QtAlarm(QObject):
    """Implements `kiosk.session.runner.Alarm`: one alarm, each one set replaces the last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._callback: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ring)

    def set(self, delay_ms: int, callback: Callable[[], None]) -> None:
        self._callback = callback
        self._timer.start(delay_ms)

    def cancel(self) -> None:
        self._timer.stop()
        self._callback = None

    @Slot()
    def _ring(self) -> None:
        if self._callback is not None:
            self._callback()
