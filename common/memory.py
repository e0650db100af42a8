"""What a process keeps of memory that it has freed."""

import ctypes
import sys

M_MMAP_THRESHOLD = -3
"""Of mallopt(3), glibc."""

LARGE_BLOCK_BYTES = 128 * 1024


def give_back_large_blocks() -> None:
    """Blocks of pictures' size go back to the system when they are freed, which clears them.

    Else glibc raises its limit to the largest block that was freed, and keeps such blocks: frames
    of the camera were found in a process long after their patient had gone.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK_BYTES)
