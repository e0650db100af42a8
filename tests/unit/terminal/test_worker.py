"""An installed adapter proves an identity: a real session worker, card protocol and service."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from queue import Queue
from typing import TypeVar

import pytest

from common.secret import Secret
from kiosk.compose.kiosk import signer
from kiosk.compose.worker import assemble
from kiosk.config import Config, Identity, Proof, Reader
from kiosk.session import effects
from kiosk.session.events import (
    EligibilityFailed,
    EligibilityKnown,
    FaceRecordOpened,
    NumberBNeeded,
    ReadinessChanged,
)
from kiosk.session.screens import StopReason
from kiosk.worker.parts import WorkerParts
from kiosk.worker.preview import PreviewMemory
from kiosk.worker.processes import FromSession, SessionParts
from kiosk.worker.supervisor import SessionWorkers
from kiosk.worker.surface_camera import NoSurfaceScanner
from qualification.port import IdentityMethod, ProofKind
from simulation.camera.camera import SimulatedCamera
from simulation.card.content import printed_number
from simulation.card_slot.control import CardSlotHandler
from simulation.card_slot.loopback import READER_NAME
from simulation.card_slot.process import CardSlotProcess
from simulation.demo.world import default_world, demo_config, prepare
from simulation.hardware import SimulatedHardware
from simulation.people import PEOPLE_FILE, find_person
from simulation.service.config import ServiceConfig
from simulation.service.process import ServiceProcess
from tests.unit.terminal.installed import install_example

PATIENCE_S = 60
PERSON = find_person("hanako")

Said = TypeVar("Said", bound=FromSession)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Config, SimulatedHardware]]:
    """A kiosk with a terminal, a card on its reader, and a service that takes terminals."""
    folder = tmp_path_factory.mktemp("kiosk")
    world = default_world()
    pki = prepare(world)
    socket_path = folder / "card.sock"
    service = ServiceConfig(
        pki_dir=world.pki,
        cards_dir=world.cards,
        people_file=PEOPLE_FILE,
        database_url=f"sqlite:///{folder / 'service.sqlite'}",
        proofs=frozenset({ProofKind.PIN, ProofKind.TERMINAL}),
    )
    CardSlotHandler(folder, None).insert(PERSON.key)
    with (
        CardSlotProcess(world.cards, folder, socket_path=socket_path),
        ServiceProcess(service) as process,
    ):
        made = demo_config(
            world,
            pki,
            service_url=process.url,
            reader=Reader(),
        )
        identity = Identity(
            proof=Proof.TERMINAL, card_face_authority=world.cards / "card_face_ca.pem"
        )
        yield (
            made.model_copy(update={"identity": identity}),
            SimulatedHardware(folder, world.cards, world.photos, socket_path),
        )


def worker_parts(config: Config, hardware: SimulatedHardware) -> WorkerParts:
    """Nothing reads the printed side."""
    camera = SimulatedCamera(hardware.control_dir, hardware.photos)
    return assemble(
        config,
        hardware.card_source(),
        NoSurfaceScanner(),
        camera,
        reads=hardware.folders,
    )


def heard(said: "Queue[FromSession | ReadinessChanged]", kind: type[Said]) -> Said:
    """Waits until it is; what else is told meanwhile does not count."""
    while not isinstance(message := said.get(timeout=PATIENCE_S), kind):
        pass
    return message


@pytest.mark.parametrize(
    ("key", "is_proven"),
    [(PERSON.card.pin.encode(), True), (b"0000", False)],
    ids=["good", "refused"],
)
def test_the_terminal_of_an_installed_package_proves_who_it_is(
    config: tuple[Config, SimulatedHardware],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    key: bytes,
    is_proven: bool,
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    install_example(site, key)
    monkeypatch.syspath_prepend(site)
    said: Queue[FromSession | ReadinessChanged] = Queue()
    preview = PreviewMemory()
    workers = SessionWorkers(
        SessionParts(partial(worker_parts, *config), signer(config[0])), preview, said.put
    )
    try:
        workers.open()
        workers.start("s1", READER_NAME, reads_photo=True)
        heard(said, NumberBNeeded)
        number_b = printed_number(default_world().cards, PERSON.key).encode()
        workers.ask(effects.OpenFaceRecord("s1", 1, Secret(bytearray(number_b))))
        heard(said, FaceRecordOpened)
        workers.ask(effects.QueryEligibility("s1", 2, IdentityMethod.STAFF))
        if is_proven:
            assert heard(said, EligibilityKnown).eligibility.registered
        else:
            assert heard(said, EligibilityFailed).reason is StopReason.CARD_UNREADABLE
    finally:
        workers.close()
        preview.close()
