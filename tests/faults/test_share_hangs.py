"""A share that hangs in the kernel: reports to the service and the look at it go on."""

import os
import queue
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

from consent.anchor import SqliteLedgerAnchor
from consent.outbox import SqliteOutbox, Waiting, waiting
from consent.port import MessageState
from kiosk import installed_files
from kiosk.config_file import load
from kiosk.delivery import results_thread
from kiosk.delivery.conclusion import Conclusion
from kiosk.delivery.process import DeliveryParts
from kiosk.delivery.supervisor import DeliverySupervisor
from kiosk.errors import SetupFault
from kiosk.session.effects import DeliverResult
from kiosk.session.events import DeliveryEvent, ResultDelivered, ResultNotDelivered, ServiceChecked
from qualification.client import ClientConfig, HttpsQualificationService
from qualification.result_folder import ResultFolder
from simulation.service.process import ServiceProcess
from tests.results import names
from tests.rights import ALL
from tests.unit.consent.ledgers import key_file, ledger_path, open_ledger
from tests.unit.kiosk.installation import install
from tests.unit.qualification.world import (
    EVERYTHING,
    FACILITY,
    World,
    authenticate,
    connected,
    make_world,
)
from tests.waiting import eventually

SOON_S = 60.0
News = queue.SimpleQueue[DeliveryEvent]


class Share:
    """A file system of its own, which can be frozen: every write then waits in the kernel."""

    def __init__(self, folder: Path) -> None:
        self.mount_point = folder / "share"
        self.mount_point.mkdir()
        image = folder / "image"
        with image.open("wb") as file:
            file.truncate(8 * 1024 * 1024)
        _run("mkfs.ext4", "-q", image)
        _run("mount", "-o", "loop", image, self.mount_point)

    def hang(self) -> None:
        _run("fsfreeze", "-f", self.mount_point)

    def answer(self) -> None:
        with suppress(subprocess.CalledProcessError):
            _run("fsfreeze", "-u", self.mount_point)


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=20)


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Share]:
    try:
        share = Share(tmp_path)
    except (subprocess.CalledProcessError, OSError):
        pytest.skip("this user may not mount")
    try:
        yield share
    finally:
        share.answer()
        _run("umount", "-l", share.mount_point)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


def parts(state: Path, share: Path, config: ClientConfig) -> DeliveryParts:
    """Called in the delivery process."""
    results_thread.HANGS_AFTER_S = 1.0
    return DeliveryParts(
        rights=ALL,
        open_outbox=lambda: SqliteOutbox(ledger_path(state), key_file(state)),
        open_service=lambda: HttpsQualificationService(config),
        results=ResultFolder(share, FACILITY, state / "mount.json"),
        anchor=SqliteLedgerAnchor(ledger_path(state), key_file(state)),
        check_every_s=1.0,
    )


@contextmanager
def delivering(
    state: Path, share: Share, config: ClientConfig, news: News
) -> Iterator[DeliverySupervisor]:
    delivery = DeliverySupervisor(partial(parts, state, share.mount_point, config), news.put)
    delivery.open()
    try:
        yield delivery
    finally:
        share.answer()  # What hangs in the kernel cannot be ended.
        delivery.close()


@pytest.mark.parametrize("from_the_start", [False, True])
def test_reports_go_on_and_results_come_when_the_share_is_back(
    world: World, tmp_path: Path, share: Share, from_the_start: bool
) -> None:
    state, news = tmp_path / "state", News()
    state.mkdir()
    keys = [f"reception-0123456789-{n}" for n in "ab"]
    with ServiceProcess(world.service_config) as service:
        config = world.client_config(service.url)
        if from_the_start:
            share.hang()
        with delivering(state, share, config, news) as delivery:
            assert isinstance(news.get(timeout=SOON_S), ServiceChecked)
            if not from_the_start:
                share.hang()
            with connected(config) as client, open_ledger(state) as ledger:
                for number, key in enumerate(keys):
                    session = authenticate(client, world.cards["hanako"]).session_id
                    ledger.post(key, Conclusion(session, EVERYTHING, "patient").to_bytes())
                    delivery.deliver(DeliverResult(key, number))
            told = {type(event) for event in _until(news, ResultNotDelivered)}
            assert ResultDelivered not in told
            assert eventually(lambda: all(m.state is not MessageState.REPORT for m in left(state)))
            assert eventually(lambda: "not answer" in (delivery.condition.result_problem or ""))
            world.handler.down()
            _until(news, ServiceChecked, accepted_proofs=None)
            world.handler.ok()
            share.answer()
            assert eventually(lambda: not left(state))
            assert eventually(lambda: delivery.condition.result_problem is None)
    assert len(names(share.mount_point)) == len(keys)


def left(state: Path) -> tuple[Waiting, ...]:
    return waiting(ledger_path(state))


def _until(news: News, kind: type[DeliveryEvent], **values: object) -> list[DeliveryEvent]:
    heard: list[DeliveryEvent] = []
    while True:
        event = news.get(timeout=SOON_S)
        heard.append(event)
        if isinstance(event, kind) and all(getattr(event, k) == v for k, v in values.items()):
            return heard


def test_doctor_names_a_folder_that_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = load(install(tmp_path, ""))
    over, real = threading.Event(), os.access

    def hangs(path: Path, mode: int) -> bool:
        if path == config.storage.results:
            over.wait()
        return real(path, mode)

    monkeypatch.setattr(os, "access", hangs)
    monkeypatch.setattr(installed_files, "FOLDER_ANSWERS_WITHIN_S", 0.2)
    with pytest.raises(SetupFault, match=r"storage\.results: .* does not answer"):
        installed_files.check_folder("storage.results", config.storage.results)
    over.set()
