"""Lays a virtual card on pcscd's virtual reader (vpcd), over vpcd's TCP protocol.

vpcd listens; a connection is a card put in, its end is the card taken out. Messages have a
2-byte length; a body of one byte is a control, anything longer a command APDU (sources: card 10).
"""

import socket
import threading
import time
from contextlib import suppress

from simulation.card.card import VirtualCard
from simulation.card.faults import NoCard
from simulation.card_slot.framing import receive, send

RETRY_MS = 50  # pcscd may be starting, or come back later.
NOTICE_MS = 600  # pcscd looks every 400 ms; a swap between two looks would go unseen.


class Control:
    """Bodies of one byte; only GET_ATR is answered."""

    POWER_OFF = b"\x00"
    POWER_ON = b"\x01"
    RESET = b"\x02"
    GET_ATR = b"\x04"


class VpcdReader:
    """One slot of vpcd; a thread serves the card that lies in it."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._link: socket.socket | None = None
        self._card: VirtualCard | None = None
        self._looked_at = False
        self._empty_since = time.monotonic() - NOTICE_MS / 1000

    def insert(self, card: VirtualCard) -> None:
        self.remove()
        self._card = card
        self._stop = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(card, self._stop), name="vpcd-card", daemon=True
        )
        self._thread.start()

    def remove(self) -> None:
        self._stop.set()
        if self._card is not None:
            self._card.take()
        thread, self._thread = self._thread, None
        link = self._link
        if link is not None:
            with suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
        if thread is not None:
            thread.join()

    def has_card(self) -> bool:
        """False once a planned fault has taken it."""
        return self._thread is not None and self._thread.is_alive()

    def is_looked_at(self) -> bool:
        """Whether pcscd has asked for the card. A connection alone tells nothing: the machine
        accepts it for vpcd even while another card lies in the slot."""
        return self._looked_at

    def set_plugged(self, plugged: bool) -> None:
        """The virtual reader is part of pcscd: it is unplugged by stopping pcscd."""
        if not plugged:
            self.remove()

    def close(self) -> None:
        self.remove()

    def _run(self, card: VirtualCard, stop: threading.Event) -> None:
        """Keep the card in the slot until stopped or taken, also when pcscd restarts."""
        stop.wait(self._empty_since + NOTICE_MS / 1000 - time.monotonic())
        while not stop.is_set():
            try:
                with socket.create_connection(self._address, timeout=1) as link:
                    link.settimeout(None)
                    self._link = link
                    if not stop.is_set():
                        self._serve(card, link)
            except NoCard:
                return
            except OSError:
                pass
            finally:
                self._looked_at = False
                if self._link is not None:
                    self._link, self._empty_since = None, time.monotonic()
                card.power_off()
            stop.wait(RETRY_MS / 1000)

    def _serve(self, card: VirtualCard, link: socket.socket) -> None:
        while message := receive(link):
            self._looked_at = True
            match message:
                case Control.GET_ATR:
                    send(link, card.atr)
                case Control.POWER_OFF:
                    card.power_off()
                case Control.POWER_ON:
                    card.power_on()
                case Control.RESET:
                    card.reset()
                case _:
                    send(link, card.transmit(message))
