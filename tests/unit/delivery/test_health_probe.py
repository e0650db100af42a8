"""The attract screen knows whether the service is there: real delivery and service processes."""

import multiprocessing
import os
import queue
import signal
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from consent.anchor import SqliteLedgerAnchor
from consent.keys import KeyFile
from consent.outbox import SqliteOutbox
from kiosk.delivery import supervisor
from kiosk.delivery.process import DeliveryParts
from kiosk.delivery.supervisor import DeliverySupervisor
from kiosk.session.events import DeliveryEvent, ServiceChecked
from qualification.client import ClientConfig, HttpsQualificationService
from qualification.result_folder import ResultFolder
from simulation.service.config import OWN_PROOFS
from simulation.service.process import ServiceProcess
from tests.rights import ALL
from tests.unit.qualification.world import FACILITY, World, make_world

News = queue.SimpleQueue[DeliveryEvent]

SOON_S = 60.0
"""Until the next news comes, on a machine that has much else to do."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


def parts(folder: Path, config: ClientConfig) -> DeliveryParts:
    """Called in the delivery process."""
    return DeliveryParts(
        rights=ALL,
        open_outbox=lambda: SqliteOutbox(folder / "consent.sqlite", KeyFile(folder / "key")),
        open_service=lambda: HttpsQualificationService(config),
        results=ResultFolder(folder, FACILITY, folder / "mount.json"),
        anchor=SqliteLedgerAnchor(folder / "consent.sqlite", KeyFile(folder / "key")),
        check_every_s=0.1,
    )


def told(news: News, event: DeliveryEvent) -> bool:
    """Waits until it is; what was on its way before does not count."""
    while news.get(timeout=SOON_S) != event:
        pass
    return True


def test_a_service_that_goes_and_comes_back_is_noticed_without_a_patient(
    world: World, tmp_path: Path
) -> None:
    news: News = queue.SimpleQueue()
    service = ServiceProcess(world.service_config)
    service.start()
    delivery = DeliverySupervisor(
        partial(parts, tmp_path, world.client_config(service.url)), sink=news.put
    )
    delivery.open()
    try:
        assert told(news, ServiceChecked(OWN_PROOFS))
        service.stop()
        assert told(news, ServiceChecked(None))
        service = ServiceProcess(replace(world.service_config, port=service.port))
        service.start()
        assert told(news, ServiceChecked(OWN_PROOFS))
        world.handler.down()
        assert told(news, ServiceChecked(None))
    finally:
        delivery.close()
        service.stop()


def test_a_delivery_process_that_is_stopped_is_replaced(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "SILENT_AFTER_S", 2.0)
    news: News = queue.SimpleQueue()
    with ServiceProcess(world.service_config) as service:
        delivery = DeliverySupervisor(
            partial(parts, tmp_path, world.client_config(service.url)), sink=news.put
        )
        delivery.open()
        try:
            assert isinstance(news.get(timeout=SOON_S), ServiceChecked)
            (process,) = (p for p in multiprocessing.active_children() if p.name == "delivery")
            assert process.pid is not None
            os.kill(process.pid, signal.SIGSTOP)
            while not news.empty():
                news.get()
            assert isinstance(news.get(timeout=SOON_S), ServiceChecked)
        finally:
            delivery.close()
