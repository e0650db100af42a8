"""A counter without any simulator in the kiosk: what stands around it are processes of their own.

The kiosk meets a PC/SC daemon, a card that somebody lays on its reader, an online service and a
display, each through the interface that it has at a real counter.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.config import Reader
from simulation.card_slot.pcscd import PrivatePcscd
from simulation.demo.world import World, default_world, demo_config, prepare
from tests.unit.kiosk.installation import NO_CAMERA, install_like
from tests.unit.kiosk.real_kiosk import LIMIT_S

UKETSUKE = (sys.executable, "-m", "kiosk.cli")


class Card:
    """`uketsuke card serve`: lies on the reader as long as it runs."""

    def __init__(self, daemon: PrivatePcscd, environment: dict[str, str]) -> None:
        self._port = daemon.vpcd_port
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None

    def lay(self, person: str) -> None:
        self._process = subprocess.Popen(
            [*UKETSUKE, "card", "serve", "--person", person, "--port", str(self._port)],
            env=self._environment,
            stderr=subprocess.DEVNULL,
        )

    def take(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait(LIMIT_S)


class Counter:
    """Everything but the kiosk; `config` is the file that an installer would have written."""

    def __init__(
        self, folder: Path, world: World, daemon: PrivatePcscd, url: str, more: str
    ) -> None:
        self.folder = folder
        self.card = Card(daemon, _environment(world))
        self.daemon = daemon
        self.results = world.results
        self.state = world.state
        self.service_database = world.root / "service" / "service.sqlite"
        described = demo_config(
            world,
            prepare(world),
            service_url=url,
            reader=Reader(name_pattern=daemon.reader_name),
        )
        authority = described.identity.card_face_authority
        identity = f'[identity]\nproof = "attested"\ncard_face_authority = "{authority}"\n'
        self.config = install_like(described, folder, identity + more)


@contextmanager
def open_counter(
    folder: Path, *service_options: str, configured: str = NO_CAMERA
) -> Iterator[Counter]:
    """With the demo's people and cards; service, results and ledger are of its own.

    `configured` is added to the kiosk's configuration.
    """
    world = World(folder / "world")
    world.root.mkdir()
    for name in ("photos", "cards"):
        (default_world().root / name).mkdir(exist_ok=True)
        (world.root / name).symlink_to(default_world().root / name)
    with PrivatePcscd() as daemon, _service(world, *service_options) as url:
        counter = Counter(folder, world, daemon, url, configured)
        try:
            yield counter
        finally:
            counter.card.take()


@contextmanager
def _service(world: World, *options: str) -> Iterator[str]:
    """`uketsuke service serve`; yields its address."""
    with subprocess.Popen(
        [*UKETSUKE, "service", "serve", "--port", "0", *options],
        env=_environment(world),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
            process.wait(LIMIT_S)


def _environment(world: World) -> dict[str, str]:
    return {**os.environ, "UKETSUKE_DEMO_DIR": str(world.root)}
