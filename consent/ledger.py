"""The durable record of consents: an append-only, encrypted, chained SQLite file."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import structlog

from common.sqlite_file import COPY_KEPT_DAYS, forget_copies, transaction
from consent import chain, database, outbox_list, outbox_rows, witness
from consent.chain import Head
from consent.entry import ConsentEntry, Entry, to_bytes
from consent.errors import LedgerProblem, LedgerUnusable, StoreFailed
from consent.keys import KeyProvider, LedgerKeys
from consent.port import ConsentRecord, MessageState, OutboxMessage

_log = structlog.get_logger(__name__)


class SqliteConsentLedger:
    """`ConsentLedger` in one SQLite file; several processes may append at once.

    Construction makes the file and the key if there are none, and raises `StoreFailed`
    when they cannot be used: better before a patient has answered than after. Open it in the
    process that uses it; any of its threads may append.
    """

    def __init__(self, path: Path, keys: KeyProvider) -> None:
        self._path = path
        self._one_at_a_time = threading.Lock()
        with database.explained_as(StoreFailed, path):
            self._keys = keys.keys()
            self._database = open_or_create(path, self._keys)
        try:
            with self._transaction("DEFERRED"):
                self._sound_head()
        except BaseException:
            self._database.close()
            raise

    def append(self, record: ConsentRecord, message: bytes | None = None) -> None:
        """Return only when the record, and the message, survive a power cut.

        Raises `StoreFailed`; the ledger stays usable, so a later append may succeed.
        """
        with self._one_at_a_time, self._transaction("IMMEDIATE"):
            head = self._sound_head()
            entry = ConsentEntry(sequence=head.sequence + 1, record=record)
            signed_head = append_entry(self._database, self._keys, head, entry)
            outbox_list.write(self._database, self._keys.outbox_list)
            if message is not None:
                self._post(record.session_id, message)
        witness.keep(self._path, *signed_head)
        _log.info("consent_stored", sequence=entry.sequence)

    def post(self, key: str, message: bytes) -> None:
        """Return only when the message survives a power cut. Raises `StoreFailed`."""
        with self._one_at_a_time, self._transaction("IMMEDIATE"):
            self._post(key, message)

    def close(self) -> None:
        with self._one_at_a_time:
            self._database.close()

    def _post(self, key: str, message: bytes) -> None:
        stored = OutboxMessage(key, MessageState.REPORT, datetime.now(UTC), message)
        outbox_rows.insert(self._database, self._keys, stored)

    @contextmanager
    def _transaction(self, mode: str) -> Iterator[None]:
        try:
            with transaction(self._database, mode):
                yield
        except sqlite3.Error as error:
            raise StoreFailed(database.explain(error, self._path)) from error

    def _sound_head(self) -> Head:
        """Return the head, if the chain that it vouches for is there to be continued.

        Continuing a chain that was tampered with would hide where the damage ends.
        """
        try:
            head = _head_of_these_keys(self._path, self._database, self._keys)
        except LedgerUnusable as error:
            raise StoreFailed(str(error)) from error
        last_link = database.link_of(self._database, head.sequence)
        if last_link != head.link and head.sequence != head.base_sequence:
            raise StoreFailed(
                f"The consent ledger {self._path} was changed: its last entry is missing or "
                "another one. Run `uketsuke consent verify`, and restore the backup."
            )
        return head


def open_or_create(path: Path, keys: LedgerKeys) -> sqlite3.Connection:
    """The file with its outbox, made if there is none.

    Raises `sqlite3.Error`, `OSError`, `LedgerUnusable`.
    """
    remembered = witness.recall(path, keys)
    if not path.exists():
        head = chain.new_head()
        _refuse_if_put_back(path, remembered, head)
        database.create(path, head, chain.sign(keys.signing, head))
    connection = database.open_existing(path)
    try:
        head = _head_of_these_keys(path, connection, keys)
        # A witness that another process has just begun was written before its first entry.
        _refuse_if_put_back(path, remembered or witness.recall(path, keys), head)
        if not remembered:
            witness.keep(path, head, chain.sign(keys.signing, head))
        database.SCHEMA.bring_forward(connection, path)
        forget_copies(path, older_than_days=COPY_KEPT_DAYS)
    except BaseException:
        connection.close()
        raise
    return connection


def _head_of_these_keys(path: Path, connection: sqlite3.Connection, keys: LedgerKeys) -> Head:
    found = database.read_head(connection)
    if found is None or not chain.is_signed(keys.signing.public_key(), *found):
        raise LedgerUnusable(
            LedgerProblem.KEY,
            f"The consent ledger {path} does not belong to the consent key in use, or was changed. "
            "Restore the key that it was written with, or move the ledger aside and keep it for "
            "the audit.",
        )
    return found[0]


def _refuse_if_put_back(path: Path, remembered: Head | None, head: Head) -> None:
    kept = witness.witness_path(path)
    for _, last, why in witness.contradictions(remembered, head):
        if remembered is None:
            raise LedgerUnusable(
                LedgerProblem.UNWITNESSED,
                f"The consent ledger {path} holds {last} entries, but {why}: {kept}. Restore both "
                "from the newest backup. If this is the newest: uketsuke consent accept.",
            )
        raise LedgerUnusable(
            LedgerProblem.PUT_BACK,
            f"The consent ledger {path} held {last} entries and does not any more: {why}. "
            f"Restore the newest backup; if there is none, move {kept} and "
            "what is left of the ledger aside and keep them for the audit.",
        )


def append_entry(
    connection: sqlite3.Connection, keys: LedgerKeys, head: Head, entry: Entry
) -> tuple[Head, bytes]:
    """Write the entry and the new head inside the caller's transaction; return the signed head."""
    sealed = chain.seal(keys.encryption, head.ledger_id, to_bytes(entry))
    link = chain.link(head.link, entry.sequence, sealed)
    new_head = replace(head, sequence=entry.sequence, link=link)
    database.insert_row(connection, database.Row(entry.sequence, sealed, link))
    signature = chain.sign(keys.signing, new_head)
    database.write_head(connection, new_head, signature)
    return new_head, signature
