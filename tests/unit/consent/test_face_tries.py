"""How often a card's face may be tried: over all insertions, restarts and clocks."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from consent.errors import StoreFailed
from consent.face_tries import FIRST_WAIT_S, FREE_TRIES, LONGEST_WAIT_S, SqliteFaceTries
from tests.unit.consent.ledgers import fill, key_file, ledger_path

DAY_S = 24 * 3600.0
CARD, OTHER = b"a certificate that nobody else has", b"another certificate"


@dataclass
class Machine:
    folder: Path
    now_s: float = 100.0
    boots: int = 0

    @property
    def tries(self) -> SqliteFaceTries:
        """As each session opens them."""
        boot = f"boot {self.boots}"
        path, keys = ledger_path(self.folder), key_file(self.folder)
        return SqliteFaceTries(path, keys, lambda: self.now_s, lambda: boot)

    def starts_anew(self) -> None:
        self.boots += 1
        self.now_s = 5.0

    def tried(self, times: int) -> None:
        for _ in range(times):
            assert self.tries.begin(CARD) == 0


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_some_tries_are_free_and_other_cards_are_not_concerned(machine: Machine) -> None:
    machine.tried(FREE_TRIES - 1)
    assert machine.tries.wait_s(CARD) == 0
    machine.tried(1)
    assert machine.tries.wait_s(CARD) == FIRST_WAIT_S
    assert machine.tries.wait_s(OTHER) == 0


def test_each_further_try_waits_longer(machine: Machine) -> None:
    machine.tried(FREE_TRIES)
    waits = []
    for _ in range(8):
        waits.append(machine.tries.wait_s(CARD))
        machine.now_s += waits[-1]
        machine.tried(1)
    assert waits[:3] == [FIRST_WAIT_S, 2 * FIRST_WAIT_S, 4 * FIRST_WAIT_S]
    assert waits[-1] == LONGEST_WAIT_S


def test_who_does_not_wait_is_refused_and_loses_nothing(machine: Machine) -> None:
    machine.tried(FREE_TRIES)
    machine.now_s += 60
    assert machine.tries.begin(CARD) == FIRST_WAIT_S - 60
    assert machine.tries.wait_s(CARD) == FIRST_WAIT_S - 60


def test_nobody_can_try_all_day(machine: Machine) -> None:
    days = []
    for _ in range(3):
        ends_s, tried = machine.now_s + DAY_S, 0
        while machine.now_s < ends_s:
            tried += machine.tries.begin(CARD) == 0
            machine.now_s += FIRST_WAIT_S
        days.append(tried)
    assert days[0] <= FREE_TRIES + 9
    assert max(days[1:]) <= DAY_S / LONGEST_WAIT_S


def test_a_restart_frees_nobody_and_locks_out_nobody_for_longer(machine: Machine) -> None:
    machine.now_s = 400 * DAY_S
    machine.tried(FREE_TRIES)
    machine.starts_anew()
    assert machine.tries.begin(CARD) == FIRST_WAIT_S - 5
    machine.now_s = FIRST_WAIT_S
    assert machine.tries.begin(CARD) == 0
    assert machine.tries.wait_s(CARD) == 2 * FIRST_WAIT_S


def test_who_proves_who_they_are_begins_anew(machine: Machine) -> None:
    machine.tried(FREE_TRIES)
    machine.tries.forget(CARD)
    machine.tried(FREE_TRIES - 1)
    assert machine.tries.wait_s(CARD) == 0


def test_the_files_name_no_card(machine: Machine) -> None:
    machine.tried(1)
    content = b"".join(p.read_bytes() for p in machine.folder.iterdir())
    assert CARD not in content
    assert CARD.hex().encode() not in content


def test_a_ledger_that_cannot_be_used_is_told(machine: Machine) -> None:
    fill(machine.folder, 1)
    ledger_path(machine.folder).write_bytes(b"no ledger" * 1000)
    with pytest.raises(StoreFailed):
        machine.tries.begin(CARD)
