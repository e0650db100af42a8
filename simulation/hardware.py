"""What stands behind the ports of a simulated kiosk, and where its props lie."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kiosk.child_process import MadeElsewhere
from kiosk.compose.kiosk import Adapters, signer
from kiosk.config import Config
from reader.pcsc import PcscCardSource
from reader.port import CardSource, PresenceMonitor
from reader.presence import PcscPresenceMonitor
from simulation.card_slot.loopback import LoopbackCardSource, LoopbackPresenceMonitor


class CardTransport(Enum):
    """How the virtual card is reached."""

    PCSC = "pcsc"  # A real pcscd with a virtual reader.
    LOOPBACK = "loopback"  # A local socket.


@dataclass(frozen=True)
class SimulatedHardware:
    control_dir: Path
    """The folder of small files that steer the simulators."""
    cards: Path
    photos: Path
    loopback_socket: Path | None
    """Where the virtual card is, without pcscd."""

    @property
    def folders(self) -> tuple[Path, ...]:
        """What the simulators read in a session worker; their code among it."""
        return self.control_dir, self.cards, self.photos, Path(__file__).parent

    def adapters(self, config: Config) -> Adapters:
        return Adapters(
            self._presence(config),
            worker_parts=MadeElsewhere("simulation.worker", "worker_parts", (config, self)),
            signer_parts=signer(config),
            delivery_parts=MadeElsewhere("kiosk.compose.delivery", "delivery_parts", (config,)),
        )

    def _presence(self, config: Config) -> PresenceMonitor:
        if self.loopback_socket is None:
            return PcscPresenceMonitor(config.reader.name_pattern)
        return LoopbackPresenceMonitor(self.loopback_socket)

    def card_source(self) -> CardSource:
        if self.loopback_socket is None:
            return PcscCardSource()
        return LoopbackCardSource(self.loopback_socket)
