"""The table process, steered by its handler, seen through a real monitor and a real connection."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.card import MyNumberCard
from reader.errors import CardRemoved, SurfaceUnreadable
from reader.number_b import number_b_of
from reader.pcsc import PcscCardSource
from reader.port import CardInserted, ReaderFound, ReaderLost, ReaderProblem
from reader.port import CardRemoved as RemovedEvent
from reader.presence import PcscPresenceMonitor
from simulation.card.surface import SimulatedSurfaceScanner
from simulation.card_slot.control import TableHandler
from simulation.card_slot.loopback import READER_NAME, LoopbackCardSource, LoopbackPresenceMonitor
from simulation.card_slot.pcscd import PrivatePcscd
from simulation.card_slot.process import TableProcess
from tests.unit.reader.bench import EventLog


class Table:
    """A running table with a handler and a monitor."""

    def __init__(self, cards_dir: Path, stage: Path, socket_path: Path) -> None:
        self.handler = TableHandler(stage)
        self.surface = SimulatedSurfaceScanner(stage, cards_dir)
        self.source = LoopbackCardSource(socket_path, reply_limit_ms=20_000)
        self.log = EventLog()

    def lay(self, person: str) -> None:
        self.handler.insert(person)
        self.log.until(CardInserted(READER_NAME))

    @contextmanager
    def card(self) -> Iterator[MyNumberCard]:
        card = MyNumberCard(self.source.connect(READER_NAME))
        try:
            yield card
        finally:
            card.close()


@pytest.fixture
def table(cards_dir: Path, tmp_path: Path) -> Iterator[Table]:
    stage, socket_path = tmp_path / "stage", tmp_path / "card.sock"
    stage.mkdir()
    made = Table(cards_dir, stage, socket_path)
    monitor = LoopbackPresenceMonitor(socket_path)
    with TableProcess(cards_dir, stage, socket_path=socket_path):
        monitor.start(made.log)
        made.log.until(ReaderFound(READER_NAME))
        yield made
        monitor.stop()


def test_cards_come_and_go(table: Table) -> None:
    table.lay("hanako")
    with table.card() as card:
        hanako = card.auth_certificate()
    table.handler.remove()
    assert table.log.next() == RemovedEvent(READER_NAME)
    table.lay("taro")
    with table.card() as card:
        assert card.auth_certificate() != hanako


def test_another_card_takes_the_place_of_the_first(table: Table) -> None:
    table.lay("hanako")
    table.handler.insert("taro")
    assert table.log.next() == RemovedEvent(READER_NAME)
    assert table.log.next() == CardInserted(READER_NAME)


def test_tries_last_as_long_as_the_table(table: Table) -> None:
    table.handler.set_pin_tries("hanako", 1)
    table.handler.set_number_b_tries("hanako", 4)
    table.lay("hanako")
    for _ in range(2):
        with table.card() as card:
            assert (card.pin_tries_left(), card.number_b_tries_left()) == (1, 4)
        table.lay("hanako")


def read_until_it_goes(card: MyNumberCard) -> None:
    while True:
        card.card_expires()
        card.token()


def test_a_card_taken_after_some_commands(table: Table) -> None:
    table.lay("hanako")
    table.handler.remove_after_apdus(4)
    with table.card() as card, pytest.raises(CardRemoved):
        read_until_it_goes(card)
    assert table.log.next() == RemovedEvent(READER_NAME)
    table.lay("hanako")
    with table.card() as card:
        assert card.pin_tries_left() == 3


def test_the_reader_unplugged_with_a_card(table: Table) -> None:
    table.lay("hanako")
    table.handler.unplug_reader()
    assert table.log.next() == ReaderLost(ReaderProblem.NO_READER)
    table.handler.plug_reader()
    assert table.log.next() == ReaderFound(READER_NAME)
    assert table.log.next() == CardInserted(READER_NAME)


def test_the_surface_of_the_card_that_lies_there_opens_its_photo(table: Table) -> None:
    with pytest.raises(SurfaceUnreadable):
        table.surface.scan()
    table.lay("hanako")
    with table.card() as card:
        assert len(card.open_face(number_b_of(table.surface.scan())).photo) > 3000
    table.handler.set_surface_readable(False)
    with pytest.raises(SurfaceUnreadable):
        table.surface.scan()


def test_the_same_through_pcscd(
    cards_dir: Path, tmp_path: Path, daemon: PrivatePcscd, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in daemon.environment.items():
        monkeypatch.setenv(name, value)
    handler, reader = TableHandler(tmp_path, daemon), daemon.reader_name
    log, monitor = EventLog(), PcscPresenceMonitor(reader)
    with TableProcess(cards_dir, tmp_path, vpcd=("127.0.0.1", daemon.vpcd_port)):
        monitor.start(log)
        log.until(ReaderFound(reader))
        handler.insert("hanako")
        log.until(CardInserted(reader))
        card = MyNumberCard(PcscCardSource().connect(reader))
        assert card.pin_tries_left() == 3
        card.close()
        handler.unplug_reader()
        assert log.next() == ReaderLost(ReaderProblem.NO_SERVICE)
        handler.plug_reader()
        log.until(CardInserted(reader))
        handler.remove()
        log.until(RemovedEvent(reader))
        monitor.stop()
