"""The camera's latest picture in shared memory: written by the worker, read by the screen.

One writer, one reader. The header's sequence number is odd while a picture is being written, so
the reader never shows half of one. Anonymous to the disk (it is memory), wiped with the session.
"""

import math
import struct
from multiprocessing.shared_memory import SharedMemory

import numpy as np
from numpy.typing import NDArray

from common.secret import wipe

PIXELS_AT_MOST = 1280 * 720
_HEADER = struct.Struct("<QII")  # sequence, width, height
_SIZE = _HEADER.size + PIXELS_AT_MOST * 3


def _bytes_of(memory: SharedMemory) -> memoryview:
    assert memory.buf is not None  # noqa: S101 - None only once it is closed.
    return memory.buf


class PreviewMemory:
    """Owned by the kiosk process for its whole life; workers attach by name."""

    def __init__(self) -> None:
        self._memory = SharedMemory(create=True, size=_SIZE)
        self._bytes = _bytes_of(self._memory)
        self._shown = 0

    @property
    def name(self) -> str:
        return self._memory.name

    def latest(self) -> tuple[int, NDArray[np.uint8]] | None:
        """(sequence, H×W×3 BGR), valid until the next call; None when nothing new is whole."""
        sequence, width, height = _HEADER.unpack_from(self._bytes)
        if sequence == 0 or sequence % 2 or sequence == self._shown:
            return None
        picture = np.frombuffer(
            self._bytes, np.uint8, width * height * 3, offset=_HEADER.size
        ).reshape(height, width, 3)
        copy = picture.copy()
        if _HEADER.unpack_from(self._bytes)[0] != sequence:
            return None
        self._shown = sequence
        return sequence, copy

    def wipe(self) -> None:
        """Overwrite the picture; the next session starts with none."""
        wipe(self._bytes)
        self._shown = 0

    def is_blank(self) -> bool:
        """Whether not one byte of a picture is left."""
        return not np.frombuffer(self._bytes, np.uint8).any()

    def close(self) -> None:
        self.wipe()
        self._bytes.release()
        self._memory.close()
        self._memory.unlink()


class PreviewWriter:
    """The worker's end."""

    def __init__(self, name: str) -> None:
        self._memory = SharedMemory(name=name)
        self._bytes = _bytes_of(self._memory)
        self._sequence = 0

    def write(self, bgr: NDArray[np.uint8]) -> None:
        """Publish one H×W×3 picture, lying or upright; larger ones are thinned out."""
        height, width = bgr.shape[:2]
        step = math.ceil(math.sqrt(height * width / PIXELS_AT_MOST))
        picture = bgr[::step, ::step]
        height, width = picture.shape[:2]
        _HEADER.pack_into(self._bytes, 0, self._sequence + 1, width, height)
        target = np.frombuffer(
            self._bytes, np.uint8, width * height * 3, offset=_HEADER.size
        ).reshape(height, width, 3)
        np.copyto(target, picture)
        self._sequence += 2
        _HEADER.pack_into(self._bytes, 0, self._sequence, width, height)

    def close(self) -> None:
        self._bytes.release()
        self._memory.close()
