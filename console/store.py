"""The day's receptions on disk, each sealed; and who is signed in, by the hash of their cookie.

The key lies in a file of its own (0600). What is older than the retention rule is deleted and
overwritten, at the start and again while the console runs.
"""

import secrets
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from common.errors import Fault
from common.files import create_once, read_regular
from common.japan import JST
from common.sqlite_file import Schema, TooNewError, transaction
from kiosk.desk_link.messages import TIDINGS, Happened, Reception
from kiosk.staff.notices import Notice

_DATABASE = "console.sqlite"
_KEY = "console.key"
_KEY_BYTES = 32
_NONCE_BYTES = 12
_CONTEXT = b"uketsuke console reception 1"

_SCHEMA = Schema(
    generation=1,
    steps=[
        [
            """
CREATE TABLE IF NOT EXISTS reception (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kiosk TEXT NOT NULL, session TEXT NOT NULL,
    day TEXT NOT NULL, seen INTEGER NOT NULL DEFAULT 0, sealed BLOB NOT NULL,
    UNIQUE (kiosk, session)
)""",
            """
CREATE TABLE IF NOT EXISTS notice (
    kiosk TEXT NOT NULL, notice TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (kiosk, notice, at)
)""",
            """
CREATE TABLE IF NOT EXISTS signed_in (
    cookie_hash BLOB PRIMARY KEY, number TEXT NOT NULL, until TEXT NOT NULL
)""",
        ],
    ],
)


@dataclass(frozen=True)
class Row:
    """One patient's reception at one kiosk."""

    id: int
    kiosk: str
    seen: bool
    reception: Reception = field(repr=False)

    @property
    def place(self) -> tuple[datetime, int]:
        """In the order in which patients came."""
        return self.reception.at, self.id


@dataclass(frozen=True)
class PastNotice:
    kiosk: str
    notice: Notice
    at: datetime


class Store:
    """For one thread."""

    def __init__(self, folder: Path, keep_days: int) -> None:
        """Raises `Fault`."""
        self._keep_days = keep_days
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            create_once(folder / _KEY, lambda draft: _write_key(draft))
            self._key = _read_key(folder / _KEY)
            path = folder / _DATABASE
            self._database = sqlite3.connect(path, isolation_level=None)
            path.chmod(0o600)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.execute("PRAGMA secure_delete = ON")
            _SCHEMA.refuse_newer(self._database)
            _SCHEMA.bring_forward(self._database)
            self.forget_old(datetime.now(UTC))
        except TooNewError as error:
            raise Fault(f"{folder / _DATABASE}: {error}") from None
        except (OSError, sqlite3.Error) as error:
            raise Fault(
                f"The console's folder {folder} cannot be used ({error}).",
                "Give it a folder of its own that its user may write.",
            ) from None

    def keep(self, kiosk: str, told: Reception) -> Row | None:
        """The row that it makes, or makes more of; None for one that is over already."""
        if _day(told.at) < self._first_day(datetime.now(UTC)):
            return None
        with transaction(self._database, "IMMEDIATE"):
            found = self._database.execute(
                "SELECT id, seen, sealed FROM reception WHERE kiosk = ? AND session = ?",
                (kiosk, told.session_id),
            ).fetchone()
            known = None if found is None else self._opened(found[2])
            whole = told if known is None else _more(known, told)
            (row_id, seen) = self._database.execute(
                "INSERT INTO reception (kiosk, session, day, sealed) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (kiosk, session) DO UPDATE SET sealed = excluded.sealed"
                " RETURNING id, seen",
                (kiosk, told.session_id, _day(told.at).isoformat(), self._sealed(whole)),
            ).fetchone()
        return Row(row_id, kiosk, bool(seen), whole)

    def keep_notice(self, kiosk: str, told: Happened) -> bool:
        """False: it was known."""
        done = self._database.execute(
            "INSERT OR IGNORE INTO notice VALUES (?, ?, ?)",
            (kiosk, told.notice.value, told.at.astimezone(UTC).isoformat()),
        )
        return done.rowcount > 0

    def rows(self) -> Iterator[Row]:
        """All that are kept, oldest first; what cannot be opened any more is left out."""
        for row_id, kiosk, seen, sealed in self._database.execute(
            "SELECT id, kiosk, seen, sealed FROM reception ORDER BY id"
        ):
            reception = self._opened(sealed)
            if reception is not None:
                yield Row(row_id, kiosk, bool(seen), reception)

    def notices(self) -> list[PastNotice]:
        """Newest first."""
        return [
            PastNotice(kiosk, Notice(notice), datetime.fromisoformat(at))
            for kiosk, notice, at in self._database.execute(
                "SELECT kiosk, notice, at FROM notice ORDER BY at DESC LIMIT 200"
            )
        ]

    def mark_seen(self, row_id: int, *, seen: bool) -> None:
        self._database.execute("UPDATE reception SET seen = ? WHERE id = ?", (seen, row_id))

    def forget_old(self, now: datetime) -> list[int]:
        """Whose day is over; returns their rows."""
        first = self._first_day(now).isoformat()
        with transaction(self._database, "IMMEDIATE"):
            gone = self._database.execute(
                "DELETE FROM reception WHERE day < ? RETURNING id", (first,)
            ).fetchall()
            self._database.execute("DELETE FROM notice WHERE at < ?", (_midnight(now),))
            self._database.execute("DELETE FROM signed_in WHERE until < ?", (now.isoformat(),))
        if gone:
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return [row_id for (row_id,) in gone]

    def sign_in(self, cookie_hash: bytes, number: str, until: datetime) -> None:
        self._database.execute(
            "INSERT INTO signed_in VALUES (?, ?, ?)", (cookie_hash, number, until.isoformat())
        )

    def signed_in(self, cookie_hash: bytes, now: datetime) -> str | None:
        """Whose cookie it is."""
        found = self._database.execute(
            "SELECT number FROM signed_in WHERE cookie_hash = ? AND until > ?",
            (cookie_hash, now.isoformat()),
        ).fetchone()
        return None if found is None else str(found[0])

    def sign_out(self, cookie_hash: bytes) -> None:
        self._database.execute("DELETE FROM signed_in WHERE cookie_hash = ?", (cookie_hash,))

    def close(self) -> None:
        self._database.close()

    def _first_day(self, now: datetime) -> date:
        return _day(now) - timedelta(days=self._keep_days - 1)

    def _sealed(self, reception: Reception) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + AESGCM(self._key).encrypt(nonce, TIDINGS.written(reception), _CONTEXT)

    def _opened(self, sealed: bytes) -> Reception | None:
        try:
            written = AESGCM(self._key).decrypt(
                sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _CONTEXT
            )
        except (InvalidTag, ValueError):
            return None
        tiding = TIDINGS.read(written)
        return tiding if isinstance(tiding, Reception) else None


def _more(known: Reception, told: Reception) -> Reception:
    """What is told now, and of what it leaves out, what was told before."""
    return replace(
        told,
        at=known.at,
        method=told.method or known.method,
        certificate=told.certificate or known.certificate,
        decisions=told.decisions if told.decisions is not None else known.decisions,
        summary=told.summary or known.summary,
        file_name=told.file_name or known.file_name,
    )


def _day(moment: datetime) -> date:
    return moment.astimezone(JST).date()


def _midnight(now: datetime) -> str:
    start = now.astimezone(JST).replace(hour=0, minute=0, second=0, microsecond=0)
    return start.astimezone(UTC).isoformat()


def _write_key(draft: Path) -> None:
    draft.write_text(secrets.token_hex(_KEY_BYTES) + "\n", "ascii")


def _read_key(path: Path) -> bytes:
    if path.stat().st_mode & 0o077:
        raise Fault(f"The key {path} is open to other users.", f"Run: chmod 600 {path}")
    try:
        key = bytes.fromhex(read_regular(path).decode("ascii"))
    except ValueError:
        key = b""
    if len(key) != _KEY_BYTES:
        raise Fault(f"The key {path} is damaged.", "Remove it with console.sqlite beside it.")
    return key
