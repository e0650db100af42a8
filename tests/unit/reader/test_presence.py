"""What a presence monitor tells, through everything that happens to a reader."""

import threading
from pathlib import Path

import pytest

from reader import pcsc, presence
from reader.errors import CardProblem, ReaderUnavailable
from reader.pcsc import find_card
from reader.port import (
    CardInserted,
    CardRemoved,
    PresenceEvent,
    ReaderFound,
    ReaderLost,
    ReaderProblem,
)
from reader.presence import PcscPresenceMonitor
from reader.presence_tracker import PresenceTracker, Seen
from simulation.card_slot.pcscd import PrivatePcscd
from simulation.card_slot.vpcd import VpcdReader
from tests.unit.reader.bench import Bench, EventLog, LoopbackBench, PcscBench
from tests.unit.reader.conftest import NewCard
from tests.unit.reader.direct import raises_card

LOST = ReaderLost(ReaderProblem.NO_SERVICE)


def test_reader_then_card_in_and_out(bench: Bench, new_card: NewCard) -> None:
    log, monitor = EventLog(), bench.monitor()
    monitor.start(log)
    assert log.next() == ReaderFound(bench.reader_name)
    bench.insert(new_card())
    assert log.next() == CardInserted(bench.reader_name)
    bench.remove()
    assert log.next() == CardRemoved(bench.reader_name)
    monitor.stop()
    assert log.is_silent()


def test_a_card_that_already_lies_there(bench: Bench, new_card: NewCard) -> None:
    bench.insert(new_card())
    log, monitor = EventLog(), bench.monitor()
    monitor.start(log)
    assert log.until(CardInserted(bench.reader_name))[0] == ReaderFound(bench.reader_name)
    monitor.stop()


def test_the_service_goes_and_comes_back(bench: Bench, new_card: NewCard) -> None:
    log, monitor = EventLog(), bench.monitor()
    monitor.start(log)
    assert log.next() == ReaderFound(bench.reader_name)
    for _ in range(2):
        with bench.outage():
            assert log.next() == LOST
        assert log.next() == ReaderFound(bench.reader_name)
    bench.insert(new_card())
    assert log.next() == CardInserted(bench.reader_name)
    monitor.stop()


def test_a_monitor_started_before_the_service(bench: Bench) -> None:
    log, monitor = EventLog(), bench.monitor()
    with bench.outage():
        monitor.start(log)
        assert log.next() == LOST
    assert log.next() == ReaderFound(bench.reader_name)
    monitor.stop()


def test_stopping_ends_the_thread(bench: Bench) -> None:
    log, monitor = EventLog(), bench.monitor()
    monitor.start(log)
    log.next()
    monitor.stop()
    monitor.stop()
    assert "reader-presence" not in {thread.name for thread in threading.enumerate()}


def test_no_reader_of_that_name(daemon: PrivatePcscd, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in daemon.environment.items():
        monkeypatch.setenv(name, value)
    log, monitor = EventLog(), PcscPresenceMonitor("No Such Maker")
    monitor.start(log)
    assert log.next() == ReaderLost(ReaderProblem.NO_READER)
    monitor.stop()


def test_of_two_readers_the_one_with_a_card_is_taken(
    daemon: PrivatePcscd, pcscd_bench: PcscBench, new_card: NewCard
) -> None:
    other = f"{daemon.reader_name[:-1]}1"
    log, monitor = EventLog(), PcscPresenceMonitor("uketsuke VIRTUAL")
    monitor.start(log)
    assert log.next() == ReaderFound(daemon.reader_name)
    slot = VpcdReader("127.0.0.1", daemon.vpcd_port + 1)
    slot.insert(new_card())
    assert log.next() == ReaderFound(other)
    assert log.next() == CardInserted(other)
    assert find_card("virtual").reader == other
    slot.remove()
    assert log.next() == CardRemoved(other)
    with raises_card(CardProblem.ABSENT):
        find_card("virtual")
    monitor.stop()


def test_a_service_that_hangs_is_a_lost_one(
    daemon: PrivatePcscd, pcscd_bench: PcscBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It accepts connections and never answers, so nothing can be interrupted."""
    monkeypatch.setattr(presence, "HUNG_MS", 2000)
    monkeypatch.setattr(pcsc, "SERVICE_LIMIT_MS", 200)
    log, monitor = EventLog(), pcscd_bench.monitor()
    monitor.start(log)
    log.until(ReaderFound(daemon.reader_name))
    with daemon.hung():
        log.until(LOST)
        with pytest.raises(ReaderUnavailable) as unavailable:
            find_card("")
        assert unavailable.value.problem is ReaderProblem.NO_SERVICE
    log.until(ReaderFound(daemon.reader_name))
    with daemon.hung():
        monitor.stop()


def test_a_loopback_reader_is_unplugged_with_its_card(tmp_path: Path, new_card: NewCard) -> None:
    bench = LoopbackBench(tmp_path)
    log, monitor = EventLog(), bench.monitor()
    bench.insert(new_card())
    monitor.start(log)
    log.until(CardInserted(bench.reader_name))
    bench.reader.set_plugged(False)
    assert log.next() == ReaderLost(ReaderProblem.NO_READER)
    bench.reader.set_plugged(True)
    assert log.next() == ReaderFound(bench.reader_name)
    monitor.stop()
    bench.close()


def told(*looks: list[Seen] | ReaderProblem) -> list[PresenceEvent]:
    tracker, events = PresenceTracker(), list[PresenceEvent]()
    for look in looks:
        events += tracker.lost(look) if isinstance(look, ReaderProblem) else tracker.look(look)
    return events


def test_a_change_is_told_once() -> None:
    empty, card = Seen("a", False), Seen("a", True, 1)
    assert told([empty], [empty], [card], [card], [empty]) == [
        ReaderFound("a"),
        CardInserted("a"),
        CardRemoved("a"),
    ]


def test_a_card_out_and_in_between_two_looks_is_seen() -> None:
    assert told([Seen("a", True, 1)], [Seen("a", True, 3)])[2:] == [
        CardRemoved("a"),
        CardInserted("a"),
    ]


def test_a_card_that_was_taken_while_its_program_ended_is_not_told_as_another() -> None:
    card, mute = Seen("a", True, 1), Seen("a", True, 3, is_mute=True)
    empty, next_card = Seen("a", False, 4), Seen("a", True, 5)
    assert told([card], [mute], [mute], [next_card])[2:] == [CardRemoved("a"), CardInserted("a")]
    assert told([card], [mute], [empty], [next_card])[2:] == [CardRemoved("a"), CardInserted("a")]


def test_a_mute_card_that_is_placed_is_told() -> None:
    empty, mute = Seen("a", False), Seen("a", True, 1, is_mute=True)
    assert told([empty], [mute])[1:] == [CardInserted("a")]
    answers, falls_mute = Seen("a", True, 1), Seen("a", True, 1, is_mute=True)
    assert told([answers], [falls_mute])[2:] == []


def test_of_several_readers_the_one_with_a_card() -> None:
    a, b, b_card = Seen("a", False), Seen("b", False), Seen("b", True, 1)
    assert told([a, b], [a, b_card], [a, b]) == [
        ReaderFound("a"),
        ReaderFound("b"),
        CardInserted("b"),
        CardRemoved("b"),
    ]


def test_a_second_card_does_not_disturb_the_first() -> None:
    a, a_card, b_card = Seen("a", False), Seen("a", True, 1), Seen("b", True, 1)
    assert told([a_card, b_card], [a_card, b_card], [a, b_card]) == [
        ReaderFound("a"),
        CardInserted("a"),
        CardRemoved("a"),
        ReaderFound("b"),
        CardInserted("b"),
    ]


def test_a_lost_service_is_told_once_and_takes_the_card_with_it() -> None:
    card = Seen("a", True, 1)
    no_service = ReaderProblem.NO_SERVICE
    assert told([card], no_service, no_service, [card])[2:] == [
        LOST,
        ReaderFound("a"),
        CardInserted("a"),
    ]
