"""What stands in the memory of other processes, and in the files that they hold open; as root."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path

import numpy as np

AT_ONCE = 16 << 20
OVERLAP_BYTES = 4096
"""What lies across the end of a part is in the next one whole."""

_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
_PRESENT, _SWAPPED = np.uint64(1 << 63), np.uint64(1 << 62)
_FRAME = np.uint64((1 << 55) - 1)
"""Of an entry in a pagemap; 0 for who may not know."""


def how_many_are_in(pid: int, pattern: "re.Pattern[bytes]") -> int:
    """How often it stands in what a process can write to."""
    found = 0
    for part in parts_of(pid):
        found += sum(1 for _ in pattern.finditer(part))
    return found


def parts_of(pid: int, but: "Pages | None" = None) -> Iterator[bytes]:
    """All that a process can write to, or shares with no file of a disk, a part at a time.

    Without the pages in `but`, to which those that are read are added.
    """
    regions = [line.split() for line in Path(f"/proc/{pid}/maps").read_text().splitlines()]
    but = Pages() if but is None else but
    with (
        Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory,
        Path(f"/proc/{pid}/pagemap").open("rb", buffering=0) as pages,
    ):
        for place, rights, _, _, _, *name in regions:
            if rights.startswith("rw") or (name and name[0].startswith("/memfd:")):
                start, end = (int(each, 16) for each in place.split("-"))
                for used_start, used_end in but.new_ones(pages, start, end):
                    yield from _read(memory, used_start, used_end)


class Pages:
    """Those of the machine's memory that were read: forked processes share most of theirs."""

    def __init__(self) -> None:
        self._read = np.zeros(1 << 20, bool)

    def new_ones(self, pagemap: FileIO, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where something was ever written, which for most of what is asked for is not so."""
        try:
            pagemap.seek(start // _PAGE_BYTES * 8)
            entries = np.frombuffer(pagemap.read((end - start) // _PAGE_BYTES * 8), np.uint64)
        except (OSError, OverflowError):  # The kernel's own pages.
            return
        present = (entries & _PRESENT) > 0
        frames = np.where(present, entries & _FRAME, 0).astype(np.int64)
        if frames.size and frames.max() >= self._read.size:
            more = np.zeros(int(frames.max()) * 5 // 4 - self._read.size + 1, bool)
            self._read = np.concatenate([self._read, more])
        new = (present & ~self._read[frames]) | ((entries & _SWAPPED) > 0)
        self._read[frames[present & (frames > 0)]] = True
        edges = np.flatnonzero(np.diff(new, prepend=False, append=False))
        for first, after in zip(edges[::2], edges[1::2], strict=True):
            yield start + int(first) * _PAGE_BYTES, start + int(after) * _PAGE_BYTES


def _read(memory: FileIO, start: int, end: int) -> Iterator[bytes]:
    """In parts; what is no memory any more is passed over."""
    for at in range(start, end, AT_ONCE):
        with suppress(OSError, OverflowError):
            memory.seek(at)
            yield memory.read(min(AT_ONCE + OVERLAP_BYTES, end - at))


def open_files_of(pid: int) -> Iterator[tuple[str, bytes]]:
    """What it may write to, deleted or without a name as well."""
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(OSError):
            told = Path(f"/proc/{pid}/fdinfo/{entry.name}").read_text()
            flags = int(told.split("flags:")[1].split()[0], 8)
            if stat.S_ISREG(entry.stat().st_mode) and flags & os.O_ACCMODE != os.O_RDONLY:
                yield str(entry.readlink()), entry.read_bytes()
