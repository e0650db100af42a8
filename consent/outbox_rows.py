"""The rows of the outbox: messages, encrypted like the ledger's entries. No policy."""

import secrets
import sqlite3
from datetime import datetime

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from consent.port import MessageState, OutboxMessage

_NONCE_BYTES = 12
_LENGTH_BYTES = 4
_PADDING_STEP_BYTES = 1024
"""The length of what is kept must not tell what was agreed to."""

_CONTEXT = b"uketsuke outbox 1"


def insert(database: sqlite3.Connection, key: bytes, message: OutboxMessage) -> None:
    database.execute(
        "INSERT INTO outbox (key, stage, stored_at, sealed) VALUES (?, ?, ?, ?)",
        (
            message.key,
            message.state.value,
            message.stored_at.isoformat(),
            _seal(key, message.key, message.state, message.content),
        ),
    )


def first(
    database: sqlite3.Connection, key: bytes, state: MessageState, after: int
) -> OutboxMessage | None:
    """The oldest message in that state behind that position.

    Raises `InvalidTag` when it was not sealed with `key`.
    """
    row = database.execute(
        "SELECT key, stored_at, sealed, position FROM outbox"
        " WHERE stage = ? AND position > ? ORDER BY position LIMIT 1",
        (state.value, after),
    ).fetchone()
    if row is None:
        return None
    content = _unseal(key, row[0], state, row[2])
    return OutboxMessage(row[0], state, datetime.fromisoformat(row[1]), content, row[3])


def move(
    database: sqlite3.Connection,
    key: bytes,
    message: OutboxMessage,
    state: MessageState,
    content: bytes,
) -> None:
    database.execute(
        "UPDATE outbox SET stage = ?, sealed = ? WHERE key = ? AND stage = ?",
        (
            state.value,
            _seal(key, message.key, state, content),
            message.key,
            message.state.value,
        ),
    )


def set_first_aside(database: sqlite3.Connection, state: MessageState, after: int) -> None:
    """What cannot be opened must not stop what comes after it."""
    database.execute(
        "UPDATE outbox SET stage = ? WHERE position ="
        " (SELECT min(position) FROM outbox WHERE stage = ? AND position > ?)",
        (MessageState.REFUSED.value, state.value, after),
    )


def _seal(key: bytes, name: str, state: MessageState, content: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    framed = len(content).to_bytes(_LENGTH_BYTES, "big") + content
    padded = framed.ljust(-(-len(framed) // _PADDING_STEP_BYTES) * _PADDING_STEP_BYTES, b"\0")
    return nonce + AESGCM(key).encrypt(nonce, padded, _bound_to(name, state))


def _unseal(key: bytes, name: str, state: MessageState, sealed: bytes) -> bytes:
    nonce, ciphertext = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    if len(nonce) < _NONCE_BYTES:
        raise InvalidTag
    padded = AESGCM(key).decrypt(nonce, ciphertext, _bound_to(name, state))
    length = int.from_bytes(padded[:_LENGTH_BYTES], "big")
    return padded[_LENGTH_BYTES : _LENGTH_BYTES + length]


def _bound_to(name: str, state: MessageState) -> bytes:
    """Neither another message's content nor an earlier state's can be put in its place."""
    return b"\0".join((_CONTEXT, state.value.encode(), name.encode()))
