"""What staff did: who, when, at which kiosk; nothing of the patient. Each line seals the last one.

A line is JSON with the SHA-256 of the line before it. A line that was changed, removed or put in is
found by `verify`; that the last ones were cut off is found by whoever has noted a later head.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import structlog

log = structlog.get_logger(__name__)

AUDIT_FILE = "staff-audit.jsonl"
"""In the folder that `storage.state` names."""

COMMAND = "command"
"""Who acted: somebody who may run commands on the machine."""

_FIRST = hashlib.sha256(b"uketsuke staff audit").hexdigest()
_LONGEST_LINE = 4096


@dataclass(frozen=True)
class Entry:
    """One line."""

    sequence: int
    at: str
    kiosk: str
    who: str
    what: str
    done: bool
    """False: it was refused, or there was nothing to do."""


class AuditFile:
    """Append-only; several processes may write."""

    def __init__(self, file: Path, kiosk: str) -> None:
        self._file = file
        self._kiosk = kiosk

    def record(self, who: str, what: str, *, done: bool = True) -> None:
        """On disk when it returns. A disk that takes nothing stops no patient: it is logged."""
        try:
            self._append(who, what, done=done)
        except OSError as error:
            log.error("staff_audit_not_written", errno=error.errno)

    def _append(self, who: str, what: str, *, done: bool) -> None:
        descriptor = os.open(
            self._file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600
        )
        with os.fdopen(descriptor, "rb+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            last = _last_line(file.fileno())
            entry = {
                "sequence": 1 if last is None else _sequence(last) + 1,
                "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "kiosk": self._kiosk,
                "who": who,
                "what": what,
                "done": done,
                "before": _FIRST if last is None else _seal(last),
            }
            file.seek(0, os.SEEK_END)
            torn = last is not None and not last.endswith(b"\n")
            file.write(
                (b"\n" if torn else b"") + json.dumps(entry, ensure_ascii=False).encode() + b"\n"
            )
            file.flush()
            os.fsync(file.fileno())


@dataclass(frozen=True)
class Verdict:
    entries: int
    problems: tuple[str, ...]
    head: str
    """The seal of the last line, to be noted elsewhere."""

    @property
    def intact(self) -> bool:
        return not self.problems


def verify(file: Path) -> Verdict:
    """Find every line that was changed, removed, put in or torn. Raises `OSError`."""
    problems: list[str] = []
    before, sequence = _FIRST, 0
    for sequence, line in enumerate(_lines(file), 1):
        try:
            values = json.loads(line)
            Entry(**{key: values[key] for key in Entry.__annotations__})
            sealed = values["before"] == before and values["sequence"] == sequence
        except (ValueError, KeyError, TypeError):
            problems.append(f"line {sequence}: no entry")
        else:
            if not sealed:
                problems.append(f"line {sequence}: it does not follow on the line before it")
        before = _seal(line)
    return Verdict(sequence, tuple(problems), before)


def entries(file: Path) -> Iterator[Entry]:
    """All that can be read, in order. Raises `OSError`."""
    for line in _lines(file):
        try:
            values = json.loads(line)
            yield Entry(**{key: values[key] for key in Entry.__annotations__})
        except (ValueError, KeyError, TypeError):
            continue


def _lines(file: Path) -> Iterator[bytes]:
    with file.open("rb") as content:
        yield from content


def _last_line(descriptor: int) -> bytes | None:
    size = os.fstat(descriptor).st_size
    if size == 0:
        return None
    tail = os.pread(descriptor, _LONGEST_LINE, max(0, size - _LONGEST_LINE))
    *_, last = tail.splitlines(keepends=True)
    return last


def _sequence(line: bytes) -> int:
    """0 where a line is none: `verify` says so."""
    try:
        return int(json.loads(line)["sequence"])
    except (ValueError, KeyError, TypeError):
        return 0


def _seal(line: bytes) -> str:
    return hashlib.sha256(line.rstrip(b"\n")).hexdigest()
