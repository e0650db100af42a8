"""The one door from other threads to the GUI thread."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


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

    def ask(self, question: Callable[[], T], timeout_s: float) -> T:
        """What `question` returns, or raises, on the GUI thread; blocks, so never call it there.

        Raises `TimeoutError` when the GUI thread does not come to it.
        """
        answer: Future[T] = Future()

        def run() -> None:
            try:
                answer.set_result(question())
            except Exception as error:
                answer.set_exception(error)

        self.post(run)
        return answer.result(timeout_s)

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
