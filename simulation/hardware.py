"""Where the props of a simulated kiosk lie, as its session workers are told.

Each of them loads this: nothing of the screen belongs here.
"""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from reader.pcsc import PcscCardSource
from reader.port import CardSource
from simulation.card_slot.loopback import LoopbackCardSource


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

    def card_source(self) -> CardSource:
        if self.loopback_socket is None:
            return PcscCardSource()
        return LoopbackCardSource(self.loopback_socket)
