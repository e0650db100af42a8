"""Which messages are in the outbox, vouched for as a whole.

Each message is sealed by itself, so a row that was deleted could be put back: it would still open.
So every change of the outbox also writes the list of its rows, with a MAC over the list and the
head of the chain. A row that is not on the list is not of this outbox any more; a list from before
the last consent does not hold.

Refused messages are not on it: nothing of them is opened again.
"""

import hashlib
import hmac
import sqlite3
import struct

from consent import database
from consent.port import MessageState

_CONTEXT = b"uketsuke outbox list 1"
_TAG_BYTES = 16
_ROW = struct.Struct(f">q{_TAG_BYTES}s")
"""Position, and the end of what is sealed: the tag that authenticates it."""


def write(connection: sqlite3.Connection, key: bytes) -> None:
    """After each change of the outbox or the head, in the same transaction."""
    rows = connection.execute(
        "SELECT position, sealed FROM outbox WHERE stage <> ? ORDER BY position",
        (MessageState.REFUSED.value,),
    )
    listed = b"".join(_ROW.pack(position, sealed[-_TAG_BYTES:]) for position, sealed in rows)
    connection.execute(
        "INSERT OR REPLACE INTO outbox_list (one, listed, mac) VALUES (1, ?, ?)",
        (listed, _mac(connection, key, listed)),
    )


def has(connection: sqlite3.Connection, key: bytes, position: int, sealed: bytes) -> bool:
    """Whether that row belongs to the outbox as it was left."""
    found = connection.execute("SELECT listed, mac FROM outbox_list").fetchone()
    if found is None or not hmac.compare_digest(_mac(connection, key, found[0]), found[1]):
        return False
    row = _ROW.pack(position, sealed[-_TAG_BYTES:])
    return any(row == found[0][at : at + _ROW.size] for at in range(0, len(found[0]), _ROW.size))


def _mac(connection: sqlite3.Connection, key: bytes, listed: bytes) -> bytes:
    head = database.read_head(connection)
    bound_to = b"" if head is None else head[0].to_bytes()
    return hmac.new(key, b"\0".join((_CONTEXT, bound_to, listed)), hashlib.sha256).digest()
