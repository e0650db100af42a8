"""How often somebody tried to pass for a card's holder by the face, over all its insertions.

After some tries each further one has to wait, longer each time: nobody can try all day with a found
card and a photograph. Once the holder has proven who they are, by whatever way, all are forgotten.

It is kept in the ledger's file, under a pseudonym that is used for nothing else. Waits go by the
time since the machine was started, which nobody can set. After a restart a wait counts from there:
that frees nobody sooner, and no clock that was put right or wrong locks anybody out for years.
"""

import hashlib
import hmac
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from common.sqlite_file import transaction
from consent import database
from consent.errors import StoreFailed
from consent.keys import KeyProvider
from consent.ledger import open_or_create

T = TypeVar("T")

FREE_TRIES = 6
"""Two visits of three: who failed once may come again."""

FIRST_WAIT_S = 15 * 60.0
LONGEST_WAIT_S = 4 * 3600.0
"""Passes on the same day also where the machine is switched off each evening."""

_KEPT = 10_000
"""Cards that are remembered; those tried last."""


def _boot_id() -> str:
    return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()


def _since_boot_s() -> float:
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class SqliteFaceTries:
    """Implements `consent.port.FaceTries`; several processes may use the file at once."""

    def __init__(
        self,
        path: Path,
        keys: KeyProvider,
        clock_s: Callable[[], float] = _since_boot_s,
        boot_id: Callable[[], str] = _boot_id,
    ) -> None:
        """The ledger is not opened yet; the machine is asked, which a confined process may not."""
        self._path = path
        self._provider = keys
        self._clock_s = clock_s
        self._boot_id = boot_id()

    def wait_s(self, certificate: bytes) -> float:
        def look(ledger: sqlite3.Connection, card: bytes) -> float:
            return self._wait(ledger, card)[1]

        return self._in_ledger(certificate, "DEFERRED", look)

    def begin(self, certificate: bytes) -> float:
        return self._in_ledger(certificate, "IMMEDIATE", self._begin)

    def forget(self, certificate: bytes) -> None:
        def forget(ledger: sqlite3.Connection, card: bytes) -> None:
            ledger.execute("DELETE FROM face_tries WHERE card = ?", (card,))

        self._in_ledger(certificate, "IMMEDIATE", forget)

    def _in_ledger(
        self, certificate: bytes, mode: str, do: Callable[[sqlite3.Connection, bytes], T]
    ) -> T:
        with database.explained_as(StoreFailed, self._path):
            keys = self._provider.keys()
            card = hmac.digest(keys.face_tries, certificate, hashlib.sha256)
            with (
                closing(open_or_create(self._path, keys)) as ledger,
                transaction(ledger, mode),
            ):
                return do(ledger, card)

    def _begin(self, ledger: sqlite3.Connection, card: bytes) -> float:
        tries, wait_s = self._wait(ledger, card)
        if wait_s > 0:
            return wait_s
        ledger.execute("DELETE FROM face_tries WHERE card = ?", (card,))
        ledger.execute(
            "INSERT INTO face_tries (card, tries, tried_at_s, boot_id) VALUES (?, ?, ?, ?)",
            (card, tries + 1, self._clock_s(), self._boot_id),
        )
        ledger.execute(
            "DELETE FROM face_tries WHERE rowid NOT IN"
            " (SELECT rowid FROM face_tries ORDER BY rowid DESC LIMIT ?)",
            (_KEPT,),
        )
        return 0.0

    def _wait(self, ledger: sqlite3.Connection, card: bytes) -> tuple[int, float]:
        """How many there were, and how long the next one has to wait."""
        row = ledger.execute(
            "SELECT tries, tried_at_s, boot_id FROM face_tries WHERE card = ?", (card,)
        ).fetchone()
        if row is None:
            return 0, 0.0
        tries, tried_at_s, boot_id = row
        since_s = tried_at_s if boot_id == self._boot_id else 0.0
        return tries, max(0.0, since_s + _delay_s(tries) - self._clock_s())


def _delay_s(tries: int) -> float:
    if tries < FREE_TRIES:
        return 0.0
    doublings = min(tries - FREE_TRIES, 30)
    return min(FIRST_WAIT_S * float(2**doublings), LONGEST_WAIT_S)
