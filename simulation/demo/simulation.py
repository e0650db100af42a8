"""Everything that stands in for hardware, running: daemon, card slot, camera, service.

Used by the demo, by rehearsals and by tests; all of it in processes of its own, steered through
one control folder by the same handlers.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from kiosk.config import Config, Reader
from kiosk.errors import SetupFault
from simulation.camera.control import CameraHandler
from simulation.card_slot.control import CardSlotHandler
from simulation.card_slot.pcscd import PrivatePcscd, why_unavailable
from simulation.card_slot.process import CardSlotProcess
from simulation.demo.world import World, demo_config, prepare
from simulation.hardware import CardTransport, SimulatedHardware
from simulation.people import PEOPLE_FILE
from simulation.service.config import ServiceConfig
from simulation.service.control import ServiceHandler
from simulation.service.process import ServiceProcess


@dataclass(frozen=True)
class Handlers:
    """What steers the simulators."""

    card_slot: CardSlotHandler
    camera: CameraHandler
    service: ServiceHandler


def choose_transport(wanted: CardTransport | None) -> CardTransport:
    """The real PC/SC stack where this machine can run it; raises `SetupFault` if it must."""
    reason = why_unavailable()
    if wanted is CardTransport.PCSC and reason is not None:
        raise SetupFault(f"--transport pcsc: {reason} Or use --transport loopback.")
    if wanted is None:
        return CardTransport.LOOPBACK if reason else CardTransport.PCSC
    return wanted


@contextmanager
def card_daemon(transport: CardTransport) -> Iterator[PrivatePcscd | None]:
    """A pcscd of our own for as long as the context lasts; None for the loopback transport.

    One per process: the PC/SC client library remembers the first socket that it was told.
    """
    if transport is CardTransport.LOOPBACK:
        yield None
        return
    with PrivatePcscd() as daemon:
        os.environ.update(daemon.environment)
        yield daemon


class Simulation:
    """Context manager; inside it `config` describes a kiosk, and `hardware` what it stands on."""

    handlers: Handlers
    config: Config
    hardware: SimulatedHardware
    service_database: Path

    def __init__(self, world: World, daemon: PrivatePcscd | None) -> None:
        self._world = world
        self._daemon = daemon
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _start(self) -> None:
        pki = prepare(self._world)
        control_dir = Path(tempfile.mkdtemp(prefix="uketsuke-control-"))
        self._stack.callback(shutil.rmtree, control_dir, ignore_errors=True)
        self.handlers = Handlers(
            CardSlotHandler(control_dir, self._daemon),
            CameraHandler(control_dir),
            ServiceHandler(control_dir),
        )
        socket_path = self._start_card_slot(control_dir)  # It comes up while the service does.
        self.hardware = SimulatedHardware(
            control_dir, self._world.cards, self._world.photos, socket_path
        )
        self.service_database = control_dir / "service.sqlite"
        service = self._stack.enter_context(
            ServiceProcess(
                ServiceConfig(
                    pki_dir=self._world.pki,
                    cards_dir=self._world.cards,
                    people_file=PEOPLE_FILE,
                    database_url=f"sqlite:///{self.service_database}",
                    control_dir=control_dir,
                ),
                log_file=self._world.root / "service.log",
            )
        )
        self.config = demo_config(
            self._world,
            pki,
            service_url=service.url,
            reader=Reader(name_pattern="" if self._daemon is None else self._daemon.reader_name),
        )

    def _start_card_slot(self, control_dir: Path) -> Path | None:
        """The socket of the loopback transport; None where the card is in a reader of pcscd."""
        if self._daemon is None:
            socket_path = control_dir / "card.sock"
            self._stack.enter_context(
                CardSlotProcess(self._world.cards, control_dir, socket_path=socket_path)
            )
            return socket_path
        vpcd = ("127.0.0.1", self._daemon.vpcd_port)
        self._stack.enter_context(CardSlotProcess(self._world.cards, control_dir, vpcd=vpcd))
        return None
