"""How many connections the service holds: of one address, and in all.

Counted where they are accepted: who never says a word of TLS takes a place as well.
"""

import socket
from typing import Any

OF_ONE_ADDRESS = 256
"""A hospital behind one address has fewer kiosks. One address cannot take all the places."""

IN_ALL = 900
"""Below the usual limit of 1024 open files."""


class PlacesListener(socket.socket):
    """A listening socket that hangs up at once on what is one connection too many."""

    def __init__(self, listener: socket.socket) -> None:
        """In the place of `listener`, which is not to be used any more."""
        super().__init__(fileno=listener.detach())
        self._taken: list[tuple[str, socket.socket]] = []

    def accept(self) -> tuple[socket.socket, Any]:
        """Raises `ConnectionAbortedError`, after which asyncio goes on with the next."""
        connection, address = super().accept()
        self._taken = [(host, each) for host, each in self._taken if each.fileno() >= 0]
        from_there = sum(1 for host, _ in self._taken if host == address[0])
        if len(self._taken) >= IN_ALL or from_there >= OF_ONE_ADDRESS:
            connection.close()
            raise ConnectionAbortedError
        self._taken.append((address[0], connection))
        return connection, address
