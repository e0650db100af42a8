from collections.abc import Iterator
from pathlib import Path

import pytest

from qualification.client import HttpsQualificationService
from simulation.service.process import ServiceProcess
from tests.unit.qualification.world import World, connected, make_world


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="session")
def _running(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServiceProcess]:
    log_file = tmp_path_factory.mktemp("log") / "service.log"
    with ServiceProcess(world.service_config, log_file) as process:
        yield process


@pytest.fixture
def service(_running: ServiceProcess, world: World) -> ServiceProcess:
    """The running service, playing no scenario."""
    world.handler.ok()
    return _running


@pytest.fixture
def client(service: ServiceProcess, world: World) -> Iterator[HttpsQualificationService]:
    with connected(world.client_config(service.url)) as client:
        yield client


@pytest.fixture
def result_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "face"
    folder.mkdir()
    return folder
