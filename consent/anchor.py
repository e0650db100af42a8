"""How far the ledger had come, remembered off this machine: by whoever keeps its signed heads.

The witness beside the ledger can be put back with it; what somebody else was told cannot. A head
that comes back is believed because this ledger's own key has signed it.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from common.sqlite_file import transaction
from consent import database, witness
from consent.chain import Head
from consent.errors import LedgerProblem, LedgerUnusable
from consent.keys import KeyProvider, LedgerKeys
from consent.port import SignedHead
from consent.verify import Damage, Problem, open_for_audit


class SqliteLedgerAnchor:
    """A `LedgerAnchor` of a ledger that is there."""

    def __init__(self, path: Path, keys: KeyProvider) -> None:
        self._path = path
        self._provider = keys

    def newest(self) -> SignedHead:
        found, _ = self._read(())
        return SignedHead(found[0].ledger_id.hex(), found[0].sequence, witness.written(*found))

    def contradictions(self, kept: Iterable[str]) -> tuple[str, ...]:
        return tuple(str(problem) for problem in self.problems(kept))

    def problems(self, kept: Iterable[str]) -> tuple[Problem, ...]:
        """The same, as an audit has it."""
        return self._read(kept)[1]

    def others(self, kept: Iterable[str]) -> tuple[int, ...]:
        keys = self._provider.keys()
        (head, _), _ = self._read(())
        told = [witness.read(text, keys) for text in kept]
        return tuple(t[0].sequence for t in told if t and t[0].ledger_id != head.ledger_id)

    def restore_witness(self, kept: Iterable[str]) -> None:
        keys = self._provider.keys()
        heads = [head for text in kept if (head := witness.read(text, keys)) is not None]
        found, _ = self._read(())
        ahead = [
            head
            for head in heads
            if head[0].ledger_id == found[0].ledger_id and head[0].sequence > found[0].sequence
        ]
        if ahead:
            witness.keep(self._path, *max(ahead, key=lambda head: head[0].sequence))

    def _read(self, kept: Iterable[str]) -> tuple[tuple[Head, bytes], tuple[Problem, ...]]:
        keys = self._provider.keys()
        try:
            with (
                closing(open_for_audit(self._path)) as ledger,
                transaction(ledger, "DEFERRED"),
            ):
                found = database.read_head(ledger)
                if found is None:
                    raise LedgerUnusable(
                        LedgerProblem.UNREADABLE, f"The ledger {self._path} has no head."
                    )
                return found, tuple(_contradictions(ledger, keys, found[0], kept))
        except sqlite3.Error as error:
            problem = database.explain(error, self._path)
            raise LedgerUnusable(LedgerProblem.UNREADABLE, problem) from error


def _contradictions(
    ledger: sqlite3.Connection, keys: LedgerKeys, head: Head, kept: Iterable[str]
) -> Iterator[Problem]:
    for text in kept:
        told = witness.read(text, keys)
        if told is None or told[0].ledger_id != head.ledger_id:
            continue  # Of another ledger, with this key or another one.
        remembered, _ = told
        behind = list(witness.contradictions(remembered, head))
        for first, last, why in behind:
            yield Problem(Damage.TRUNCATED, first, last, f"{why}, as others remember it")
        at = remembered.sequence
        if not behind and at > head.base_sequence:
            link = database.link_of(ledger, at)
            if link != remembered.link:
                why = "others were told of another entry in this place"
                yield Problem(Damage.CHANGED, at, at, why)
