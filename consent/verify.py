"""Find out whether the ledger is as it was written, and name what is not."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from common.sqlite_file import transaction
from consent import chain, database, witness
from consent.chain import Head
from consent.database import Row
from consent.entry import Entry, from_bytes
from consent.errors import LedgerProblem, LedgerUnusable
from consent.keys import KeyProvider, LedgerKeys


class Damage(Enum):
    DELETED = "deleted"  # Entries inside the chain are gone.
    CHANGED = "changed"  # The entry is not as it was when the chain went on from it.
    REORDERED = "reordered"  # The place holds an entry that was written for another place.
    TRUNCATED = "truncated"  # The last entries are gone.
    FOREIGN = "foreign"  # Not written by this kiosk for this ledger, or not part of its chain.
    HEAD = "head"  # The head is gone, or not signed with this key.


@dataclass(frozen=True)
class Problem:
    """`first` and `last` are sequence numbers; equal when one entry is concerned."""

    damage: Damage
    first: int
    last: int
    detail: str

    def __str__(self) -> str:
        one = self.first == self.last
        entries = f"entry {self.first}" if one else f"entries {self.first} to {self.last}"
        return f"{entries} {self.damage.value}: {self.detail}"


@dataclass(frozen=True)
class Verification:
    """`purged_to` is the last entry that retention removed (0: none)."""

    entries: int
    purged_to: int
    problems: tuple[Problem, ...]

    @property
    def intact(self) -> bool:
        return not self.problems


@dataclass(frozen=True)
class Checked:
    """A row, what it says if it can be opened, and what is wrong at its place."""

    row: Row
    entry: Entry | None
    problems: tuple[Problem, ...]


def verify(path: Path, keys: KeyProvider) -> Verification:
    """Check every entry, every link and the head. Raises `LedgerUnusable`.

    A running kiosk may go on appending: what was there at the start is checked.
    """
    ledger_keys = keys.keys()
    return _verified(path, ledger_keys, witness.recall(path, ledger_keys))[0]


def accept(path: Path, keys: KeyProvider) -> Verification:
    """Let the kiosk go on with a ledger whose witness is lost, if it is whole otherwise.

    Whoever does so says that it is the newest there is. Raises `LedgerUnusable`.
    """
    ledger_keys = keys.keys()
    remembered = witness.recall(path, ledger_keys)
    verification, found = _verified(path, ledger_keys, remembered, witness_is_lost=not remembered)
    if found is not None and verification.intact:
        witness.keep(path, *found)
    return verification


def _verified(
    path: Path, keys: LedgerKeys, remembered: Head | None, *, witness_is_lost: bool = False
) -> tuple[Verification, tuple[Head, bytes] | None]:
    with closing(open_for_audit(path)) as connection:
        try:
            with transaction(connection, "DEFERRED"):
                found = database.read_head(connection)
                if witness_is_lost and found is not None:
                    remembered = found[0]
                return verify_open(connection, keys, remembered), found
        except sqlite3.Error as error:
            raise LedgerUnusable(LedgerProblem.UNREADABLE, database.explain(error, path)) from error


def open_for_audit(path: Path) -> sqlite3.Connection:
    """Open an existing ledger. Raises `LedgerUnusable`."""
    if not path.is_file():
        raise LedgerUnusable(
            LedgerProblem.UNREADABLE,
            f"There is no consent ledger at {path}. Check the configuration.",
        )
    try:
        return database.open_existing(path)
    except sqlite3.Error as error:
        raise LedgerUnusable(LedgerProblem.UNREADABLE, database.explain(error, path)) from error


def verify_open(
    connection: sqlite3.Connection, keys: LedgerKeys, remembered: Head | None
) -> Verification:
    """Like `verify`, in the caller's transaction. Raises `sqlite3.Error`.

    `remembered` is what the witness knew before the transaction began.
    """
    found = database.read_head(connection)
    if found is None:
        count = sum(1 for _ in database.rows(connection))
        return Verification(count, 0, (Problem(Damage.HEAD, 1, count, "the head is missing"),))
    head, signature = found
    problems: list[Problem] = []
    if not chain.is_signed(keys.signing.public_key(), head, signature):
        detail = "the head is not signed with this key"
        problems.append(Problem(Damage.HEAD, head.base_sequence + 1, head.sequence, detail))
    count, last = 0, head.base_sequence
    for checked in check_rows(connection, keys, head):
        count, last = count + 1, max(last, checked.row.sequence)
        problems.extend(checked.problems)
    if last < head.sequence:
        detail = "missing at the end of the chain"
        problems.append(Problem(Damage.TRUNCATED, last + 1, head.sequence, detail))
    for first, last, detail in witness.contradictions(remembered, head):
        problems.append(Problem(Damage.TRUNCATED, first, last, detail))
    return Verification(count, head.base_sequence, tuple(problems))


def check_rows(connection: sqlite3.Connection, keys: LedgerKeys, head: Head) -> Iterator[Checked]:
    """Walk the chain; one fault is reported once, at the row where it lies."""
    place = head.base_sequence
    # None: the row before is missing or at fault, so nothing can be said of the link to it.
    previous_link: bytes | None = head.base_link
    for row, follower in _with_followers(database.rows(connection)):
        problems: list[Problem] = []
        if row.sequence > place + 1:
            detail = "missing in the chain"
            problems.append(Problem(Damage.DELETED, place + 1, row.sequence - 1, detail))
            previous_link = None
        sealed_entry = chain.unseal(keys.encryption, head.ledger_id, row.sealed)
        entry = None if sealed_entry is None else from_bytes(sealed_entry)
        fault = _fault(row, entry, previous_link, follower, head)
        if fault is not None:
            damage, detail = fault
            problems.append(Problem(damage, row.sequence, row.sequence, detail))
        yield Checked(row, entry, tuple(problems))
        place = max(place, row.sequence)
        previous_link = row.link if fault is None else None


def _with_followers(rows: Iterator[Row]) -> Iterator[tuple[Row, Row | None]]:
    row = next(rows, None)
    while row is not None:
        follower = next(rows, None)
        yield row, follower
        row = follower


def _fault(
    row: Row, entry: Entry | None, previous_link: bytes | None, follower: Row | None, head: Head
) -> tuple[Damage, str] | None:
    if not head.base_sequence < row.sequence <= head.sequence:
        return Damage.FOREIGN, "not part of the chain that the head vouches for"
    if entry is None and _is_vouched_for(row, follower, head):
        return Damage.CHANGED, "its content was changed"
    if entry is None:
        return Damage.FOREIGN, "not written with this key for this ledger"
    if entry.sequence != row.sequence:
        return Damage.REORDERED, f"holds what was written as entry {entry.sequence}"
    is_linked = previous_link is None or row.link == chain.link(
        previous_link, row.sequence, row.sealed
    )
    if not is_linked or (row.sequence == head.sequence and row.link != head.link):
        return Damage.CHANGED, "its link in the chain was changed"
    return None


def _is_vouched_for(row: Row, follower: Row | None, head: Head) -> bool:
    """Whether the chain went on from this row's link: then the row is old and was changed."""
    if row.sequence == head.sequence:
        return row.link == head.link
    if follower is None or follower.sequence != row.sequence + 1:
        return False
    return follower.link == chain.link(row.link, follower.sequence, follower.sealed)
