"""SQLite files of ours: transactions, and which shape a file has and how it gets the newest one.

The number in the file's header (`PRAGMA user_version`) is a thousand times the generation, and the
count of steps taken. A step only adds: tables, columns with a default, indexes. So every version of
the program that knows the generation goes on with the file, and an update can be gone back from. A
newer generation is refused, before anything is written (ADR 59).
"""

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from common.files import sync_folder

_GENERATION = 1000

COPY_KEPT_DAYS = 7
"""What has left the file since is still in the copy, sealed as it was."""


class TooNewError(sqlite3.DatabaseError):
    """A later version of the program has written the file, in a way that this one cannot read."""

    def __init__(self) -> None:
        super().__init__(
            "A newer version of Uketsuke has written it. Nothing was changed. Start that version "
            "again, or install it or a newer one."
        )


@contextmanager
def transaction(database: sqlite3.Connection, mode: str) -> Iterator[None]:
    """Commit at the end, or leave no trace. `mode`: DEFERRED to read, IMMEDIATE to write."""
    database.execute(f"BEGIN {mode}")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:  # SQLite itself rolls back when the disk is full.
            database.execute("ROLLBACK")
        raise


@dataclass(frozen=True)
class Schema:
    """The statements of each step. Those from before there were numbers may be taken again."""

    generation: int
    steps: Sequence[Sequence[str]]

    @property
    def number(self) -> int:
        return self.generation * _GENERATION + len(self.steps)

    def refuse_newer(self, database: sqlite3.Connection) -> None:
        """Raises `TooNewError`, `sqlite3.Error`."""
        if _number_of(database) // _GENERATION > self.generation:
            raise TooNewError

    def bring_forward(self, database: sqlite3.Connection, keep_copy_of: Path | None = None) -> None:
        """Take the steps that the file lacks, all or none; a copy of it is kept, if it is named.

        Several processes may come here at once. Raises `sqlite3.Error`, `OSError`.
        """
        if _number_of(database) >= self.number:
            return
        with transaction(database, "IMMEDIATE"):
            found = _number_of(database)
            if found >= self.number:  # Another process was first.
                return
            if keep_copy_of is not None:
                _keep_copy(keep_copy_of, found)
            for step in self.steps[found % _GENERATION :]:
                for statement in step:
                    database.execute(statement)
            database.execute(f"PRAGMA user_version = {self.number}")


def forget_copies(path: Path, *, older_than_days: int = 0) -> None:
    """Raises `OSError`."""
    for copy in path.parent.glob(f"{path.name}.before-*"):
        if copy.stat().st_mtime <= time.time() - older_than_days * 86_400:
            copy.unlink(missing_ok=True)


def _number_of(database: sqlite3.Connection) -> int:
    (number,) = database.execute("PRAGMA user_version").fetchone()
    return int(number)


def _keep_copy(path: Path, number: int) -> None:
    """As it was committed last: the caller's transaction has changed nothing yet."""
    copy = path.with_name(f"{path.name}.before-{number}")
    draft = path.with_name(f".{copy.name}.new")
    draft.unlink(missing_ok=True)
    try:
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with (
            closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(draft)) as target,
        ):
            source.backup(target)
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        draft.replace(copy)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)
