"""Write the consents of a period for an audit."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, TextIO

from common.sqlite_file import transaction
from consent import database, witness
from consent.entry import ConsentEntry, consent_fields
from consent.errors import LedgerProblem, LedgerUnusable
from consent.keys import KeyProvider, LedgerKeys
from consent.verify import Verification, check_rows, open_for_audit, verify_open

CSV_COLUMNS = (
    "sequence",
    "decided_at",
    "valid_until",
    "facility_code",
    "kiosk_id",
    "session_id",
    "subject",
    "identity_method",
    "item",
    "decision",
    "at",
    "rule",
    "text_id",
    "text_version",
    "language",
)


class ExportFormat(Enum):
    CSV = "csv"  # One line per answer.
    JSONL = "jsonl"  # One object per consent record.


@dataclass(frozen=True)
class Exported:
    """`verification` tells whether the ledger, and so the export, is complete."""

    consents: int
    verification: Verification


def export(
    path: Path,
    keys: KeyProvider,
    out: TextIO,
    *,
    start: datetime,
    end: datetime,
    form: ExportFormat,
) -> Exported:
    """Write the consents decided from `start` until before `end`, in order of sequence.

    A damaged entry does not stop the export; what can be opened in its place is written.
    `out` is opened with `newline=""`. Raises `LedgerUnusable`, and `OSError`
    of `out`.
    """
    ledger_keys = keys.keys()
    remembered = witness.recall(path, ledger_keys)
    with closing(open_for_audit(path)) as connection:
        try:
            with transaction(connection, "DEFERRED"):
                verification = verify_open(connection, ledger_keys, remembered)
                consents = (
                    consent_fields(entry)
                    for entry in _sound_consents(connection, ledger_keys)
                    if start <= entry.at < end
                )
                match form:
                    case ExportFormat.CSV:
                        count = _write_csv(consents, out)
                    case ExportFormat.JSONL:
                        count = _write_jsonl(consents, out)
        except sqlite3.Error as error:
            raise LedgerUnusable(LedgerProblem.UNREADABLE, database.explain(error, path)) from error
    return Exported(count, verification)


def _sound_consents(connection: sqlite3.Connection, keys: LedgerKeys) -> Iterator[ConsentEntry]:
    found = database.read_head(connection)
    if found is None:
        return
    for checked in check_rows(connection, keys, found[0]):
        entry = checked.entry
        if isinstance(entry, ConsentEntry) and entry.sequence == checked.row.sequence:
            yield entry


def _write_csv(consents: Iterator[dict[str, Any]], out: TextIO) -> int:
    writer = csv.DictWriter(out, CSV_COLUMNS, extrasaction="ignore")
    writer.writeheader()
    count = 0
    for consent in consents:
        for answer in consent["answers"]:
            writer.writerow(consent | answer)
        count += 1
    return count


def _write_jsonl(consents: Iterator[dict[str, Any]], out: TextIO) -> int:
    count = 0
    for consent in consents:
        out.write(json.dumps(consent, ensure_ascii=False) + "\n")
        count += 1
    return count
