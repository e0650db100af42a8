"""`make prove NAME=privacy`: what of known patients is left, on disk and in memory.

`python -m tests.faults.privacy [SESSIONS] [KILLS]`, as root: patients come to a real kiosk, one by
PIN and one by staff with 照合番号B in turn. Two seconds after each, the memory of every process of
the kiosk is searched for their PIN, number, name and photo; afterwards every file that was written;
and both again after the kiosk was killed at random moments of a session.

Where something may be: the result's file, which is for the receipt computer, names its patient.
"""

import os
import random
import sys
import tempfile
import threading
import time
from collections import Counter as Counts
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from kiosk.screen.event_loop import EventLoop
from simulation.card.content import CardContent, load_content, printed_number
from simulation.demo.world import STAFF_PASSWORD, default_world
from simulation.people import Person, find_person
from simulation.rehearsal.display import DisplayKind
from tests.counter.counter import open_counter
from tests.counter.test_counter import Reception, keys, open_reception
from tests.faults.memory import parts_of
from tests.unit.kiosk.real_kiosk import descendants_of
from tests.visual.opened import open_glass

BY_PIN, BY_STAFF = find_person("tsuitachi"), find_person("taro")
WITHIN_S = 2.0
"""By then nothing of a patient may be left: the proof waits that long, and looks."""
PIECE_BYTES = 48
FROM_OUR_SIDE = ("world/photos", "world/cards", "world/pki", "world/service")
"""Not the kiosk's: what the demo is made of, and the online service's own records."""
MAY_NAME = "world/results"


@dataclass(frozen=True)
class Known:
    """What is searched for, under the name that is printed."""

    what: str
    pieces: tuple[bytes, ...]


def known_of(person: Person, content: CardContent) -> list[Known]:
    number_b = printed_number(default_world().cards, person.key)
    photo = content.surface.photo
    pieces = [photo[at : at + PIECE_BYTES] for at in range(256, len(photo) - PIECE_BYTES, 4096)]
    return [
        Known("PIN", _digits(person.card.pin, b"\x00\x20\x00\x80\x04")),
        Known("照合番号B", _any_of(number_b.encode(), number_b.encode("utf-16-le"))),
        Known("name", _text(person.name)),
        Known("kana", _text(person.name_kana)),
        Known("address", _text(content.surface.address)),
        Known("photo", _any_of(*pieces)),
    ]


def _digits(pin: str, verify: bytes) -> tuple[bytes, ...]:
    """Four digits stand anywhere by chance: as a key pad, a text and a card's command hold them."""
    plain, wide = pin.encode(), pin.encode("utf-16-le")
    return _any_of(
        verify + plain, b"\x00" * 4 + plain + b"\x00" * 10, b"\x00\x00" + wide + b"\x00\x00"
    )


def _text(text: str) -> tuple[bytes, ...]:
    return tuple(text.encode(code) for code in ("utf-8", "utf-16-le"))


def _any_of(*pieces: bytes) -> tuple[bytes, ...]:
    return pieces


class Proof:
    """What was searched and found, counted."""

    def __init__(self) -> None:
        world = default_world()
        self._known = {
            person.key: known_of(person, load_content(world.cards, person.key))
            for person in (BY_PIN, BY_STAFF)
        }
        self.searched: Counts[str] = Counts()
        self.found: Counts[str] = Counts()

    def memory(self, reception: Reception, when: str) -> None:
        """Of every process of the kiosk, its parent's too."""
        first = reception.kiosk.process.pid
        for pid in (first, *descendants_of(first)):
            try:
                for part in parts_of(pid):
                    self._search(part, f"memory {when}")
            except (FileNotFoundError, ProcessLookupError):
                continue
            self.searched[f"processes {when}"] += 1

    def files(self, folder: Path) -> None:
        for path in sorted(folder.rglob("*")):
            place = str(path.relative_to(folder))
            if path.is_file() and not path.is_symlink() and not place.startswith(FROM_OUR_SIDE):
                kind = "results" if place.startswith(MAY_NAME) else "files"
                self._search(path.read_bytes(), kind, path.name)
                self.searched[kind] += 1

    def _search(self, content: bytes, where: str, name: str = "") -> None:
        self.searched[f"bytes in {where}"] += len(content)
        for known in (each for those in self._known.values() for each in those):
            times = sum(content.count(piece) for piece in known.pieces)
            if times:
                self.found[f"{where}: {known.what}{' in ' + name if name else ''}"] += times

    @property
    def wrong(self) -> dict[str, int]:
        """What was found where it may not be."""
        return {what: count for what, count in self.found.items() if not _is_allowed(what)}

    def report(self) -> bool:
        for what, count in sorted(self.searched.items()):
            print(f"searched  {what:32}{count:>15,}")
        for what, count in sorted(self.wrong.items()):
            print(f"FOUND     {what}: {count}")
        print(f"may be    in results: {sum(self.found.values()) - sum(self.wrong.values())}")
        print(f"{sum(self.wrong.values())} where it may not be")
        return not self.wrong


def _is_allowed(what: str) -> bool:
    """A result names its patient, with address, and no more of this."""
    return what.startswith(("results: name", "results: kana", "results: address"))


def receive(reception: Reception, person: Person) -> None:
    patient, card = reception.patient, reception.counter.card
    patient.place_card(lambda: card.lay(person.key))
    if person is BY_PIN:
        patient.tap("choosePin")
        patient.tap(*keys(person.card.pin))
    else:
        patient.tap("callStaff")
        patient.tap(*keys(STAFF_PASSWORD.decode()))
        number_b = printed_number(default_world().cards, person.key)
        for part in (number_b[:6], number_b[6:10], number_b[10:]):
            patient.tap(*keys(part))
    for _ in range(3):
        patient.tap("agree")
    patient.take_card(card.take)


def killed_at_random(reception: Reception, moment: random.Random, proof: Proof) -> None:
    """Somewhere between the card and the end of the questions."""
    patient, card = reception.patient, reception.counter.card
    patient.place_card(lambda: card.lay(BY_PIN.key))
    patient.tap("choosePin")
    killer = threading.Timer(moment.uniform(0, 2.5), os.kill, (reception.kiosk.kiosk_pid, 9))
    killer.start()
    patient.tap_blindly(*keys(BY_PIN.card.pin))
    killer.join()
    card.take()
    reception.kiosk.wait_until_open(2)
    time.sleep(WITHIN_S)
    proof.memory(reception, "after a kill")


@contextmanager
def at_the_counter(proof: Proof) -> Iterator[Reception]:
    """A kiosk whose home, caches and temporary folder are searched when it is gone."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="uketsuke-privacy-")))
        home = folder / "home"
        home.mkdir()
        own: Mapping[str, str] = {
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_CONFIG_HOME": str(home / "config"),
        }
        stack.enter_context(patch.dict(os.environ, own))
        counter = stack.enter_context(open_counter(folder))
        glass = stack.enter_context(open_glass("portrait"))
        with open_reception(counter, glass, DisplayKind.X11) as reception:
            yield reception
            proof.files(folder)
        proof.files(folder)


def main(sessions: int, kills: int) -> int:
    if os.geteuid() != 0:
        print("As root: the memory of other processes is read.", file=sys.stderr)
        return 2
    loop = EventLoop(offscreen=True)
    proof = Proof()
    seed = random.randrange(1 << 30)
    print(f"{sessions} sessions, {kills} kills; seed {seed}")
    with patch("tests.ui.reception.RIGHT_PIN", BY_PIN.card.pin.encode()):
        if sessions:
            with at_the_counter(proof) as reception:
                for number in range(sessions):
                    receive(reception, BY_STAFF if number % 2 else BY_PIN)
                    time.sleep(WITHIN_S)
                    proof.memory(reception, "after a session")
                    print(f"session {number + 1}: {sum(proof.wrong.values())} found", flush=True)
        for number in range(kills):
            with at_the_counter(proof) as reception:
                killed_at_random(reception, random.Random(seed + number), proof)
                print(f"kill {number + 1}: {sum(proof.wrong.values())} found", flush=True)
    del loop
    return 0 if proof.report() else 1


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:3]]
    sys.exit(main(*(numbers or [50]), *([10] if len(numbers) < 2 else [])))
