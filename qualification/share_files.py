"""Writing whole files where a share cannot do what a disk can.

Shares differ in what they refuse: to sync a file or a folder, to list or make a folder, to rename,
to delete. What only makes a power cut safer is done where it is possible; what makes a file appear
whole has a second way.
"""

import errno
import os
from contextlib import suppress
from pathlib import Path

_FILE_MODE = 0o640
"""Results are personal: for the kiosk and the group that the receipt computer belongs to."""

_LOST = {errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.ESTALE, errno.EHOSTDOWN, errno.ETIMEDOUT}
"""Faults in which what was written may be gone; every other one only says that it cannot sync."""

_NO_RENAME = {
    errno.EACCES,  # The right to delete is missing: to make a file, not to take one away.
    errno.EPERM,
    errno.EXDEV,  # Quota by project counts a folder as another disk.
    errno.ENOSYS,
    errno.EINVAL,
    errno.ENOTSUP,
}


def write_synced(path: Path, content: bytes) -> None:
    """Over what an interrupted try may have left. Raises `OSError`."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        _sync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Without this the name may be lost in a power cut, although the content is not."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # It may not be listed; Windows knows no such thing.
        return
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def move(source: Path, target: Path) -> None:
    """Let `source` appear as `target`, which no other file is ever called.

    Raises `FileNotFoundError` when it was moved before, else `OSError`.
    """
    if source.stat().st_size == 0:  # Moved, where nothing may be deleted.
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(source))
    try:
        source.replace(target)
    except OSError as error:
        if error.errno not in _NO_RENAME:
            raise
        write_synced(target, source.read_bytes())
        discard(source)


def discard(path: Path) -> None:
    """Delete it, or at least what it says."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            os.truncate(path, 0)


def _sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno in _LOST:
            raise
