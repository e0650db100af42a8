"""A real kiosk begins with a card that lay there first, and waits for its ledger to be repaired."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from common.errors import EXIT_CANNOT
from consent.keys import kiosk_keys
from kiosk.compose.shared import CONSENT_KEY, CONSENT_LEDGER
from kiosk.control import ask
from kiosk.errors import SetupFault
from simulation.card_slot.control import CardSlotHandler
from simulation.card_slot.pcscd import PrivatePcscd, why_unavailable
from simulation.card_slot.process import CardSlotProcess
from simulation.rehearsal.display import DisplayKind, open_display
from tests.unit.kiosk.installation import LOG_NAME
from tests.unit.kiosk.real_kiosk import RealKiosk, running
from tests.unit.reader.photos import drawn_world

pytestmark = pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable()))

SIZE_PX = (540, 960)
ENDS_WITHIN_S = 120


class Reception:
    """A display, a reader and an installation; the kiosk is started by the test."""

    def __init__(
        self, config: Path, environment: dict[str, str], card_slot: CardSlotHandler
    ) -> None:
        self.config = config
        self.card_slot = card_slot
        self.state = config.parent / "state"
        self._environment = environment
        self._stack = ExitStack()

    def open(self) -> RealKiosk:
        log_file = self.config.parent / LOG_NAME
        return self._stack.enter_context(running(self.config, self._environment, log_file=log_file))

    def close(self) -> None:
        self._stack.close()

    def status(self, name: str) -> object:
        try:
            return ask(self.state, "status")[name]
        except SetupFault:  # It has not come up yet.
            return None


@pytest.fixture
def reception(installed_without_camera: Path, tmp_path: Path) -> Iterator[Reception]:
    stage = tmp_path / "stage"
    with (
        open_display(DisplayKind.X11, SIZE_PX) as display,
        PrivatePcscd() as daemon,
        CardSlotProcess(drawn_world() / "cards", stage, vpcd=("127.0.0.1", daemon.vpcd_port)),
    ):
        environment = {**display.environment, **daemon.environment}
        made = Reception(installed_without_camera, environment, CardSlotHandler(stage))
        yield made
        made.close()


def test_a_card_that_lay_there_before_the_start_is_read(reception: Reception) -> None:
    reception.card_slot.insert("hanako")
    kiosk = reception.open()
    kiosk.wait_for("the choice", lambda: reception.status("phase") == "ChoosingMethod")
    assert kiosk.logged("open") == 0, "nobody had to be invited"


def test_a_broken_ledger_is_named_and_nobody_is_invited_until_it_is_repaired(
    reception: Reception,
) -> None:
    ledger = reception.state / CONSENT_LEDGER
    kiosk_keys(reception.state / CONSENT_KEY, ledger).keys()  # As after its first day.
    ledger.write_text("no ledger")
    kiosk = reception.open()
    assert kiosk.process.wait(ENDS_WITHIN_S) == EXIT_CANNOT
    assert "The file is damaged" in kiosk.said
    assert kiosk.logged("open") == 0
    ledger.unlink()
    reception.open().wait_until_open()
    assert reception.status("readiness") == "ready"
