"""What stands behind the ports of a simulated kiosk."""

from kiosk.child_process import MadeElsewhere
from kiosk.compose.kiosk import Adapters, signer
from kiosk.config import Config
from reader.port import PresenceMonitor
from reader.presence import PcscPresenceMonitor
from simulation.card_slot.loopback import LoopbackPresenceMonitor
from simulation.hardware import SimulatedHardware


def simulated(config: Config, hardware: SimulatedHardware) -> Adapters:
    return Adapters(
        _presence(config, hardware),
        worker_parts=MadeElsewhere("simulation.worker", "worker_parts", (config, hardware)),
        signer_parts=signer(config),
        delivery_parts=MadeElsewhere("kiosk.compose.delivery", "delivery_parts", (config,)),
    )


def _presence(config: Config, hardware: SimulatedHardware) -> PresenceMonitor:
    if hardware.loopback_socket is None:
        return PcscPresenceMonitor(config.reader.name_pattern)
    return LoopbackPresenceMonitor(hardware.loopback_socket)
