"""Signs of life, told to whoever watches this process, in the words of sd_notify(3).

That is the parent process of `kiosk.watchdog`, or systemd itself.
"""

import os
import socket
from contextlib import suppress

ADDRESS_VARIABLE = "NOTIFY_SOCKET"

READY = "READY=1"
ALIVE = "WATCHDOG=1"
STOPPING = "STOPPING=1"
RECEIVES = "receives patients"
RECEIVES_PATIENTS = f"STATUS={RECEIVES}"
"""The first frame was drawn, and the next patient could come."""


def needs_another(limit_s: float) -> str:
    """Asks a service manager for more time to start in."""
    return f"EXTEND_TIMEOUT_USEC={round(limit_s * 1_000_000)}"


class Notifier:
    """Tells whoever the environment names; nobody, where it names none."""

    def __init__(self) -> None:
        self._address = os.environ.get(ADDRESS_VARIABLE, "")
        self._socket: socket.socket | None = None
        if self._address:
            self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            self._socket.setblocking(False)  # Who watches may stand still; the kiosk does not.

    def tell(self, *lines: str) -> bool:
        """False when whoever watched is gone."""
        if self._socket is None:
            return True
        address = self._address
        if address.startswith("@"):  # Linux's abstract addresses, as systemd writes them
            address = "\0" + address[1:]
        with suppress(BlockingIOError):
            try:
                self._socket.sendto("\n".join(lines).encode(), address)
            except (ConnectionRefusedError, FileNotFoundError):
                return False
        return True

    def process_is(self, pid: int) -> None:
        """Which process to end, where another one stands between (a compositor)."""
        self.tell(f"MAINPID={pid}")
