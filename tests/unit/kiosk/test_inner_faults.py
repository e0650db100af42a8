"""Sessions that fail one after the other for reasons of the kiosk's own: it starts itself anew."""

import sys
from pathlib import Path

import pytest

from common.errors import EXIT_CANNOT
from kiosk.inner_faults import AT_MOST, InnerFaults
from kiosk.session.events import StaffReset
from kiosk.session.screens import StopReason
from kiosk.session.states import (
    Completed,
    Delivery,
    Idle,
    Phase,
    ReadingCard,
    Rules,
    Session,
    State,
    Stopped,
)
from kiosk.watchdog import Always, watch

SESSION = Session("s")
RULES = Rules(proof=None, has_camera=False, has_staff_password=False)
FAULT = Stopped(StopReason.INTERNAL_FAULT)


class Kiosk:
    def __init__(self) -> None:
        self.restarts = 0
        self._faults = InnerFaults(self._restart)
        self._phase: Phase = Idle()

    def _restart(self) -> None:
        self.restarts += 1

    def goes_through(self, *phases: Phase) -> None:
        for phase in phases:
            old, self._phase = self._phase, phase
            self._faults.observe(State(old, 0, RULES), StaffReset(), State(phase, 0, RULES))

    def session(self, end: Phase) -> None:
        self.goes_through(ReadingCard(SESSION), end, Idle())


@pytest.fixture
def kiosk() -> Kiosk:
    return Kiosk()


def test_three_in_a_row_start_it_anew_once_the_patient_has_gone(kiosk: Kiosk) -> None:
    for _ in range(AT_MOST - 1):
        kiosk.session(FAULT)
    kiosk.goes_through(ReadingCard(SESSION), FAULT)
    assert kiosk.restarts == 0, "the patient still reads what to do"
    kiosk.goes_through(Idle())
    assert kiosk.restarts == 1


@pytest.mark.parametrize(
    "between",
    [Completed(SESSION, 1, Delivery.DONE, None), Stopped(StopReason.CARD_REMOVED)],
    ids=["a reception", "a patient's own end"],
)
def test_others_in_between_show_that_it_works(kiosk: Kiosk, between: Phase) -> None:
    for _ in range(AT_MOST - 1):
        kiosk.session(FAULT)
    kiosk.session(between)
    kiosk.session(FAULT)
    assert kiosk.restarts == 0


THREE_FAULTS = """
import sys
from kiosk.notify import READY, Notifier
from kiosk.watchdog import EXIT_INNER_FAULTS
Notifier().tell(READY)
with open(sys.argv[1], "a") as lives:
    print(*sys.argv[2:], file=lives)
sys.exit(2 if sys.argv[2:] else EXIT_INNER_FAULTS)
"""


def test_it_is_started_anew_and_told_why(tmp_path: Path) -> None:
    lives = tmp_path / "lives"
    assert watch(Always([sys.executable, "-c", THREE_FAULTS]), [str(lives)]) == EXIT_CANNOT
    assert lives.read_text().splitlines() == ["", "--after inner_faults"]
