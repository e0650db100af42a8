"""Results as files in the folder that the receipt computer watches.

The name is `OQSsiquc01res_face_<facility><20 hex digits>_<yyyyMMddHHmmss>.xml` in Japan's time
(sources: domain 9.1). The digits belong to one reception, so no two results have the same name.

Receipt computers read a file the moment its name appears, and many take it away. So it is staged
whole in a folder of its own inside this one, and published by one rename. The outbox notes that
it is staged before it is published: what is no longer in the staging folder then has been
published, even if no trace of it is left.

A receipt computer waits for about a minute for the result of the patient at the kiosk (sources:
domain 5.8). The name therefore tells when the reception was completed, not when the file could be
written: a result that was held up by a lost network share is not taken for the next patient's.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import structlog

from common.japan import JST
from qualification.errors import ResultNotWritten, StagedElsewhere
from qualification.known_mount import KnownMount
from qualification.port import OqsResult
from qualification.share_files import discard, move, sync_folder, write_synced

log = structlog.get_logger(__name__)

_PREFIX = "OQSsiquc01res_face_"
_STAGING = ".uketsuke"
"""In it no name ends in .xml, and receipt computers do not look into folders."""

_MARK_DIGITS = 20

_FULL = ("the disk is full", "Free space on the disk; the receipt computer may keep old files.")
_MISSING = ("the folder is not there", "Create the folder, or connect the network share.")
_READ_ONLY = ("it may not be written", "Give the kiosk's account the right to write there.")
_GONE = ("the network share does not answer", "Check the receipt computer and the network.")
_CAUSES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENOENT: _MISSING,
    errno.ENOTDIR: _MISSING,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.EIO: _GONE,
    errno.ESTALE: _GONE,
    errno.EHOSTDOWN: _GONE,
    errno.ETIMEDOUT: _GONE,
}


class ResultFolder:
    """A `ResultSink` over one folder."""

    def __init__(self, folder: Path, facility_code: str, memory: Path) -> None:
        """`memory`: a file of the kiosk's; see `KnownMount`. Nothing in the folder is touched."""
        self._folder = folder
        self._mount = KnownMount(folder, memory)
        self._staging = folder / _STAGING
        self._name_start = f"{_PREFIX}{facility_code}"

    def check(self) -> None:
        with self._faults():
            self._mount.check()
            self._make_staging()
            tried = self._staged("check")
            write_synced(tried, b"")
            discard(tried)

    def stage(self, result: OqsResult, key: str) -> None:
        with self._faults():
            self._mount.check()
            self._make_staging()
            staged = self._staged(key)
            try:
                write_synced(staged, result.xml)
                self._mount.check()  # It may have gone meanwhile: then this lies beneath.
            except (OSError, ResultNotWritten):
                discard(staged)
                raise
            sync_folder(staged.parent)

    def publish(self, key: str, completed_at: datetime) -> str:
        moment = completed_at.astimezone(JST)
        name = f"{self._name_start}{_mark(key)}_{moment:%Y%m%d%H%M%S}.xml"
        with self._faults():
            self._mount.check()
            try:
                move(self._staged(key), self._folder / name)
            except FileNotFoundError:
                if self._is_staged(key):
                    raise  # The folder was gone for a moment.
                log.info("result_was_published", file=name)
                return name
            sync_folder(self._folder)
        log.info("result_written", file=name)
        return name

    def _staged(self, key: str) -> Path:
        """Beside the results where the share lets nobody make a folder."""
        folder = self._staging if self._staging.is_dir() else self._folder
        return folder / f".{_mark(key)}.part"

    def _is_staged(self, key: str) -> bool:
        """Looked at in one and the same folder, whatever goes and comes back at its path.

        Raises `StagedElsewhere` where nothing was ever staged.
        """
        folder = os.open(self._folder, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            staging = _found(_STAGING, folder)
            if staging is None:
                raise StagedElsewhere(self._folder, *_MISSING)
            name = f".{_mark(key)}.part"
            found = _found(f"{_STAGING}/{name}" if stat.S_ISDIR(staging.st_mode) else name, folder)
            return found is not None and found.st_size > 0
        finally:
            os.close(folder)

    def _make_staging(self) -> None:
        """A folder, or at least a file: by it the share is known to be there."""
        try:
            self._staging.mkdir()
        except FileExistsError:
            return
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EPERM, errno.ENOTSUP, errno.ENOSYS):
                raise
            self._staging.touch(0o640)
        sync_folder(self._folder)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            why, remedy = _CAUSES.get(
                error.errno or 0,
                (errno.errorcode.get(error.errno or 0, "unknown error"), "Check the folder."),
            )
            raise ResultNotWritten(self._folder, why, remedy) from error


def _found(path: str, folder: int) -> os.stat_result | None:
    try:
        return os.stat(path, dir_fd=folder)
    except FileNotFoundError:
        return None


def _mark(key: str) -> str:
    """The same for the same reception, and nothing that tells its session."""
    return sha256(key.encode()).hexdigest()[:_MARK_DIGITS].upper()
