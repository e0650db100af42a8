"""A pipe between the two processes of a session; like all that processes say, it is checked."""

import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Any

from kiosk.child_process import limit_waits
from kiosk.wire import LARGEST_MESSAGE_BYTES, Wire


class Peer:
    """One end. Any thread may say something, one hears."""

    def __init__(self, pipe: Connection, says: Wire[Any], hears: Wire[Any]) -> None:
        limit_waits(pipe)
        self._pipe = pipe
        self._says = says
        self._hears = hears
        self._lock = threading.Lock()

    def say(self, message: object) -> None:
        """Raises `OSError` when the other process is gone."""
        written = self._says.written(message)
        with self._lock:
            self._pipe.send_bytes(written)

    def messages(self) -> Iterator[Any]:
        """What the other says, until it is gone or says what it never says."""
        try:
            while self._pipe.poll(None):
                message = self._hears.read(self._pipe.recv_bytes(LARGEST_MESSAGE_BYTES))
                if message is None:
                    return
                yield message
        except (EOFError, OSError):
            return
