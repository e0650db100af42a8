"""A listening socket that holds so many connections: of one address, and in all.

Counted where they are accepted: who never says a word of TLS takes a place as well.
"""

import socket
import sys
from typing import Any


def listen(host: str, port: int) -> socket.socket:
    """Raises `OSError`."""
    # asyncio switches Nagle's algorithm off only on a socket that says it is TCP; with it on, each
    # answer of two writes would wait 40 ms for the client's delayed acknowledgement.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":  # There the option would let two servers share the port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


class PlacesListener(socket.socket):
    """It hangs up at once on what is one connection too many."""

    def __init__(self, listener: socket.socket, *, of_one_address: int, in_all: int) -> None:
        """In the place of `listener`, which is not to be used any more."""
        super().__init__(fileno=listener.detach())
        self._of_one_address = of_one_address
        self._in_all = in_all
        self._taken: list[tuple[str, socket.socket]] = []

    def accept(self) -> tuple[socket.socket, Any]:
        """Raises `ConnectionAbortedError`, after which asyncio goes on with the next."""
        connection, address = super().accept()
        self._taken = [(host, each) for host, each in self._taken if each.fileno() >= 0]
        from_there = sum(1 for host, _ in self._taken if host == address[0])
        if len(self._taken) >= self._in_all or from_there >= self._of_one_address:
            connection.close()
            raise ConnectionAbortedError
        self._taken.append((address[0], connection))
        return connection, address
