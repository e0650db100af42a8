"""Results as files in the folder that the receipt computer watches.

The name is `OQSsiquc01res_face_<facility><20 hex digits>_<yyyyMMddHHmmss>.xml` in Japan's time
(fact sheet domain 9.1). The digits belong to one reception, so no two results have the same name.

Receipt computers read a file the moment its name appears, and many take it away. So it is staged
whole in a folder of its own inside this one, and published by one rename. The outbox notes that
it is staged before it is published: what is no longer in the staging folder then has been
published, even if no trace of it is left.

A receipt computer waits for about a minute for the result of the patient at the kiosk (fact sheet
domain 5.8). The name therefore tells when the reception was completed, not when the file could be
written: a result that was held up by a lost network share is not taken for the next patient's.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import structlog

from common.japan import JST
from qualification.errors import ResultNotWritten
from qualification.port import OqsResult

log = structlog.get_logger(__name__)

_PREFIX = "OQSsiquc01res_face_"
_STAGING = ".uketsuke"
"""In it no name ends in .xml, and receipt computers do not look into folders."""

_MARK_DIGITS = 20

_FILE_MODE = 0o640
"""Results are personal: for the kiosk and the group that the receipt computer belongs to."""

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
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP)


class ResultFolder:
    """A `ResultSink` over one folder."""

    def __init__(self, folder: Path, facility_code: str) -> None:
        self._folder = folder
        self._staging = folder / _STAGING
        self._name_start = f"{_PREFIX}{facility_code}"

    def stage(self, result: OqsResult, key: str) -> None:
        staged = self._staged(key)
        with self._faults():
            self._make_staging()
            try:
                _write_synced(staged, result.xml)
            except OSError:
                _remove(staged)
                raise
            _sync_folder(self._staging)

    def publish(self, key: str, completed_at: datetime) -> str:
        moment = completed_at.astimezone(JST)
        name = f"{self._name_start}{_mark(key)}_{moment:%Y%m%d%H%M%S}.xml"
        with self._faults():
            try:
                self._staged(key).replace(self._folder / name)
            except FileNotFoundError:
                self._staging.stat()  # Another folder, or none, hangs where it was staged.
                log.info("result_was_published", file=name)
                return name
            _sync_folder(self._folder)
        log.info("result_written", file=name)
        return name

    def _staged(self, key: str) -> Path:
        return self._staging / f"{_mark(key)}.part"

    def _make_staging(self) -> None:
        try:
            self._staging.mkdir()
        except FileExistsError:
            return
        _sync_folder(self._folder)

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


def _mark(key: str) -> str:
    """The same for the same reception, and nothing that tells its session."""
    return sha256(key.encode()).hexdigest()[:_MARK_DIGITS].upper()


def _write_synced(path: Path, content: bytes) -> None:
    """Over what an interrupted try may have left."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Without this the name may be lost in a power cut, although the content is not."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("temporary_file_not_removed", errno=error.errno)
