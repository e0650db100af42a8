"""How a receipt computer takes results in: a reference, and a way to see what the kiosk wrote.

The rules that it follows: match the whole name; read by element name, in any order; try again
while a file still grows; never lock, move or delete; a result belongs to the patient at the
kiosk only if its name's time is not older than a minute, whenever the file came (sources:
domain 5.3, 5.8).
"""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import get_type_hints

from common.codes import Code
from common.files import read_regular
from common.japan import JST
from qualification.errors import BadAnswer
from qualification.oqs import xml
from qualification.oqs.message import Group, Meaning, Message

NAME = re.compile(r"\AOQSsiquc01res_face_.+_(?P<time>\d{14})\.xml\Z", re.IGNORECASE)
"""As public readers of these files have it (sources: domain 9.1)."""

POLL_S = 0.5
_BYTES_AT_MOST = 16 * 2**20
"""More than any result has; one that never ends is none."""

GROWS_FOR_S = 10.0
"""A file that cannot be read and has not changed for longer is reported as it is."""

ARMED = timedelta(seconds=60)


class Kind(Enum):
    RESULT = "result"
    LATE = "late"  # Nobody waits for it any more: a person has to match it.
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Arrived:
    name: str
    kind: Kind
    named_at: datetime
    came_at: datetime
    """When it was first seen: the time of a file on a share is by another computer's clock."""
    why: str = ""
    message: Message | None = field(default=None, repr=False)


@dataclass
class _Seen:
    came_s: float
    changed_s: float
    looks: tuple[int, int]
    """Its size and its time, of which only a change tells anything."""
    told: bool = False


class ResultWatch:
    """Iterates over what arrives, oldest name first; never ends by itself."""

    def __init__(
        self,
        folder: Path,
        *,
        skip_existing: bool,
        sleep: Callable[[float], None] = time.sleep,
        now_s: Callable[[], float] = time.time,
    ) -> None:
        self._folder = folder
        self._sleep = sleep
        self._now_s = now_s
        self._done = set(self._names()) if skip_existing else set()
        self._seen: dict[str, _Seen] = {}

    def __iter__(self) -> Iterator[Arrived]:
        while True:
            for name in self._names():
                if name not in self._done and (arrived := self._take(name)) is not None:
                    yield arrived
            self._sleep(POLL_S)

    def _names(self) -> list[str]:
        try:
            return sorted(path.name for path in self._folder.iterdir() if NAME.match(path.name))
        except OSError:  # A share that went away comes back.
            return []

    def _take(self, name: str) -> Arrived | None:
        """None while it may still grow, or has been told as it is."""
        path = self._folder / name
        try:
            status = path.lstat()
        except OSError:  # It is gone again.
            return None
        seen = self._look(name, (status.st_size, status.st_mtime_ns))
        if seen.told:
            return None
        named_at, came_at = _named_at(name), datetime.fromtimestamp(seen.came_s, JST)
        if named_at is None:
            seen.told = True
            return Arrived(name, Kind.UNREADABLE, came_at, came_at, "its name holds no time")
        try:
            message = xml.parse(read_regular(path, _BYTES_AT_MOST, follow=False))
        except (OSError, BadAnswer) as error:
            if self._now_s() - seen.changed_s < GROWS_FOR_S:
                return None
            seen.told = True
            why = error.message if isinstance(error, BadAnswer) else error.strerror
            return Arrived(name, Kind.UNREADABLE, named_at, came_at, why or "it cannot be read")
        self._done.add(name)
        del self._seen[name]
        kind = Kind.LATE if came_at - named_at > ARMED else Kind.RESULT
        return Arrived(name, kind, named_at, came_at, message=message)

    def _look(self, name: str, looks: tuple[int, int]) -> _Seen:
        now_s = self._now_s()
        seen = self._seen.setdefault(name, _Seen(now_s, now_s, looks))
        if seen.looks != looks:  # What was told as half may be whole now.
            seen.looks, seen.changed_s, seen.told = looks, now_s, False
        return seen


def describe(arrived: Arrived, *, personal: bool) -> Iterator[str]:
    """Lines for a person: every element with its meaning; who it is about only if `personal`."""
    delay_s = round((arrived.came_at - arrived.named_at).total_seconds(), 1)
    yield f"{arrived.name}: {arrived.kind.value}, written {delay_s} s after the reception"
    if arrived.why:
        yield f"  {arrived.why}"
    if arrived.message is not None:
        yield from _lines(arrived.message, "  ", personal=personal)


def _lines(group: Group, indent: str, *, personal: bool) -> Iterator[str]:
    hints = get_type_hints(type(group), include_extras=True)
    for f in fields(group):
        value = getattr(group, f.name)
        if value is None or value == () or f.name.startswith("_"):
            continue
        label = next(
            (m.ja for m in getattr(hints[f.name], "__metadata__", ()) if isinstance(m, Meaning)),
            f.name,
        )
        if isinstance(value, Group):
            yield f"{indent}{label}"
            yield from _lines(value, indent + "  ", personal=personal)
        elif isinstance(value, tuple):
            for number, part in enumerate(value, 1):
                yield f"{indent}{label} {number}"
                if isinstance(part, Group):
                    yield from _lines(part, indent + "  ", personal=personal)
        else:
            yield f"{indent}{label}: {_shown(value, personal=personal)}"


def _shown(value: object, *, personal: bool) -> str:
    """Codes tell nothing of who it is; names, numbers and dates may."""
    if isinstance(value, Code):
        return f"{value.value} {value.ja}"
    shown = str(value) if personal else "…"
    return f"{shown} (● cannot be sent: see the kana)" if "●" in str(value) else shown


def _named_at(name: str) -> datetime | None:
    match = NAME.match(name)
    try:
        return match and datetime.strptime(match["time"], "%Y%m%d%H%M%S").replace(tzinfo=JST)
    except ValueError:
        return None
