"""The service as a process: it announces itself, says why it cannot, ends, and tells nobody."""

import base64
import shutil
import socket
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from simulation.errors import SimulationFault
from simulation.people import read_people
from simulation.service.config import ServiceConfig
from simulation.service.process import ServiceProcess
from simulation.service.registry import Entry
from simulation.service.server import serve
from tests.unit.qualification.world import EVERYTHING, World, attest, authenticate, connected


@pytest.fixture
def own(world: World, tmp_path: Path) -> ServiceConfig:
    """A configuration with a database of its own beside the running service's."""
    return replace(world.service_config, database_url=f"sqlite:///{tmp_path / 'db' / 's.sqlite'}")


def test_started_again_on_its_port_it_begins_as_its_files_say(
    world: World, own: ServiceConfig
) -> None:
    with ServiceProcess(own) as first, connected(world.client_config(first.url)) as client:
        port = first.port
        client.register(authenticate(client, world.cards["shinki"]).session_id)
        assert authenticate(client, world.cards["shinki"]).registered
    assert not first.is_running()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
    with (
        ServiceProcess(replace(own, port=port)) as second,
        connected(world.client_config(second.url)) as client,
    ):
        assert not authenticate(client, world.cards["shinki"]).registered


def test_log_names_no_person(world: World, own: ServiceConfig, tmp_path: Path) -> None:
    log_file = tmp_path / "service.log"
    card = world.cards["hanako"]
    with (
        ServiceProcess(own, log_file) as process,
        connected(world.client_config(process.url)) as client,
    ):
        session_id = attest(client, card).session_id
        client.qualify(session_id)
        client.conclude(session_id, EVERYTHING)
    log = log_file.read_text(encoding="utf-8")
    assert '"route": "/v1/conclusions"' in log
    personal = [
        "花子",
        "ﾊﾅｺ",
        "67890",
        "1975",
        base64.b64encode(card.certificate_der)[:20].decode(),
    ]
    assert not [word for word in [*personal, session_id] if word in log]


def test_port_that_is_taken_is_told(own: ServiceConfig) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = ServiceProcess(replace(own, port=port))
        with pytest.raises(SimulationFault, match=f"Port {port}"):
            process.start()
    assert not process.is_running()


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        ("pki/server.pem", "pki"),
        ("cards/jpki_test_auth_ca.pem", "jpki_test_auth_ca.pem"),
        ("cards/card_face_ca.pem", "card_face_ca.pem"),
        ("cards/hanako/face_public_key.der", "face_public_key.der"),
    ],
)
def test_missing_file_is_named_with_a_remedy(
    world: World, tmp_path: Path, missing: str, named: str
) -> None:
    demo = tmp_path / "demo"
    shutil.copytree(world.demo_dir, demo)
    (demo / missing).unlink()
    with pytest.raises(SimulationFault) as fault:
        serve(ServiceConfig.for_demo(demo, world.people_file))
    assert named in str(fault.value)
    assert "make setup" in fault.value.remedy


def test_people_file_that_is_wrong_is_told(own: ServiceConfig, tmp_path: Path) -> None:
    people = tmp_path / "people.toml"
    people.write_text('[[person]]\nkey = "hanako"\n', encoding="utf-8")
    with pytest.raises(SimulationFault, match=r"person\.0\.name"):
        serve(replace(own, people_file=people))


def test_two_people_with_one_key_are_told(own: ServiceConfig, tmp_path: Path) -> None:
    people = tmp_path / "people.toml"
    text = own.people_file.read_text(encoding="utf-8")
    people.write_text(text.replace('"shinki"', '"hanako"'), encoding="utf-8")
    with pytest.raises(SimulationFault, match="more than one person has the key hanako"):
        serve(replace(own, people_file=people))


def test_database_that_cannot_be_opened_is_told(own: ServiceConfig, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SimulationFault, match="database"):
        serve(replace(own, database_url=f"sqlite:///{tmp_path / 'file' / 's.sqlite'}"))


def test_database_of_an_older_version_is_made_anew(own: ServiceConfig, world: World) -> None:
    path = Path(own.database_url.removeprefix("sqlite:///"))
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE consent (session_id TEXT PRIMARY KEY)")
    with (
        ServiceProcess(own) as process,
        connected(world.client_config(process.url)) as client,
    ):
        session_id = authenticate(client, world.cards["hanako"]).session_id
        assert client.conclude(session_id, EVERYTHING).xml


def test_demo_people_of_the_product_can_be_registered() -> None:
    people_file = Path(__file__).parents[3] / "assets" / "people.toml"
    hanako = next(entry for entry in read_people(people_file, Entry) if entry.key == "hanako")
    assert hanako.insurance.insurer_number == "06139992"
    assert hanako.insurance.burden_percent == 30


@pytest.mark.parametrize(
    ("host", "url"), [("127.0.0.1", "https://127.0.0.1:8443"), ("::1", "https://[::1]:8443")]
)
def test_the_address_is_one_that_can_be_called(own: ServiceConfig, host: str, url: str) -> None:
    assert replace(own, host=host).url(8443) == url
