"""A disk that is full, read-only, damaged or busy: refused, with the remedy, and recovered from."""

import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from consent import database
from consent.errors import LedgerUnusable, StoreFailed
from consent.ledger import SqliteConsentLedger
from consent.verify import verify
from tests.unit.consent.ledgers import fill, key_file, ledger_path, open_ledger, record

REPOSITORY = Path(__file__).parents[3]
DEADLINE_S = 60


@contextmanager
def files_end_at(size_bytes: int) -> Iterator[None]:
    """In this process the operating system refuses to let any file grow further."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def append_until_refused(ledger: SqliteConsentLedger) -> tuple[int, StoreFailed]:
    """Return how many records were stored, and the refusal."""
    for stored in range(1000):
        try:
            ledger.append(record(1))
        except StoreFailed as refusal:
            return stored, refusal
    pytest.fail("The ledger took a thousand records and no limit was felt.")


def test_when_the_disk_takes_no_more_the_record_is_refused_and_the_chain_holds(
    tmp_path: Path,
) -> None:
    with open_ledger(tmp_path) as ledger:
        with files_end_at(64 * 1024):
            stored, refusal = append_until_refused(ledger)
        assert "free space" in str(refusal)
        verification = verify(ledger_path(tmp_path), key_file(tmp_path))
        assert verification.intact
        assert verification.entries == stored > 0


def test_after_the_disk_is_freed_the_same_ledger_goes_on(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        with files_end_at(64 * 1024):
            stored, _ = append_until_refused(ledger)
        ledger.append(record(2))
    verification = verify(ledger_path(tmp_path), key_file(tmp_path))
    assert verification.intact
    assert verification.entries == stored + 1


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        ("SQLITE_ERROR", "no consent ledger"),
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_IOERR_WRITE", "disk is full or failing"),
        ("SQLITE_READONLY_DBMOVED", "write access"),
        ("SQLITE_CANTOPEN_ISDIR", "read and write access"),
        ("SQLITE_CANTOPEN", "copy the whole folder"),
        ("SQLITE_BUSY_SNAPSHOT", "Another program"),
        ("SQLITE_CORRUPT_VTAB", "restore the backup"),
        ("SQLITE_NOTADB", "restore the backup"),
        ("SQLITE_CONSTRAINT_PRIMARYKEY", "uketsuke consent verify"),
    ],
)
def test_every_failure_of_the_database_names_its_remedy(code: str, remedy: str) -> None:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorname = code
    message = database.explain(error, Path("/state/consent.sqlite3"))
    assert remedy in message
    assert "/state/consent.sqlite3" in message


WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
from consent.errors import StoreFailed
from consent.keys import LedgerKeys
from consent.ledger import SqliteConsentLedger
from tests.unit.consent.ledgers import record

class FixedKeys:
    def keys(self):
        return LedgerKeys.derive(bytes(32))

path = Path(sys.argv[1]) / "consent.sqlite3"
SqliteConsentLedger(path, FixedKeys()).close()
path.chmod(0o444)
if os.geteuid() == 0:  # Rights do not bind root.
    os.setuid(65534)
else:
    path.parent.chmod(0o555)
try:
    SqliteConsentLedger(path, FixedKeys()).append(record(1))
except StoreFailed as error:
    print(error)
"""


def test_a_read_only_ledger_is_refused_with_its_remedy() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        done = subprocess.run(
            [sys.executable, "-c", WITHOUT_RIGHTS, name],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            timeout=DEADLINE_S,
        )
        folder.chmod(0o755)
    assert f"{name}/consent.sqlite3" in done.stdout, done.stderr
    assert "write access" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_database_is_refused_with_its_remedy(tmp_path: Path) -> None:
    ledger_path(tmp_path).write_bytes(b"not a database at all" * 500)
    with pytest.raises(StoreFailed, match="restore the backup"):
        SqliteConsentLedger(ledger_path(tmp_path), key_file(tmp_path))
    with pytest.raises(LedgerUnusable, match="restore the backup"):
        verify(ledger_path(tmp_path), key_file(tmp_path))


def test_a_file_overwritten_in_the_middle_is_found(tmp_path: Path) -> None:
    fill(tmp_path, 20)
    content = bytearray(ledger_path(tmp_path).read_bytes())
    content[4096 * 8 : 4096 * 10] = bytes(4096 * 2)
    ledger_path(tmp_path).write_bytes(content)
    with pytest.raises(LedgerUnusable, match="restore the backup"):
        verify(ledger_path(tmp_path), key_file(tmp_path))


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch])
def test_something_else_in_the_ledgers_place_is_refused(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(ledger_path(tmp_path))
    with pytest.raises(StoreFailed, match=str(ledger_path(tmp_path))):
        SqliteConsentLedger(ledger_path(tmp_path), key_file(tmp_path))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    path = tmp_path / "state" / "consent.sqlite3"
    with pytest.raises(StoreFailed, match=str(path)):
        SqliteConsentLedger(path, key_file(tmp_path))


def test_a_program_that_holds_the_file_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "LOCK_WAIT_S", 0.05)
    with open_ledger(tmp_path) as ledger:
        with closing(sqlite3.connect(ledger_path(tmp_path), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreFailed, match="Another program"):
                ledger.append(record(1))
        ledger.append(record(1))


def test_a_missing_ledger_is_not_made_by_an_audit(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnusable, match="no consent ledger"):
        verify(ledger_path(tmp_path), key_file(tmp_path))
    assert not ledger_path(tmp_path).exists()
