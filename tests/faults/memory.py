"""What stands in the memory of other processes, read as root."""

import re
from collections.abc import Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path

AT_ONCE = 16 << 20


def how_many_are_in(pid: int, pattern: "re.Pattern[bytes]") -> int:
    """How often it stands in what a process can write to."""
    found = 0
    for part in parts_of(pid):
        found += sum(1 for _ in pattern.finditer(part))
    return found


def parts_of(pid: int) -> Iterator[bytes]:
    """All that a process can write to, a part at a time."""
    regions = [line.split() for line in Path(f"/proc/{pid}/maps").read_text().splitlines()]
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for place, rights, *_ in regions:
            if rights.startswith("rw"):
                start, end = (int(each, 16) for each in place.split("-"))
                yield from _read(memory, start, end)


def _read(memory: FileIO, start: int, end: int) -> Iterator[bytes]:
    """In parts; what is no memory any more is passed over."""
    for at in range(start, end, AT_ONCE):
        with suppress(OSError, OverflowError):
            memory.seek(at)
            yield memory.read(min(AT_ONCE, end - at))
