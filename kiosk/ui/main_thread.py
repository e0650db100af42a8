"""The one door from other threads to the GUI thread."""

from collections import deque
from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QObject, Qt, Signal, Slot


class MainThread(QObject):
    """Runs what other threads post, in order, on the thread that made this object."""

    _posted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._waiting: deque[Callable[[], None]] = deque()
        self._posted.connect(self._run_waiting, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Run `call` on the GUI thread soon; returns at once, from any thread."""
        with self._lock:
            self._waiting.append(call)
        self._posted.emit()

    def close(self) -> None:
        """Whatever still waits, or comes later, is not run any more."""
        self._posted.disconnect()
        with self._lock:
            self._waiting.clear()

    @Slot()
    def _run_waiting(self) -> None:
        # One call per signal, so that painting and touches get their turn in between.
        with self._lock:
            if not self._waiting:
                return  # Closed meanwhile.
            call = self._waiting.popleft()
        call()
