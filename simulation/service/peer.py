"""Who is at the other end: the kiosk, by its client certificate; and how long it may take.

uvicorn does not hand the peer's certificate to the application and waits for a request as long as
it takes, so the protocol class does what is missing; it is also the place where connections are
dropped on purpose.
"""

import asyncio
import ssl
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from simulation.service.control import Scenario
from simulation.service.faults import CutTransport
from simulation.service.pki import FACILITY_CODE, KIOSK_ID

REQUEST_WITHIN_S = 5.0
"""From its first byte to its last; a kiosk needs a fraction of a second. Without an end, a
few hundred idle connections would keep all others out."""


@dataclass(frozen=True)
class Peer:
    facility_code: str  # the certificate's OU
    kiosk_id: str  # the certificate's CN
    fingerprint: str  # SHA-256 of the certificate, hexadecimal


class PeerProtocol(H11Protocol):
    """HTTP/1.1 that puts `peer`, a `Peer` or None, into each request's state.

    The application's start-up puts `scenario`, a function, into the same state.
    """

    _give_up: asyncio.TimerHandle | None = None

    # uvicorn narrows asyncio's type in the same way.
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self._scenario = self.app_state["scenario"]
        # It has of a transport what uvicorn uses.
        super().connection_made(CutTransport(transport, self._scenario))  # type: ignore[arg-type]
        self.app_state = {**self.app_state, "peer": _peer_of(transport)}
        self._give_up = self.loop.call_later(REQUEST_WITHIN_S, self.transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        self._request_is_here()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._scenario() is Scenario.DOWN:
            self.transport.abort()
            return
        if self._give_up is None:
            self._give_up = self.loop.call_later(REQUEST_WITHIN_S, self.transport.abort)
        super().data_received(data)
        if self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
            self._request_is_here()

    def _request_is_here(self) -> None:
        if self._give_up is not None:
            self._give_up.cancel()
            self._give_up = None


def _peer_of(transport: asyncio.Transport) -> Peer | None:
    """None when the certificate, although trusted, names no facility and kiosk."""
    connection: ssl.SSLObject = transport.get_extra_info("ssl_object")
    der = connection.getpeercert(binary_form=True)
    # OpenSSL has verified the certificate, so that its parsed form is available.
    parsed: dict[str, Any] = dict(connection.getpeercert() or {})
    names = dict(attribute for part in parsed.get("subject", ()) for attribute in part)
    facility_code = names.get("organizationalUnitName", "")
    kiosk_id = names.get("commonName", "")
    if der is None or not FACILITY_CODE.fullmatch(facility_code):
        return None
    if not KIOSK_ID.fullmatch(kiosk_id):
        return None
    return Peer(facility_code, kiosk_id, sha256(der).hexdigest())
