"""Retention removes what is old, and the rest still verifies."""

from datetime import timedelta
from pathlib import Path

import pytest

from consent.errors import LedgerUnusable
from consent.purge import Purged, purge
from consent.verify import Damage, verify
from tests.unit.consent.ledgers import (
    FIRST_DAY,
    fill,
    key_file,
    ledger_path,
    open_ledger,
    record,
    tampering,
)

NOW = FIRST_DAY + timedelta(days=1000)


def purged(folder: Path, days: float) -> Purged:
    before = FIRST_DAY + timedelta(days=days)
    return purge(ledger_path(folder), key_file(folder), before=before, now=NOW)


def sequences(folder: Path) -> list[int]:
    with tampering(folder) as database:
        return [row[0] for row in database.execute("SELECT sequence FROM entry ORDER BY sequence")]


def test_the_rest_verifies_and_the_purge_is_on_record(tmp_path: Path) -> None:
    fill(tmp_path, 5)
    assert purged(tmp_path, days=2.5) == Purged(removed=3, removed_to=3)
    assert sequences(tmp_path) == [4, 5, 6]  # 6 is the note of the purge.
    verification = verify(ledger_path(tmp_path), key_file(tmp_path))
    assert verification.intact
    assert verification.purged_to == 3


def test_the_kiosk_goes_on_after_a_purge_and_purges_again(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    purged(tmp_path, days=1.5)
    with open_ledger(tmp_path) as ledger:
        ledger.append(record(600))
    assert purged(tmp_path, days=500) == Purged(removed=1, removed_to=3)
    assert verify(ledger_path(tmp_path), key_file(tmp_path)).intact


def test_everything_may_be_old(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    assert purged(tmp_path, days=900) == Purged(removed=3, removed_to=3)
    assert sequences(tmp_path) == [4]
    assert verify(ledger_path(tmp_path), key_file(tmp_path)).intact


def test_nothing_old_changes_nothing(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    assert purged(tmp_path, days=0) == Purged(removed=0, removed_to=0)
    assert sequences(tmp_path) == [1, 2, 3]


def test_an_entry_dated_later_keeps_all_behind_it(tmp_path: Path) -> None:
    """After the clock was set back, the chain is cut only where everything before is old."""
    with open_ledger(tmp_path) as ledger:
        for day in (1, 50, 2):
            ledger.append(record(day))
    assert purged(tmp_path, days=10) == Purged(removed=1, removed_to=1)
    assert sequences(tmp_path) == [2, 3, 4]


def test_removed_entries_leave_the_file(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    with tampering(tmp_path) as database:
        (sealed,) = database.execute("SELECT sealed FROM entry WHERE sequence = 1").fetchone()
    purged(tmp_path, days=1.5)
    raw = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert sealed[100:200] not in raw


def test_consents_that_are_still_valid_are_not_removed(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    now = FIRST_DAY + timedelta(days=1, hours=1)
    with pytest.raises(LedgerUnusable, match="24 hours"):
        purge(ledger_path(tmp_path), key_file(tmp_path), before=now, now=now)
    assert sequences(tmp_path) == [1, 2]


@pytest.mark.parametrize(
    "damage", ["DELETE FROM entry WHERE sequence = 2", "DELETE FROM head", "DELETE FROM entry"]
)
def test_a_damaged_ledger_is_kept_as_evidence(tmp_path: Path, damage: str) -> None:
    fill(tmp_path, 4)
    with tampering(tmp_path) as database:
        database.execute(damage)
    left = sequences(tmp_path)
    with pytest.raises(LedgerUnusable, match="Nothing was removed"):
        purged(tmp_path, days=900)
    assert sequences(tmp_path) == left


def test_an_entry_put_back_after_its_purge_is_foreign(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    with tampering(tmp_path) as database:
        row = database.execute("SELECT * FROM entry WHERE sequence = 1").fetchone()
    purged(tmp_path, days=1.5)
    with tampering(tmp_path) as database:
        database.execute("INSERT INTO entry VALUES (?, ?, ?)", row)
    problems = verify(ledger_path(tmp_path), key_file(tmp_path)).problems
    assert [(problem.damage, problem.first) for problem in problems] == [(Damage.FOREIGN, 1)]


def test_a_deletion_before_the_first_left_entry_is_not_taken_for_a_purge(tmp_path: Path) -> None:
    fill(tmp_path, 5)
    purged(tmp_path, days=1.5)
    with tampering(tmp_path) as database:
        database.execute("DELETE FROM entry WHERE sequence = 3")
    problems = verify(ledger_path(tmp_path), key_file(tmp_path)).problems
    assert [(problem.damage, problem.first) for problem in problems] == [(Damage.DELETED, 3)]
