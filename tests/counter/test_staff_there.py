"""Staff at the screen of `uketsuke run`: a session waits or ends; the kiosk closes, starts anew."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.staff.acts import Role
from kiosk.watchdog import EXIT_LEFT
from simulation.card_slot.pcscd import why_unavailable
from simulation.demo.world import STAFF_PASSWORD, default_world
from simulation.people import find_person
from simulation.rehearsal.display import DisplayKind
from tests.counter.counter import Counter, open_counter
from tests.counter.test_counter import Reception, keys, open_reception, uketsuke
from tests.ui.conftest import glass_of, languages  # noqa: F401 - Fixtures.
from tests.ui.kiosk_parts import PORTRAIT, Glass
from tests.ui.staff_member import StaffMember
from tests.unit.kiosk.real_kiosk import LIMIT_S

PATIENT = find_person("hanako")
CORNER_PX = 10

pytestmark = [
    pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable())),
    pytest.mark.skipif(
        not (default_world().cards / PATIENT.key).exists(),
        reason="the demo people's cards are not set up (make setup)",
    ),
]


class StaffThere:
    """Somebody of the staff, at the window and at its twin."""

    def __init__(self, reception: Reception, glass: Glass) -> None:
        self._patient = reception.patient
        self._glass = glass
        self._twin = StaffMember(
            glass, Role.ADMINISTRATOR, story=reception.patient.twin.story, name="Demo"
        )

    def come(self) -> None:
        """By the four corners, clockwise."""
        width_px, height_px, _ = PORTRAIT
        right, bottom = width_px - CORNER_PX, height_px - CORNER_PX

        def touch_corners() -> None:
            for x_px, y_px in (
                (CORNER_PX, CORNER_PX),
                (right, CORNER_PX),
                (right, bottom),
                (CORNER_PX, bottom),
            ):
                self._patient.touch(x_px, y_px)

        self._patient.do(touch_corners, self._twin.touch_corners)

    def sign_in(self) -> None:
        self.tap(*keys(STAFF_PASSWORD.decode()))

    def tap(self, *names: str) -> None:
        self._patient.do(lambda: self.tap_blindly(*names), lambda: self._tap_twin(*names))

    def are_gone(self) -> None:
        """The window has been started anew, and the twin follows."""
        self._patient.do(lambda: None, lambda: self._tap_twin("staffBack"))

    def tap_blindly(self, *names: str) -> None:
        self._patient.tap_blindly(*names)

    def _tap_twin(self, *names: str) -> None:
        self._glass.tap(*names)
        self._twin.settle()


@pytest.fixture
def at_the_kiosk(
    tmp_path: Path,
    glass_of: Callable[..., Glass],  # noqa: F811 - The fixture of that name.
) -> Iterator[tuple[Counter, Reception, StaffThere]]:
    glass = glass_of(PORTRAIT)
    with (
        open_counter(tmp_path) as counter,
        open_reception(counter, glass, DisplayKind.X11) as reception,
    ):
        yield counter, reception, StaffThere(reception, glass)


def test_a_session_waits_while_staff_look_and_ends_when_they_reset_it(
    at_the_kiosk: tuple[Counter, Reception, StaffThere],
) -> None:
    counter, reception, staff = at_the_kiosk
    patient, card = reception.patient, counter.card
    patient.place_card(lambda: card.lay(PATIENT.key))
    patient.tap("choosePin")
    staff.come()
    staff.sign_in()
    staff.tap("staffBack")
    patient.tap(*keys(PATIENT.card.pin))
    patient.tap("agree")
    staff.come()
    staff.sign_in()
    staff.tap("staffReset")
    assert reception.status()["reason"] == "reset_by_staff"
    patient.take_card(card.take)
    reception.kiosk.wait_for("the next", lambda: reception.status()["phase"] == "Idle")
    assert acts(counter) == ["sign-in", "sign-out", "sign-in", "reset", "sign-out"]
    assert list(counter.results.glob("*.xml")) == []


def test_a_kiosk_is_closed_opened_started_anew_and_left(
    at_the_kiosk: tuple[Counter, Reception, StaffThere],
) -> None:
    _, reception, staff = at_the_kiosk
    staff.come()
    staff.sign_in()
    staff.tap("staffClose")
    staff.tap("staffClose_break")
    staff.come()
    staff.sign_in()
    staff.tap("staffClose")
    staff.come()
    staff.sign_in()
    staff.tap_blindly("staffRestart")
    reception.kiosk.wait_until_open(times=2)
    staff.are_gone()
    staff.come()
    staff.sign_in()
    staff.tap_blindly("staffLeave")
    assert reception.kiosk.process.wait(LIMIT_S) == EXIT_LEFT


def acts(counter: Counter) -> list[str]:
    shown = uketsuke("audit", "show", "--state", str(counter.state))
    return [line.split()[4] for line in shown.splitlines()]
