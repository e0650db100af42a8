"""The facility's password opens 目視, and guessing it at the counter leads nowhere."""

from collections.abc import Callable
from queue import Queue

import pytest

from common.secret import Secret
from kiosk.errors import SetupFault
from kiosk.session.events import Event, StaffAccepted, StaffRejected
from kiosk.staff_password import LOCK_S, MAX_FAILURES, StaffPassword, hash_password

Try = Callable[[bytes], Event]


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def attempt(clock: Clock) -> Try:
    answers: Queue[Event] = Queue()
    checker = StaffPassword(hash_password(b"2580"), answers.put, clock)

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
    assert attempt(b"2580") == StaffRejected("s1", 1)
    clock.now_s += LOCK_S
    assert attempt(b"2580") == StaffAccepted("s1", 1)


def test_without_a_password_nothing_is_accepted() -> None:
    answers: Queue[Event] = Queue()
    StaffPassword(None, answers.put).check("s1", 1, Secret(bytearray(b"")))
    assert answers.get(timeout=30) == StaffRejected("s1", 1)


@pytest.mark.parametrize("stored", ["2580", "scrypt$abc", "scrypt$?$?", "bcrypt$YQ==$YQ=="])
def test_a_hash_of_another_kind_is_refused_at_the_start(stored: str) -> None:
    with pytest.raises(SetupFault, match="staff-password"):
        StaffPassword(stored, lambda event: None)
