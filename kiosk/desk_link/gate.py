"""Which commands are taken: meant for this kiosk, on this connection, new, and soon enough.

The connection is mutual TLS with a console that the facility's authority vouches for. Beyond that,
a command that was overheard, kept back or meant for another kiosk is refused.
"""

from dataclasses import dataclass
from enum import Enum

from kiosk.desk_link.messages import Command, DeskAct, read_act

LATEST_MS = 60_000
"""No command may ask to be valid for longer than that."""


class Refusal(Enum):
    OTHER_KIOSK = "other_kiosk"
    OTHER_CONNECTION = "other_connection"
    REPEATED = "repeated"
    LATE = "late"
    UNKNOWN = "unknown"


@dataclass
class Gate:
    """For one connection."""

    kiosk_id: str
    channel: str
    heard: bool = False
    """The console has said something on it."""
    _last: int = 0

    def admit(self, command: Command, now_ms: int) -> DeskAct | Refusal:
        if command.kiosk_id != self.kiosk_id:
            return Refusal.OTHER_KIOSK
        if command.channel != self.channel:
            return Refusal.OTHER_CONNECTION
        if command.sequence <= self._last:
            return Refusal.REPEATED
        if not now_ms <= command.expires_ms <= now_ms + LATEST_MS:
            return Refusal.LATE
        act = read_act(command.act)
        if act is None:
            return Refusal.UNKNOWN
        self._last = command.sequence
        return act
