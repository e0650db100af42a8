"""Python imports this by itself where its folder is on the path: SIGUSR1 then stops the main thread
in an endless loop, as a bug in a slot of the screen would."""

import signal
from types import FrameType


def hang(_number: int, _frame: FrameType | None) -> None:
    while True:
        pass


signal.signal(signal.SIGUSR1, hang)
