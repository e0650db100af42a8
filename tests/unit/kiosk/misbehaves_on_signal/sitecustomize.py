"""Python imports this by itself where its folder is on the path.

SIGUSR1 then stops the main thread in an endless loop, as a bug in a slot of the screen would;
SIGUSR2 takes the window away.
"""

import signal
from types import FrameType


def hang(_number: int, _frame: FrameType | None) -> None:
    while True:
        pass


def hide(_number: int, _frame: FrameType | None) -> None:
    from PySide6.QtGui import QGuiApplication

    for window in QGuiApplication.topLevelWindows():
        window.hide()


signal.signal(signal.SIGUSR1, hang)
signal.signal(signal.SIGUSR2, hide)
