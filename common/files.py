"""Files that are there whole or not at all, for their owner only, whoever else writes them."""

import errno
import os
import secrets
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def read_regular(path: Path, at_most_bytes: int = 2**20, *, follow: bool = True) -> bytes:
    """The whole content of a regular file; nothing that could hang or never end is opened.

    A FIFO waits for a writer, a device goes on for ever. `follow`: whether a symbolic link may
    lead there. Raises `OSError`, for what is no regular file with a `strerror` that says so.
    """
    flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | (0 if follow else os.O_NOFOLLOW)
    descriptor = os.open(path, flags)
    try:
        found = os.fstat(descriptor)
        if stat.S_ISDIR(found.st_mode):
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "it is no regular file", str(path))
        if found.st_size > at_most_bytes:
            raise OSError(errno.EFBIG, f"it is larger than {at_most_bytes} bytes", str(path))
        with os.fdopen(os.dup(descriptor), "rb") as file:
            return file.read(at_most_bytes)
    finally:
        os.close(descriptor)


def create_once(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a new file and give it the name `path`, unless another process was first.

    A reader sees no file or the whole file, also after a power cut. Needs a file system with
    hard links, as every local one of a system disk is. Raises `OSError`, and what `write` raises.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}.new")
    try:
        draft.touch(mode=0o600, exist_ok=False)
        write(draft)
        _give_to_owner_of_folder(draft)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # Another process was first: its file counts.
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


def replace_whole(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """A reader sees the old file or the new one, also after a power cut. Raises `OSError`."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}.new")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            draft.chmod(mode)
            _give_to_owner_of_folder(draft)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


def _give_to_owner_of_folder(path: Path) -> None:
    """Where root sets a kiosk up, its files are for the kiosk's user."""
    if sys.platform != "win32" and os.geteuid() == 0:
        folder = path.parent.stat()
        os.chown(path, folder.st_uid, folder.st_gid)


def sync_folder(folder: Path) -> None:
    """The name of a new file survives a power cut only when its folder was synced too."""
    if sys.platform == "win32":
        return  # No directory handles to sync.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
