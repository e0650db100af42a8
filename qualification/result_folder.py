"""Results as files in the folder that the receipt computer watches.

The name is `OQSsiquc01res_face_<facility><yyyyMMddHHmmss>.xml` in Japan's time; some receipt
computers want an underscore before the time, which is a setting. A file appears whole or not at
all, and no file is ever overwritten: readers neither lock nor delete them.

A receipt computer waits for about a minute for the result of the patient at the kiosk (fact sheet
domain 5.8). The name therefore tells when the reception was completed, not when the file could be
written: a result that was held up by a lost network share is not taken for the next patient's.
"""

import errno
import os
import secrets
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from common.japan import JST
from qualification.errors import ResultNotWritten
from qualification.port import OqsResult

log = structlog.get_logger(__name__)

_PREFIX = "OQSsiquc01res_face_"
_LEFTOVER_AFTER_S = 600
"""A temporary file this old was left by a power cut; a write takes milliseconds."""

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
_NO_HARD_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK)
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP)


class ResultFolder:
    """A `ResultSink` over one folder."""

    def __init__(self, folder: Path, facility_code: str, separator: str = "") -> None:
        """`separator` stands between facility and time in the name."""
        self._folder = folder
        self._name_start = f"{_PREFIX}{facility_code}{separator}"
        self._sweep()

    def deliver(self, result: OqsResult, completed_at: datetime) -> str:
        temporary = self._folder / f".{_PREFIX}{secrets.token_hex(8)}.tmp"
        try:
            _write_synced(temporary, result.xml)
            name = self._publish(temporary, result, completed_at)
        except OSError as error:
            why, remedy = _CAUSES.get(
                error.errno or 0,
                (errno.errorcode.get(error.errno or 0, "unknown error"), "Check the folder."),
            )
            raise ResultNotWritten(self._folder, why, remedy) from error
        finally:
            _remove(temporary)
        log.info("result_written", file=name)
        return name

    def _publish(self, temporary: Path, result: OqsResult, completed_at: datetime) -> str:
        """Give the file its name. Two in one second: the later takes the next free second.

        Whoever was interrupted takes the same way again, and finds the file there.
        """
        moment = completed_at.astimezone(JST)
        while True:
            name = f"{self._name_start}{moment:%Y%m%d%H%M%S}.xml"
            target = self._folder / name
            try:
                _rename_new(temporary, target)
            except FileExistsError:
                if target.read_bytes() != result.xml:
                    moment += timedelta(seconds=1)
                    continue
            _sync_folder(self._folder)
            return name

    def _sweep(self) -> None:
        try:
            for path in self._folder.glob(f".{_PREFIX}*.tmp"):
                if time.time() - path.stat().st_mtime > _LEFTOVER_AFTER_S:
                    path.unlink()
        except OSError as error:  # Reported where it matters: when a result is delivered.
            log.warning("leftovers_not_removed", errno=error.errno)


def _write_synced(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _rename_new(source: Path, target: Path) -> None:
    """Rename, but raise FileExistsError where POSIX would silently overwrite."""
    if sys.platform == "win32":
        source.rename(target)
        return
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # A share without hard links. Only another kiosk of the same facility could come between.
        if target.exists():
            raise FileExistsError(target) from None
        source.rename(target)


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
