"""A patient received by the bundle: a PIN session in a real window, with a real pcscd and service.

Card and service are processes of their own, from the sources.
"""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.demo.simulation import Simulation
from kiosk.demo.world import PICTURES, World, default_world
from kiosk.rehearsal.display import DisplayKind, open_display
from reader.sim.pcscd import PrivatePcscd, why_unavailable
from tests.kiosk.installation import LOG_NAME, NO_CAMERA, install_like
from tests.kiosk.real_kiosk import LIMIT_S, running
from tests.kiosk.real_patient import Patient
from tests.session.story import RULES
from tests.ui.conftest import glass_of, languages  # noqa: F401 - Fixtures.
from tests.ui.kiosk_parts import PORTRAIT, Glass

PIN_ALONE = replace(RULES, proof=None)

pytestmark = [
    pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable())),
    pytest.mark.skipif(
        not all((default_world().photos / name).is_file() for name in PICTURES),
        reason="the demo people's photographs are not set up (make setup)",
    ),
]


@pytest.fixture
def daemon() -> Iterator[PrivatePcscd]:
    with PrivatePcscd() as daemon:
        yield daemon


@pytest.fixture
def simulation(tmp_path: Path, daemon: PrivatePcscd) -> Iterator[Simulation]:
    """With the cards of the demo, and a ledger and results of its own."""
    world = World(tmp_path)
    for folder in ("photos", "cards"):
        (default_world().root / folder).mkdir(exist_ok=True)
        (tmp_path / folder).symlink_to(default_world().root / folder)
    with Simulation(world, daemon) as simulation:
        yield simulation


@pytest.mark.parametrize("kind", [DisplayKind.X11, DisplayKind.WAYLAND])
def test_a_patient_is_received_by_pin(
    program: Path,
    tmp_path: Path,
    daemon: PrivatePcscd,
    simulation: Simulation,
    glass_of: Callable[..., Glass],  # noqa: F811 - The fixture of that name.
    kind: DisplayKind,
) -> None:
    config = simulation.config
    width_px, height_px, _ = PORTRAIT
    with (
        open_display(kind, (width_px, height_px)) as display,
        running(
            install_like(config, tmp_path, NO_CAMERA),
            {**display.environment, **daemon.environment},
            log_file=tmp_path / LOG_NAME,
            program=[program],
        ) as kiosk,
    ):
        kiosk.wait_until_open()
        patient = Patient(display, glass_of(PORTRAIT), kiosk, config.storage.state, PIN_ALONE)
        patient.place_card(lambda: simulation.handlers.table.insert("hanako"))
        patient.tap("choosePin")
        patient.tap("digit1", "digit2", "digit3", "digit4", "enter")
        patient.tap("agree")
        patient.tap("decline")
        patient.tap("decline")
        assert patient.twin.phase == "Completed"
        patient.take_card(simulation.handlers.table.remove)
        results = config.storage.results
        kiosk.wait_for("the result", lambda: len(list(results.glob("*.xml"))) == 1)
    assert (kiosk.process.returncode, kiosk.said) == (0, "")
    verified = subprocess.run(
        [program, "consent", "verify", "--state", config.storage.state],
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
    )
    assert verified.returncode == 0, verified.stdout + verified.stderr
