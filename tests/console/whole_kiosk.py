"""`python -m tests.console.whole_kiosk ID SCENARIO ADDRESS`: a rehearsed kiosk that has a desk."""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from kiosk.config import Config, Desk
from kiosk.screen.event_loop import EventLoop
from simulation.demo.simulation import Simulation
from simulation.demo.world import FACILITY_CODE, default_world, employ_staff
from simulation.hardware import CardTransport
from simulation.rehearsal import scenario as scenarios
from simulation.rehearsal.director import Gui, Options, rehearse
from simulation.service.pki import Pki, make_pki


def main(kiosk_id: str, scenario_name: str, address: str) -> int:
    world = default_world()
    # Before the service starts, which reads whom it knows.
    pki = make_pki(world.pki, FACILITY_CODE, kiosk_id, datetime.now(UTC))
    gui = Gui(EventLoop(offscreen=True), None)
    with tempfile.TemporaryDirectory() as folder, Simulation(world, None) as simulation:
        simulation.config = _with_desk(simulation.config, pki, address, Path(folder))
        options = Options(world, CardTransport.LOOPBACK)
        report = rehearse(scenarios.load(scenario_name), options, simulation, gui)
    print(report.as_text())
    return 0 if report.error is None else 1


def _with_desk(config: Config, pki: Pki, address: str, folder: Path) -> Config:
    """A kiosk of that name and its own certificate, state and results."""
    files = pki.kiosk
    (folder / "results").mkdir()
    employ_staff(folder)
    service = {
        "certificate": files.certificate,
        "key": files.key,
        "statement_key": files.statement_key,
    }
    storage = {"state": folder, "results": folder / "results"}
    log = {"file": folder / "kiosk.log"}
    return config.model_copy(
        update={
            "facility": config.facility.model_copy(update={"kiosk_id": pki.kiosk_id}),
            "service": config.service.model_copy(update=service),
            "storage": config.storage.model_copy(update=storage),
            "log": config.log.model_copy(update=log),
            "desk": Desk(address=address, authority=files.authority),
        }
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
