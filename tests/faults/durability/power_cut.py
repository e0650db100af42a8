"""Cuts the power at every write to the ledger and its outbox, and looks at what a restart finds.

For every write, the files are put together as a disk may hold them at that moment:
- all writes so far, in order;
- only what was synced: the disk's cache is lost;
- what was synced, and some of the rest in any order, the last one torn at a sector.
"""

import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from consent.ledger import SqliteConsentLedger
from consent.outbox import SqliteOutbox, waiting
from consent.port import MessageState
from consent.verify import verify
from tests.faults.durability.traced_sqlite import Deed, Mark, Sync, Truncate, Write, traced
from tests.unit.consent.ledgers import key_file, ledger_path, record

SECTOR_BYTES = 512


class Disk(Enum):
    """How it treats what was not synced."""

    WROTE_ALL = "wrote all"
    LOST_CACHE = "lost its cache"
    WROTE_SOME = "wrote some, torn"


@dataclass
class Findings:
    cuts: int = 0
    writes: int = 0
    acknowledged: int = 0
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [
            f"{self.cuts} power cuts at {self.writes} writes, {self.acknowledged} acknowledgements",
            *self.problems[:20],
            "NOT durable" if self.problems else "nothing lost, nothing half-written",
        ]
        return "\n".join(lines)


def cut_everywhere(folder: Path, sessions: int, seed: int) -> Findings:
    before = folder / "before"
    with closing(SqliteConsentLedger(ledger_path(before), key_file(before))):
        pass
    running = folder / "running"
    shutil.copytree(before, running)
    with traced() as deeds:
        _work(running, sessions, deeds)
    findings = Findings(
        writes=sum(isinstance(deed, Write) for deed in deeds),
        acknowledged=sum(isinstance(deed, Mark) for deed in deeds),
    )
    chance = random.Random(seed)
    after = folder / "after"
    for count, deed in enumerate(deeds, 1):
        if not isinstance(deed, Mark):
            for disk in Disk:
                shutil.copytree(before, after)
                for name, content in _files(before, deeds[:count], disk, chance).items():
                    (after / name).write_bytes(content)
                _check(after, deeds[:count], f"cut {count}, the disk {disk.value}", findings)
                shutil.rmtree(after)
    return findings


def _work(folder: Path, sessions: int, deeds: list[Deed]) -> None:
    """Receptions as they come, with the delivery process half a step behind."""
    with (
        closing(SqliteConsentLedger(ledger_path(folder), key_file(folder))) as ledger,
        closing(SqliteOutbox(ledger_path(folder), key_file(folder))) as outbox,
    ):
        for number in range(1, sessions + 1):
            ledger.append(record(number), f"message {number}".encode())
            deeds.append(Mark(f"stored {number}"))
            message = outbox.first(MessageState.REPORT)
            if message is not None and number % 2 == 0:
                outbox.move(message, MessageState.DELIVER, b"result")
                deeds.append(Mark(f"reported {message.key}"))
            message = outbox.first(MessageState.DELIVER)
            if message is not None and number % 4 == 0:
                outbox.remove(message)
                deeds.append(Mark(f"delivered {message.key}"))


def _files(before: Path, deeds: list[Deed], disk: Disk, chance: random.Random) -> dict[str, bytes]:
    """Content of each file after the cut."""
    files: dict[str, bytearray] = {}
    for number, deed in enumerate(deeds):
        if isinstance(deed, Write | Truncate):
            content = files.setdefault(deed.path, bytearray(_old(before / deed.path)))
            if disk is Disk.WROTE_ALL or _synced_later(deeds, number):
                _apply(content, deed)
            elif disk is Disk.WROTE_SOME and chance.random() < 0.5:
                _apply(content, _torn(deed, chance))
    return {name: bytes(content) for name, content in files.items()}


def _old(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _synced_later(deeds: list[Deed], number: int) -> bool:
    deed = deeds[number]
    return any(
        isinstance(later, Sync) and not isinstance(deed, Mark) and later.path == deed.path
        for later in deeds[number + 1 :]
    )


def _apply(content: bytearray, deed: Write | Truncate) -> None:
    if isinstance(deed, Truncate):
        del content[deed.size :]
        return
    if len(content) < deed.offset:
        content.extend(bytes(deed.offset - len(content)))
    content[deed.offset : deed.offset + len(deed.data)] = deed.data


def _torn(deed: Write | Truncate, chance: random.Random) -> Write | Truncate:
    if isinstance(deed, Truncate) or len(deed.data) <= SECTOR_BYTES:
        return deed
    whole = chance.randrange(1, len(deed.data) // SECTOR_BYTES + 1) * SECTOR_BYTES
    return Write(deed.path, deed.offset, deed.data[:whole])


def _check(folder: Path, deeds: list[Deed], where: str, findings: Findings) -> None:
    findings.cuts += 1
    keys, path = key_file(folder), ledger_path(folder)
    try:
        found = verify(path, keys)
        with closing(SqliteOutbox(path, keys)) as outbox:
            for state in MessageState:
                outbox.first(state)  # Sets aside what does not open.
        left = {message.key: message.state for message in waiting(path)}
    except Exception as error:
        findings.problems.append(f"{where}: {error}")
        return
    for problem in _contradictions(list(_marks(deeds)), found.entries, left):
        findings.problems.append(f"{where}: {problem}")
    findings.problems += [f"{where}: {problem}" for problem in found.problems]


def _marks(deeds: list[Deed]) -> Iterator[tuple[str, str]]:
    for deed in deeds:
        if isinstance(deed, Mark):
            what, _, which = deed.text.partition(" ")
            yield what, which


def _contradictions(
    marks: list[tuple[str, str]], entries: int, left: dict[str, MessageState]
) -> Iterator[str]:
    """What was acknowledged, and is not so; one deed more may have happened than was told."""
    stored = sum(what == "stored" for what, _ in marks)
    if entries not in (stored, stored + 1):
        yield f"{stored} consents were acknowledged, {entries} are there"
    if MessageState.REFUSED in left.values():
        yield "a message is half-written"
    reported = {key for what, key in marks if what == "reported"}
    delivered = {key for what, key in marks if what == "delivered"}
    if any(left.get(key) is MessageState.REPORT for key in reported):
        yield "a report was forgotten: it would be sent again"
    if delivered & left.keys():
        yield "a delivery was forgotten"
    if len(left) < entries - len(delivered) - 1:
        yield "a message is lost"


def _command() -> None:
    """`python -m tests.faults.durability.power_cut <sessions> [seed]`."""
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory(prefix="uketsuke-power-") as folder:
        findings = cut_everywhere(Path(folder), int(sys.argv[1]), seed)
    print(f"seed {seed}\n{findings}")
    sys.exit(1 if findings.problems else 0)


if __name__ == "__main__":
    _command()
