"""The ledger's SQLite file: its tables, how it is made and opened. No meaning, no keys."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from common.errors import Fault
from common.files import create_once
from common.sqlite_file import Schema, TooNewError
from consent.chain import Head
from consent.errors import LedgerUnusable

# Another worker holds the lock for the few milliseconds of one append. Waiting longer than a
# patient would is pointless.
LOCK_WAIT_S = 5.0

SCHEMA = Schema(
    generation=1,
    steps=[
        [
            """
CREATE TABLE IF NOT EXISTS head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    ledger_id BLOB NOT NULL,
    base_sequence INTEGER NOT NULL,
    base_link BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    link BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT""",
            """
CREATE TABLE IF NOT EXISTS entry (
    sequence INTEGER PRIMARY KEY,
    sealed BLOB NOT NULL,
    link BLOB NOT NULL
) STRICT""",
            """
CREATE TABLE IF NOT EXISTS outbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    stage TEXT NOT NULL, -- `MessageState`; the name that the first ledgers were made with
    stored_at TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT""",
        ],
        [
            """
CREATE TABLE IF NOT EXISTS outbox_list (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    listed BLOB NOT NULL,
    mac BLOB NOT NULL
) STRICT""",
        ],
        [
            """
CREATE TABLE IF NOT EXISTS face_tries (
    card BLOB NOT NULL UNIQUE, -- a pseudonym
    tries INTEGER NOT NULL,
    tried_at_s REAL NOT NULL, -- since the machine was started
    boot_id TEXT NOT NULL
) STRICT""",
        ],
    ],
)
"""Another step goes to the end, and only adds; what else has to change: ADR 59."""

USABLE_SINCE = "0.1.0"
"""The first version of the program that knows this generation: updates go on from there."""


@dataclass(frozen=True)
class Row:
    sequence: int
    sealed: bytes
    link: bytes


def create(path: Path, head: Head, signature: bytes) -> None:
    """Make an empty ledger unless there is one. Raises `sqlite3.Error`, `OSError`."""

    def write(draft: Path) -> None:
        with closing(sqlite3.connect(draft, isolation_level=None)) as database:
            # WAL mode is kept in the file. Set before anyone else can see it: changing the mode
            # of a file in use fails without waiting for the lock.
            database.execute("PRAGMA journal_mode = WAL")
            SCHEMA.bring_forward(database)
            write_head(database, head, signature)

    create_once(path, write)


def open_existing(path: Path) -> sqlite3.Connection:
    """Open for reading and appending, durably. Raises `sqlite3.Error`.

    It may lack the newest steps: what only reads needs none of them.
    """
    database = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=LOCK_WAIT_S,
        isolation_level=None,
        check_same_thread=False,
    )
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA secure_delete = ON")  # What goes leaves the file, not only its table.
    try:
        SCHEMA.refuse_newer(database)
    except sqlite3.Error:
        database.close()
        raise
    return database


def forget_what_was_deleted(database: sqlite3.Connection) -> bool:
    """Empty the write-ahead log, which holds it still; False while another process reads."""
    busy, _, _ = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def read_head(database: sqlite3.Connection) -> tuple[Head, bytes] | None:
    """Return the head and its signature."""
    row = database.execute(
        "SELECT ledger_id, base_sequence, base_link, sequence, link, signature FROM head"
    ).fetchone()
    return None if row is None else (Head(*row[:5]), row[5])


def write_head(database: sqlite3.Connection, head: Head, signature: bytes) -> None:
    database.execute(
        "INSERT OR REPLACE INTO head"
        " (one, ledger_id, base_sequence, base_link, sequence, link, signature)"
        " VALUES (1, ?, ?, ?, ?, ?, ?)",
        (
            head.ledger_id,
            head.base_sequence,
            head.base_link,
            head.sequence,
            head.link,
            signature,
        ),
    )


def insert_row(database: sqlite3.Connection, row: Row) -> None:
    database.execute(
        "INSERT INTO entry (sequence, sealed, link) VALUES (?, ?, ?)",
        (row.sequence, row.sealed, row.link),
    )


def rows(database: sqlite3.Connection) -> Iterator[Row]:
    """All entries in order of their sequence."""
    for row in database.execute("SELECT sequence, sealed, link FROM entry ORDER BY sequence"):
        yield Row(*row)


def link_of(database: sqlite3.Connection, sequence: int) -> bytes | None:
    row = database.execute("SELECT link FROM entry WHERE sequence = ?", (sequence,)).fetchone()
    return None if row is None else bytes(row[0])


@contextmanager
def explained_as(failed: type[Fault], path: Path) -> Iterator[None]:
    """What keeps the ledger's file or its keys from being used is raised as `failed`."""
    try:
        yield
    except LedgerUnusable as error:
        raise failed(str(error)) from error
    except (sqlite3.Error, OSError) as error:
        raise failed(explain(error, path)) from error


def explain(error: sqlite3.Error | OSError, path: Path) -> str:
    """Say what is wrong with the ledger's file, and the remedy."""
    if isinstance(error, OSError):
        cause = f"{error.strerror}. Check the disk, and the kiosk user's rights on the folder."
        return f"The consent ledger {path}: {cause}"
    if isinstance(error, TooNewError):
        return f"The consent ledger {path}: {error}"
    name = getattr(error, "sqlite_errorname", "SQLITE_MISUSE")  # Not told by SQLite itself.
    family = name.removeprefix("SQLITE_").partition("_")[0]
    remedy = _REMEDIES.get(family, "Run `uketsuke consent verify`; restore the file if damaged.")
    return f"The consent ledger {path}: {error} ({name}). {remedy}"


_DAMAGED = "The file is damaged: move it aside, restore the backup, run `uketsuke consent verify`."
_REMEDIES = {
    "ERROR": "It is no consent ledger: check the path, or restore the backup.",
    "FULL": "The disk is full: free space on it.",
    "IOERR": "The disk is full or failing: free space on it, or replace it.",
    "READONLY": "The file is read-only: give the kiosk's user write access to it and its folder.",
    "PERM": "Give the kiosk's user write access to the file and its folder.",
    "CANTOPEN": (
        "Give the kiosk's user read and write access to the file and its folder; from a disk that "
        "is read-only, copy the whole folder first."
    ),
    "BUSY": "Another program holds the file: close it.",
    "LOCKED": "Another program holds the file: close it.",
    "CORRUPT": _DAMAGED,
    "NOTADB": _DAMAGED,
}
