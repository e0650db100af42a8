"""The GUI thread shows each second that it runs; when it does not, the process ends itself.

The end needs neither that thread nor the interpreter: faulthandler's own thread writes where every
thread stands, with names of files and functions only, and ends the process. Who watches the kiosk
(`kiosk.watchdog`) then starts it again.
"""

import faulthandler
import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from common.errors import EXIT_FAILED

SIGN_EVERY_MS = 1000
FROZEN_AFTER_S = 9.0
"""A little sooner than `kiosk.watchdog`, which knows less of it."""


class SignOfLife(QObject):
    """`tell` is called each second on the GUI thread, for as long as that thread runs its loop.

    It returns False when another thread of this process stands still: then the process ends, too.
    """

    def __init__(self, tell: Callable[[], bool]) -> None:
        super().__init__()
        self._tell = tell
        self._timer = QTimer(self)
        self._timer.setInterval(SIGN_EVERY_MS)
        self._timer.timeout.connect(self._give)

    def start(self) -> None:
        self._timer.start()
        self._give()

    def stopping(self) -> None:
        """No more signs; what is left to do has as long as a sign may be late."""
        self._timer.stop()
        _end_when_late()

    def stop(self) -> None:
        self._timer.stop()
        faulthandler.cancel_dump_traceback_later()

    @Slot()
    def _give(self) -> None:
        _end_when_late()
        if not self._tell():
            _end_at_once()


def _end_when_late() -> None:
    if sys.__stderr__ is not None:  # A program without a console has none.
        faulthandler.dump_traceback_later(FROZEN_AFTER_S, exit=True, file=sys.__stderr__)


def _end_at_once() -> None:
    if sys.__stderr__ is not None:
        faulthandler.dump_traceback(file=sys.__stderr__)
    os._exit(EXIT_FAILED)
