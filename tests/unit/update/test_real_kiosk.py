"""A kiosk in a window is updated between two patients, and is back when the new version is bad."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.control import ask
from kiosk.update.change import Machine, apply, go_back, has_passed, start_anew
from simulation.card_slot.control import CardSlotHandler
from simulation.card_slot.pcscd import PrivatePcscd, why_unavailable
from simulation.card_slot.process import CardSlotProcess
from simulation.rehearsal.display import DisplayKind, open_display
from tests.unit.kiosk.installation import LOG_NAME, NO_CAMERA, install
from tests.unit.kiosk.real_kiosk import RealKiosk, running
from tests.unit.reader.photos import drawn_world
from tests.unit.update.supplier import Supplier, machine_in, write_program

pytestmark = pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable()))

SIZE_PX = (540, 960)
WAIT_S = 60
SHORT_S = 5

KIOSK = f"""#!/bin/sh
echo NAME >>FOLDER/lives
exec {sys.executable} -m kiosk.cli "$@"
"""
HANGS = """#!/bin/sh
echo NAME >>FOLDER/lives
exec sleep 1000
"""


class Counter:
    """A machine with its supplier, its kiosk, and a card that can be laid there."""

    def __init__(self, folder: Path, kiosk: RealKiosk, slot: CardSlotHandler, machine: Machine):
        self.kiosk = kiosk
        self.slot = slot
        self.machine = machine
        self._folder = folder
        (folder / "supplier").mkdir()
        self._supplier = Supplier(folder / "supplier")
        self._supplier.introduce(machine.keys)

    def bring(self, version: str, program: str, *, limit_s: float = WAIT_S) -> None:
        text = named(program, version, self._folder)
        apply(self.machine, self._supplier.make(version, program=text), limit_s)

    def phase(self) -> object:
        return ask(self.machine.state, "status")["phase"]

    @property
    def lives(self) -> list[str]:
        return (self._folder / "lives").read_text().split()


def named(program: str, version: str, folder: Path) -> str:
    return program.replace("NAME", version).replace("FOLDER", str(folder))


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    config = install(tmp_path, NO_CAMERA)
    (tmp_path / "update").mkdir()
    machine = machine_in(tmp_path / "update")
    machine = Machine(machine.versions, machine.keys, tmp_path / "state", "0.1.0")
    write_program(machine.versions.package, named(KIOSK, "0.1.0", tmp_path))
    parent = (sys.executable, "-m", "tests.unit.update.parent", tmp_path / "update")
    with (
        open_display(DisplayKind.X11, SIZE_PX) as display,
        PrivatePcscd() as daemon,
        CardSlotProcess(
            drawn_world() / "cards", tmp_path / "stage", vpcd=("127.0.0.1", daemon.vpcd_port)
        ),
        running(
            config,
            {**display.environment, **daemon.environment},
            log_file=tmp_path / LOG_NAME,
            program=parent,
        ) as kiosk,
    ):
        kiosk.wait_until_open()
        yield Counter(tmp_path, kiosk, CardSlotHandler(tmp_path / "stage"), machine)


def test_between_two_patients_and_back_from_a_bad_one(counter: Counter) -> None:
    kiosk, machine = counter.kiosk, counter.machine
    counter.slot.insert("hanako")
    kiosk.wait_for("the patient", lambda: counter.phase() != "Idle")
    counter.bring("0.2.0", KIOSK)
    assert not start_anew(machine.state, 0)
    assert counter.lives == ["0.1.0"]
    counter.slot.remove()
    assert start_anew(machine.state, WAIT_S)
    assert has_passed(machine.versions, "0.2.0")
    assert counter.lives == ["0.1.0", "0.2.0"]
    kiosk.wait_until_open(2)

    counter.bring("0.3.0", HANGS, limit_s=SHORT_S)
    assert start_anew(machine.state, WAIT_S)
    assert not has_passed(machine.versions, "0.3.0")
    kiosk.wait_until_open(3)
    assert counter.lives == ["0.1.0", "0.2.0", "0.3.0", "0.2.0"]

    assert go_back(machine) == "0.1.0"
    assert start_anew(machine.state, WAIT_S)
    kiosk.wait_until_open(4)
    assert counter.lives[-1] == "0.1.0"
