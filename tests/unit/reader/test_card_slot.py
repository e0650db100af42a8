"""The card slot's process, steered by its handler, seen through a real monitor and connection."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.card import MyNumberCard
from reader.errors import CardProblem, SurfaceUnreadable
from reader.number_b import number_b_of
from reader.pcsc import PcscCardSource
from reader.port import CardInserted, ReaderFound, ReaderLost, ReaderProblem
from reader.port import CardRemoved as RemovedEvent
from reader.presence import PcscPresenceMonitor
from simulation.card.surface import SimulatedSurfaceScanner
from simulation.card_slot.control import CardSlotHandler
from simulation.card_slot.loopback import READER_NAME, LoopbackCardSource, LoopbackPresenceMonitor
from simulation.card_slot.pcscd import PrivatePcscd
from simulation.card_slot.process import CardSlotProcess
from tests.unit.reader.bench import EventLog
from tests.unit.reader.direct import raises_card


class Slot:
    """A running slot with a handler and a monitor."""

    def __init__(self, cards_dir: Path, control_dir: Path, socket_path: Path) -> None:
        self.handler = CardSlotHandler(control_dir)
        self.surface = SimulatedSurfaceScanner(control_dir, cards_dir)
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
def slot(cards_dir: Path, tmp_path: Path) -> Iterator[Slot]:
    control_dir, socket_path = tmp_path / "control_dir", tmp_path / "card.sock"
    control_dir.mkdir()
    made = Slot(cards_dir, control_dir, socket_path)
    monitor = LoopbackPresenceMonitor(socket_path)
    with CardSlotProcess(cards_dir, control_dir, socket_path=socket_path):
        monitor.start(made.log)
        made.log.until(ReaderFound(READER_NAME))
        yield made
        monitor.stop()


def test_cards_come_and_go(slot: Slot) -> None:
    slot.lay("hanako")
    with slot.card() as card:
        hanako = card.auth_certificate()
    slot.handler.remove()
    assert slot.log.next() == RemovedEvent(READER_NAME)
    slot.lay("taro")
    with slot.card() as card:
        assert card.auth_certificate() != hanako


def test_another_card_takes_the_place_of_the_first(slot: Slot) -> None:
    slot.lay("hanako")
    slot.handler.insert("taro")
    assert slot.log.next() == RemovedEvent(READER_NAME)
    assert slot.log.next() == CardInserted(READER_NAME)


def test_tries_last_as_long_as_the_slot(slot: Slot) -> None:
    slot.handler.set_pin_tries("hanako", 1)
    slot.handler.set_number_b_tries("hanako", 4)
    slot.lay("hanako")
    for _ in range(2):
        with slot.card() as card:
            assert (card.pin_tries_left(), card.number_b_tries_left()) == (1, 4)
        slot.lay("hanako")


def read_until_it_goes(card: MyNumberCard) -> None:
    while True:
        card.card_expires()
        card.token()


def test_a_card_taken_after_some_commands(slot: Slot) -> None:
    slot.lay("hanako")
    slot.handler.remove_after_apdus(4)
    with slot.card() as card, raises_card(CardProblem.TAKEN):
        read_until_it_goes(card)
    assert slot.log.next() == RemovedEvent(READER_NAME)
    slot.lay("hanako")
    with slot.card() as card:
        assert card.pin_tries_left() == 3


def test_the_reader_unplugged_with_a_card(slot: Slot) -> None:
    slot.lay("hanako")
    slot.handler.unplug_reader()
    assert slot.log.next() == ReaderLost(ReaderProblem.NO_READER)
    slot.handler.plug_reader()
    assert slot.log.next() == ReaderFound(READER_NAME)
    assert slot.log.next() == CardInserted(READER_NAME)


def test_the_surface_of_the_card_that_lies_there_opens_its_photo(slot: Slot) -> None:
    with pytest.raises(SurfaceUnreadable):
        slot.surface.scan()
    slot.lay("hanako")
    with slot.card() as card:
        assert len(card.open_face(number_b_of(slot.surface.scan())).photo) > 3000
    slot.handler.set_surface_readable(False)
    with pytest.raises(SurfaceUnreadable):
        slot.surface.scan()


def test_the_same_through_pcscd(
    cards_dir: Path, tmp_path: Path, daemon: PrivatePcscd, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in daemon.environment.items():
        monkeypatch.setenv(name, value)
    handler, reader = CardSlotHandler(tmp_path, daemon), daemon.reader_name
    log, monitor = EventLog(), PcscPresenceMonitor(reader)
    with CardSlotProcess(cards_dir, tmp_path, vpcd=("127.0.0.1", daemon.vpcd_port)):
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
