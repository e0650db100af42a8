"""The slot into which demo people put their cards: a process of its own, steered by a file.

`CardSlotHandler` writes `<control folder>/card.json`; this process polls it, keeps the named
person's card in the reader, and takes it out again. Run it with
`python -m simulation.card_slot.slot`.
"""

import argparse
import signal
import threading
from pathlib import Path
from typing import Protocol

import structlog

from simulation.card.card import VirtualCard
from simulation.card.content import load_content
from simulation.card.memory import CardMemory
from simulation.card_slot.control import POLL_MS, CardSlotState, control_file
from simulation.card_slot.loopback_reader import LoopbackReader
from simulation.card_slot.vpcd import VpcdReader
from simulation.child_program import end_of_input

log = structlog.get_logger(__name__)


class SimulatedReader(Protocol):
    """Where the slot's card lies."""

    def insert(self, card: VirtualCard) -> None: ...

    def remove(self) -> None: ...

    def set_plugged(self, plugged: bool) -> None: ...

    def close(self) -> None: ...


class CardSlot:
    """Follows the file, change by change."""

    def __init__(self, cards_dir: Path, readers: list[SimulatedReader]) -> None:
        self._cards_dir = cards_dir
        self._readers = readers
        self._memory = CardMemory()
        self._now = CardSlotState()
        self._card: VirtualCard | None = None

    def follow(self, state: CardSlotState) -> None:
        before, self._now = self._now, state
        if state.tries_set != before.tries_set:
            for person, pin, left in state.tries:
                self._memory.set_tries_left(person, pin, left)
        if state.plugged != before.plugged:
            for reader in self._readers:
                reader.set_plugged(state.plugged)
        moved = (state.person, state.insertion) != (before.person, before.insertion)
        replugged = state.plugged and not before.plugged
        if moved or replugged:
            self._lay(state)
        elif self._card is not None:
            self._card.faults = state.faults

    def _lay(self, state: CardSlotState) -> None:
        for reader in self._readers:
            reader.remove()
        self._card = None
        if state.person is None or not state.plugged:
            return
        try:
            content = load_content(self._cards_dir, state.person)
        except (OSError, ValueError) as error:
            log.error("card_not_laid", error=type(error).__name__)
            return
        self._card = VirtualCard(content, self._memory, state.faults)
        self._card.owner_recognised = state.owner_recognised
        for reader in self._readers:
            reader.insert(self._card)


def run_card_slot(
    cards_dir: Path,
    control_dir: Path,
    *,
    vpcd: tuple[str, int] | None,
    socket_path: Path | None,
    stop: threading.Event,
) -> None:
    """Serve until `stop` is set.

    `vpcd` is the address of pcscd's virtual reader, `socket_path` where the loopback reader
    listens. The cards are fresh at each start.
    """
    readers: list[SimulatedReader] = []
    if vpcd is not None:
        readers.append(VpcdReader(*vpcd))
    if socket_path is not None:
        readers.append(LoopbackReader(socket_path))
    slot, control = CardSlot(cards_dir, readers), control_file(control_dir)
    try:
        while True:
            changed = control.read_if_changed()
            if changed is not None:
                slot.follow(changed)
            if stop.wait(POLL_MS / 1000):
                return
    finally:
        for reader in readers:
            reader.close()


def _main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m simulation.card_slot.slot", description=__doc__
    )
    parser.add_argument("cards", type=Path, help="folder with one folder per person")
    parser.add_argument("control_dir", type=Path, help="control folder")
    parser.add_argument("--vpcd", metavar="HOST:PORT", help="pcscd's virtual reader")
    parser.add_argument("--socket", type=Path, help="where the loopback reader listens")
    parser.add_argument(
        "--until-stdin-closes", action="store_true", help="end with the process that started this"
    )
    options = parser.parse_args()
    vpcd = None
    if options.vpcd:
        host, _, port = options.vpcd.rpartition(":")
        vpcd = (host, int(port))
    stop = threading.Event()
    for wanted in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wanted, lambda *_: stop.set())
    if options.until_stdin_closes:
        threading.Thread(target=_await_end_of_input, args=(stop,), daemon=True).start()
    run_card_slot(
        options.cards,
        options.control_dir,
        vpcd=vpcd,
        socket_path=options.socket,
        stop=stop,
    )


def _await_end_of_input(stop: threading.Event) -> None:
    end_of_input()
    stop.set()


if __name__ == "__main__":
    _main()
