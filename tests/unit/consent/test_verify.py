"""Whatever is done to the file by direct SQL is found and named."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consent.errors import LedgerUnusable
from consent.keys import KeyFile
from consent.verify import Damage, Problem, Verification, verify
from tests.unit.consent.ledgers import fill, key_file, ledger_path, tampering

Tamper = Callable[[sqlite3.Connection], object]
Named = tuple[Damage, int, int]


def verified(folder: Path) -> Verification:
    return verify(ledger_path(folder), key_file(folder))


def named(verification: Verification) -> list[Named]:
    return [(problem.damage, problem.first, problem.last) for problem in verification.problems]


def run(*statements: str) -> Tamper:
    def tamper(database: sqlite3.Connection) -> None:
        for statement in statements:
            database.execute(statement)

    return tamper


def swap(columns: str, one: int, other: int) -> Tamper:
    """Exchange columns of two rows."""

    def tamper(database: sqlite3.Connection) -> None:
        select = f"SELECT {columns} FROM entry WHERE sequence = ?"
        assignment = ", ".join(f"{column} = ?" for column in columns.split(", "))
        update = f"UPDATE entry SET {assignment} WHERE sequence = ?"
        first = database.execute(select, (one,)).fetchone()
        second = database.execute(select, (other,)).fetchone()
        database.execute(update, (*first, other))
        database.execute(update, (*second, one))

    return tamper


FLIPPED = "substr(sealed, 1, 40) || x'00' || substr(sealed, 42)"

MATRIX: dict[str, tuple[Tamper, list[Named]]] = {
    "first deleted": (run("DELETE FROM entry WHERE sequence = 1"), [(Damage.DELETED, 1, 1)]),
    "middle deleted": (
        run("DELETE FROM entry WHERE sequence IN (3, 4)"),
        [(Damage.DELETED, 3, 4)],
    ),
    "last deleted": (run("DELETE FROM entry WHERE sequence = 6"), [(Damage.TRUNCATED, 6, 6)]),
    "all deleted": (run("DELETE FROM entry"), [(Damage.TRUNCATED, 1, 6)]),
    "content of the first changed": (
        run(f"UPDATE entry SET sealed = CAST({FLIPPED} AS BLOB) WHERE sequence = 1"),
        [(Damage.CHANGED, 1, 1)],
    ),
    "content of one in the middle changed": (
        run(f"UPDATE entry SET sealed = CAST({FLIPPED} AS BLOB) WHERE sequence = 3"),
        [(Damage.CHANGED, 3, 3)],
    ),
    "content of the last changed": (
        run(f"UPDATE entry SET sealed = CAST({FLIPPED} AS BLOB) WHERE sequence = 6"),
        [(Damage.CHANGED, 6, 6)],
    ),
    "content emptied": (
        run("UPDATE entry SET sealed = x'' WHERE sequence = 3"),
        [(Damage.CHANGED, 3, 3)],
    ),
    "link changed": (
        run("UPDATE entry SET link = zeroblob(32) WHERE sequence = 3"),
        [(Damage.CHANGED, 3, 3)],
    ),
    "link of the last changed": (
        run("UPDATE entry SET link = zeroblob(32) WHERE sequence = 6"),
        [(Damage.CHANGED, 6, 6)],
    ),
    "two contents exchanged": (
        swap("sealed", 2, 5),
        [(Damage.REORDERED, 2, 2), (Damage.REORDERED, 5, 5)],
    ),
    "two entries exchanged with their links": (
        swap("sealed, link", 2, 5),
        [(Damage.REORDERED, 2, 2), (Damage.REORDERED, 5, 5)],
    ),
    "two neighbours exchanged": (
        swap("sealed, link", 3, 4),
        [(Damage.REORDERED, 3, 3), (Damage.REORDERED, 4, 4)],
    ),
    "one deleted and the later ones moved up": (
        run(
            "DELETE FROM entry WHERE sequence = 4",
            "UPDATE entry SET sequence = 4 WHERE sequence = 5",
            "UPDATE entry SET sequence = 5 WHERE sequence = 6",
        ),
        [(Damage.REORDERED, 4, 4), (Damage.REORDERED, 5, 5), (Damage.TRUNCATED, 6, 6)],
    ),
    "one replaced by noise": (
        run("UPDATE entry SET sealed = randomblob(1000), link = randomblob(32) WHERE sequence = 3"),
        [(Damage.FOREIGN, 3, 3)],
    ),
    "noise added at the end": (
        run("INSERT INTO entry VALUES (7, randomblob(1000), randomblob(32))"),
        [(Damage.FOREIGN, 7, 7)],
    ),
    "noise added before the start": (
        run("INSERT INTO entry VALUES (0, randomblob(1000), randomblob(32))"),
        [(Damage.FOREIGN, 0, 0)],
    ),
    "an old entry repeated at the end": (
        run("INSERT INTO entry SELECT 7, sealed, link FROM entry WHERE sequence = 2"),
        [(Damage.FOREIGN, 7, 7)],
    ),
    "head deleted": (run("DELETE FROM head"), [(Damage.HEAD, 1, 6)]),
    "shortened, and the head with it": (
        run(
            "DELETE FROM entry WHERE sequence > 4",
            "UPDATE head SET sequence = 4, link = (SELECT link FROM entry WHERE sequence = 4)",
        ),
        [(Damage.HEAD, 1, 4), (Damage.TRUNCATED, 5, 6)],
    ),
    "start cut off, and the head with it": (
        run(
            "UPDATE head SET base_sequence = 2,"
            " base_link = (SELECT link FROM entry WHERE sequence = 2)",
            "DELETE FROM entry WHERE sequence <= 2",
        ),
        [(Damage.HEAD, 3, 6)],
    ),
    "signature changed": (
        run("UPDATE head SET signature = zeroblob(64)"),
        [(Damage.HEAD, 1, 6)],
    ),
    "signature cut short": (
        run("UPDATE head SET signature = x'01'"),
        [(Damage.HEAD, 1, 6)],
    ),
    "two faults at once": (
        run(
            "DELETE FROM entry WHERE sequence = 2",
            f"UPDATE entry SET sealed = CAST({FLIPPED} AS BLOB) WHERE sequence = 5",
        ),
        [(Damage.DELETED, 2, 2), (Damage.CHANGED, 5, 5)],
    ),
}


def test_an_untouched_ledger_is_intact(tmp_path: Path) -> None:
    fill(tmp_path, 6)
    assert verified(tmp_path) == Verification(entries=6, purged_to=0, problems=())


def test_an_empty_ledger_is_intact(tmp_path: Path) -> None:
    fill(tmp_path, 0)
    assert verified(tmp_path) == Verification(entries=0, purged_to=0, problems=())


@pytest.mark.parametrize("case", MATRIX)
def test_tampering_is_found_and_named(tmp_path: Path, case: str) -> None:
    tamper, expected = MATRIX[case]
    fill(tmp_path, 6)
    with tampering(tmp_path) as database:
        tamper(database)
    assert named(verified(tmp_path)) == expected


@given(
    position=st.integers(min_value=0),
    sequence=st.integers(1, 4),
    column=st.sampled_from(["sealed", "link"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_single_changed_byte_is_found(
    tmp_path: Path, position: int, sequence: int, column: str
) -> None:
    if not ledger_path(tmp_path).exists():
        fill(tmp_path, 4)
    select = f"SELECT {column} FROM entry WHERE sequence = ?"
    update = f"UPDATE entry SET {column} = ? WHERE sequence = ?"
    with tampering(tmp_path) as database:
        (original,) = database.execute(select, (sequence,)).fetchone()
        changed = bytearray(original)
        changed[position % len(changed)] ^= 1
        database.execute(update, (bytes(changed), sequence))
    found = named(verified(tmp_path))
    with tampering(tmp_path) as database:
        database.execute(update, (original, sequence))
    assert found == [(Damage.CHANGED, sequence, sequence)]
    assert verified(tmp_path).intact


def test_an_entry_of_another_ledger_of_the_same_kiosk_is_foreign(tmp_path: Path) -> None:
    ours, other = tmp_path / "ours", tmp_path / "other"
    fill(ours, 3)
    other.mkdir()
    (other / "consent.key").write_bytes((ours / "consent.key").read_bytes())
    (other / "consent.key").chmod(0o600)
    fill(other, 3)
    with tampering(ours) as database:
        database.execute("ATTACH ? AS other", (str(ledger_path(other)),))
        database.execute("REPLACE INTO main.entry SELECT * FROM other.entry WHERE sequence = 2")
    assert named(verified(ours)) == [(Damage.FOREIGN, 2, 2)]


def test_a_head_put_back_to_an_earlier_one_does_not_hide_the_later_entries(
    tmp_path: Path,
) -> None:
    fill(tmp_path, 2)
    with tampering(tmp_path) as database:
        old_head = database.execute("SELECT * FROM head").fetchone()
    fill(tmp_path, 2)
    with tampering(tmp_path) as database:
        database.execute("REPLACE INTO head VALUES (?, ?, ?, ?, ?, ?, ?)", old_head)
    assert named(verified(tmp_path)) == [
        (Damage.FOREIGN, 3, 3),
        (Damage.FOREIGN, 4, 4),
        (Damage.TRUNCATED, 3, 4),
    ]


def test_with_another_key_everything_is_foreign(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    verification = verify(ledger_path(tmp_path), KeyFile(tmp_path / "another.key"))
    assert Damage.HEAD in [problem.damage for problem in verification.problems]
    assert not verification.intact


def test_without_the_key_nothing_is_claimed(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    with pytest.raises(LedgerUnusable, match="missing"):
        verify(ledger_path(tmp_path), KeyFile(tmp_path / "another.key", create=False))


def test_a_problem_reads_as_a_sentence() -> None:
    assert str(Problem(Damage.DELETED, 3, 4, "missing in the chain")) == (
        "entries 3 to 4 deleted: missing in the chain"
    )
    assert str(Problem(Damage.REORDERED, 3, 3, "holds what was written as entry 5")) == (
        "entry 3 reordered: holds what was written as entry 5"
    )
