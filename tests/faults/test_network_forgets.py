"""Connections, addresses and names that lead nowhere: each call ends in time."""

import contextlib
import select
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from qualification.errors import ServiceTimeout
from simulation.service.process import ServiceProcess
from tests.unit.qualification.world import World, connected, make_world

FORGETS_AFTER_S = 5.0
DEADLINE_S = 12.0


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="module")
def service(world: World) -> Iterator[ServiceProcess]:
    with ServiceProcess(world.service_config) as service:
        yield service


@contextmanager
def forgetful_firewall(to_port: int) -> Iterator[int]:
    """Passes bytes on; a connection that was idle too long is forgotten without a word."""
    over = threading.Event()

    def pass_on(one: socket.socket) -> None:
        with one, socket.create_connection(("127.0.0.1", to_port)) as other:
            used_at_s = time.monotonic()
            while not over.is_set():
                ready, _, _ = select.select([one, other], [], [], 0.1)
                if time.monotonic() - used_at_s > FORGETS_AFTER_S:
                    over.wait()
                    return
                for end in ready:
                    data = end.recv(65536)
                    if not data:
                        return
                    (other if end is one else one).sendall(data)
                    used_at_s = time.monotonic()

    def accept(listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while not over.is_set():
                connection, _ = listener.accept()
                threading.Thread(target=pass_on, args=(connection,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=accept, args=(listener,), daemon=True).start()
        try:
            yield listener.getsockname()[1]
        finally:
            over.set()
            listener.shutdown(socket.SHUT_RDWR)


def test_a_firewall_that_forgets_an_idle_connection_costs_the_patient_nothing(
    world: World, service: ServiceProcess
) -> None:
    card = world.cards["hanako"]
    with (
        forgetful_firewall(service.port) as port,
        connected(world.client_config(f"https://127.0.0.1:{port}")) as client,
    ):
        challenge = client.challenge()
        time.sleep(FORGETS_AFTER_S + 1)  # The patient types the PIN; nothing can be waited for.
        asked_s = time.monotonic()
        proof = card.pin_proof(challenge.nonce)
        assert client.authenticate(challenge, card.certificate_der, proof).registered
        assert time.monotonic() - asked_s < 5


def test_a_resolver_that_hangs_is_inside_the_deadline(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()
    looked_up = []

    def hangs(host: str, *_arguments: object, **_options: object) -> None:
        looked_up.append(host)
        over.wait()
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", hangs)
    try:
        with connected(world.client_config("https://service.test"), deadline_ms=500) as client:
            for _ in range(2):
                started_s = time.monotonic()
                with pytest.raises(ServiceTimeout):
                    client.challenge()
                assert time.monotonic() - started_s < 5
        assert looked_up == ["service.test"], "a hanging look-up is waited for, not doubled"
    finally:
        over.set()


@pytest.mark.parametrize("dead", [1, 5])
def test_dead_addresses_leave_time_for_the_one_that_lives(
    world: World, service: ServiceProcess, monkeypatch: pytest.MonkeyPatch, dead: int
) -> None:
    with full_backlog(service.port) as address:
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, service.port))] * dead
        lives = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", service.port))
        real = socket.getaddrinfo

        def several(host: str, *arguments: object, **options: object) -> list[object]:
            if host == "localhost":
                return [*found, lives]
            return list(real(host, *arguments, **options))  # type: ignore[arg-type]

        monkeypatch.setattr(socket, "getaddrinfo", several)
        started_s = time.monotonic()
        with connected(world.client_config(f"https://localhost:{service.port}")) as client:
            assert client.challenge().nonce
        assert time.monotonic() - started_s < DEADLINE_S


@contextmanager
def full_backlog(port: int) -> Iterator[str]:
    """An address that takes no connection any more and says nothing."""
    address = "127.0.0.2"
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind((address, port))
        listener.listen(0)
        for _ in range(3):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex((address, port))
        yield address
