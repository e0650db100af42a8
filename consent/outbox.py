"""What has to leave the kiosk, in the ledger's own file: in order, and never forgotten.

A message comes in with the consent record it belongs to, in one commit
(`SqliteConsentLedger.append`), and goes when the receipt computer has its result.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog
from cryptography.exceptions import InvalidTag

from common.sqlite_file import transaction
from consent import database, outbox_rows
from consent.errors import OutboxUnusable
from consent.keys import KeyProvider
from consent.ledger import open_or_create
from consent.port import MessageState, OutboxMessage

_log = structlog.get_logger(__name__)

_REFUSED = MessageState.REFUSED


@dataclass(frozen=True)
class Waiting:
    """A message as staff may see it: nothing personal."""

    key: str
    state: MessageState
    stored_at: datetime


class SqliteOutbox:
    """An `Outbox`; several processes may use it at once. Raises `OutboxUnusable`."""

    def __init__(self, path: Path, keys: KeyProvider) -> None:
        self._path = path
        self._one_at_a_time = threading.Lock()
        with database.explained_as(OutboxUnusable, path):
            self._keys = keys.keys()
            self._database = open_or_create(path, self._keys)
        self._forgotten = False
        """False while the write-ahead log may hold what has left the outbox: a process that died
        may have left it there."""

    def first(self, state: MessageState, after: int = 0) -> OutboxMessage | None:
        if state is _REFUSED:
            return None  # Nothing of what was refused is opened again.
        while True:
            with self._transaction("IMMEDIATE"):
                try:
                    return outbox_rows.first(self._database, self._keys, state, after)
                except InvalidTag:
                    outbox_rows.set_first_aside(self._database, state, after)
            _log.error("outbox_message_does_not_open", kind=state.value)

    def move(self, message: OutboxMessage, state: MessageState, content: bytes) -> None:
        with self._transaction("IMMEDIATE"):
            outbox_rows.move(self._database, self._keys, message, state, content)
        if state is _REFUSED:
            self._forgotten = False  # What it said has left, only its trace is kept.

    def remove(self, message: OutboxMessage) -> None:
        with self._transaction("IMMEDIATE"):
            outbox_rows.remove(self._database, self._keys, message)
        self._forgotten = False
        self._forget_when_empty()

    def count(self, state: MessageState) -> int:
        with self._transaction("DEFERRED"):
            (count,) = self._database.execute(
                "SELECT count(*) FROM outbox WHERE stage = ?", (state.value,)
            ).fetchone()
        return int(count)

    def forget_refused(self, keep: int) -> None:
        refused = _REFUSED.value
        with self._transaction("IMMEDIATE"):
            self._database.execute(
                "DELETE FROM outbox WHERE stage = ? AND position NOT IN"
                " (SELECT position FROM outbox WHERE stage = ? ORDER BY position DESC LIMIT ?)",
                (refused, refused, keep),
            )
        self._forget_when_empty()

    def _forget_when_empty(self) -> None:
        """Results that have arrived leave the disk; what still waits will not be there for long."""
        waits = sum(self.count(state) for state in MessageState if state is not _REFUSED)
        if self._forgotten or waits:
            return
        try:
            with self._one_at_a_time:
                self._forgotten = database.forget_what_was_deleted(self._database)
        except sqlite3.Error as error:
            raise OutboxUnusable(database.explain(error, self._path)) from error

    def close(self) -> None:
        with self._one_at_a_time:
            self._database.close()

    @contextmanager
    def _transaction(self, mode: str) -> Iterator[None]:
        try:
            with self._one_at_a_time, transaction(self._database, mode):
                yield
        except sqlite3.Error as error:
            raise OutboxUnusable(database.explain(error, self._path)) from error


def waiting(path: Path) -> tuple[Waiting, ...]:
    """All that has not arrived yet, oldest first; needs no key. Raises `OutboxUnusable`."""
    if not path.is_file():
        raise OutboxUnusable(f"There is no consent ledger at {path}. Check the path.")
    try:
        with closing(database.open_existing(path)) as connection:
            rows = connection.execute(
                "SELECT key, stage, stored_at FROM outbox ORDER BY position"
            ).fetchall()
    except sqlite3.Error as error:
        raise OutboxUnusable(database.explain(error, path)) from error
    return tuple(
        Waiting(key, MessageState(state), datetime.fromisoformat(at)) for key, state, at in rows
    )
