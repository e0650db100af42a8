"""The simulated reader behind `loopback`: serves one virtual card on a Unix socket."""

import socket
import threading
from contextlib import suppress
from pathlib import Path

from simulation.card.card import VirtualCard
from simulation.card.faults import NoCard
from simulation.card_slot.framing import receive, send
from simulation.card_slot.loopback import WAIT_MS, Answer, Ask, Lying


class LoopbackReader:
    """One reader, any number of links, one thread each."""

    def __init__(self, socket_path: Path) -> None:
        self._path = socket_path
        self._changed = threading.Condition()
        self._version = 1
        self._plugged = True
        self._card: VirtualCard | None = None
        self._changes = 0
        self._owner: socket.socket | None = None
        self._powered_by: socket.socket | None = None
        self._links: set[socket.socket] = set()
        self._card_busy = threading.Lock()
        socket_path.unlink(missing_ok=True)
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(str(socket_path))
        self._listener.listen()
        threading.Thread(target=self._accept, name="loopback-reader", daemon=True).start()

    def insert(self, card: VirtualCard) -> None:
        with self._changed:
            self._take()
            self._card = card
            self._changes += 1
            self._tell()

    def remove(self) -> None:
        with self._changed:
            if self._card is not None:
                self._take()
                self._tell()

    def set_plugged(self, plugged: bool) -> None:
        """Unplugging takes the card with it."""
        with self._changed:
            self._plugged = plugged
            if not plugged and self._card is not None:
                self._take()
            self._tell()

    def close(self) -> None:
        if self._card is not None:
            self._card.take()
        # Shutting down wakes the threads that wait in accept and recv; closing would not.
        for link in (self._listener, *self._links):
            with suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._path.unlink(missing_ok=True)

    def _take(self) -> None:
        if self._card is not None:
            self._card.take()
            self._card = None
            self._changes += 1

    def _tell(self) -> None:
        self._version += 1
        self._changed.notify_all()

    def _accept(self) -> None:
        with suppress(OSError):  # The listener was closed.
            while True:
                link, _ = self._listener.accept()
                self._links.add(link)
                threading.Thread(
                    target=self._serve, args=(link,), name="loopback-link", daemon=True
                ).start()

    def _serve(self, link: socket.socket) -> None:
        powered: VirtualCard | None = None
        with link, suppress(OSError):
            while message := receive(link):
                match message[0]:
                    case Ask.WAIT:
                        answer = self._wait(int.from_bytes(message[1:], "big"))
                    case Ask.CONNECT:
                        answer, powered = self._connect(link)
                    case Ask.TAKE_ALONE:
                        answer = self._take_alone(link, powered)
                    case Ask.SHARE:
                        answer = self._share(link)
                    case _:
                        answer = self._transmit(powered, message[1:])
                send(link, answer)
        self._share(link)
        self._links.discard(link)
        if powered is not None:
            with self._card_busy:
                if self._powered_by is link:  # Nobody has connected since.
                    powered.power_off()

    def _wait(self, known_version: int) -> bytes:
        with self._changed:
            self._changed.wait_for(lambda: self._version != known_version, WAIT_MS / 1000)
            lying = Lying.NOTHING if self._card is None else Lying.CARD
            if not self._plugged:
                lying = Lying.NO_READER
            return (
                self._version.to_bytes(4, "big")
                + bytes((lying,))
                + self._changes.to_bytes(4, "big")
            )

    def _connect(self, link: socket.socket) -> tuple[bytes, VirtualCard | None]:
        with self._changed:
            if not self._plugged:
                return bytes((Answer.NO_READER,)), None
            if self._card is None:
                return bytes((Answer.NO_CARD,)), None
            if self._owner not in (None, link):
                return bytes((Answer.BUSY,)), None
            self._card.power_on()
            self._powered_by = link
            return bytes((Answer.DONE,)) + self._card.atr, self._card

    def _take_alone(self, link: socket.socket, powered: VirtualCard | None) -> bytes:
        with self._changed:
            if powered is None or powered is not self._card:
                return bytes((Answer.REMOVED,))
            if self._owner not in (None, link):
                return bytes((Answer.BUSY,))
            self._owner = link
            return bytes((Answer.DONE,))

    def _share(self, link: socket.socket) -> bytes:
        with self._changed:
            if self._owner is link:
                self._owner = None
        return bytes((Answer.DONE,))

    def _transmit(self, powered: VirtualCard | None, command: bytes) -> bytes:
        if powered is None or powered is not self._card:
            return bytes((Answer.REMOVED,))
        try:
            with self._card_busy:
                answer = powered.transmit(command)
        except NoCard:
            if powered is self._card:
                self.remove()
            return bytes((Answer.REMOVED,))
        if powered is not self._card:
            return bytes((Answer.REMOVED,))
        return bytes((Answer.DONE,)) + answer
