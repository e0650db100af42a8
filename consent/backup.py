"""A copy of the ledger while the kiosk goes on, tried before it is called a backup."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from consent import database
from consent.errors import LedgerProblem, LedgerUnusable
from consent.keys import KeyProvider
from consent.verify import Verification, verify
from consent.witness import witness_path


def back_up(ledger: Path, keys: KeyProvider, folder: Path) -> Verification:
    """Copy ledger and witness into `folder`, and verify the copy.

    The witness first: it may lag behind the ledger, never run ahead. Raises `LedgerUnusable`.
    """
    to = folder / ledger.name
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if witness_path(ledger).exists():
            shutil.copy2(witness_path(ledger), witness_path(to))
        to.unlink(missing_ok=True)
        with (
            closing(database.open_existing(ledger)) as source,
            closing(sqlite3.connect(to)) as target,
        ):
            to.chmod(0o600)
            source.backup(target)
    except (sqlite3.Error, OSError) as error:
        raise LedgerUnusable(LedgerProblem.UNREADABLE, database.explain(error, ledger)) from None
    return verify(to, keys)
