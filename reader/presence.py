"""What lies in the reader, told from a thread of its own; nothing personal.

Not pyscard's `CardMonitor`: that one stops for good when pcscd goes away. pyscard releases the
GIL in `SCardGetStatusChange`, so the thread may wait there without stalling the screens.
"""

import threading
import time
from collections.abc import Callable

import structlog

from reader.pcsc import (
    READERS_CHANGED,
    PcscContext,
    PcscFault,
    ReaderState,
    is_cancelled,
    is_unknown_reader,
)
from reader.port import PresenceEvent, ReaderProblem
from reader.presence_tracker import PresenceTracker, Seen

log = structlog.get_logger(__name__)

WAIT_MS = 1000  # Bounded, in case a change is missed; PC/SC reports changes at once.
RETRY_MS = 300  # How soon a missing service is tried again.
STOP_MS = 5000
CANCEL_MS = 20


class PcscPresenceMonitor:
    """Watches every PC/SC reader with `reader_pattern` in its name; empty: all of them.

    Survives the service being restarted and readers coming and going. The sink is called on the
    thread "reader-presence".
    """

    def __init__(self, reader_pattern: str = "") -> None:
        self._pattern = reader_pattern
        self._tracker = PresenceTracker()
        self._stopping = threading.Event()
        self._context: PcscContext | None = None
        self._thread: threading.Thread | None = None

    def start(self, sink: Callable[[PresenceEvent], None]) -> None:
        self._thread = threading.Thread(
            target=self._run, args=(sink,), name="reader-presence", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End the thread and wait for it; safe to call twice."""
        self._stopping.set()
        thread, self._thread = self._thread, None
        if thread is None:
            return
        deadline = time.monotonic() + STOP_MS / 1000
        while thread.is_alive() and time.monotonic() < deadline:
            context = self._context
            if context is not None:
                context.cancel()  # Has no effect just before a wait begins: so until it has.
            thread.join(CANCEL_MS / 1000)

    def _run(self, sink: Callable[[PresenceEvent], None]) -> None:
        def tell(events: list[PresenceEvent]) -> None:
            for event in events:
                log.info("presence", kind=type(event).__name__)
                sink(event)

        while not self._stopping.is_set():
            try:
                self._context = context = PcscContext()
            except PcscFault:
                tell(self._tracker.lost(ReaderProblem.NO_SERVICE))
                self._stopping.wait(RETRY_MS / 1000)
                continue
            try:
                self._watch(context, tell)
            except PcscFault as fault:
                if not is_cancelled(fault):
                    tell(self._tracker.lost(ReaderProblem.NO_SERVICE))
                    self._stopping.wait(RETRY_MS / 1000)
            finally:
                self._context = None
                context.release()

    def _watch(self, context: PcscContext, tell: Callable[[list[PresenceEvent]], None]) -> None:
        """Until stopped; raises `PcscFault` when the service is gone."""
        known: dict[str, ReaderState] = {}
        while not self._stopping.is_set():
            names = context.readers(self._pattern)
            if not names:
                tell(self._tracker.lost(ReaderProblem.NO_READER))
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
                Seen(name, known[name].has_card, known[name].changes)
                for name in names
                if not known[name].is_gone and known[name] != ReaderState(name)
            ]
            if seen:
                tell(self._tracker.look(seen))
