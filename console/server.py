"""`uketsuke console run`: the browsers' pages, the kiosks' lines, and the end of each day."""

import asyncio
import logging
import socket
import sqlite3
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial

import structlog
import uvicorn

from common.errors import Fault
from common.places import PlacesListener, listen
from console.app import Console, make_app
from console.board import Board
from console.config import ConsoleConfig
from console.kiosks import KioskLines
from console.pages import Pages
from console.signing_in import SigningIn
from console.store import Store
from console.webhook import tell_of
from kiosk.staff.accounts import ACCOUNTS_FILE, Accounts
from kiosk.staff.audit_file import AUDIT_FILE

log = structlog.get_logger(__name__)

FORGET_EVERY_S = 60.0
_KEEP_ALIVE_S = 65
_LAST_ANSWERS_S = 1
HANDSHAKE_WITHIN_S = 5.0
OF_ONE_ADDRESS = 100
"""A browser has seven connections at most, and a reception a few browsers behind one address."""
IN_ALL = 400
"""At each of the two ports; with the files that are open, below the usual limit of 1024."""


def run(
    config: ConsoleConfig,
    ready: Callable[[int, int], None] = lambda staff_port, kiosks_port: None,
    stop: threading.Event | None = None,
) -> bool:
    """Until a signal comes or `stop` is set, or a day is over. Raises `Fault`.

    True after a day: whoever calls starts the program anew. What a process has held of patients
    stays in its memory, whatever it forgets.
    """
    return asyncio.run(_run(config, ready, stop or threading.Event()))


async def _run(
    config: ConsoleConfig, ready: Callable[[int, int], None], stop: threading.Event
) -> bool:
    store = Store(config.state, config.keep_days)
    board = Board(store)
    pages = Pages(board)
    lines = KioskLines(board, config.facility_code)
    accounts = Accounts(config.state / ACCOUNTS_FILE)
    signing_in = SigningIn(store, accounts, config.state, timedelta(hours=config.signed_in_for_h))
    console = Console(board, pages, lines, signing_in, config.state / AUDIT_FILE)
    if config.notices.webhook is not None:
        board.on_notice(tell_of(config.notices.webhook))
    pages.make_all_rows()
    staff = _listener(config.staff.host, config.staff.port, "staff's browsers")
    server = _Server(_uvicorn_config(config, console), stop)
    kiosks = await lines.serve(
        config.kiosks, _listener(config.kiosks.host, config.kiosks.port, "the kiosks")
    )
    forgetting = asyncio.create_task(_forget_old(board, server))
    server.on_ready = lambda: ready(server.port, kiosks.sockets[0].getsockname()[1])
    try:
        await server.serve(sockets=[staff])
    finally:
        forgetting.cancel()
        kiosks.close()
        lines.close()
        store.close()
    return server.day_is_over


async def _forget_old(board: Board, server: "_Server") -> None:
    while not server.day_is_over:
        await asyncio.sleep(FORGET_EVERY_S)
        with suppress(sqlite3.Error):  # The board says so, and it is tried again.
            server.day_is_over = board.forget_old()


class _Server(uvicorn.Server):
    """uvicorn's, which tells its port and can be told to end."""

    def __init__(self, config: uvicorn.Config, stop: threading.Event) -> None:
        super().__init__(config)
        self._stop = stop
        self.port = 0
        self.day_is_over = False
        self.on_ready: Callable[[], None] = lambda: None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        # uvicorn leaves asyncio's own limit of a minute for a client that says nothing.
        loop = asyncio.get_running_loop()
        loop.create_server = partial(  # type: ignore[method-assign]  # Of this loop alone.
            loop.create_server, ssl_handshake_timeout=HANDSHAKE_WITHIN_S
        )
        await super().startup(sockets)
        self.port = self.servers[0].sockets[0].getsockname()[1]
        log.info("console_open")
        self.on_ready()

    async def on_tick(self, counter: int) -> bool:
        if self._stop.is_set() or self.should_exit or self.day_is_over:
            for connection in list(self.server_state.connections):
                connection.transport.abort()  # Streams never end by themselves.
            return True
        return await super().on_tick(counter)


def _listener(host: str, port: int, whom: str) -> PlacesListener:
    """Who takes connections and says nothing keeps only their own address out."""
    try:
        return PlacesListener(listen(host, port), of_one_address=OF_ONE_ADDRESS, in_all=IN_ALL)
    except OSError as error:
        raise Fault(
            f"Port {port} of {host} cannot be opened ({error.strerror}).",
            f"Choose another one for {whom}, or end the program that holds it.",
        ) from None


def _uvicorn_config(config: ConsoleConfig, console: Console) -> uvicorn.Config:
    context = _staff_context(config)
    return uvicorn.Config(
        make_app(console),
        host=config.staff.host,
        port=config.staff.port,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        ssl_context_factory=lambda config, default: context,
        log_config=None,
        log_level=logging.WARNING,
        access_log=False,
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE_S,
        timeout_graceful_shutdown=_LAST_ANSWERS_S,
    )


def _staff_context(config: ConsoleConfig) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(config.staff.certificate, config.staff.key)
    except OSError as error:
        raise Fault(
            f"The certificate for staff's browsers cannot be used ({error}).",
            "Correct the paths in [staff]; see docs/console.md.",
        ) from None
    return context
