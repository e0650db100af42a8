"""The facility's password opens 目視, and guessing it at the counter leads nowhere."""

from collections.abc import Callable
from pathlib import Path
from queue import Queue

import pytest

from common.secret import Secret
from kiosk.errors import SetupFault
from kiosk.session.events import Event, StaffAccepted, StaffRejected
from kiosk.staff_password import (
    LOCK_S,
    MAX_FAILURES,
    STAFF_TRIES,
    StaffPassword,
    hash_password,
)

Try = Callable[[bytes], Event]
HASH = hash_password(b"2580")
LOCKED = StaffRejected("s1", 1, is_locked=True)


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def attempt(clock: Clock, tmp_path: Path) -> Try:
    return tries(clock, tmp_path)


def tries(clock: Clock, folder: Path) -> Try:
    """Of a kiosk that was just started."""
    answers: Queue[Event] = Queue()
    checker = StaffPassword(HASH, answers.put, folder / STAFF_TRIES, clock)

    def check(typed: bytes) -> Event:
        checker.check("s1", 1, Secret(bytearray(typed)))
        return answers.get(timeout=30)

    return check


def test_right_and_wrong(attempt: Try) -> None:
    assert attempt(b"2580") == StaffAccepted("s1", 1)
    assert attempt(b"2581") == StaffRejected("s1", 1)


def test_guessing_closes_it_for_a_while(attempt: Try, clock: Clock) -> None:
    for _ in range(MAX_FAILURES):
        attempt(b"0000")
    assert attempt(b"2580") == LOCKED
    clock.now_s += LOCK_S
    assert attempt(b"2580") == StaffAccepted("s1", 1)


def test_a_restart_frees_nobody(clock: Clock, tmp_path: Path) -> None:
    for _ in range(MAX_FAILURES - 1):
        assert tries(clock, tmp_path)(b"0000") == StaffRejected("s1", 1)
    assert tries(clock, tmp_path)(b"0000") == LOCKED
    restarted = tries(clock, tmp_path)
    assert restarted(b"2580") == LOCKED
    clock.now_s += LOCK_S
    assert restarted(b"0000") == StaffRejected("s1", 1)
    assert restarted(b"2580") == StaffAccepted("s1", 1)


def test_a_count_that_cannot_be_read_locks(clock: Clock, tmp_path: Path) -> None:
    (tmp_path / STAFF_TRIES).write_text("?")
    assert tries(clock, tmp_path)(b"2580") == LOCKED


def test_without_a_password_nothing_is_accepted(tmp_path: Path) -> None:
    answers: Queue[Event] = Queue()
    StaffPassword(None, answers.put, tmp_path / STAFF_TRIES).check("s1", 1, Secret(bytearray(b"")))
    assert answers.get(timeout=30) == StaffRejected("s1", 1)


@pytest.mark.parametrize("stored", ["2580", "scrypt$abc", "scrypt$?$?", "bcrypt$YQ==$YQ=="])
def test_a_hash_of_another_kind_is_refused_at_the_start(tmp_path: Path, stored: str) -> None:
    with pytest.raises(SetupFault, match="staff-password"):
        StaffPassword(stored, lambda event: None, tmp_path / STAFF_TRIES)
