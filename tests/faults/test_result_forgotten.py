"""What delivered a patient's result is gone with it, and the next result is delivered all the same.

As root: the memory of the delivery process, which nobody else may look into, is searched.
"""

import multiprocessing
import os
import queue
import random
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from consent.anchor import SqliteLedgerAnchor
from consent.outbox import SqliteOutbox
from consent.port import MessageState
from kiosk.delivery.conclusion import Conclusion
from kiosk.delivery.process import DeliveryParts
from kiosk.delivery.supervisor import DeliverySupervisor
from kiosk.session.effects import DeliverResult
from kiosk.session.events import DeliveryEvent, ResultDelivered
from qualification.client import ClientConfig, HttpsQualificationService
from qualification.result_folder import ResultFolder
from simulation.service.process import ServiceProcess
from tests.faults.memory import how_many_are_in
from tests.results import names
from tests.rights import ALL
from tests.unit.consent.ledgers import key_file, ledger_path, open_ledger
from tests.unit.qualification.world import (
    EVERYTHING,
    FACILITY,
    World,
    authenticate,
    connected,
    make_world,
)
from tests.waiting import eventually

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="memory of others is read by root only")

KEY = "reception-0123456789"
SOON_S = 60.0
IN_RESULTS = ("utf-8", "utf-16-le", "cp932")
"""How a text may stand in memory: as it is sent and written, or as Python holds it."""


def parts(folder: Path, config: ClientConfig) -> DeliveryParts:
    """Called in the delivery process."""
    return DeliveryParts(
        rights=ALL,
        open_outbox=lambda: SqliteOutbox(ledger_path(folder), key_file(folder)),
        open_service=lambda: HttpsQualificationService(config),
        results=ResultFolder(folder / "results", FACILITY, folder / "mount.json"),
        anchor=SqliteLedgerAnchor(ledger_path(folder), key_file(folder)),
        check_every_s=60.0,
    )


@dataclass(frozen=True)
class Patient:
    """Known to nobody but the service: what is searched for stands in no program."""

    name: str
    kana: str
    address: str
    number: str

    @classmethod
    def unknown(cls) -> "Patient":
        kanji = [chr(code) for code in range(0x4E00, 0x9000) if _is_in_cp932(chr(code))]
        kana = [chr(code) for code in range(0xFF71, 0xFF9D)]
        return cls(
            "".join(random.choices(kanji, k=8)),
            "".join(random.choices(kana, k=12)),
            "東京都" + "".join(random.choices(kanji, k=8)),
            "".join(random.choices("0123456789", k=12)),
        )

    def in_place_of_hanako(self, people: str) -> str:
        """The text of a file of people, of whom all are called like this one."""
        own = {"name": self.name, "name_kana": self.kana, "address": self.address}
        for key, value in {**own, "number": self.number}.items():
            people = re.sub(rf'(?m)^{key} = ".*"$', f'{key} = "{value}"', people)
        return people

    @property
    def traces(self) -> "re.Pattern[bytes]":
        texts = (self.name, self.kana, self.address[3:], self.number)
        forms = {text.encode(code) for text in texts for code in IN_RESULTS}
        return re.compile(b"|".join(re.escape(form) for form in forms))


def _is_in_cp932(letter: str) -> bool:
    try:
        return len(letter.encode("cp932")) == 2
    except UnicodeEncodeError:
        return False


class Kiosk:
    """A delivery process with its supervisor, ledger and folder."""

    def __init__(self, world: World, folder: Path, config: ClientConfig) -> None:
        self._world, self._folder, self._config = world, folder, config
        self.results = folder / "results"
        self.events: queue.SimpleQueue[DeliveryEvent] = queue.SimpleQueue()
        self.delivery = DeliverySupervisor(partial(parts, folder, config), self.events.put)

    def receive(self, key: str, number: int = 1) -> None:
        with connected(self._config) as client, open_ledger(self._folder) as ledger:
            session = authenticate(client, self._world.cards["hanako"]).session_id
            ledger.post(key, Conclusion(session, EVERYTHING, "pseudonym").to_bytes())
        self.delivery.deliver(DeliverResult(key, number))

    def hear_of(self, key: str) -> ResultDelivered:
        while True:
            event = self.events.get(timeout=SOON_S)
            if isinstance(event, ResultDelivered) and event.session_id == key:
                return event

    @property
    def pids(self) -> list[int]:
        children = multiprocessing.active_children()
        return [child.pid for child in children if child.name == "delivery" and child.pid]

    def traces_of(self, patient: Patient) -> int:
        found = 0
        for pid in self.pids:
            try:
                found += how_many_are_in(pid, patient.traces)
            except (FileNotFoundError, ProcessLookupError):  # It has just ended.
                continue
        return found


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


@pytest.fixture
def patient() -> Patient:
    return Patient.unknown()


@pytest.fixture
def kiosk(world: World, tmp_path: Path, patient: Patient) -> Iterator[Kiosk]:
    people = tmp_path / "people.toml"
    text = world.people_file.read_text(encoding="utf-8")
    people.write_text(patient.in_place_of_hanako(text), encoding="utf-8")
    own = replace(
        world.service_config,
        people_file=people,
        database_url=f"sqlite:///{tmp_path / 'service.sqlite'}",
    )
    with ServiceProcess(own) as service:
        kiosk = Kiosk(world, tmp_path, world.client_config(service.url))
        yield kiosk
        kiosk.delivery.close()


def test_nothing_of_a_delivered_result_is_in_memory(kiosk: Kiosk, patient: Patient) -> None:
    """While it waits for its folder it is there, so that the search is known to find it."""
    kiosk.delivery.open()
    kiosk.receive(KEY)
    assert eventually(lambda: kiosk.delivery.condition.results_waiting == 1)
    assert eventually(lambda: kiosk.traces_of(patient) > 0)
    (before,) = kiosk.pids
    kiosk.results.mkdir()
    kiosk.delivery.try_now()
    kiosk.hear_of(KEY)
    assert eventually(lambda: bool(kiosk.pids) and before not in kiosk.pids)
    assert kiosk.traces_of(patient) == 0
    (name,) = names(kiosk.results)
    assert patient.traces.search((kiosk.results / name).read_bytes())


def test_each_result_is_told_whichever_process_delivers_it(kiosk: Kiosk) -> None:
    """Each comes as soon as the one before it is delivered: while that process ends, while there
    is none, while the next one starts. Nobody is told of that."""
    kiosk.results.mkdir()
    keys = [f"{KEY}-{number}" for number in range(4)]
    with capture_logs() as logs:
        kiosk.delivery.open()
        for number, key in enumerate(keys):
            kiosk.receive(key, number)
            assert kiosk.hear_of(key).request_id == number
    assert len(names(kiosk.results)) == len(keys)
    assert not [line for line in logs if line["event"] in ("delivery_died", "child_bug")]


def test_what_staff_were_told_stays_true_from_one_process_to_the_next(kiosk: Kiosk) -> None:
    kiosk.results.mkdir()
    with open_ledger(kiosk.results.parent) as ledger:
        ledger.post("of another version", b"{}")
    kiosk.delivery.open()
    assert eventually(lambda: kiosk.delivery.condition.reports_waiting == 1)
    (before,) = kiosk.pids
    kiosk.receive(KEY)
    kiosk.hear_of(KEY)
    assert eventually(lambda: bool(kiosk.pids) and before not in kiosk.pids)
    assert kiosk.delivery.condition.reports_waiting == 1
    outbox = SqliteOutbox(ledger_path(kiosk.results.parent), key_file(kiosk.results.parent))
    with closing(outbox):
        assert outbox.first(MessageState.DELIVER) is outbox.first(MessageState.PUBLISH) is None
