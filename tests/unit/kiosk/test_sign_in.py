"""Staff sign in with their own number and PIN, and guessing at the counter leads nowhere."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from queue import Queue

import pytest

from common import japan
from common.secret import Secret
from kiosk.errors import SetupFault
from kiosk.session.events import Event, StaffAccepted, StaffRejected
from kiosk.staff.accounts import ACCOUNTS_FILE, Accounts
from kiosk.staff.acts import Role
from kiosk.staff.audit_file import AUDIT_FILE, AuditFile, entries
from kiosk.staff.sign_in import STAFF_TRIES, SignIn
from kiosk.staff.tries import DELAYS_S, Tries

Try = Callable[[bytes], Event]
RIGHT, WRONG = b"0012580", b"0012581"
ACCEPTED = StaffAccepted("s1", 1, "001 Sato")
NOT_LOOKED_AT = StaffRejected("s1", 1, is_locked=True)
FREE_TRIES = DELAYS_S.index(30.0)


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def attempt(clock: Clock, tmp_path: Path) -> Try:
    Accounts(tmp_path / ACCOUNTS_FILE).add("Sato", Role.RECEPTION, RIGHT[3:])
    return just_started(clock, tmp_path)


def just_started(clock: Clock, folder: Path) -> Try:
    answers: Queue[Event] = Queue()
    accounts, tries = Accounts(folder / ACCOUNTS_FILE), Tries(folder / STAFF_TRIES, clock)
    sign_in = SignIn(accounts, tries, AuditFile(folder / AUDIT_FILE, "k"), answers.put)

    def check(typed: bytes) -> Event:
        sign_in.check("s1", 1, Secret(bytearray(typed)))
        return answers.get(timeout=60)

    return check


def test_who_it_was_is_told(attempt: Try) -> None:
    assert attempt(RIGHT) == ACCEPTED
    assert attempt(WRONG) == StaffRejected("s1", 1)
    assert attempt(b"0022580") == StaffRejected("s1", 1), "the number is somebody else's"
    assert attempt(b"12") == StaffRejected("s1", 1, is_locked=True)


def test_each_wrong_one_more_makes_the_next_wait_longer(attempt: Try, clock: Clock) -> None:
    for _ in range(FREE_TRIES):
        attempt(WRONG)
    for delay_s in DELAYS_S[FREE_TRIES:]:
        clock.now_s += delay_s - 1
        assert attempt(RIGHT) == NOT_LOOKED_AT
        clock.now_s += 1
        assert isinstance(attempt(WRONG), StaffRejected)
    clock.now_s += DELAYS_S[-1]
    assert attempt(RIGHT) == ACCEPTED
    assert attempt(WRONG) == StaffRejected("s1", 1), "counted from the beginning again"


def test_a_restart_frees_nobody(attempt: Try, clock: Clock, tmp_path: Path) -> None:
    for _ in range(FREE_TRIES):
        attempt(WRONG)
    clock.now_s = 0.0  # Of another boot.
    again = just_started(clock, tmp_path)
    assert again(RIGHT) == NOT_LOOKED_AT
    clock.now_s += DELAYS_S[FREE_TRIES]
    assert again(RIGHT) == ACCEPTED


@pytest.mark.parametrize("content", [b"", b"many", b"-1x"])
def test_a_count_that_cannot_be_read_does_not_free(
    attempt: Try, clock: Clock, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / STAFF_TRIES).write_bytes(content)
    assert just_started(clock, tmp_path)(RIGHT) == NOT_LOOKED_AT


def test_a_count_that_cannot_be_kept_still_counts(attempt: Try, tmp_path: Path) -> None:
    (tmp_path / STAFF_TRIES).mkdir()
    for _ in range(FREE_TRIES):
        attempt(WRONG)
    assert attempt(RIGHT) == NOT_LOOKED_AT


def test_refusals_are_on_record_without_what_was_typed(attempt: Try, tmp_path: Path) -> None:
    attempt(WRONG)
    (entry,) = entries(tmp_path / AUDIT_FILE)
    assert (entry.what, entry.done) == ("sign-in", False)
    assert b"258" not in (tmp_path / AUDIT_FILE).read_bytes().replace(entry.at.encode(), b"")


def test_whoever_is_removed_or_expired_cannot_sign_in(attempt: Try, tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / ACCOUNTS_FILE)
    yesterday = japan.today() - timedelta(days=1)
    accounts.add("Suzuki", Role.ADMINISTRATOR, b"1111", last_day=yesterday)
    assert attempt(b"0021111") == StaffRejected("s1", 1)
    accounts.remove("001")
    assert isinstance(attempt(RIGHT), StaffRejected)


def test_accounts_that_are_damaged_let_nobody_in(attempt: Try, tmp_path: Path) -> None:
    (tmp_path / ACCOUNTS_FILE).write_text('{"staff": [{"number": "001"}]}')
    assert isinstance(attempt(RIGHT), StaffRejected)
    with pytest.raises(SetupFault, match="damaged"):
        Accounts(tmp_path / ACCOUNTS_FILE).listed()


def test_passwords_are_not_in_the_file(attempt: Try, tmp_path: Path) -> None:
    content = (tmp_path / ACCOUNTS_FILE).read_text()
    assert "$argon2id$" in content
    assert "2580" not in content.split("argon2id")[0]
