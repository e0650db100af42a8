"""Several server processes on one PostgreSQL: any of them answers any call."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace

import pytest

from qualification.client import HttpsQualificationService
from qualification.errors import RefusalCode, Refused
from qualification.oqs import xml
from qualification.port import Validity
from simulation.service.config import ServiceConfig
from simulation.service.process import ServiceProcess
from simulation.service.several import several_processes
from simulation.service.store import Store
from tests.unit.qualification import postgres
from tests.unit.qualification.world import EVERYTHING, World, authenticate, connected

pytestmark = pytest.mark.skipif(not postgres.available(), reason=postgres.ABSENT)


@pytest.fixture(scope="module")
def database_url() -> Iterator[str]:
    with postgres.postgres() as url:
        yield url


@pytest.fixture(scope="module")
def config(world: World, database_url: str) -> ServiceConfig:
    # As PostgreSQL's own tools write it; which driver serves it is our affair.
    plain = database_url.replace("+psycopg", "")
    return replace(world.service_config, database_url=plain)


@pytest.fixture(scope="module")
def pair(
    world: World, config: ServiceConfig
) -> Iterator[tuple[HttpsQualificationService, HttpsQualificationService]]:
    """Connections to two processes, each on a port of its own."""
    with ExitStack() as stack:
        first = stack.enter_context(ServiceProcess(config))
        second = stack.enter_context(ServiceProcess(replace(config, keep=True)))
        yield (
            stack.enter_context(connected(world.client_config(first.url))),
            stack.enter_context(connected(world.client_config(second.url))),
        )


def test_a_session_moves_between_processes(
    world: World, pair: tuple[HttpsQualificationService, HttpsQualificationService]
) -> None:
    one, other = pair
    card = world.cards["shinki"]
    challenge = one.challenge()
    authenticated = other.authenticate(
        challenge, card.certificate_der, card.pin_proof(challenge.nonce)
    )
    assert not authenticated.registered
    one.register(authenticated.session_id)
    assert other.qualify(authenticated.session_id).validity is Validity.VALID
    result = one.conclude(authenticated.session_id, EVERYTHING)
    assert xml.parse(result.xml).message_body.results[0].name == "見本　花子"


def test_a_challenge_serves_once_whichever_process_is_asked(
    world: World, pair: tuple[HttpsQualificationService, HttpsQualificationService]
) -> None:
    card = world.cards["hanako"]

    def outcome(client: HttpsQualificationService) -> str:
        try:
            client.authenticate(challenge, card.certificate_der, proof)
        except Refused as refused:
            return refused.code.value
        return "accepted"

    for _ in range(5):
        challenge = pair[0].challenge()
        proof = card.pin_proof(challenge.nonce)
        with ThreadPoolExecutor(2) as both:
            outcomes = sorted(both.map(outcome, pair))
        assert outcomes == [RefusalCode.CHALLENGE_INVALID.value, "accepted"]


def test_processes_share_one_address(world: World, config: ServiceConfig) -> None:
    with several_processes(config, 2) as processes:
        assert len({process.port for process in processes}) == 1
        for _ in range(6):  # Each on a connection of its own, taken by whichever is free.
            with connected(world.client_config(processes[0].url)) as client:
                session_id = authenticate(client, world.cards["hanako"]).session_id
                client.qualify(session_id)
                client.conclude(session_id, EVERYTHING)
    store = Store.open(config.database_url)
    with store.read() as transaction:
        assert transaction.consents() >= 6
    store.close()
