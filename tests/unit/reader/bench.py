"""A reader on the bench, in three makes: loopback, pcscd with its virtual reader, a real one."""

import os
import queue
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from reader.pcsc import PcscCardSource, PcscContext, ReaderState, find_card
from reader.port import CardConnection, CardInserted, CardSource, PresenceEvent, PresenceMonitor
from reader.presence import PcscPresenceMonitor
from simulation.card.card import VirtualCard
from simulation.card_slot.loopback import READER_NAME, LoopbackCardSource, LoopbackPresenceMonitor
from simulation.card_slot.loopback_reader import LoopbackReader
from simulation.card_slot.pcscd import PrivatePcscd
from simulation.card_slot.vpcd import VpcdReader
from tests.waiting import PATIENCE_S, eventually

NEVER_MS = 600_000  # An answer that a test does not live to see.


class EventLog:
    """A sink for presence events that a test can wait on."""

    def __init__(self) -> None:
        self._events: queue.SimpleQueue[PresenceEvent] = queue.SimpleQueue()

    def __call__(self, event: PresenceEvent) -> None:
        self._events.put(event)

    def next(self) -> PresenceEvent:
        return self._events.get(timeout=PATIENCE_S)

    def is_silent(self) -> bool:
        return self._events.empty()

    def until(self, wanted: PresenceEvent) -> list[PresenceEvent]:
        """Everything up to and with `wanted`."""
        seen = [self.next()]
        while seen[-1] != wanted:
            seen.append(self.next())
        return seen


class AnyBench(Protocol):
    """One whose card may be real: no faults are planned for it, and no secret is sent."""

    reader_name: str

    def source(self, reply_limit_ms: int = 10_000) -> CardSource: ...

    def monitor(self) -> PresenceMonitor: ...

    def insert(self, card: VirtualCard) -> None: ...


class Bench(AnyBench, Protocol):
    """One whose card is virtual."""

    def remove(self) -> None: ...

    def outage(self) -> AbstractContextManager[None]:
        """The service, and with it the reader, is gone for a while."""
        ...


class LoopbackBench:
    reader_name = READER_NAME

    def __init__(self, folder: Path) -> None:
        self._socket_path = folder / "card.sock"
        self.reader = LoopbackReader(self._socket_path)

    def source(self, reply_limit_ms: int = 10_000) -> CardSource:
        return LoopbackCardSource(self._socket_path, reply_limit_ms)

    def monitor(self) -> PresenceMonitor:
        return LoopbackPresenceMonitor(self._socket_path)

    def insert(self, card: VirtualCard) -> None:
        self.reader.insert(card)

    def remove(self) -> None:
        self.reader.remove()

    @contextmanager
    def outage(self) -> Iterator[None]:
        self.reader.close()
        yield
        self.reader = LoopbackReader(self._socket_path)

    def close(self) -> None:
        self.reader.close()


class PcscBench:
    """One `VpcdReader` for all tests on a daemon: it keeps cards far enough apart in time."""

    def __init__(self, daemon: PrivatePcscd, reader: VpcdReader) -> None:
        os.environ.update(daemon.environment)
        self._daemon = daemon
        self._reader = reader
        self.reader_name = daemon.reader_name

    def source(self, reply_limit_ms: int = 10_000) -> CardSource:
        return PcscCardSource(reply_limit_ms)

    def monitor(self) -> PresenceMonitor:
        return PcscPresenceMonitor(self.reader_name)

    def insert(self, card: VirtualCard) -> None:
        self._reader.insert(card)

    def remove(self) -> None:
        self._reader.remove()

    @contextmanager
    def outage(self) -> Iterator[None]:
        self._daemon.stop()
        yield
        self._daemon.start()

    def close(self) -> None:
        """The next test finds an empty reader: pcscd looks only twice a second."""
        self._reader.remove()
        context = PcscContext()
        unknown = [ReaderState(self.reader_name)]
        assert eventually(lambda: not (context.wait(unknown, 0) or unknown)[0].has_card)
        context.release()


class RealBench:
    """A real reader of this machine, on which somebody has laid a My Number Card."""

    def __init__(self, reader_pattern: str) -> None:
        self.reader_name = find_card(reader_pattern).reader

    def source(self, reply_limit_ms: int = 10_000) -> CardSource:
        return PcscCardSource(reply_limit_ms)

    def monitor(self) -> PresenceMonitor:
        return PcscPresenceMonitor(self.reader_name)

    def insert(self, card: VirtualCard) -> None:
        """Another one lies there."""

    def close(self) -> None:
        pass


@contextmanager
def announced(bench: AnyBench, card: VirtualCard) -> Iterator[None]:
    """`card` lies in the reader, and the monitor has said so."""
    log, monitor = EventLog(), bench.monitor()
    monitor.start(log)
    try:
        bench.insert(card)
        log.until(CardInserted(bench.reader_name))
        yield
    finally:
        monitor.stop()


@contextmanager
def connected(
    bench: AnyBench, card: VirtualCard, reply_limit_ms: int = 10_000
) -> Iterator[CardConnection]:
    """`card` lies in the reader and is powered."""
    with announced(bench, card):
        connection = bench.source(reply_limit_ms).connect(bench.reader_name)
        try:
            yield connection
        finally:
            connection.close()
