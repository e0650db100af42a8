"""What is not there when the delivery process starts: told to staff, waited for, nothing lost."""

import queue
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

import qualification.client
from consent.anchor import SqliteLedgerAnchor
from consent.outbox import SqliteOutbox, waiting
from kiosk.config_file import load
from kiosk.delivery import results_thread
from kiosk.delivery.conclusion import Conclusion
from kiosk.delivery.process import DeliveryParts
from kiosk.delivery.supervisor import DeliverySupervisor
from kiosk.installed_files import check_files
from kiosk.session.effects import DeliverResult
from kiosk.session.events import DeliveryEvent, ServiceChecked
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
KEY = "reception-0123456789"
News = queue.SimpleQueue[DeliveryEvent]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


def parts(state: Path, results: Path, config: ClientConfig, clock: Path) -> DeliveryParts:
    """Called in the delivery process, whose clock is as wrong as the file `clock` says, in days."""
    results_thread.CHECKED_EVERY_S = 0.5

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime.now(UTC) + timedelta(days=int(clock.read_text()))

    qualification.client.datetime = Clock  # type: ignore[attr-defined]
    return DeliveryParts(
        rights=ALL,
        open_outbox=lambda: SqliteOutbox(ledger_path(state), key_file(state)),
        open_service=lambda: HttpsQualificationService(config),
        results=ResultFolder(results, FACILITY, state / "mount.json"),
        anchor=SqliteLedgerAnchor(ledger_path(state), key_file(state)),
        check_every_s=1.0,
    )


class Counter:
    """A delivery process on a service that runs, with one reception to be told."""

    def __init__(self, world: World, folder: Path, config: ClientConfig) -> None:
        self.state, self.results, self.clock = (folder / n for n in ("state", "results", "clock"))
        self.state.mkdir()
        self.clock.write_text("0")
        self.news = News()
        self.delivery = DeliverySupervisor(
            partial(parts, self.state, self.results, config, self.clock), self.news.put
        )
        with connected(config) as client, open_ledger(self.state) as ledger:
            session = authenticate(client, world.cards["hanako"]).session_id
            ledger.post(KEY, Conclusion(session, EVERYTHING, "patient").to_bytes())

    def start(self) -> None:
        self.delivery.open()
        self.delivery.deliver(DeliverResult(KEY, 1))

    @property
    def left(self) -> int:
        return len(waiting(ledger_path(self.state)))


@pytest.fixture
def counter(world: World, tmp_path: Path) -> Iterator[Counter]:
    with ServiceProcess(world.service_config) as service:
        counter = Counter(world, tmp_path, world.client_config(service.url))
        yield counter
        counter.delivery.close()


@pytest.mark.parametrize("days", [3650, -3650])
def test_a_clock_that_is_years_wrong_is_told_and_the_report_waits(
    counter: Counter, days: int
) -> None:
    counter.results.mkdir()
    counter.clock.write_text(str(days))
    counter.start()
    assert counter.news.get(timeout=SOON_S) == ServiceChecked(None)
    assert eventually(lambda: "clock" in (counter.delivery.condition.report_problem or ""))
    assert counter.left == 1
    counter.clock.write_text("0")
    assert eventually(lambda: counter.left == 0)
    assert len(names(counter.results)) == 1
    assert eventually(lambda: counter.delivery.condition.report_problem is None)


def test_a_result_folder_that_was_never_there_is_told_and_used_when_it_comes(
    counter: Counter,
) -> None:
    counter.start()
    assert eventually(lambda: "is not there" in (counter.delivery.condition.result_problem or ""))
    assert eventually(lambda: counter.delivery.condition.reports_waiting == 0)
    counter.results.mkdir()
    assert eventually(lambda: counter.left == 0)
    assert len(names(counter.results)) == 1
    assert eventually(lambda: counter.delivery.condition.result_problem is None)


def test_a_folder_that_goes_is_told_before_a_patient_waits_for_it(counter: Counter) -> None:
    counter.results.mkdir()
    counter.start()
    assert eventually(lambda: counter.left == 0)
    for path in counter.results.glob("*.xml"):
        path.unlink()
    (counter.results / ".uketsuke").rmdir()
    counter.results.rmdir()
    assert eventually(lambda: counter.delivery.condition.result_problem is not None)


def test_a_missing_result_folder_is_no_reason_not_to_start(tmp_path: Path) -> None:
    config = load(install(tmp_path, ""))
    config.storage.results.rmdir()
    check_files(config)
