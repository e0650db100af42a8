"""`make prove NAME=privacy`: what of known patients is left, on disk and in memory.

`python -m tests.faults.privacy [SESSIONS] [KILLS]`, as root: patients come to a real kiosk with a
desk, in turn by PIN, by staff with 照合番号B, and by face. Two seconds after each, the memory of
every process of the kiosk, the files that they hold open and the page for Prometheus are searched
for their PIN, number, name, kana, address, photo and face; afterwards every file that was written,
logs and caches among them; the console, its memory and its files, before and after its day is over;
and the kiosk again after it was killed at random moments of a session.

A search that finds nothing has to be one that finds: while a patient is there, what the kiosk must
know of them is looked for in the same way. `MAY_BE` says where else something may be.
"""

import os
import random
import signal
import sqlite3
import sys
import tempfile
import threading
import time
from collections import Counter as Counts
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from kiosk.compose import metrics_page
from kiosk.config_file import load
from kiosk.screen.event_loop import EventLoop
from kiosk.staff.acts import Role
from simulation.demo.world import STAFF_PASSWORD, default_world
from simulation.people import find_person
from simulation.rehearsal.display import DisplayKind
from tests.console.desk import DeskWorld, free_port, wait_until
from tests.console.test_drills import CONNECTED_WITHIN_S, Desk, at_desk
from tests.counter.camera import CameraAtTheCounter
from tests.counter.counter import Counter, open_counter
from tests.counter.test_counter import Reception, keys, number_on_the_card, open_reception
from tests.counter.test_face import CONFIGURED, camera_at
from tests.faults import past_midnight
from tests.faults.memory import Pages, open_files_of, parts_of
from tests.faults.personal import Bytes, Sought, all_of
from tests.ui.kiosk_parts import Glass
from tests.unit.kiosk.real_kiosk import descendants_of
from tests.visual.opened import open_glass

ONE, OTHER = find_person("tsuitachi"), find_person("taro")
"""The one comes by PIN and by face, the other is checked by staff."""

WITHIN_S = 2.0
"""By then nothing of a patient may be left: the proof waits that long, and looks."""

PATIENCE = 5
IDLE_WARNING_S = 300
"""The searches of memory take their time."""

FROM_OUR_SIDE = ("world/photos", "world/cards", "world/pki", "world/service", "camera")
"""Not the kiosk's: what the demo is made of, and the online service's own records."""

WHILE_ASKED = "memory while a patient is asked"
WHILE_COMPARED = "memory while a face is compared"
RESULTS = "results"
CONSOLE_BEFORE = "memory of the console before its day is over"
CONSOLE_FILES_BEFORE = "files of the console before its day is over"

MAY_BE: Mapping[str, tuple[Sequence[str], str]] = {
    WHILE_ASKED: (
        ["name", "kana", "address", "照合番号B", "photo", "embedding"],
        "the session goes on",
    ),
    WHILE_COMPARED: (
        ["name", "kana", "address", "照合番号B", "photo", "embedding"],
        "the session goes on",
    ),
    RESULTS: (["name", "kana", "address"], "the file that the receipt computer takes"),
    CONSOLE_BEFORE: (["kana"], "the desk lists who was received today"),
    CONSOLE_FILES_BEFORE: (["sealed reception"], "encrypted, as the list is kept"),
}
MUST_BE: Mapping[str, Sequence[str]] = {
    WHILE_ASKED: ["name", "kana", "address"],
    WHILE_COMPARED: ["embedding"],
    RESULTS: ["name", "kana"],
    CONSOLE_BEFORE: ["kana"],
    CONSOLE_FILES_BEFORE: ["sealed reception"],
}
"""Where the search has to find something, or it is none."""


@dataclass(frozen=True)
class Scene:
    """A reception, what its camera sees, and the desk that knows its kiosk."""

    reception: Reception
    glass: Glass
    camera: CameraAtTheCounter
    world: "DeskAtCounter"
    desk: Desk

    @property
    def counter(self) -> Counter:
        return self.reception.counter


@dataclass
class DeskAtCounter(DeskWorld):
    """With the certificates of the counter's kiosk; its day is over when `midnight` is there."""

    authority_folder: Path = Path()

    @property
    def pki(self) -> Path:
        return self.authority_folder

    @property
    def midnight(self) -> Path:
        return self.folder / "midnight"


class Proof:
    """What was searched and found, counted."""

    def __init__(self) -> None:
        self._sought: list[Sought] = all_of((ONE, OTHER), default_world())
        self.searched: Counts[str] = Counts()
        self.found: Counts[tuple[str, str]] = Counts()
        self._places: dict[tuple[str, str], str] = {}

    def memory(self, pids: Sequence[int], where: str) -> None:
        """What processes share is searched once."""
        pages = Pages()
        for pid in pids:
            try:
                for part in parts_of(pid, pages):
                    self._search(part, where)
                for name, content in open_files_of(pid):
                    self._search(content, where.replace("memory", "open files"), name)
            except (FileNotFoundError, ProcessLookupError):
                continue
            self.searched[f"number of processes: {where}"] += 1

    def kiosk(self, scene: Scene, where: str) -> None:
        """Of every process of the kiosk, its parent's too."""
        first = scene.reception.kiosk.process.pid
        self.memory((first, *descendants_of(first)), where)

    def has_searched(self, where: str) -> bool:
        return self.searched[f"bytes: {where}"] > 0

    def metrics(self, scene: Scene) -> None:
        self._search(metrics_page.page(load(scene.counter.config)).encode(), "metrics")

    def files(self, folder: Path, where: str = "files", more: Sequence[Sought] = ()) -> None:
        """All that were written in it."""
        for path in sorted(folder.rglob("*")):
            place = str(path.relative_to(folder))
            if path.is_file() and not path.is_symlink() and not place.startswith(FROM_OUR_SIDE):
                here = RESULTS if place.startswith("world/results") else where
                self._search(path.read_bytes(), here, path.name, more)
                self.searched[f"number of files: {here}"] += 1

    def _search(
        self, content: bytes, where: str, name: str = "", more: Sequence[Sought] = ()
    ) -> None:
        self.searched[f"bytes: {where}"] += len(content)
        if not content.strip(b"\0"):
            return
        for sought in (*self._sought, *more):
            times = sought.times_in(content)
            if times:
                self.found[where, sought.what] += times
                self._places[where, sought.what] = name

    @property
    def wrong(self) -> dict[tuple[str, str], int]:
        """What was found where it may not be."""
        return {
            (where, what): count
            for (where, what), count in self.found.items()
            if what not in MAY_BE.get(where, ([], ""))[0]
        }

    @property
    def missed(self) -> list[tuple[str, str]]:
        """What was not found where it must be, of the places that were searched."""
        return [
            (where, what)
            for where, all_of_them in MUST_BE.items()
            for what in all_of_them
            if self.has_searched(where) and not self.found[where, what]
        ]

    def tell(self, after: str) -> None:
        print(f"{after}: {sum(self.wrong.values())} found", flush=True)

    def report(self) -> bool:
        for what, count in sorted(self.searched.items()):
            print(f"searched  {what:60}{count:>16,}")
        for (where, what), count in sorted(self.found.items()):
            if (where, what) not in self.wrong:
                print(f"may be    {f'{where}: {what}':60}{count:>16,}  ({MAY_BE[where][1]})")
        for (where, what), count in sorted(self.wrong.items()):
            print(f"FOUND     {where}: {what} {self._places[where, what]}: {count}")
        for where, what in self.missed:
            print(f"NOT FOUND {where}: {what}, which must be there: the search is broken")
        print(f"{sum(self.wrong.values())} where it may not be")
        return not self.wrong and not self.missed


def by_pin(scene: Scene, proof: Proof) -> None:
    patient, card = scene.reception.patient, scene.counter.card
    patient.place_card(lambda: card.lay(ONE.key))
    patient.tap("choosePin")
    patient.tap(*keys(ONE.card.pin))
    if not proof.has_searched(WHILE_ASKED):
        proof.kiosk(scene, WHILE_ASKED)
    answer_and_leave(scene)


def by_staff(scene: Scene, _: Proof) -> None:
    patient, card = scene.reception.patient, scene.counter.card
    patient.place_card(lambda: card.lay(OTHER.key))
    patient.tap("callStaff")
    patient.tap(*keys(STAFF_PASSWORD.decode()))
    for part in number_on_the_card(OTHER.key):
        patient.tap(*keys(part))
    answer_and_leave(scene)


def by_face(scene: Scene, proof: Proof) -> None:
    """Who stands aside until the kiosk was searched, the first time."""
    patient, card = scene.reception.patient, scene.counter.card
    scene.camera.show(None)
    patient.place_card(lambda: card.lay(ONE.key))
    patient.tap("chooseFace")
    *parts, last = number_on_the_card(ONE.key)
    for part in parts:
        patient.tap(*keys(part))

    def compare() -> None:
        patient.tap_blindly(*keys(last))
        scene.reception.kiosk.wait_for("the camera", lambda: phase_of(scene) == "CapturingFace")
        if not proof.has_searched(WHILE_COMPARED):
            proof.kiosk(scene, WHILE_COMPARED)
        scene.camera.show(ONE.card.live)

    def twin_compares() -> None:
        scene.glass.tap(*keys(last))
        patient.twin.go_on()
        patient.twin.look_into_the_camera()

    patient.do(compare, twin_compares)
    answer_and_leave(scene)


def phase_of(scene: Scene) -> object:
    return scene.reception.status()["phase"]


def answer_and_leave(scene: Scene) -> None:
    for _ in range(3):
        scene.reception.patient.tap("agree")
    scene.reception.patient.take_card(scene.counter.card.take)


WAYS = (by_pin, by_staff, by_face)


def killed_at_random(scene: Scene, moment: random.Random, proof: Proof) -> None:
    """Somewhere between the card and the end of the questions."""
    patient, card = scene.reception.patient, scene.counter.card
    patient.place_card(lambda: card.lay(ONE.key))
    patient.tap("choosePin")
    killer = threading.Timer(moment.uniform(0, 2.5), os.kill, (scene.reception.kiosk.kiosk_pid, 9))
    killer.start()
    patient.tap_blindly(*keys(ONE.card.pin))
    killer.join()
    card.take()
    scene.reception.kiosk.wait_until_open(2)
    time.sleep(WITHIN_S)
    proof.kiosk(scene, "memory after a kill")


def day_ends(scene: Scene, received: int, proof: Proof) -> None:
    """At the desk, which kept everybody sealed until then, and keeps nothing of it."""
    desk, world = scene.desk, scene.world
    assert world.process is not None
    wait_until(lambda: listed(desk) == received, "the desk lists everybody", CONNECTED_WITHIN_S)
    proof.memory([world.process.pid], CONSOLE_BEFORE)
    with closing(sqlite3.connect(world.state / "console.sqlite")) as database:
        rows = [row[0] for row in database.execute("SELECT sealed FROM reception")]
    assert len(rows) == received
    sealed = Bytes("sealed reception", tuple(each[:64] for each in rows))
    proof.files(world.folder, CONSOLE_FILES_BEFORE, [sealed])
    starts = world.log.count("console_open")
    world.midnight.touch()
    wait_until(
        lambda: world.log.count("console_open") > starts, "the day is over", CONNECTED_WITHIN_S
    )
    with at_desk(world) as tomorrow:
        assert listed(tomorrow) == 0
    time.sleep(WITHIN_S)
    proof.memory([world.process.pid], "memory of the console after its day")
    proof.files(world.folder, "files of the console after its day", [sealed])


def listed(desk: Desk) -> int:
    return int(desk.page("/?seen=1").split('id="count">')[1].split("<")[0])


@contextmanager
def at_the_counter(proof: Proof) -> Iterator[Scene]:
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
        authority = folder / "world" / "pki"
        desk = DeskAtCounter(
            folder / "desk",
            free_port(),
            free_port(),
            program=past_midnight.program(folder / "desk" / "midnight"),
            authority_folder=authority,
        )
        desk.folder.mkdir()
        counter = stack.enter_context(
            open_counter(
                folder,
                configured=f"{CONFIGURED}"
                f"[times]\npatience = {PATIENCE}\nidle_warning_s = {IDLE_WARNING_S}\n"
                f"[desk]\naddress = 'localhost:{desk.kiosks_port}'\n"
                f"authority = '{authority / 'authority.pem'}'\n",
            )
        )
        desk.start()
        stack.callback(desk.stop)
        staff = stack.enter_context(at_desk(desk, Role.ADMINISTRATOR))
        glass = stack.enter_context(open_glass("portrait"))
        camera = stack.enter_context(camera_at(counter))
        with open_reception(counter, glass, DisplayKind.X11, camera=camera) as reception:
            yield Scene(reception, glass, camera, desk, staff)
            proof.files(folder)
        proof.files(folder)


def main(sessions: int, kills: int) -> int:
    if os.geteuid() != 0:
        print("As root: the memory of other processes is read.", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # All that was started ends then too.
    loop = EventLoop(offscreen=True)
    proof = Proof()
    seed = random.randrange(1 << 30)
    print(f"{sessions} sessions, {kills} kills; seed {seed}", flush=True)
    with patch("tests.ui.reception.RIGHT_PIN", ONE.card.pin.encode()):
        if sessions:
            with at_the_counter(proof) as scene:
                for number in range(sessions):
                    WAYS[number % len(WAYS)](scene, proof)
                    time.sleep(WITHIN_S)
                    proof.kiosk(scene, "memory after a session")
                    proof.metrics(scene)
                    proof.tell(f"session {number + 1}")
                day_ends(scene, sessions, proof)
                proof.tell("the desk's day")
        for number in range(kills):
            with at_the_counter(proof) as scene:
                killed_at_random(scene, random.Random(seed + number), proof)
                proof.tell(f"kill {number + 1}")
    del loop
    return 0 if proof.report() else 1


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:3]]
    sys.exit(main(*(numbers or [50]), *([10] if len(numbers) < 2 else [])))
