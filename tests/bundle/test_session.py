"""Patients received by the bundle at a counter: workers, delivery process and ledger at work."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from simulation.card_slot.pcscd import why_unavailable
from simulation.demo.world import PICTURES, default_world
from simulation.rehearsal.display import DisplayKind
from tests.counter import camera
from tests.counter.counter import open_counter
from tests.counter.test_counter import (
    assert_results,
    end,
    open_reception,
    receive_by_pin,
    receive_by_staff,
)
from tests.counter.test_face import CONFIGURED, assert_received_by_face, camera_at, receive_by_face
from tests.ui.conftest import glass_of, languages  # noqa: F401 - Fixtures.
from tests.ui.kiosk_parts import PORTRAIT, Glass
from tests.unit.kiosk.real_kiosk import LIMIT_S

pytestmark = [
    pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable())),
    pytest.mark.skipif(
        not all((default_world().photos / name).is_file() for name in PICTURES),
        reason="the demo people's photographs are not set up (make setup)",
    ),
]


def test_a_patient_by_pin_and_one_by_staff(
    program: Path,
    tmp_path: Path,
    glass_of: Callable[..., Glass],  # noqa: F811 - The fixture of that name.
) -> None:
    """In cage; on X11 `tests/counter` receives the same two from the sources."""
    with open_counter(tmp_path) as counter:
        glass = glass_of(PORTRAIT)
        with open_reception(counter, glass, DisplayKind.WAYLAND, [program]) as reception:
            receive_by_pin(reception)
            receive_by_staff(reception)
            results = counter.results
            reception.kiosk.wait_for("both results", lambda: len(list(results.glob("*.xml"))) == 2)
            end(reception)
        assert_results(counter)
        verified = subprocess.run(
            [program, "consent", "verify", "--state", counter.state],
            capture_output=True,
            encoding="utf-8",
            timeout=LIMIT_S,
            check=False,
        )
    assert verified.stdout == "2 entries, intact\n", verified.stderr


@pytest.mark.skipif(camera.why_unavailable() is not None, reason=str(camera.why_unavailable()))
def test_a_patient_by_face(
    program: Path,
    tmp_path: Path,
    glass_of: Callable[..., Glass],  # noqa: F811 - The fixture of that name.
) -> None:
    """Camera, models and worker are the bundle's; the driver below the camera is the test's."""
    with open_counter(tmp_path, configured=CONFIGURED) as counter, camera_at(counter) as there:
        with open_reception(
            counter, glass_of(PORTRAIT), DisplayKind.WAYLAND, [program], there
        ) as reception:
            receive_by_face(reception, there)
            end(reception)
        assert_received_by_face(counter)
