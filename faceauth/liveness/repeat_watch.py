"""Tells a stream that stands from one that moves: a sensor's noise never repeats."""

import numpy as np
from numpy.typing import NDArray

from faceauth.port import Frame


class RepeatWatch:
    """Counts how often in a row the same picture came; looks at every 8th pixel."""

    def __init__(self) -> None:
        self._last: NDArray[np.uint8] | None = None
        self._repeats = 0

    def repeats(self, frame: Frame) -> int:
        sample = frame.bgr[::8, ::8]
        if self._last is not None and np.array_equal(self._last, sample):
            self._repeats += 1
        else:
            self.wipe()
            self._last = sample.copy()
        return self._repeats

    def wipe(self) -> None:
        if self._last is not None:
            self._last.fill(0)
        self._last, self._repeats = None, 0
