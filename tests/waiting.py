"""Waiting for what somebody would notice, in the one place where tests wait."""

import time
from collections.abc import Callable

PATIENCE_S = 60.0
"""Far more than anything here takes: the machine may be busy."""

LOOK_EVERY_S = 0.01


def eventually(holds: Callable[[], bool], within_s: float = PATIENCE_S) -> bool:
    """Whether it comes to hold before patience ends."""
    deadline = time.monotonic() + within_s
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(LOOK_EVERY_S)
    return True
