"""Writing whole files where a share cannot do what a disk can.

Shares differ in what they refuse: to sync a file or a folder, to list or make a folder, to rename,
to delete. What only makes a power cut safer is done where it is possible; what makes a file appear
whole has a second and a third way: a second name for the same file, and, where that is refused
too, a copy in one call, during which a reader can see it empty for a moment.
"""

import errno
import fcntl
import os
import stat
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
    descriptor = _open_regular(path)
    try:
        _write_at_once(descriptor, content)
        _sync(descriptor)
    finally:
        os.close(descriptor)


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
        if not _linked(source, target):
            write_synced(target, source.read_bytes())
        discard(source)


def _linked(source: Path, target: Path) -> bool:
    """A second name appears as whole as a new one, where the first can be taken away then."""
    if not _may_delete_beside(source):
        return False
    try:
        os.link(source, target)
    except FileExistsError:  # By an interrupted try, perhaps a copy.
        return target.samefile(source)
    except OSError:
        return False
    return True


def _may_delete_beside(source: Path) -> bool:
    tried = source.with_suffix(".try")
    try:
        tried.touch()
        tried.unlink()
    except OSError:
        return False
    return True


def _open_regular(path: Path) -> int:
    """For writing; a pipe or a link that somebody has put there is no place for a result."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    descriptor = os.open(path, flags, _FILE_MODE)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EEXIST, "something else has its name", str(path))
    return descriptor


def _write_at_once(descriptor: int, content: bytes) -> None:
    """As nearly at once as can be: locked, where the share passes locks on, and in one call."""
    with suppress(OSError):
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    written = 0
    while written < len(content):
        written += os.pwrite(descriptor, content[written:], written)
    os.ftruncate(descriptor, len(content))


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
