"""Remove old consents by the retention rule, leaving a chain that still verifies."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from common.sqlite_file import forget_copies, transaction
from consent import database, outbox_list, witness
from consent.chain import Head
from consent.database import Row
from consent.entry import CONSENT_VALIDITY, PurgeEntry
from consent.errors import LedgerProblem, LedgerUnusable
from consent.keys import KeyProvider, LedgerKeys
from consent.ledger import append_entry
from consent.verify import check_rows, open_for_audit, verify_open


@dataclass(frozen=True)
class Purged:
    """`removed_to` is the last entry ever removed (0: none)."""

    removed: int
    removed_to: int


def purge(path: Path, keys: KeyProvider, *, before: datetime, now: datetime) -> Purged:
    """Remove the entries older than `before`, from the start of the chain to the first younger.

    The signed head then holds the link that the rest continues from, and an entry of its own
    records the purge. Raises `LedgerUnusable` when consents that are still valid would go, or when
    the ledger is damaged: the evidence stays.
    """
    if before > now - CONSENT_VALIDITY:
        hours = CONSENT_VALIDITY.total_seconds() // 3600
        raise LedgerUnusable(
            LedgerProblem.NOT_PURGED,
            f"Consents are valid for {hours:.0f} hours: name a date before that.",
        )
    ledger_keys = keys.keys()
    remembered = witness.recall(path, ledger_keys)
    with closing(open_for_audit(path)) as connection:
        try:
            database.SCHEMA.bring_forward(connection, path)
            with transaction(connection, "IMMEDIATE"):
                purged, signed_head = _purge_open(connection, ledger_keys, remembered, before, now)
            database.forget_what_was_deleted(connection)
            forget_copies(path)
        except (sqlite3.Error, OSError) as error:
            raise LedgerUnusable(LedgerProblem.NOT_PURGED, database.explain(error, path)) from error
    witness.keep(path, *signed_head)
    return purged


def _purge_open(
    connection: sqlite3.Connection,
    keys: LedgerKeys,
    remembered: Head | None,
    before: datetime,
    now: datetime,
) -> tuple[Purged, tuple[Head, bytes]]:
    found = database.read_head(connection)
    verification = verify_open(connection, keys, remembered)
    if found is None or not verification.intact:
        raise LedgerUnusable(
            LedgerProblem.NOT_PURGED,
            f"The ledger is damaged ({verification.problems[0]}). Nothing was removed: keep it as "
            "evidence, and restore the backup.",
        )
    head, _ = signed_head = found
    removed, last = 0, Row(head.base_sequence, b"", head.base_link)
    for checked in check_rows(connection, keys, head):
        if checked.entry is None or checked.entry.at >= before:
            break
        removed, last = removed + 1, checked.row
    if removed:
        connection.execute("DELETE FROM entry WHERE sequence <= ?", (last.sequence,))
        shortened = replace(head, base_sequence=last.sequence, base_link=last.link)
        note = PurgeEntry(head.sequence + 1, at=now, before=before, removed_to=last.sequence)
        signed_head = append_entry(connection, keys, shortened, note)
        outbox_list.write(connection, keys.outbox_list)
    return Purged(removed, last.sequence), signed_head
