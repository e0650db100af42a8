"""The session worker of a simulated kiosk; imported in its process only."""

from kiosk.compose.worker import assemble
from kiosk.config import Config
from kiosk.worker.parts import WorkerParts
from simulation.camera.camera import SimulatedCamera
from simulation.card.surface import SimulatedSurfaceScanner
from simulation.hardware import SimulatedHardware


def worker_parts(config: Config, hardware: SimulatedHardware) -> WorkerParts:
    return assemble(
        config,
        hardware.card_source(),
        SimulatedSurfaceScanner(hardware.control_dir, hardware.cards),
        SimulatedCamera(hardware.control_dir, hardware.photos),
        reads=hardware.folders,
    )
