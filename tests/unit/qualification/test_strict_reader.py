"""Each person's result, through real service, client and folder, before the strictest reader."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qualification import messages
from qualification.client import HttpsQualificationService
from qualification.https import ClientCertificate, HttpsConnection, Timeouts
from qualification.oqs.codes import CharacterCode
from qualification.result_folder import ResultFolder
from simulation.service.process import ServiceProcess
from tests.results import strict
from tests.unit.qualification.world import (
    EVERYTHING,
    FACILITY,
    REGISTRY,
    World,
    authenticate,
    connected,
)

ENCODINGS = {CharacterCode.UTF_8: "UTF-8", CharacterCode.SHIFT_JIS: "Shift_JIS"}
USABLE = [who for who, entry in REGISTRY.items() if entry.card.certificate == "valid"]


@pytest.fixture(scope="module")
def service(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServiceProcess]:
    """One of its own: people are registered in it."""
    database = tmp_path_factory.mktemp("database") / "service.sqlite"
    config = replace(world.service_config, database_url=f"sqlite:///{database}")
    with ServiceProcess(config) as process:
        yield process


@contextmanager
def asking(
    service: ServiceProcess, world: World, encoding: CharacterCode
) -> Iterator[HttpsQualificationService]:
    config = replace(world.client_config(service.url), character_code=encoding)
    with connected(config) as client:
        yield client


def delivered(client: HttpsQualificationService, world: World, who: str, folder: Path) -> Path:
    person = authenticate(client, world.cards[who])
    if not person.registered:
        client.register(person.session_id)
    sink = ResultFolder(folder, FACILITY, folder.with_name("mount.json"))
    sink.stage(client.conclude(person.session_id, EVERYTHING), person.session_id)
    return folder / sink.publish(person.session_id, datetime.now(UTC))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_everybody_s_result_is_taken(
    service: ServiceProcess, world: World, tmp_path: Path, encoding: CharacterCode
) -> None:
    with asking(service, world, encoding) as client:
        for who in USABLE:
            path = delivered(client, world, who, tmp_path)
            result = strict.take(path, facility=FACILITY, encoding=ENCODINGS[encoding])
            assert result.text("QualificationValidity") == REGISTRY[who].insurance.validity.value


def test_a_birth_date_that_is_not_known_to_the_day_reaches_the_receipt_computer(
    client: HttpsQualificationService, world: World, tmp_path: Path
) -> None:
    assert client.qualify(authenticate(client, world.cards["fumei"]).session_id).birth_date is None
    path = delivered(client, world, "fumei", tmp_path)
    assert strict.take(path, facility=FACILITY).text("Birthdate") == "19560000"


@pytest.mark.parametrize(
    ("who", "code", "says"),
    [
        ("soon", "UK001", "３か月以内"),
        ("grace", "UK002", "資格情報のみ"),
        ("tenkyo", "UK003", "住所"),
    ],
)
def test_staff_learn_from_the_file_what_the_patient_should_do(
    client: HttpsQualificationService,
    world: World,
    tmp_path: Path,
    who: str,
    code: str,
    says: str,
) -> None:
    result = strict.Result.of(delivered(client, world, who, tmp_path))
    assert result.text("ProcessingResultCode") == code
    assert says in result.text("ProcessingResultMessage")


def test_a_number_that_the_facility_registers_comes_with_the_next_result(
    service: ServiceProcess, client: HttpsQualificationService, world: World, tmp_path: Path
) -> None:
    first = strict.take(delivered(client, world, "kohi", tmp_path), facility=FACILITY)
    assert not first.has("ReferenceNumber")
    register_number(service, world, first.text("QualificationConfirmationKey"), "P-000123")
    again = strict.take(delivered(client, world, "kohi", tmp_path), facility=FACILITY)
    assert again.text("ReferenceNumber") == "P-000123"
    other = strict.take(delivered(client, world, "choki", tmp_path), facility=FACILITY)
    assert not other.has("ReferenceNumber")
    register_number(service, world, first.text("QualificationConfirmationKey"), "")
    last = strict.take(delivered(client, world, "kohi", tmp_path), facility=FACILITY)
    assert not last.has("ReferenceNumber")


def register_number(service: ServiceProcess, world: World, key: str, number: str) -> None:
    """As the facility's receipt computer does it, with a certificate of the facility's."""
    kiosk = world.pki.kiosk
    request = messages.ReferenceNumberRequest(
        qualification_confirmation_key=key, reference_number=number
    )
    connection = HttpsConnection(
        service.url,
        ClientCertificate(kiosk.authority, kiosk.certificate, kiosk.key),
        Timeouts(),
        max_answer_bytes=4096,
    )
    body = request.model_dump_json().encode()
    answer = connection.call("POST", "/v1/reference-numbers", body, {}, time.monotonic() + 10)
    connection.close()
    assert answer.status == 200
