"""Qt's event loop: made once per process, left cleanly on Ctrl-C and on SIGTERM."""

import gc
import os
import signal
import sys
from types import FrameType

import shiboken6
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.errors import SetupFault

_ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_SIGNAL_CHECK_MS = 200  # Python sees a signal only when Qt lets it run.


class EventLoop:
    """Owns the application object; `run` returns when `quit` is called or a signal arrives."""

    def __init__(self, *, offscreen: bool) -> None:
        if offscreen:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            os.environ["QT_QUICK_BACKEND"] = "software"
        elif not has_display():
            raise SetupFault(
                "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Start it in a "
                "graphical session, or under `xvfb-run -a`."
            )
        self._loop: QEventLoop | None = None
        self._application = QGuiApplication.instance() or QGuiApplication(["uketsuke"])

    def run(self) -> int:
        """Return the exit code that it was quit with.

        A loop of its own each time: Qt's application-wide quit would also end the next one.
        """
        before = {number: signal.signal(number, self._on_signal) for number in _ENDING_SIGNALS}
        timer = QTimer()
        timer.timeout.connect(lambda: None)
        timer.start(_SIGNAL_CHECK_MS)
        # What start-up made stays: walking through it again and again stops the screen for 50 to
        # 100 ms each time.
        gc.freeze()
        self._loop = QEventLoop()
        exit_code = self._loop.exec()
        self._loop = None
        gc.unfreeze()
        timer.stop()
        for number, handler in before.items():
            signal.signal(number, handler)
        return exit_code

    def quit(self, exit_code: int = 0) -> None:
        """End `run`; on the GUI thread."""
        if self._loop is not None:
            self._loop.exit(exit_code)

    def leave_display(self) -> None:
        """Before the display itself ends: Qt would end the process when it loses it."""
        self._application.shutdown()

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.quit()


def dispose(*objects: QObject) -> None:
    """Destroy Qt objects now, on the GUI thread.

    Python's cycle collector runs on whichever thread it likes, and a window that dies on another
    one takes the process with it.
    """
    for thing in objects:
        if shiboken6.isValid(thing):
            shiboken6.delete(thing)


def has_display() -> bool:
    """Qt would end the process without a word that helps."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)
