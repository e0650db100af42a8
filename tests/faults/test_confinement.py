"""Code that took a process beside the kiosk over gets nowhere: tried in the real processes.

Each is started as the kiosk starts it, with the parts of a real kiosk; where it would first touch
what a stranger brought, it tries everything instead.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from multiprocessing import forkserver
from pathlib import Path
from queue import Queue

import pytest

from consent.ledger import SqliteConsentLedger
from consent.port import ConsentLedger, Outbox
from kiosk.child_process import start_server
from kiosk.compose.delivery import delivery_parts
from kiosk.compose.kiosk import signer
from kiosk.compose.shared import CONSENT_KEY, consent_keys, consent_ledger
from kiosk.compose.signer import signer_parts
from kiosk.config import Config, Reader
from kiosk.confinement.process import missing_here
from kiosk.delivery.process import DeliveryParts
from kiosk.delivery.supervisor import DeliverySupervisor
from kiosk.session.events import CardRead, CardRefused, ReadinessChanged, WorkerDied
from kiosk.signer.parts import SignerParts
from kiosk.worker.parts import WorkerParts
from kiosk.worker.preview import PreviewMemory
from kiosk.worker.processes import FromSession, SessionParts
from kiosk.worker.supervisor import SessionWorkers
from reader.card import MyNumberCard
from reader.errors import CardFault, CardProblem
from simulation.card_slot.control import CardSlotHandler
from simulation.card_slot.loopback import READER_NAME
from simulation.card_slot.process import CardSlotProcess
from simulation.demo.world import default_world, demo_config, prepare
from simulation.hardware import SimulatedHardware
from simulation.worker import worker_parts
from tests.faults.deeds import (
    BY_FILES,
    BY_KEYS,
    BY_NETWORK,
    ON_FILES,
    ON_OTHERS,
    Target,
    attempt,
)
from tests.waiting import eventually

PATIENCE_S = 120

pytestmark = pytest.mark.skipif(
    "seccomp" in missing_here(), reason="this kernel has no seccomp, or no numbers are known"
)
needs_landlock = pytest.mark.skipif(
    "landlock" in missing_here(), reason="this kernel has no Landlock"
)


class Report:
    """Opened before the process is confined: what is open already stays so."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def write(self, outcome: dict[str, str]) -> None:
        os.write(self._file, json.dumps(outcome).encode() + b"\n")


def attacked_worker(
    config: Config, hardware: SimulatedHardware, path: Path, deeds: tuple[str, ...], target: Target
) -> WorkerParts:
    report = Report(path)

    def open_card(_reader: str) -> MyNumberCard:
        report.write(attempt(deeds, target))
        raise CardFault(CardProblem.MUTE)

    return replace(worker_parts(config, hardware), open_card=open_card)


def attacked_signer(
    config: Config, path: Path, deeds: tuple[str, ...], target: Target
) -> SignerParts:
    made = signer_parts(config)
    report = Report(path)

    def ledger() -> ConsentLedger:
        if not path.stat().st_size:  # It is tried again and again.
            report.write(attempt(deeds, target))
        return made.ledger()

    return replace(made, ledger=ledger)


def attacked_delivery(
    config: Config, path: Path, deeds: tuple[str, ...], target: Target
) -> DeliveryParts:
    report = Report(path)

    def open_outbox() -> Outbox:
        report.write(attempt(deeds, target))
        threading.Event().wait()
        raise AssertionError

    return replace(delivery_parts(config), open_outbox=open_outbox)


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Config, SimulatedHardware]]:
    folder = tmp_path_factory.mktemp("kiosk")
    world = default_world()
    config = demo_config(world, prepare(world), service_url="https://127.0.0.1:9", reader=Reader())
    state = folder / "state"
    state.mkdir(mode=0o700)
    storage = config.storage.model_copy(update={"state": state})
    socket_path = folder / "card.sock"
    control = folder / "control"
    CardSlotHandler(control, None).insert("taro")
    with CardSlotProcess(world.cards, control, socket_path=socket_path):
        yield (
            config.model_copy(update={"storage": storage}),
            SimulatedHardware(control, world.cards, world.photos, socket_path),
        )


@pytest.fixture
def target(kiosk: tuple[Config, SimulatedHardware]) -> Target:
    config, _ = kiosk
    start_server()
    service, state, log_file = config.service, config.storage.state, config.log.file
    assert log_file is not None
    return Target(
        os.getpid(),
        state,
        keys=(state / CONSENT_KEY, service.key, service.statement_key),
        ledger=consent_ledger(config),
        log=log_file,
        server=forkserver._forkserver._forkserver_address,  # type: ignore[attr-defined]
    )


def in_a_session(
    kiosk: tuple[Config, SimulatedHardware], parts: SessionParts, path: Path
) -> dict[str, str]:
    """What came of the deeds in one of its processes."""
    said: Queue[FromSession | ReadinessChanged] = Queue()
    preview = PreviewMemory()
    workers = SessionWorkers(parts, preview, said.put)
    try:
        workers.open()
        workers.start("s1", READER_NAME, reads_photo=True)
        while not isinstance(news := said.get(timeout=PATIENCE_S), CardRefused | CardRead):
            assert not isinstance(news, WorkerDied)
        assert eventually(lambda: path.exists() and path.stat().st_size > 0)
    finally:
        workers.close()
        preview.close()
    return dict(json.loads(path.read_text("utf-8")))


def in_the_worker(
    kiosk: tuple[Config, SimulatedHardware], path: Path, deeds: tuple[str, ...], target: Target
) -> dict[str, str]:
    worker = partial(attacked_worker, *kiosk, path, deeds, target)
    return in_a_session(kiosk, SessionParts(worker, signer(kiosk[0])), path)


def in_the_signer(
    kiosk: tuple[Config, SimulatedHardware], path: Path, deeds: tuple[str, ...], target: Target
) -> dict[str, str]:
    signing = partial(attacked_signer, kiosk[0], path, deeds, target)
    return in_a_session(kiosk, SessionParts(partial(worker_parts, *kiosk), signing), path)


def in_delivery(
    kiosk: tuple[Config, SimulatedHardware], path: Path, deeds: tuple[str, ...], target: Target
) -> dict[str, str]:
    config, _ = kiosk
    delivery = DeliverySupervisor(
        partial(attacked_delivery, config, path, deeds, target), sink=lambda _event: None
    )
    delivery.open()
    try:
        assert eventually(lambda: path.exists() and path.stat().st_size > 0)
    finally:
        delivery.close()
    return dict(json.loads(path.read_text("utf-8")))


Attack = Callable[[tuple[Config, SimulatedHardware], Path, tuple[str, ...], Target], dict[str, str]]


def done(outcome: dict[str, str]) -> list[str]:
    return [name for name, what in outcome.items() if what == "done"]


@pytest.mark.parametrize("attack", [in_the_worker, in_the_signer, in_delivery])
def test_no_other_process_is_reached(
    attack: Attack, kiosk: tuple[Config, SimulatedHardware], tmp_path: Path, target: Target
) -> None:
    outcome = attack(kiosk, tmp_path / "report", tuple(ON_OTHERS), target)
    assert set(outcome) == set(ON_OTHERS)
    assert done(outcome) == []


@needs_landlock
@pytest.mark.parametrize("attack", [in_the_worker, in_the_signer])
def test_a_session_leaves_no_file_behind(
    attack: Attack, kiosk: tuple[Config, SimulatedHardware], tmp_path: Path, target: Target
) -> None:
    assert done(attack(kiosk, tmp_path / "report", tuple(ON_FILES), target)) == []


def test_what_reads_the_card_has_no_network_and_changes_no_file(
    kiosk: tuple[Config, SimulatedHardware], tmp_path: Path, target: Target
) -> None:
    deeds = (*BY_NETWORK, *BY_FILES)
    assert done(in_the_worker(kiosk, tmp_path / "report", deeds, target)) == ["add to the log"] * (
        "landlock" in missing_here()
    )


@needs_landlock
def test_what_reads_the_card_has_no_key(
    kiosk: tuple[Config, SimulatedHardware], tmp_path: Path, target: Target
) -> None:
    SqliteConsentLedger(target.ledger, consent_keys(kiosk[0])).close()  # Makes its key, too.
    outcome = in_the_worker(kiosk, tmp_path / "report", tuple(BY_KEYS), target)
    assert set(outcome.values()) == {"PermissionError"}


def test_a_thread_that_is_about_to_end_is_waited_for() -> None:
    program = """
import threading, time
from pathlib import Path
from kiosk.confinement.process import Rights, confine
from kiosk.confinement.reach import Reach
threading.Thread(target=time.sleep, args=(0.3,)).start()
confine(Rights(Reach(reads=(Path("/"),))))
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
