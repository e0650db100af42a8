"""What the processes of a kiosk hold: memory, file handles, threads."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.unit.kiosk.real_kiosk import descendants_of


@dataclass(frozen=True)
class Held:
    """By all processes together; `pss_mib` counts each shared page once."""

    processes: int
    pss_mib: float
    handles: int
    threads: int


def held_by(pid: int) -> Held:
    """By that process and all below it; one that ends meanwhile holds nothing."""
    each = [found for one in (pid, *descendants_of(pid)) if (found := _of(one)) is not None]
    return Held(len(each), sum(kib for kib, _, _ in each) / 1024, *_sums(each))


def _sums(each: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    return sum(handles for _, handles, _ in each), sum(threads for _, _, threads in each)


def _of(pid: int) -> tuple[int, int, int] | None:
    """Its share of memory in KiB, handles and threads."""
    process = Path(f"/proc/{pid}")
    with suppress(FileNotFoundError, ProcessLookupError):
        rollup = (process / "smaps_rollup").read_text("ascii")
        kib = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        handles = len(list((process / "fd").iterdir()))
        return kib, handles, len(list((process / "task").iterdir()))
    return None
