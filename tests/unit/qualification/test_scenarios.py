"""Each fault that the service can play, and what the kiosk makes of it."""

import ssl
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from qualification.client import HttpsQualificationService
from qualification.errors import (
    BadAnswer,
    RefusalCode,
    Refused,
    ServiceTimeout,
    ServiceUnavailable,
    ServiceUnreachable,
    TlsFailed,
)
from qualification.retries import KEYED
from simulation.service.control import Scenario
from simulation.service.process import ServiceProcess
from tests.unit.qualification.rogue import hangs_up, http, rogue_service, says
from tests.unit.qualification.world import EVERYTHING, World, attest, authenticate, connected


@pytest.fixture
def tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No call is tried again, so that a fault is told at once, however busy the machine is."""
    monkeypatch.setattr("qualification.client.KEYED", replace(KEYED, tries=1))


@pytest.mark.usefixtures("tried_once")
@pytest.mark.parametrize(
    ("scenario", "fault"),
    [
        (Scenario.DOWN, ServiceUnreachable),
        (Scenario.DROP_ANSWER, ServiceUnreachable),
        (Scenario.DROP_HEADERS, ServiceUnreachable),
        (Scenario.DROP_BODY, ServiceUnreachable),
        (Scenario.ERROR_500, ServiceUnavailable),
        (Scenario.UNAVAILABLE_503, ServiceUnavailable),
        (Scenario.GARBAGE, BadAnswer),
        (Scenario.WRONG_SCHEMA, BadAnswer),
        (Scenario.TRUNCATED_XML, BadAnswer),
    ],
)
def test_fault_in_a_session_is_told_and_the_session_goes_on_after_it(
    service: ServiceProcess, world: World, scenario: Scenario, fault: type[Exception]
) -> None:
    with connected(world.client_config(service.url)) as client:
        session_id = authenticate(client, world.cards["hanako"]).session_id
        world.handler.play(scenario)
        with pytest.raises(fault):
            client.qualify(session_id)
        with pytest.raises(fault):
            client.conclude(session_id, EVERYTHING)
        world.handler.ok()
    with connected(world.client_config(service.url)) as client:
        assert client.qualify(session_id).birth_date is not None
        assert client.conclude(session_id, EVERYTHING).xml


@pytest.mark.parametrize("scenario", [Scenario.ERROR_500, Scenario.UNAVAILABLE_503])
def test_a_service_that_fails_says_so_before_a_patient_comes(
    service: ServiceProcess, world: World, scenario: Scenario
) -> None:
    with connected(world.client_config(service.url)) as client:
        world.handler.play(scenario)
        with pytest.raises(ServiceUnavailable):
            client.accepted_proofs()
        world.handler.ok()
        client.accepted_proofs()


@pytest.mark.parametrize(
    ("scenario", "fault"),
    [
        (Scenario.DROP_HANDSHAKE, (TlsFailed, ServiceUnreachable)),
        (Scenario.EXPIRED_SERVER_CERTIFICATE, TlsFailed),
    ],
)
def test_fault_of_a_connection_is_told_and_the_next_one_serves(
    service: ServiceProcess,
    world: World,
    scenario: Scenario,
    fault: type[Exception] | tuple[type[Exception], ...],
) -> None:
    world.handler.play(scenario)
    with connected(world.client_config(service.url)) as client:
        with pytest.raises(fault):
            client.challenge()
        world.handler.ok()
        assert authenticate(client, world.cards["hanako"]).registered


def test_expired_server_certificate_is_named(service: ServiceProcess, world: World) -> None:
    world.handler.play(Scenario.EXPIRED_SERVER_CERTIFICATE)
    with (
        connected(world.client_config(service.url)) as client,
        pytest.raises(TlsFailed, match="expired"),
    ):
        client.challenge()


def test_clocks_that_differ_let_the_pin_pass_and_no_statement(
    world: World, client: HttpsQualificationService
) -> None:
    world.handler.play(Scenario.CLOCK_SKEW)
    assert authenticate(client, world.cards["hanako"]).registered
    with pytest.raises(Refused) as refused:
        attest(client, world.cards["hanako"])
    assert refused.value.code is RefusalCode.STATEMENT_INVALID


class Watcher:
    """Remembers what it was told; `heard` is set by the first word."""

    def __init__(self, then: Callable[[], None] = lambda: None) -> None:
        self.slow = 0
        self.retries: list[tuple[int, int]] = []
        self.heard = threading.Event()
        self._then = then

    def on_slow(self) -> None:
        self.slow += 1
        self.heard.set()
        self._then()

    def on_retry(self, attempt: int, wait_ms: int) -> None:
        self.retries.append((attempt, wait_ms))
        self.heard.set()
        self._then()


@pytest.mark.parametrize(
    "scenario", [Scenario.DOWN, Scenario.DROP_ANSWER, Scenario.DROP_BODY, Scenario.ERROR_500]
)
def test_call_with_a_key_is_tried_again_until_it_succeeds(
    world: World, client: HttpsQualificationService, scenario: Scenario
) -> None:
    session_id = authenticate(client, world.cards["hanako"]).session_id
    watcher = Watcher(then=world.handler.ok)
    client.watch(watcher)
    world.handler.play(scenario)
    assert client.conclude(session_id, EVERYTHING).xml
    ((attempt, wait_ms),) = watcher.retries
    assert attempt == 2
    assert 100 <= wait_ms <= 300


def test_registration_is_tried_again(world: World, client: HttpsQualificationService) -> None:
    authenticated = authenticate(client, world.cards["mitoroku"])
    client.watch(Watcher(then=world.handler.ok))
    world.handler.play(Scenario.DROP_ANSWER)
    client.register(authenticated.session_id)
    assert client.qualify(authenticated.session_id).birth_date is not None


def test_authentication_is_never_tried_again(
    world: World, client: HttpsQualificationService
) -> None:
    watcher = Watcher(then=world.handler.ok)
    client.watch(watcher)
    challenge = client.challenge()
    card = world.cards["hanako"]
    world.handler.down()
    with pytest.raises(ServiceUnreachable):
        client.authenticate(challenge, card.certificate_der, card.pin_proof(challenge.nonce))
    assert watcher.retries == []


def test_time_to_wait_that_the_service_asks_for_is_kept_or_left(world: World) -> None:
    """A minute, which the deadline has no room for: no try comes too early, and none too late."""
    watcher = Watcher()
    later = says(http(b"", "503 Service Unavailable", "Retry-After: 60"))
    with (
        rogue_service(world.pki, later) as url,
        connected(world.client_config(url)) as client,
    ):
        client.watch(watcher)
        with pytest.raises(ServiceUnavailable):
            client.qualify("session")
    assert watcher.retries == []


def test_call_that_takes_longer_is_told_while_it_goes_on(
    service: ServiceProcess, world: World
) -> None:
    with connected(world.client_config(service.url), slow_after_ms=50) as client:
        session_id = authenticate(client, world.cards["hanako"]).session_id
        watcher = Watcher()
        client.watch(watcher)
        world.handler.slow(1_500)
        assert client.qualify(session_id).birth_date is not None
        assert watcher.slow == 1


def test_call_that_is_quick_is_not_told(service: ServiceProcess, world: World) -> None:
    watcher = Watcher()
    with connected(world.client_config(service.url), slow_after_ms=60_000) as client:
        client.watch(watcher)
        client.challenge()
    assert not watcher.heard.is_set()


def test_answer_after_the_deadline_changes_nothing(world: World) -> None:
    given_up, late = threading.Event(), threading.Event()

    def answers_late(connection: ssl.SSLSocket, over: threading.Event) -> None:
        given_up.wait(60)
        try:
            says(_challenge(b"late"))(connection, over)
        finally:
            late.set()

    with (
        rogue_service(world.pki, answers_late, says(_challenge(b"next"))) as url,
        connected(world.client_config(url), deadline_ms=2_000) as client,
    ):
        with pytest.raises(ServiceTimeout):
            client.challenge()
        given_up.set()
        assert late.wait(60)
        with connected(world.client_config(url)) as patient:
            assert patient.challenge().challenge_id == "next"


def _challenge(identifier: bytes) -> bytes:
    return http(
        b'{"challenge_id": "' + identifier + b'", "nonce": "' + b"A" * 43 + b'=",'
        b' "expires_at": "2026-11-23T00:00:00Z"}'
    )


def test_challenge_is_asked_for_twice_at_most(world: World) -> None:
    with (
        rogue_service(world.pki, hangs_up, hangs_up, says(_challenge(b"third"))) as url,
        connected(world.client_config(url)) as client,
        pytest.raises(ServiceUnreachable),
    ):
        client.challenge()
