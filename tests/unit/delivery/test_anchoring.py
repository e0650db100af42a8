"""The service remembers how far the ledger had come: one put back with all beside it is found."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from consent.anchor import SqliteLedgerAnchor
from consent.errors import StoreFailed
from consent.verify import verify
from consent.witness import witness_path
from kiosk.delivery.anchoring import Anchoring
from qualification.client import HttpsQualificationService
from qualification.port import LedgerHead
from simulation.service.process import ServiceProcess
from tests.unit.consent.ledgers import fill, key_file, ledger_path, open_ledger
from tests.unit.qualification.world import World, connected, make_world


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="module")
def running(world: World) -> Iterator[ServiceProcess]:
    service = ServiceProcess(world.service_config)
    service.start(timeout_s=120.0)
    yield service
    service.stop()


@pytest.fixture
def service(world: World, running: ServiceProcess) -> Iterator[HttpsQualificationService]:
    with connected(world.client_config(running.url)) as client:
        yield client


def anchor_of(folder: Path) -> SqliteLedgerAnchor:
    return SqliteLedgerAnchor(ledger_path(folder), key_file(folder))


def told(folder: Path, service: HttpsQualificationService) -> str | None:
    """By a delivery process that was just started."""
    anchoring = Anchoring(anchor_of(folder), service)
    anchoring.tell()
    return anchoring.problem


def put_back_whole(folder: Path) -> None:
    """With the witness, as somebody does it who knows."""
    kept = folder / "earlier"
    for path in (ledger_path(folder), witness_path(ledger_path(folder))):
        shutil.copy(kept / path.name, path)


def keep_a_copy(folder: Path) -> None:
    (folder / "earlier").mkdir()
    for path in (ledger_path(folder), witness_path(ledger_path(folder))):
        shutil.copy(path, folder / "earlier")


def test_a_ledger_that_goes_on_agrees(tmp_path: Path, service: HttpsQualificationService) -> None:
    for _ in range(3):
        fill(tmp_path, 1)
        assert told(tmp_path, service) is None
    newest = anchor_of(tmp_path).newest()
    assert LedgerHead(**vars(newest)) in service.ledger_heads()


def test_a_ledger_put_back_with_its_witness_is_refused_until_it_is_restored(
    tmp_path: Path, service: HttpsQualificationService
) -> None:
    fill(tmp_path, 3)
    keep_a_copy(tmp_path)
    fill(tmp_path, 2)
    assert told(tmp_path, service) is None
    newest = ledger_path(tmp_path).read_bytes()
    known = LedgerHead(**vars(anchor_of(tmp_path).newest()))
    put_back_whole(tmp_path)
    assert verify(ledger_path(tmp_path), key_file(tmp_path)).intact, "from here nobody can tell"
    problem = told(tmp_path, service)
    assert problem is not None
    assert "entries 4 to 5" in problem
    with pytest.raises(StoreFailed, match="held 5 entries and does not"), open_ledger(tmp_path):
        pass
    assert known in service.ledger_heads(), "what the service knows is not forgotten"
    ledger_path(tmp_path).write_bytes(newest)
    assert told(tmp_path, service) is None
    fill(tmp_path, 1)


def test_another_history_is_found_although_it_is_as_long(
    tmp_path: Path, service: HttpsQualificationService
) -> None:
    fill(tmp_path, 3)
    keep_a_copy(tmp_path)
    fill(tmp_path, 1)
    assert told(tmp_path, service) is None
    put_back_whole(tmp_path)
    fill(tmp_path, 2)
    problem = told(tmp_path, service)
    assert problem is not None
    assert "entry 4 changed" in problem


def test_a_ledger_that_was_moved_aside_hinders_no_new_one(
    tmp_path: Path, service: HttpsQualificationService
) -> None:
    fill(tmp_path, 2)
    assert told(tmp_path, service) is None
    for path in (ledger_path(tmp_path), witness_path(ledger_path(tmp_path))):
        path.rename(path.with_name(f"{path.name}.aside"))
    fill(tmp_path, 1)
    assert told(tmp_path, service) is None
    kept = [head.signed for head in service.ledger_heads()]
    assert 2 in anchor_of(tmp_path).others(kept)


def test_the_service_lets_no_older_head_replace_a_newer_one(
    service: HttpsQualificationService,
) -> None:
    newer, older = LedgerHead("aa", 5, "newer"), LedgerHead("aa", 4, "older")
    service.keep_ledger_head(newer)
    service.keep_ledger_head(older)
    assert newer in service.ledger_heads()
    assert older not in service.ledger_heads()


def test_a_service_that_is_away_is_told_later(
    tmp_path: Path, world: World, service: HttpsQualificationService
) -> None:
    fill(tmp_path, 1)
    anchoring = Anchoring(anchor_of(tmp_path), service)
    world.handler.down()
    try:
        anchoring.tell()
    finally:
        world.handler.ok()
    assert anchoring.problem is None
    anchoring.tell()
    assert anchor_of(tmp_path).newest().signed in [h.signed for h in service.ledger_heads()]
