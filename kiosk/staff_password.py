"""The facility's password for 目視: hashed slowly, limited in rate, checked off the GUI thread."""

import base64
import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import structlog

from common.files import read_regular, replace_whole
from common.secret import Secret, wipe
from kiosk.errors import SetupFault
from kiosk.session.events import Event, StaffAccepted, StaffRejected

log = structlog.get_logger(__name__)

_SCHEME = "scrypt"
_N, _R, _P = 2**14, 8, 1
_SALT_BYTES = 16

STAFF_TRIES = "staff-tries"
"""In the state folder: how many wrong ones there were since the last right one."""

MAX_FAILURES = 5
LOCK_S = 300.0
"""Digits typed at an open counter can be guessed: five wrong ones close it for five minutes."""


def hash_password(password: bytes) -> str:
    """A line for the configuration: scheme, salt and hash."""
    salt = secrets.token_bytes(_SALT_BYTES)
    encoded = (base64.b64encode(part).decode() for part in (salt, _scrypt(password, salt)))
    return "$".join((_SCHEME, *encoded))


def _scrypt(password: bytes | bytearray, salt: bytes) -> bytes:
    return hashlib.scrypt(password, salt=salt, n=_N, r=_R, p=_P, maxmem=64 * 2**20)


class StaffPassword:
    """Implements `kiosk.session.runner.StaffCheck`."""

    def __init__(
        self,
        stored: str | None,
        sink: Callable[[Event], None],
        tries_file: Path,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        """`tries_file` remembers wrong ones over a restart, by which nobody shall be freed."""
        self._salt, self._hash = _parse(stored) if stored else (b"", b"")
        self._sink = sink
        self._tries_file = tries_file
        self._clock_s = clock_s
        self._failures = _remembered(tries_file)
        # When it was locked is not asked: clocks are put right and wrong.
        self._locked_until_s = clock_s() + LOCK_S if self._failures >= MAX_FAILURES else 0.0
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="staff-password")

    def check(self, session_id: str, request_id: int, password: Secret) -> None:
        typed = bytearray(password.buffer)  # The runner wipes its own copy at once.
        self._executor.submit(self._check, session_id, request_id, typed)

    def _check(self, session_id: str, request_id: int, typed: bytearray) -> None:
        accepted = self._matches(typed)
        wipe(typed)
        if accepted:
            self._sink(StaffAccepted(session_id, request_id))
        else:
            self._sink(StaffRejected(session_id, request_id, self._is_locked()))

    def _is_locked(self) -> bool:
        return self._clock_s() < self._locked_until_s

    def _matches(self, typed: bytearray) -> bool:
        if not self._hash or self._is_locked():
            return False
        if self._failures >= MAX_FAILURES:  # The time of a lock is over.
            self._failures = 0
        if hmac.compare_digest(_scrypt(typed, self._salt), self._hash):
            self._remember(0)
            return True
        self._remember(self._failures + 1)
        if self._failures >= MAX_FAILURES:
            self._locked_until_s = self._clock_s() + LOCK_S
            log.warning("staff_check_locked")
        return False

    def _remember(self, failures: int) -> None:
        if failures == self._failures:
            return
        self._failures = failures
        try:
            replace_whole(self._tries_file, str(failures).encode("ascii"))
        except OSError as error:  # It still holds until a restart.
            log.warning("staff_tries_not_kept", errno=error.errno)


def _remembered(tries_file: Path) -> int:
    """As many as lock it where the file says nothing that can be read."""
    try:
        return int(read_regular(tries_file, 16, follow=False))
    except FileNotFoundError:
        return 0
    except (OSError, ValueError):
        return MAX_FAILURES


def _parse(stored: str) -> tuple[bytes, bytes]:
    scheme, *parts = stored.split("$")
    try:
        salt, digest = (base64.b64decode(part, validate=True) for part in parts)
    except ValueError:
        scheme = ""
    if scheme != _SCHEME:
        raise SetupFault(
            "facility.staff_password_hash is not one that `uketsuke staff-password` printed. "
            "Run it and copy the whole line."
        )
    return salt, digest
