"""The facility's password for 目視: hashed slowly, limited in rate, checked off the GUI thread."""

import base64
import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from common.secret import Secret, wipe
from kiosk.errors import SetupFault
from kiosk.session.events import Event, StaffAccepted, StaffRejected

_SCHEME = "scrypt"
_N, _R, _P = 2**14, 8, 1
_SALT_BYTES = 16

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
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._salt, self._hash = _parse(stored) if stored else (b"", b"")
        self._sink = sink
        self._clock_s = clock_s
        self._failures = 0
        self._locked_until_s = 0.0
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="staff-password")

    def check(self, session_id: str, request_id: int, password: Secret) -> None:
        typed = bytearray(password.buffer)  # The runner wipes its own copy at once.
        self._executor.submit(self._check, session_id, request_id, typed)

    def _check(self, session_id: str, request_id: int, typed: bytearray) -> None:
        accepted = self._matches(typed)
        wipe(typed)
        answer = StaffAccepted if accepted else StaffRejected
        self._sink(answer(session_id, request_id))

    def _matches(self, typed: bytearray) -> bool:
        if not self._hash or self._clock_s() < self._locked_until_s:
            return False
        if hmac.compare_digest(_scrypt(typed, self._salt), self._hash):
            self._failures = 0
            return True
        self._failures += 1
        if self._failures >= MAX_FAILURES:
            self._failures = 0
            self._locked_until_s = self._clock_s() + LOCK_S
        return False


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
