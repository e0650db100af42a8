"""The running server: mutual TLS, its own socket, an end when it is told so."""

import asyncio
import logging
import socket
import ssl
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import structlog
import uvicorn
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.exc import SQLAlchemyError

from common import places
from common.places import PlacesListener
from qualification.errors import QualificationFault
from qualification.statement import load_public_key
from simulation.errors import SimulationFault
from simulation.service import certificate, proof
from simulation.service.answer import Answers
from simulation.service.app import make_app
from simulation.service.authority import load_revocation_authorities, published
from simulation.service.calls import CallHandler, Trust
from simulation.service.clients import RevokedClients
from simulation.service.config import ServiceConfig
from simulation.service.control import Scenario, ServiceState, state_of
from simulation.service.peer import PeerProtocol
from simulation.service.people import REGISTRY_FILE, load_people, read_holders
from simulation.service.pki import make_expired_server
from simulation.service.revocation import (
    CrlSource,
    OcspSource,
    RevocationSource,
    RevocationWay,
)
from simulation.service.store import Store

log = structlog.get_logger(__name__)

_KEEP_ALIVE_S = 120
"""Longer than a patient reads the consent screens, so that the next call needs no handshake."""

OF_ONE_ADDRESS = 256
"""A hospital behind one address has fewer kiosks. One address cannot take all the places."""

IN_ALL = 900
"""Below the usual limit of 1024 open files."""

HANDSHAKE_WITHIN_S = 5.0
"""A kiosk needs a fraction of a second, over a slow line two."""

_LAST_ANSWERS_S = 1
"""How long answers under way are waited for when the server is told to end."""


def serve(
    config: ServiceConfig,
    on_ready: Callable[[int], None] = lambda port: None,
    stop: threading.Event | None = None,
    listener: socket.socket | None = None,
) -> None:
    """Serve until `stop` is set or a signal comes; `on_ready` gets the bound port.

    `listener` is one that several server processes share. Raises `SimulationFault`.
    """
    state = state_of(config.control_dir)
    with ExitStack() as stack:
        context = stack.enter_context(_tls(config.pki_dir, state))
        store = Store.open(config.database_url)
        stack.callback(store.close)
        authorities = certificate.load_authorities(config.cards_dir / "jpki_test_auth_ca.pem")
        if not config.keep:
            fill(store, config)
        address = stack.enter_context(
            published(
                load_revocation_authorities(
                    config.cards_dir / "jpki_test_auth_ca.key", authorities, store
                )
            )
        )
        trust = _trust(config, authorities, address)
        stack.callback(trust.cards.close)
        answers = Answers(config.difference_element, config.subsidy_element)
        calls = CallHandler(store, trust, answers)
        app = make_app(calls, RevokedClients(config.pki_dir), state)
        listener = stack.enter_context(
            PlacesListener(
                listener or listen(config.host, config.port),
                of_one_address=OF_ONE_ADDRESS,
                in_all=IN_ALL,
            )
        )
        port = listener.getsockname()[1]
        server = Server(
            uvicorn.Config(
                app,
                http=PeerProtocol,
                loop="asyncio",
                ws="none",
                lifespan="on",
                ssl_context_factory=lambda config, default: context,
                log_config=None,
                log_level=logging.WARNING,
                access_log=False,
                server_header=False,
                timeout_keep_alive=_KEEP_ALIVE_S,
                timeout_graceful_shutdown=_LAST_ANSWERS_S,
            ),
            on_ready=lambda: on_ready(port),
            stop=stop or threading.Event(),
        )
        log.info("serving", port=port)
        server.run(sockets=[listener])


def fill(store: Store, config: ServiceConfig) -> None:
    """Make the database's people those of the data files. Raises `SimulationFault`."""
    authorities = certificate.load_authorities(config.cards_dir / "jpki_test_auth_ca.pem")
    people = read_holders([config.people_file, REGISTRY_FILE], config.cards_dir, authorities)
    try:
        load_people(store, people, datetime.now(UTC))
    except SQLAlchemyError as error:
        raise SimulationFault(
            f"The service's database cannot be filled ({type(error).__name__}).",
            "If it is of an older version, remove it; it is made anew.",
        ) from error


class Server(uvicorn.Server):
    def __init__(
        self, config: uvicorn.Config, on_ready: Callable[[], None], stop: threading.Event
    ) -> None:
        super().__init__(config)
        self._on_ready = on_ready
        self._stop = stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        # uvicorn leaves asyncio's own limit of a minute for a client that says nothing.
        loop = asyncio.get_running_loop()
        loop.create_server = partial(  # type: ignore[method-assign]  # Of this loop alone.
            loop.create_server, ssl_handshake_timeout=HANDSHAKE_WITHIN_S
        )
        await super().startup(sockets)
        self._on_ready()

    async def on_tick(self, counter: int) -> bool:
        if self._stop.is_set():
            # Idle clients would be waited for, to say goodbye to each.
            for connection in list(self.server_state.connections):
                connection.transport.abort()
            return True
        return await super().on_tick(counter)


def _trust(config: ServiceConfig, authorities: list[x509.Certificate], address: str) -> Trust:
    way: RevocationSource = (
        OcspSource(f"{address}/ocsp")
        if config.revocation is RevocationWay.OCSP
        else CrlSource(address, config.cache_dir, certificate.authority_id)
    )
    return Trust(
        card_face_authority=proof.load_card_face_authority(config.cards_dir / "card_face_ca.pem"),
        statement_keys=_statement_keys(config.pki_dir / "kiosks"),
        proofs=config.proofs,
        cards=certificate.CardCertificates(authorities, way),
    )


def _statement_keys(kiosks: Path) -> dict[str, Ed25519PublicKey]:
    try:
        return {path.parent.name: load_public_key(path) for path in kiosks.glob("*/statement.pem")}
    except QualificationFault as fault:
        raise SimulationFault(fault.message, fault.remedy) from fault


@contextmanager
def _tls(pki_dir: Path, state: Callable[[], ServiceState]) -> Iterator[ssl.SSLContext]:
    context = tls_context(pki_dir, pki_dir / "server.pem")
    if state is ServiceState:
        yield context
        return
    with tempfile.TemporaryDirectory(prefix="uketsuke-expired-") as folder:
        expired = tls_context(pki_dir, make_expired_server(pki_dir, Path(folder)))

        def on_hello(
            connection: ssl.SSLSocket | ssl.SSLObject, name: str | None, of: ssl.SSLContext
        ) -> int | None:
            match state().scenario:
                case Scenario.DROP_HANDSHAKE:
                    return ssl.ALERT_DESCRIPTION_HANDSHAKE_FAILURE
                case Scenario.EXPIRED_SERVER_CERTIFICATE:
                    connection.context = expired
            return None

        context.sni_callback = on_hello
        yield context


def tls_context(pki_dir: Path, certificate_file: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.verify_mode = ssl.CERT_REQUIRED
    context.set_alpn_protocols(["http/1.1"])
    try:
        context.load_verify_locations(pki_dir / "authority.pem")
        context.load_cert_chain(certificate_file, certificate_file.with_suffix(".key"))
    except OSError as error:  # ssl.SSLError is one, too.
        raise SimulationFault(
            f"The service's certificates in {pki_dir} cannot be used ({type(error).__name__}).",
            "Make them again (make setup).",
        ) from error
    return context


def listen(host: str, port: int) -> socket.socket:
    """Raises `SimulationFault`."""
    try:
        return places.listen(host, port)
    except OSError as error:
        raise SimulationFault(
            f"Port {port} of {host} cannot be opened ({error.strerror}).",
            "Choose another port or an address of this machine, or end the program that holds it.",
        ) from error
