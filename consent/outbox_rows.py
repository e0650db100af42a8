"""The rows of the outbox: messages, encrypted like the ledger's entries. No policy."""

import secrets
import sqlite3
from datetime import datetime

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from consent import outbox_list
from consent.keys import LedgerKeys
from consent.port import MessageState, OutboxMessage

_NONCE_BYTES = 12
_LENGTH_BYTES = 4
_PADDING_STEP_BYTES = 1024
"""The length of what is kept must not tell what was agreed to."""

_CONTEXT = b"uketsuke outbox 2"


def insert(database: sqlite3.Connection, keys: LedgerKeys, message: OutboxMessage) -> None:
    database.execute(
        "INSERT INTO outbox (key, stage, stored_at, sealed) VALUES (?, ?, ?, ?)",
        (
            message.key,
            message.state.value,
            message.stored_at.isoformat(),
            _seal(keys.outbox, message, message.state, message.content),
        ),
    )
    outbox_list.write(database, keys.outbox_list)


def first(
    database: sqlite3.Connection, keys: LedgerKeys, state: MessageState, after: int
) -> OutboxMessage | None:
    """The oldest message in that state behind that position.

    Raises `InvalidTag` when it was not sealed with these keys, or is not on the outbox's list.
    """
    row = database.execute(
        "SELECT key, stored_at, sealed, position FROM outbox"
        " WHERE stage = ? AND position > ? ORDER BY position LIMIT 1",
        (state.value, after),
    ).fetchone()
    if row is None:
        return None
    name, stored_at, sealed, position = row
    if not outbox_list.has(database, keys.outbox_list, position, sealed):
        raise InvalidTag
    content = _unseal(keys.outbox, _bound_to(name, state, stored_at), sealed)
    return OutboxMessage(name, state, datetime.fromisoformat(stored_at), content, position)


def move(
    database: sqlite3.Connection,
    keys: LedgerKeys,
    message: OutboxMessage,
    state: MessageState,
    content: bytes,
) -> None:
    database.execute(
        "UPDATE outbox SET stage = ?, sealed = ? WHERE key = ? AND stage = ?",
        (
            state.value,
            _seal(keys.outbox, message, state, content),
            message.key,
            message.state.value,
        ),
    )
    outbox_list.write(database, keys.outbox_list)


def remove(database: sqlite3.Connection, keys: LedgerKeys, message: OutboxMessage) -> None:
    database.execute(
        "DELETE FROM outbox WHERE key = ? AND stage = ?", (message.key, message.state.value)
    )
    outbox_list.write(database, keys.outbox_list)


def set_first_aside(database: sqlite3.Connection, state: MessageState, after: int) -> None:
    """What cannot be opened must not stop what comes after it."""
    database.execute(
        "UPDATE outbox SET stage = ? WHERE position ="
        " (SELECT min(position) FROM outbox WHERE stage = ? AND position > ?)",
        (MessageState.REFUSED.value, state.value, after),
    )


def _seal(key: bytes, message: OutboxMessage, state: MessageState, content: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    framed = len(content).to_bytes(_LENGTH_BYTES, "big") + content
    padded = framed.ljust(-(-len(framed) // _PADDING_STEP_BYTES) * _PADDING_STEP_BYTES, b"\0")
    bound_to = _bound_to(message.key, state, message.stored_at.isoformat())
    return nonce + AESGCM(key).encrypt(nonce, padded, bound_to)


def _unseal(key: bytes, bound_to: bytes, sealed: bytes) -> bytes:
    nonce, ciphertext = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    padded = AESGCM(key).decrypt(nonce, ciphertext, bound_to)
    length = int.from_bytes(padded[:_LENGTH_BYTES], "big")
    return padded[_LENGTH_BYTES : _LENGTH_BYTES + length]


def _bound_to(name: str, state: MessageState, stored_at: str) -> bytes:
    """Neither another message's content nor an earlier state's can be put in its place, nor
    another time."""
    return b"\0".join((_CONTEXT, state.value.encode(), name.encode(), stored_at.encode()))
