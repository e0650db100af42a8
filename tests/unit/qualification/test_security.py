"""Attacks on the service: all refused, none of them leaving anything personal in the log."""

import base64
import http.client
import json
import re
import secrets
import socket
import sqlite3
import ssl
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from common.decisions import Decision, Given
from common.japan import JST
from consent.port import Item
from qualification.client import ClientConfig
from qualification.errors import RefusalCode, Refused
from qualification.messages import MAX_REQUEST_BYTES
from simulation.service.clients import revoke_client
from simulation.service.peer import REQUEST_WITHIN_S
from simulation.service.pki import make_pki
from simulation.service.process import ServiceProcess
from tests.unit.qualification.cards import NOW, Card
from tests.unit.qualification.world import (
    EVERYTHING,
    LEAFLET_ITEMS,
    World,
    authenticate,
    connected,
    decided,
)


class Attacked:
    """A service of its own, with its log."""

    def __init__(
        self, world: World, process: ServiceProcess, log_file: Path, database: Path
    ) -> None:
        self.world = world
        self.config = world.client_config(process.url)
        self.port = process.port
        self._log_file = log_file
        self.database = database

    def log(self) -> str:
        return self._log_file.read_text(encoding="utf-8")

    @contextmanager
    def connection(self) -> Iterator[ssl.SSLSocket]:
        """As the kiosk, for bytes of any kind."""
        with (
            socket.create_connection(("127.0.0.1", self.port), timeout=60) as raw,
            _context(self.config).wrap_socket(raw, server_hostname="127.0.0.1") as connection,
        ):
            yield connection

    def post(self, route: str, body: object, **headers: str) -> tuple[int, Any]:
        """Status and JSON, or the bytes that are none."""
        connection = http.client.HTTPSConnection(
            "127.0.0.1", self.port, context=_context(self.config), timeout=60
        )
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        try:
            connection.request("POST", route, content, headers)
            response = connection.getresponse()
            answer = response.read()
        finally:
            connection.close()
        try:
            return response.status, json.loads(answer)
        except ValueError:
            return response.status, answer


def _context(config: ClientConfig) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(config.authority_file)
    context.load_cert_chain(config.certificate_file, config.key_file)
    return context


@pytest.fixture(scope="module")
def attacked(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    folder = tmp_path_factory.mktemp("attacked")
    config = replace(
        world.service_config, database_url=f"sqlite:///{folder / 's.sqlite'}", control_dir=None
    )
    with ServiceProcess(config, folder / "log") as process:
        attacked = Attacked(world, process, folder / "log", folder / "s.sqlite")
        yield attacked
        log = attacked.log()
    card = world.cards["hanako"]
    certificate = base64.urlsafe_b64encode(card.certificate_der).decode()
    personal = ["花子", "ﾊﾅｺ", "67890", "1975", certificate[:24], "SECRET", "root:"]
    assert not [word for word in personal if word in log]
    assert '"level": "error"' not in log


@pytest.fixture
def hanako(world: World) -> Card:
    return world.cards["hanako"]


def _authentication(challenge: dict[str, str], card: Card, nonce: bytes) -> dict[str, Any]:
    signature = card.pin_proof(nonce).signature
    return {
        "challenge_id": challenge["challenge_id"],
        "certificate": base64.urlsafe_b64encode(card.certificate_der).decode(),
        "proof": {"kind": "pin", "signature": base64.urlsafe_b64encode(signature).decode()},
    }


def _key() -> dict[str, str]:
    return {"Idempotency-Key": secrets.token_urlsafe(18)}


def _challenge(attacked: Attacked) -> tuple[dict[str, str], bytes]:
    status, challenge = attacked.post("/v1/challenges", b"")
    assert status == 200
    return challenge, base64.urlsafe_b64decode(challenge["nonce"])


def test_swapped_nonce_is_refused(attacked: Attacked, hanako: Card) -> None:
    """A signature over one challenge's nonce does not serve another challenge."""
    _, other_nonce = _challenge(attacked)
    challenge, _ = _challenge(attacked)
    status, body = attacked.post(
        "/v1/authentications", _authentication(challenge, hanako, other_nonce)
    )
    assert (status, body) == (422, {"code": "SIGNATURE_INVALID"})


def test_replayed_authentication_is_refused(attacked: Attacked, hanako: Card) -> None:
    challenge, nonce = _challenge(attacked)
    request = _authentication(challenge, hanako, nonce)
    assert attacked.post("/v1/authentications", request)[0] == 200
    assert attacked.post("/v1/authentications", request) == (422, {"code": "CHALLENGE_INVALID"})


@pytest.mark.parametrize("position", [0, 100, 255])
def test_tampered_signature_is_refused(attacked: Attacked, hanako: Card, position: int) -> None:
    challenge, nonce = _challenge(attacked)
    request = _authentication(challenge, hanako, nonce)
    signature = bytearray(base64.urlsafe_b64decode(request["proof"]["signature"]))
    signature[position] ^= 1
    request["proof"]["signature"] = base64.urlsafe_b64encode(signature).decode()
    status, body = attacked.post("/v1/authentications", request)
    assert (status, body) == (422, {"code": "SIGNATURE_INVALID"})


def test_tampered_certificate_is_refused(attacked: Attacked, hanako: Card) -> None:
    challenge, nonce = _challenge(attacked)
    der = bytearray(hanako.certificate_der)
    der[-1] ^= 1
    forged = replace(hanako, certificate_der=bytes(der))
    status, body = attacked.post("/v1/authentications", _authentication(challenge, forged, nonce))
    assert (status, body) == (422, {"code": "CERTIFICATE_UNKNOWN"})


def test_revoked_kiosk_is_refused_while_the_service_runs(attacked: Attacked) -> None:
    kiosk = make_pki(attacked.world.pki.root, "1312345678", "stolen", NOW).kiosk
    config = replace(attacked.config, certificate_file=kiosk.certificate, key_file=kiosk.key)
    with connected(config) as client:
        assert client.challenge().nonce
        revoke_client(attacked.world.pki.root, "stolen")
        with pytest.raises(Refused) as refused:
            client.challenge()
    assert refused.value.code is RefusalCode.CLIENT_REVOKED


def test_session_of_another_facility_is_refused(attacked: Attacked, hanako: Card) -> None:
    kiosk = make_pki(attacked.world.pki.root, "1398765432", "other-facility", NOW).kiosk
    with connected(attacked.config) as client:
        session_id = authenticate(client, hanako).session_id
    config = replace(attacked.config, certificate_file=kiosk.certificate, key_file=kiosk.key)
    with connected(config) as other:
        for ask in (
            lambda: other.qualify(session_id),
            lambda: other.register(session_id),
            lambda: other.conclude(session_id, EVERYTHING),
        ):
            with pytest.raises(Refused) as refused:
                ask()
            assert refused.value.code is RefusalCode.SESSION_UNKNOWN


def test_key_of_another_request_is_refused(attacked: Attacked, hanako: Card) -> None:
    with connected(attacked.config) as client:
        session_id = authenticate(client, hanako).session_id
    key = _key()
    question = {"session_id": session_id, "character_code": "0"}
    assert attacked.post("/v1/qualifications", question, **key)[0] == 200
    again = attacked.post("/v1/qualifications", question | {"character_code": "1"}, **key)
    assert again == (409, {"code": "CALL_KEY_REUSED"})


def test_retried_call_gets_the_very_same_answer(attacked: Attacked, hanako: Card) -> None:
    with connected(attacked.config) as client:
        session_id = authenticate(client, hanako).session_id
    key = _key()
    question = {"session_id": session_id, "character_code": "0"}
    first = attacked.post("/v1/qualifications", question, **key)
    assert attacked.post("/v1/qualifications", question, **key) == first


@pytest.mark.parametrize("announced", [True, False], ids=["announced", "in chunks"])
def test_huge_body_is_refused_before_it_is_read(attacked: Attacked, announced: bool) -> None:
    head = b"POST /v1/authentications HTTP/1.1\r\nHost: a\r\n"
    with attacked.connection() as connection:
        if announced:
            connection.sendall(head + b"Content-Length: 1000000000000\r\n\r\n")
        else:
            connection.sendall(head + b"Transfer-Encoding: chunked\r\n\r\n")
            chunk = b"4000\r\n" + b"SECRET!!" * 2048 + b"\r\n"
            for _ in range(MAX_REQUEST_BYTES // 0x4000 + 1):
                connection.sendall(chunk)
        assert connection.recv(65536).startswith(b"HTTP/1.1 413")


SLOW_STARTS = {
    "headers": b"POST /v1/challenges HTTP/1.1\r\nHost: a\r\nX-Slow: SECRET",
    "body": b"POST /v1/authentications HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n{",
    "silence": b"",
}


def _is_ended(attacked: Attacked, start: bytes) -> bool:
    """Whether the service hangs up in time on one that sends a byte now and then."""
    ends_at = time.monotonic() + REQUEST_WITHIN_S + 30
    with attacked.connection() as connection:
        connection.sendall(start)
        connection.settimeout(0.25)
        while time.monotonic() < ends_at:
            try:
                if start:
                    connection.sendall(b"x")
                if connection.recv(1) == b"":
                    return True
            except TimeoutError:
                continue
            except OSError:
                return True
    return False


def test_slow_requests_end_in_time_although_bytes_keep_coming(attacked: Attacked) -> None:
    with ThreadPoolExecutor(len(SLOW_STARTS)) as together:
        ended = together.map(lambda start: _is_ended(attacked, start), SLOW_STARTS.values())
        assert dict(zip(SLOW_STARTS, ended, strict=True)) == dict.fromkeys(SLOW_STARTS, True)


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd",
        "/v1/../../etc/passwd",
        "/v1/%2e%2e/%2e%2e/etc/passwd",
        "/v1/challenges/../../../etc/passwd",
        "//etc/passwd",
        "/v1/challenges%00",
        "/v1/challenges/",
        "/authority.key",
        "/service.json",
    ],
)
def test_path_tricks_lead_nowhere(attacked: Attacked, path: str) -> None:
    status, body = attacked.post(path, b"")
    assert status in {307, 404}
    assert b"root:" not in (body if isinstance(body, bytes) else b"")


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE l [<!ENTITY a "SECRET"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>',
        b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l>&x;</l>',
        b"[" * 60_000,
        b'{"session_id": ' + b'{"a":' * 10_000,
        b'{"session_id": "SECRET", "character_code": "0", "more": 1}',
        b"\xff\xfe\x00",
    ],
    ids=["entities", "external entity", "nested arrays", "nested objects", "more", "no text"],
)
def test_bombs_are_malformed_requests(attacked: Attacked, body: bytes) -> None:
    status, _ = attacked.post("/v1/qualifications", body, **_key())
    assert status == 400


@pytest.mark.parametrize("key", ["", "short", "a" * 65, "with space and more!", "a/../../../b-b-b"])
def test_call_key_that_is_none_is_malformed(attacked: Attacked, key: str) -> None:
    body = {"session_id": "a" * 24, "character_code": "0"}
    status, _ = attacked.post("/v1/qualifications", body, **{"Idempotency-Key": key})
    assert status == 400


def test_session_id_that_is_database_language_is_only_unknown(attacked: Attacked) -> None:
    body = {"session_id": "'OR'1'='1';--", "character_code": "0"}
    status, answer = attacked.post("/v1/qualifications", body, **_key())
    assert (status, answer) == (404, {"code": "SESSION_UNKNOWN"})


def test_service_serves_on_after_all_that(attacked: Attacked, hanako: Card) -> None:
    with connected(attacked.config) as client:
        assert authenticate(client, hanako).registered


def test_a_client_that_never_shakes_hands_is_let_go(attacked: Attacked) -> None:
    with socket.create_connection(("127.0.0.1", attacked.port), timeout=30) as silent:
        assert silent.recv(1) == b""  # Long before asyncio's own minute.


def test_nobody_is_sent_to_the_host_that_a_request_names(attacked: Attacked) -> None:
    for route in ("/v1/challenges/", "//v1/challenges"):
        status, _ = attacked.post(route, {}, Host="evil.example")
        assert status == 404


def test_a_second_conclusion_turns_no_no_into_a_yes(attacked: Attacked, hanako: Card) -> None:
    with connected(attacked.config) as client:
        session_id = authenticate(client, hanako).session_id
        no = decided(declined=LEAFLET_ITEMS)
        first = client.conclude(session_id, no)
        second = client.conclude(session_id, EVERYTHING)
    assert _consent_flags(first.xml)
    assert _consent_flags(first.xml) == _consent_flags(second.xml)


@pytest.mark.parametrize("year", [1970, 2000, 9000])
def test_the_service_knows_by_its_own_clock_when_it_was_told(
    attacked: Attacked, hanako: Card, year: int
) -> None:
    """A consent is not lost for a kiosk whose clock was years wrong, nor does it last for years."""
    at = datetime(year, 1, 2, 3, 4, 5, tzinfo=UTC)
    before = datetime.now(UTC)
    with connected(attacked.config) as client:
        session_id = authenticate(client, hanako).session_id
        result = client.conclude(session_id, {item: Given(Decision.AGREED, at) for item in Item})
    assert f"{at.astimezone(JST):%Y%m%d%H%M%S}".encode() in result.xml
    with closing(sqlite3.connect(attacked.database)) as database:
        ((reported_at,),) = database.execute(
            "SELECT reported_at FROM consent WHERE session_id = ?", (session_id,)
        ).fetchall()
    assert before <= datetime.fromisoformat(reported_at).replace(tzinfo=UTC) <= datetime.now(UTC)


def _consent_flags(result: bytes) -> list[bytes]:
    return re.findall(rb"<(\w+ConsFlg>\d)<", result)
