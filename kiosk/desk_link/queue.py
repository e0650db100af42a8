"""What the desk has to be told, kept encrypted until it is; the kiosk never waits for the desk.

Two processes use it: delivery writes, the link to the desk reads and forgets. It holds the tidings
of one day and of so many receptions at most: a console that stays away costs the desk its list,
and no patient their reception.
"""

import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import structlog
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import GCM

from common.japan import JST
from common.secret import wipe
from common.sqlite_file import Schema, TooNewError
from kiosk.desk_link.messages import TIDINGS, Tiding

log = structlog.get_logger(__name__)

MOST_TIDINGS = 5_000
_NONCE_BYTES, _TAG_BYTES, _BLOCK_BYTES = 12, 16, 16
_PADDING = ord(" ")
_CONTEXT = b"uketsuke desk tiding 1"
_PADDING_STEP_BYTES = 1024
"""The length of what is kept must not tell what was agreed to."""
_BUSY_MS = 1_000

_SCHEMA = Schema(
    generation=1,
    steps=[
        [
            "CREATE TABLE IF NOT EXISTS tiding"
            " (number INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL, sealed BLOB NOT NULL)"
        ]
    ],
)


class TidingQueue:
    """Used from any thread. A disk that fails is told in the log and hinders nobody."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._key = key
        self._lock = threading.Lock()
        self._failed = False
        self._database = _opened(path)

    def put(self, tiding: Tiding) -> None:
        day = _day_of(tiding.at)
        written = TIDINGS.written(tiding)
        length = -(-(len(written) + 1) // _PADDING_STEP_BYTES) * _PADDING_STEP_BYTES
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = nonce + AESGCM(self._key).encrypt(nonce, written.ljust(length), _CONTEXT)
        with self._told():
            self._database.execute("INSERT INTO tiding (day, sealed) VALUES (?, ?)", (day, sealed))
            self._database.execute(
                "DELETE FROM tiding WHERE day < ? OR number <="
                " (SELECT max(number) FROM tiding) - ?",
                (_day_of(datetime.now(JST)), MOST_TIDINGS),
            )

    def after(self, number: int, at_most: int) -> Iterator[tuple[int, bytearray]]:
        """The next ones behind `number`, each as `TIDINGS` writes it; whoever asks wipes them."""
        rows: list[tuple[int, bytes]] = []
        with self._told():
            rows = self._database.execute(
                "SELECT number, sealed FROM tiding WHERE number > ? ORDER BY number LIMIT ?",
                (number, at_most),
            ).fetchall()
        for each, sealed in rows:
            written = self._opened(sealed)
            if written is not None:
                yield each, written

    def forget(self, up_to: int) -> None:
        with self._told():
            self._database.execute("DELETE FROM tiding WHERE number <= ?", (up_to,))

    def close(self) -> None:
        with self._lock:
            self._database.close()

    def _opened(self, sealed: bytes) -> bytearray | None:
        """None for what was sealed with a key that is not there any more.

        Not by `AESGCM`, whose answer could not be wiped.
        """
        nonce, tag = sealed[:_NONCE_BYTES], sealed[-_TAG_BYTES:]
        opened = bytearray(len(sealed) + _BLOCK_BYTES)
        try:
            decryptor = Cipher(AES(self._key), GCM(nonce, tag)).decryptor()
            decryptor.authenticate_additional_data(_CONTEXT)
            length = decryptor.update_into(sealed[_NONCE_BYTES:-_TAG_BYTES], opened)
            decryptor.finalize()
            while length and opened[length - 1] == _PADDING:
                length -= 1
            return opened[:length]
        except (InvalidTag, ValueError):
            return None
        finally:
            wipe(opened)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            with self._lock:
                yield
        except sqlite3.Error as error:
            if not self._failed:
                log.warning("desk_queue_unusable", error=str(error))
            self._failed = True
        else:
            self._failed = False


def _opened(path: Path) -> sqlite3.Connection:
    """A file that is damaged, or a later version's, is begun anew: it holds one day's list."""
    try:
        try:
            return _opened_file(path)
        except sqlite3.DatabaseError as error:
            if not _is_no_use(error):
                raise
            log.warning("desk_queue_begun_anew", error=str(error))
            for end in ("", "-wal", "-shm"):
                path.with_name(path.name + end).unlink(missing_ok=True)
            return _opened_file(path)
    except (sqlite3.Error, OSError) as error:
        log.warning("desk_queue_unusable", error=str(error))
        return _opened_file(None)


def _opened_file(path: Path | None) -> sqlite3.Connection:
    """None: one in memory, which the link to the desk does not see. Raises `sqlite3.Error`."""
    database = sqlite3.connect(
        path or ":memory:", isolation_level=None, check_same_thread=False, timeout=_BUSY_MS / 1000
    )
    try:
        if path is not None:
            path.chmod(0o600)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA secure_delete = ON")
        _SCHEMA.refuse_newer(database)
        _SCHEMA.bring_forward(database)
    except BaseException:
        database.close()
        raise
    return database


def _is_no_use(error: sqlite3.DatabaseError) -> bool:
    """Rather than held by another process, or on a disk that is full."""
    name = getattr(error, "sqlite_errorname", "")
    return isinstance(error, TooNewError) or name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT"))


def _day_of(moment: datetime) -> str:
    return moment.astimezone(JST).date().isoformat()
