"""Who takes connections and says nothing keeps nobody else from being served."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from qualification.errors import QualificationFault
from simulation.service import peer, server
from simulation.service.server import serve
from tests.unit.qualification.world import World, connected
from tests.waiting import PATIENCE_S, eventually

OF_ONE, IN_ALL = 8, 20
ATTACKER, ANOTHER, A_THIRD = "127.0.0.66", "127.0.0.67", "127.0.0.68"


class Served:
    """A service in this process, with few places and much patience for silence."""

    def __init__(self, world: World, port: int) -> None:
        self._config = world.client_config(f"https://127.0.0.1:{port}")
        self._port = port

    def call(self) -> bytes:
        """A good client's, from an address of its own."""
        with connected(self._config) as client:
            return client.challenge().nonce

    def silent(self, host: str) -> socket.socket:
        """A connection that says nothing."""
        return socket.create_connection(
            ("127.0.0.1", self._port), timeout=PATIENCE_S, source_address=(host, 0)
        )

    def idle(self, host: str) -> socket.socket:
        """A connection of a known kiosk that asks for nothing. Raises `OSError`."""
        context = ssl.create_default_context(cafile=str(self._config.authority_file))
        context.load_cert_chain(self._config.certificate_file, self._config.key_file)
        return context.wrap_socket(self.silent(host), server_hostname="127.0.0.1")


@pytest.fixture
def served(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setattr(server, "OF_ONE_ADDRESS", OF_ONE)
    monkeypatch.setattr(server, "IN_ALL", IN_ALL)
    monkeypatch.setattr(server, "HANDSHAKE_WITHIN_S", 10 * PATIENCE_S)
    monkeypatch.setattr(peer, "REQUEST_WITHIN_S", 10 * PATIENCE_S)
    config = replace(
        world.service_config,
        database_url=f"sqlite:///{tmp_path / 'service.sqlite'}",
        control_dir=None,
    )
    ports: list[int] = []
    stop = threading.Event()
    thread = threading.Thread(target=serve, args=(config, ports.append, stop))
    thread.start()
    try:
        assert eventually(lambda: bool(ports))
        yield Served(world, ports[0])
    finally:
        stop.set()
        thread.join()


def is_ended(connection: socket.socket) -> bool:
    """Whether the service has hung up; waits until it has."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


def is_open(connection: socket.socket) -> bool:
    connection.setblocking(False)
    try:
        return connection.recv(1) != b""
    except (BlockingIOError, ssl.SSLWantReadError):
        return True


def test_one_address_that_never_shakes_hands_takes_its_own_places_only(served: Served) -> None:
    with ExitStack() as stack:
        held = [stack.enter_context(served.silent(ATTACKER)) for _ in range(OF_ONE)]
        for _ in range(5):
            assert is_ended(stack.enter_context(served.silent(ATTACKER)))
        assert all(is_open(each) for each in held)
        assert served.call()


def test_one_address_of_a_known_kiosk_takes_its_own_places_only(served: Served) -> None:
    with ExitStack() as stack:
        held = [stack.enter_context(served.idle(ATTACKER)) for _ in range(OF_ONE)]
        with pytest.raises(OSError):  # noqa: PT011 - However the system puts it.
            served.idle(ATTACKER)
        assert all(is_open(each) for each in held)
        assert served.call()


def test_several_addresses_take_no_more_than_all_places_and_give_them_back(
    served: Served,
) -> None:
    with ExitStack() as stack:
        for host, count in ((ATTACKER, OF_ONE), (ANOTHER, OF_ONE), (A_THIRD, IN_ALL - 2 * OF_ONE)):
            for _ in range(count):
                stack.enter_context(served.silent(host))
        assert is_ended(stack.enter_context(served.silent(A_THIRD)))

    def is_served() -> bool:
        try:
            return bool(served.call())
        except QualificationFault:
            return False

    assert eventually(is_served)
