"""How far the chain had come, remembered outside its file.

From the ledger alone nobody can tell that the whole file was put back to an earlier state of
itself, or taken away so that a new one begins. So after each commit the signed head is also
written beside it. The witness may lag behind after a crash, and never runs ahead.

Who puts both files back together is not found by them: that takes a memory off this machine
(`anchor`).
"""

import json
import struct
from collections.abc import Iterator
from pathlib import Path

import structlog

from common.files import replace_whole
from consent import chain
from consent.chain import Head
from consent.keys import LedgerKeys

_log = structlog.get_logger(__name__)


def witness_path(ledger: Path) -> Path:
    return ledger.with_name(f"{ledger.name}.witness")


def written(head: Head, signature: bytes) -> str:
    """The signed head in the form in which it is remembered, here and elsewhere."""
    content = {
        "ledger_id": head.ledger_id.hex(),
        "base_sequence": head.base_sequence,
        "base_link": head.base_link.hex(),
        "sequence": head.sequence,
        "link": head.link.hex(),
        "signature": signature.hex(),
    }
    return json.dumps(content)


def keep(ledger: Path, head: Head, signature: bytes) -> None:
    """Remember this head. A disk that takes it not only makes the witness lag behind."""
    try:
        replace_whole(witness_path(ledger), written(head, signature).encode("ascii"))
    except OSError as error:
        _log.warning("witness_not_kept", errno=error.errno)


def recall(ledger: Path, keys: LedgerKeys) -> Head | None:
    """The remembered head; None when there is none that this key has signed.

    To be called before the ledger's own head is read: another process may go on in between.
    """
    try:
        found = read(witness_path(ledger).read_text("ascii"), keys)
    except (OSError, ValueError):
        return None
    return None if found is None else found[0]


def read(text: str, keys: LedgerKeys) -> tuple[Head, bytes] | None:
    """The inverse of `written`; None for what this key has not signed."""
    try:
        content = json.loads(text)
        head = Head(
            bytes.fromhex(content["ledger_id"]),
            content["base_sequence"],
            bytes.fromhex(content["base_link"]),
            content["sequence"],
            bytes.fromhex(content["link"]),
        )
        signature = bytes.fromhex(content["signature"])
        signed = chain.is_signed(keys.signing.public_key(), head, signature)
    except (ValueError, KeyError, TypeError, struct.error):
        return None
    return (head, signature) if signed else None


def contradictions(remembered: Head | None, head: Head) -> Iterator[tuple[int, int, str]]:
    """What the witness says against the ledger: first and last entry concerned, and why."""
    if remembered is None:
        if head.sequence:
            yield 1, head.sequence, "the witness file is missing or not signed with this key"
    elif remembered.sequence == 0:
        pass  # Nothing was stored yet when it was last written.
    elif remembered.ledger_id != head.ledger_id:
        yield 1, remembered.sequence, "the ledger that held them was replaced by another one"
    elif remembered.sequence > head.sequence:
        first, last = head.sequence + 1, remembered.sequence
        yield first, last, "the file was put back to an earlier state of itself"
