"""What lies in the reader, told from a thread of its own; nothing personal.

Not pyscard's `CardMonitor`: that one stops for good when pcscd goes away. Two threads: one waits in
PC/SC, where nothing can be interrupted, and puts what it sees into a queue, at least once a second;
the other tells it. A service that hangs is noticed by the second one, as silence.
"""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from reader.pcsc import READERS_CHANGED, PcscContext, PcscFault, ReaderState, is_unknown_reader
from reader.pcsc_codes import code_name
from reader.port import PresenceEvent, ReaderProblem
from reader.presence_tracker import PresenceTracker, Seen
from reader.reader_names import PassedOver, usable

log = structlog.get_logger(__name__)

WAIT_MS = 1000  # Bounded, in case a change is missed; PC/SC reports changes at once.
RETRY_MS = 300  # How soon a missing service is tried again.
HUNG_MS = 10_000  # Far more than a busy machine takes to look: a false alarm ends a session.
STOP_MS = 5000


@dataclass(frozen=True)
class Refused:
    """The kiosk's word on what lies in a reader."""

    reader: str


Look = list[Seen] | ReaderProblem | Refused


class PcscPresenceMonitor:
    """Watches every PC/SC reader with `reader_pattern` in its name; empty: all of them.

    Survives the service being restarted and readers coming and going. The sink is called on the
    thread "reader-presence".
    """

    def __init__(self, reader_pattern: str = "") -> None:
        self._pattern = reader_pattern
        self._looks: queue.SimpleQueue[Look] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._teller: threading.Thread | None = None
        # Used by the thread in PC/SC only.
        self._told_code: int | None = None
        self._passed_over = PassedOver()

    def start(
        self, sink: Callable[[PresenceEvent], None], alive: Callable[[], None] = lambda: None
    ) -> None:
        self._teller = threading.Thread(
            target=self._tell, args=(sink, alive), name="reader-presence", daemon=True
        )
        self._teller.start()
        threading.Thread(target=self._run, name="pcsc-presence", daemon=True).start()

    def refused(self, reader: str) -> None:
        """Returns at once; the next look takes it into account."""
        self._looks.put(Refused(reader))

    def stop(self) -> None:
        """Nothing is told any more; safe to call twice. The thread in PC/SC ends in `WAIT_MS`."""
        self._stopping.set()
        self._looks.put([])  # Wakes the teller.
        teller, self._teller = self._teller, None
        if teller is not None:
            teller.join(STOP_MS / 1000)

    def _tell(self, sink: Callable[[PresenceEvent], None], alive: Callable[[], None]) -> None:
        tracker = PresenceTracker()
        while True:
            alive()
            look: Look
            try:
                look = self._looks.get(timeout=HUNG_MS / 1000)
            except queue.Empty:
                look = ReaderProblem.NO_SERVICE
            if self._stopping.is_set():
                return
            for event in _events(tracker, look):
                log.info("presence", kind=type(event).__name__)
                sink(event)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                context = PcscContext()
                try:
                    self._watch(context)
                finally:
                    context.release()
            except PcscFault as fault:
                if not self._stopping.is_set():  # After that it may end before us.
                    self._tell_once(fault)
                self._lost()
            except Exception as bug:  # Whatever it is, patients must not lose the reader for good.
                log.error("presence_bug", error=type(bug).__name__)
                self._lost()

    def _tell_once(self, fault: PcscFault) -> None:
        """The code says why, as where polkit refuses; it comes again with each try."""
        if fault.code != self._told_code:
            self._told_code = fault.code
            log.warning("reader_service_lost", code=code_name(fault.code))

    def _lost(self) -> None:
        self._looks.put(ReaderProblem.NO_SERVICE)
        self._stopping.wait(RETRY_MS / 1000)

    def _watch(self, context: PcscContext) -> None:
        """Until stopped; raises `PcscFault` when the service is gone."""
        known: dict[str, ReaderState] = {}
        while not self._stopping.is_set():
            all_names = context.readers(self._pattern)
            self._passed_over.tell(all_names)
            self._told_code = None
            names = usable(all_names)
            if not names:
                self._looks.put(ReaderProblem.NO_READER)
            known = {name: known.get(name, ReaderState(name)) for name in (*names, READERS_CHANGED)}
            try:
                states = context.wait(list(known.values()), WAIT_MS)
            except PcscFault as fault:
                if not is_unknown_reader(fault):
                    raise
                known = {}
                continue
            for state in states or ():
                known[state.reader] = state
            seen = [
                Seen(name, known[name].has_card, known[name].changes, known[name].is_mute)
                for name in names
                if not known[name].is_gone
            ]
            self._looks.put(seen or ReaderProblem.NO_READER)


def _events(tracker: PresenceTracker, look: Look) -> list[PresenceEvent]:
    match look:
        case ReaderProblem():
            return tracker.lost(look)
        case Refused(reader=reader):
            tracker.refused(reader)
            return []
        case _:
            return tracker.look(look)
