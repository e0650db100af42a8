"""What a kiosk and the reception's console say to each other: a closed set in each direction.

Each message is one line of JSON (`kiosk.wire`). What the kiosk has to tell in any case is numbered
and told again until the console has said that it keeps it; what is true now is just said anew.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from pydantic import AwareDatetime

from common.certificate_dates import CertificateStanding
from common.decisions import Decision
from common.secret import wipe
from kiosk.staff.acts import Act, from_wire, to_wire
from kiosk.staff.notices import Notice
from kiosk.wire import Wire
from qualification.port import IdentityMethod, Summary

# What a desk may ask of a kiosk, beyond the acts of staff that a kiosk's own screen has as well.


@dataclass(frozen=True)
class TryQueueAgain:
    """Do not wait any longer before what could not be delivered is tried again."""


@dataclass(frozen=True)
class HandOut:
    """Show the result of this reception at the desk, to be taken in by hand."""

    session_id: str


DeskAct = Act | TryQueueAgain | HandOut
_OWN_ACTS: Wire[TryQueueAgain | HandOut] = Wire(TryQueueAgain | HandOut)


def write_act(act: DeskAct) -> str:
    if isinstance(act, TryQueueAgain | HandOut):
        return _OWN_ACTS.written(act).decode()
    return json.dumps(to_wire(act))


def read_act(written: str) -> DeskAct | None:
    """None for what is no act, whoever said it."""
    own = _OWN_ACTS.read(written.encode())
    if own is not None:
        return own
    try:
        return from_wire(json.loads(written))
    except (ValueError, AttributeError, RecursionError):
        return None


class Outcome(Enum):
    DONE = "done"
    NOT_NOW = "not_now"
    """The kiosk is not in a state in which it could be done, or not any more."""
    REFUSED = "refused"
    """The kiosk does not take it for the console's word: late, repeated, or meant for another."""


# To the console.


@dataclass(frozen=True)
class Hello:
    """The first word of each connection."""

    kiosk_id: str
    facility_code: str
    channel: str
    """Drawn anew for each connection; every command has to carry it."""
    what_next: Mapping[str, str]
    """The facility's own words on where patients go, by case; without those that are usual."""


@dataclass(frozen=True)
class KioskNow:
    """What is true at this moment; nothing personal."""

    phase: str
    since_ms: int
    """When the phase began, by the kiosk's monotonic clock."""
    reason: str | None
    session_id: str | None
    may_check_by_eye: bool
    closed: bool
    """Staff have taken it out of service."""
    notices: tuple[Notice, ...]
    waiting: int
    """Receptions that the service or the receipt computer have not got yet."""
    refused: int
    problem: str | None
    """Why something waits, in words for staff."""
    clock_ms: int = 0
    """That clock when this was said: commands expire by it, whatever the clocks on walls say."""


class ReceptionState(Enum):
    WAITS_FOR_SERVICE = "waits_for_service"
    WAITS_FOR_FOLDER = "waits_for_folder"
    DELIVERED = "delivered"
    REFUSED = "refused"


@dataclass(frozen=True)
class Reception:
    """One patient's, as far as it is known; what is None was told before or is not known yet."""

    session_id: str
    at: AwareDatetime
    state: ReceptionState
    method: IdentityMethod | None = None
    certificate: CertificateStanding | None = None
    decisions: Mapping[str, Decision] | None = None
    summary: Summary | None = field(default=None, repr=False)
    file_name: str | None = None


@dataclass(frozen=True)
class Happened:
    """Something that wants attention began."""

    notice: Notice
    at: AwareDatetime


Tiding = Reception | Happened
TIDINGS: Wire[Tiding] = Wire(Tiding)


@dataclass(frozen=True)
class Told:
    """A tiding with its number; told again until it is kept."""

    number: int
    tiding: str = field(repr=False)
    """Written by `TIDINGS`."""


def told_line(number: int, tiding: bytearray) -> bytearray:
    """A line with a `Told`, as `FROM_KIOSK` writes it, made where it can be wiped afterwards.

    Nothing here grows: what is left behind when a buffer moves could not be wiped.
    """
    with_slashes = tiding.replace(b"\\", b"\\\\")
    escaped = with_slashes.replace(b'"', b'\\"')
    before, after = b'Told {"number":%d,"tiding":"' % number, b'"}\n'
    line = bytearray(len(before) + len(escaped) + len(after))
    line[: len(before)] = before
    line[len(before) : -len(after)] = escaped
    line[-len(after) :] = after
    for buffer in (with_slashes, escaped):
        wipe(buffer)
    return line


@dataclass(frozen=True)
class Slip:
    """A result as lines to be printed: what it is, and its value."""

    sequence: int
    lines: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True)
class Done:
    """The answer to a command."""

    sequence: int
    outcome: Outcome


FromKiosk = Hello | KioskNow | Told | Slip | Done


# To the kiosk.


@dataclass(frozen=True)
class Kept:
    """The console has stored the tiding of this number, and all before it."""

    number: int


@dataclass(frozen=True)
class Command:
    """An act of staff at the desk, for one kiosk, on one connection, once, and soon."""

    kiosk_id: str
    channel: str
    sequence: int
    expires_ms: int
    """By the kiosk's own monotonic clock."""
    by: str
    """Who did it; for the kiosk's audit."""
    session_id: str | None
    """Of the session that staff had before them: when another goes on now, nothing is done."""
    act: str
    """By `write_act`."""


@dataclass(frozen=True)
class StillThere:
    """Said when there is nothing else to say, so that a dead line is noticed."""


FromConsole = Kept | Command | StillThere

FROM_KIOSK: Wire[FromKiosk] = Wire(FromKiosk)
FROM_CONSOLE: Wire[FromConsole] = Wire(FromConsole)

LONGEST_LINE_BYTES = 64 * 1024
SAID_EVERY_S = 2.0
SILENT_AFTER_S = 6.0
"""A line on which nothing was heard for so long is dead."""
