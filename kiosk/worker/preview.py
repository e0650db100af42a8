"""The camera's latest picture in shared memory: written by the worker, read by the screen.

One writer, one reader. The header's sequence number is odd while a picture is being written, so
the reader never shows half of one. The memory has no name that could outlive its processes, is
reserved as a whole before the first patient comes, and keeps its size: whoever took the worker
over could neither shrink it below the reader's feet nor let it read past its end.
"""

import fcntl
import math
import mmap
import os
import struct
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import reduction
from typing import Any

import numpy as np
from numpy.typing import NDArray

PIXELS_AT_MOST = 1280 * 720
_HEADER = struct.Struct("<QIIf")  # sequence, width, height, how far below its middle the face is
_SIZE = _HEADER.size + PIXELS_AT_MOST * 3
_FACE_BELOW_AT_MOST = 0.5
_SEALS = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL


class PreviewMemory:
    """Owned by the kiosk process for its whole life; each worker is given its `writer`."""

    def __init__(self) -> None:
        """Raises `OSError` when so much memory cannot be had."""
        self._file = os.memfd_create("preview", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        os.posix_fallocate(self._file, 0, _SIZE)
        fcntl.fcntl(self._file, fcntl.F_ADD_SEALS, _SEALS)
        self._memory = mmap.mmap(self._file, _SIZE)
        self._copy = np.zeros(PIXELS_AT_MOST * 3, np.uint8)
        self._shown = 0
        self._face_below = 0.0

    @property
    def writer(self) -> "PreviewWriter":
        """To be given to a process that is being started."""
        return PreviewWriter(self._file)

    def latest(self) -> tuple[int, NDArray[np.uint8]] | None:
        """(sequence, H×W×3 BGR), valid until the next call; None when nothing new is whole."""
        sequence, width, height, face_below = _HEADER.unpack_from(self._memory)
        if sequence == 0 or sequence % 2 or sequence == self._shown:
            return None
        if not 0 < width * height <= PIXELS_AT_MOST:
            return None
        picture = self._copy[: width * height * 3]
        np.copyto(picture, np.frombuffer(self._memory, np.uint8, picture.size, _HEADER.size))
        if _HEADER.unpack_from(self._memory)[0] != sequence:
            return None
        self._shown = sequence
        self._face_below = face_below if abs(face_below) <= _FACE_BELOW_AT_MOST else 0.0
        return sequence, picture.reshape(height, width, 3)

    @property
    def face_below(self) -> float:
        """In the latest picture, of its height; 0 in the middle, or without a face."""
        return self._face_below

    def wipe(self) -> None:
        """Overwrite the pictures; the next session starts with none."""
        self._memory[:] = bytes(_SIZE)
        self._copy.fill(0)
        self._shown = 0
        self._face_below = 0.0

    def is_blank(self) -> bool:
        """Whether not one byte of a picture is left."""
        return not (np.frombuffer(self._memory, np.uint8).any() or self._copy.any())

    def close(self) -> None:
        self.wipe()
        self._memory.close()
        os.close(self._file)


class PreviewWriter:
    """The worker's end; goes to its process as an argument."""

    def __init__(self, file: int) -> None:
        """`file` stays the caller's."""
        self._file = file
        self._memory: mmap.mmap | None = None
        self._sequence = 0

    def __reduce__(self) -> tuple[Callable[[Any], "PreviewWriter"], tuple[Any]]:
        return _arrived, (reduction.DupFd(self._file),)

    def fileno(self) -> int:
        return self._file

    def write(self, bgr: NDArray[np.uint8], face_below: float = 0.0) -> None:
        """Publish one H×W×3 picture, lying or upright; larger ones are thinned out."""
        if self._memory is None:
            self._memory = mmap.mmap(self._file, _SIZE)
        height, width = bgr.shape[:2]
        step = math.ceil(math.sqrt(height * width / PIXELS_AT_MOST))
        picture = bgr[::step, ::step]
        height, width = picture.shape[:2]
        _HEADER.pack_into(self._memory, 0, self._sequence + 1, width, height, face_below)
        target = np.frombuffer(
            self._memory, np.uint8, width * height * 3, offset=_HEADER.size
        ).reshape(height, width, 3)
        np.copyto(target, picture)
        self._sequence += 2
        _HEADER.pack_into(self._memory, 0, self._sequence, width, height, face_below)

    def close(self) -> None:
        if self._memory is not None:
            with suppress(BufferError):  # A picture is being written; it goes with the process.
                self._memory.close()


def _arrived(file: Any) -> PreviewWriter:
    return PreviewWriter(file.detach())
