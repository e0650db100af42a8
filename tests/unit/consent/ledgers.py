"""Records and ledgers for the tests of this package."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from common.decisions import Decision
from consent.keys import KeyFile
from consent.ledger import SqliteConsentLedger
from consent.port import Answer, ConsentRecord, Item

FIRST_DAY = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)


def record(number: int = 1, decision: Decision = Decision.AGREED) -> ConsentRecord:
    """The consents of the patient of day `number`."""
    return ConsentRecord(
        session_id=f"session-{number}",
        answers=tuple(
            Answer(
                item,
                decision,
                f"text-{item.value}",
                "2024-06.1",
                "ja",
                FIRST_DAY + timedelta(days=number - 1),
            )
            for item in (Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS)
        ),
        identity_method="face",
        decided_at=FIRST_DAY + timedelta(days=number - 1),
        facility_code="1311111111",
        kiosk_id="kiosk-1",
        subject=f"pseudonym-{number}",
    )


def key_file(folder: Path) -> KeyFile:
    return KeyFile(folder / "consent.key")


def ledger_path(folder: Path) -> Path:
    return folder / "consent.sqlite3"


@contextmanager
def open_ledger(folder: Path) -> Iterator[SqliteConsentLedger]:
    with closing(SqliteConsentLedger(ledger_path(folder), key_file(folder))) as ledger:
        yield ledger


def fill(folder: Path, count: int) -> None:
    with open_ledger(folder) as ledger:
        for number in range(1, count + 1):
            ledger.append(record(number))


@contextmanager
def tampering(folder: Path) -> Iterator[sqlite3.Connection]:
    """Direct SQL, as somebody with the file would use it."""
    with closing(sqlite3.connect(ledger_path(folder))) as database, database:
        yield database
