"""Every command and answer of a card, for finding a fault in a reader. Off by default.

What it writes is personal: names, photo and certificate pass through here. Only secrets are left
out, whose commands are shown without their data.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager

from reader.port import CardConnection

WARNING = (
    "TRAFFIC IS RECORDED: everything read from the card stands below, also name, address, photo "
    "and certificate. Use a test card, and delete this."
)

_WITH_SECRET = (0x20, 0x24, 0x32)  # VERIFY, CHANGE REFERENCE DATA, CHANGE KEY
_HEADER_BYTES = 5


class TrafficLog:
    """A `CardConnection` that writes one line per exchange; says so loudly first."""

    def __init__(self, connection: CardConnection, write: Callable[[str], None]) -> None:
        self._connection = connection
        self._write = write
        write(WARNING)

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        hidden = len(apdu) - _HEADER_BYTES if apdu[1] in _WITH_SECRET else 0
        shown = apdu[:_HEADER_BYTES] if hidden > 0 else apdu
        self._write(f"> {shown.hex().upper()}" + (f" [{hidden} bytes]" if hidden > 0 else ""))
        data, sw = self._connection.transmit(apdu)
        self._write(f"< {data.hex().upper()} {sw:04X}".replace("  ", " "))
        return data, sw

    def exclusive(self) -> AbstractContextManager[None]:
        return self._connection.exclusive()

    def close(self) -> None:
        self._connection.close()
