"""A simulated reader over a Unix socket: the same virtual card, without PC/SC.

For machines without pcscd and for fast tests; the other end is `loopback_reader` beside it.
One message asks, one answers. Cards: `Ask` and its data → `Answer` and its data. Presence:
WAIT and the last known version (4 bytes) → version (4), `Lying` (1), changes (4), as soon as the
version differs, or after a while.
"""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from pathlib import Path

import structlog

from common.errors import Bug
from common.secret import wipe
from reader.errors import BadCardAnswer, CardFault, CardProblem, ReaderFault, ReaderUnavailable
from reader.port import CardConnection, PresenceEvent, ReaderProblem
from reader.presence_tracker import PresenceTracker, Seen
from simulation.card_slot.framing import receive, send

log = structlog.get_logger(__name__)

READER_NAME = "Loopback 00"

REPLY_LIMIT_MS = 5000
WAIT_MS = 300  # How long the other end keeps a WAIT open.
RETRY_MS = 50  # How soon a missing reader process is tried again.
HUNG_MS = 10_000
STOP_MS = 5000


class Ask(IntEnum):
    WAIT = 1
    CONNECT = 2
    TRANSMIT = 3
    TAKE_ALONE = 4
    SHARE = 5


class Answer(IntEnum):
    DONE = 0
    NO_READER = 1
    NO_CARD = 2
    REMOVED = 3
    BUSY = 4


class Lying(IntEnum):
    """What WAIT reports."""

    NO_READER = 0
    NOTHING = 1
    CARD = 2


_CARD_PROBLEMS: dict[int, CardProblem] = {
    Answer.NO_CARD: CardProblem.ABSENT,
    Answer.REMOVED: CardProblem.TAKEN,
    Answer.BUSY: CardProblem.BUSY,
}


class LoopbackCardSource:
    """Opens the card on the simulated reader at `socket_path`."""

    def __init__(self, socket_path: Path, reply_limit_ms: int = REPLY_LIMIT_MS) -> None:
        self._socket_path = socket_path
        self._reply_limit_ms = reply_limit_ms
        self._link: socket.socket | None = None

    def reach(self) -> None:
        """Raises `ReaderUnavailable`."""
        self._link = _connect(self._socket_path, self._reply_limit_ms)

    def connect(self, reader: str) -> CardConnection:
        """Power up the card. Raises `ReaderUnavailable`, `CardFault(ABSENT)`, `CardFault(BUSY)`."""
        link, self._link = self._link, None
        return LoopbackConnection(link or _connect(self._socket_path, self._reply_limit_ms))


class LoopbackConnection:
    """A powered card at the other end of a socket."""

    def __init__(self, link: socket.socket) -> None:
        self._closed = False
        self._link = link
        try:
            self._ask(Ask.CONNECT)
        except BaseException:
            self.close()
            raise

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        """One exchange. Raises `CardFault`, `ReaderUnavailable`, `BadCardAnswer`."""
        answer = self._ask(Ask.TRANSMIT, apdu)
        if len(answer) < 2:
            raise BadCardAnswer("an answer without a status word")
        return answer[:-2], int.from_bytes(answer[-2:], "big")

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Raises `CardFault(BUSY)` when another connection holds the card."""
        self._ask(Ask.TAKE_ALONE)
        try:
            yield
        finally:
            if not self._closed:
                with suppress(ReaderFault):  # A card that is gone is not held any more.
                    self._ask(Ask.SHARE)

    def close(self) -> None:
        """Let the card go without power."""
        self._closed = True
        self._link.close()

    def _ask(self, ask: Ask, data: bytes | bytearray = b"") -> bytes:
        if self._closed:
            raise Bug("the connection is closed")
        message = bytearray((ask,)) + data
        try:
            send(self._link, message)
            answer = receive(self._link)
        except TimeoutError:
            self.close()
            raise CardFault(CardProblem.MUTE) from None
        except OSError:
            raise ReaderUnavailable(ReaderProblem.NO_SERVICE) from None
        finally:
            wipe(message)
        if not answer:
            raise ReaderUnavailable(ReaderProblem.NO_SERVICE)
        if answer[0] != Answer.DONE:
            if answer[0] == Answer.NO_READER:
                raise ReaderUnavailable(ReaderProblem.NO_READER)
            raise CardFault(_CARD_PROBLEMS[answer[0]])
        return answer[1:]


class LoopbackPresenceMonitor:
    """Watches the simulated reader at `socket_path`; the sink is called on "reader-presence"."""

    def __init__(self, socket_path: Path) -> None:
        self._socket_path = socket_path
        self._tracker = PresenceTracker()
        self._stopping = threading.Event()
        self._link: socket.socket | None = None
        self._thread: threading.Thread | None = None

    def start(
        self, sink: Callable[[PresenceEvent], None], alive: Callable[[], None] = lambda: None
    ) -> None:
        self._thread = threading.Thread(
            target=self._run, args=(sink, alive), name="reader-presence", daemon=True
        )
        self._thread.start()

    def refused(self, reader: str) -> None:
        """Its one reader cannot hide another."""

    def stop(self) -> None:
        """End the thread and wait for it; safe to call twice."""
        self._stopping.set()
        thread, self._thread = self._thread, None
        link = self._link
        if link is not None:
            with suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)  # Wakes a thread that waits for an answer.
        if thread is not None:
            thread.join(STOP_MS / 1000)

    def _run(self, sink: Callable[[PresenceEvent], None], alive: Callable[[], None]) -> None:
        def tell(events: list[PresenceEvent]) -> None:
            for event in events:
                log.info("presence", kind=type(event).__name__)
                sink(event)
            alive()

        while not self._stopping.is_set():
            try:
                with _connect(self._socket_path, HUNG_MS) as link:
                    self._link = link
                    self._watch(link, tell)
            except (OSError, ReaderFault):
                if self._stopping.is_set():
                    return
                tell(self._tracker.lost(ReaderProblem.NO_SERVICE))
                self._stopping.wait(RETRY_MS / 1000)

    def _watch(self, link: socket.socket, tell: Callable[[list[PresenceEvent]], None]) -> None:
        """Until stopped; raises when the other end is gone."""
        version = bytes(4)
        while not self._stopping.is_set():
            send(link, bytes((Ask.WAIT,)) + version)
            answer = receive(link)
            if answer is None:
                raise ReaderUnavailable(ReaderProblem.NO_SERVICE)
            version, lying, changes = answer[:4], answer[4], int.from_bytes(answer[5:9], "big")
            if lying == Lying.NO_READER:
                tell(self._tracker.lost(ReaderProblem.NO_READER))
            else:
                seen = Seen(READER_NAME, lying == Lying.CARD, changes)
                tell(self._tracker.look([seen]))


def _connect(socket_path: Path, reply_limit_ms: int) -> socket.socket:
    link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    link.settimeout(reply_limit_ms / 1000)
    try:
        link.connect(str(socket_path))
    except OSError:
        link.close()
        raise ReaderUnavailable(ReaderProblem.NO_SERVICE) from None
    return link
