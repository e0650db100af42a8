"""What the kiosk is told when the network, the service or a certificate fails."""

import gzip
import socket
import ssl
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qualification.client import ClientConfig, HttpsQualificationService
from qualification.errors import (
    BadAnswer,
    RefusalCode,
    Refused,
    RequestMalformed,
    ServiceTimeout,
    ServiceUnavailable,
    ServiceUnreachable,
    TlsFailed,
)
from qualification.oqs import xml
from qualification.port import Challenge, PinProof, ProofKind
from simulation.service.pki import make_pki
from simulation.service.process import ServiceProcess
from tests.unit.qualification.cards import NOW
from tests.unit.qualification.rogue import Manner, hangs_up, http, rogue_service, says, trickles
from tests.unit.qualification.world import EVERYTHING, World, authenticate, connected

GOOD_CHALLENGE = http(
    b'{"challenge_id": "c", "nonce": "' + b"A" * 43 + b'=", "expires_at": "2026-11-23T00:00:00Z"}'
)


@pytest.fixture
def config(service: ServiceProcess, world: World) -> ClientConfig:
    return world.client_config(service.url)


@pytest.fixture
def nobody(world: World) -> Iterator[ClientConfig]:
    """An address at which nobody listens."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        yield world.client_config(f"https://127.0.0.1:{unused.getsockname()[1]}")


def test_slow_service_ends_at_the_deadline(world: World, config: ClientConfig) -> None:
    world.handler.slow(60_000)
    with connected(config, deadline_ms=300) as client:
        started = time.monotonic()
        with pytest.raises(ServiceTimeout) as timeout:
            client.challenge()
    assert time.monotonic() - started < 20
    assert timeout.value.waited_ms >= 300


def test_answer_that_trickles_ends_at_the_deadline(world: World) -> None:
    with (
        rogue_service(world.pki, trickles) as url,
        connected(world.client_config(url), deadline_ms=500, read_ms=10_000) as client,
        pytest.raises(ServiceTimeout) as timeout,
    ):
        client.challenge()
    assert timeout.value.waited_ms >= 500


def test_client_serves_again_after_a_timeout(world: World, config: ClientConfig) -> None:
    world.handler.slow(60_000)
    with connected(config, read_ms=5_000) as client:
        with pytest.raises(ServiceTimeout):
            client.challenge()
        world.handler.ok()
        assert client.challenge().nonce


def test_dropped_connections_are_an_unreachable_service(
    world: World, client: HttpsQualificationService
) -> None:
    client.challenge()  # The connection that will be dropped is an old, good one.
    world.handler.down()
    with pytest.raises(ServiceUnreachable):
        client.challenge()
    world.handler.ok()
    assert authenticate(client, world.cards["hanako"]).registered


def test_nobody_listening_is_an_unreachable_service(nobody: ClientConfig) -> None:
    with connected(nobody) as client, pytest.raises(ServiceUnreachable) as fault:
        client.challenge()
    assert nobody.url in str(fault.value)
    assert fault.value.remedy


def test_a_check_tells_whether_the_service_is_there(
    world: World, client: HttpsQualificationService, nobody: ClientConfig
) -> None:
    client.accepted_proofs()
    world.handler.down()
    with pytest.raises(ServiceUnreachable):
        client.accepted_proofs()
    world.handler.ok()
    client.accepted_proofs()
    with connected(nobody) as cut_off, pytest.raises(ServiceUnreachable):
        cut_off.accepted_proofs()


def test_a_check_asks_again_when_the_connection_had_closed(world: World) -> None:
    with (
        rogue_service(world.pki, hangs_up, says(http(b'{"proofs": ["pin", "iris"]}'))) as url,
        connected(world.client_config(url)) as client,
    ):
        assert client.accepted_proofs() == {ProofKind.PIN}  # What is newer than we is passed over.


def test_challenge_is_asked_again_when_the_connection_had_closed(world: World) -> None:
    with (
        rogue_service(world.pki, hangs_up, says(GOOD_CHALLENGE)) as url,
        connected(world.client_config(url)) as client,
    ):
        assert client.challenge().challenge_id == "c"


def test_authentication_is_never_sent_twice(world: World) -> None:
    never = says(http(b'{"session_id": "s", "registered": true, "certificate": "valid"}'))
    challenge = Challenge("c", bytes(32), NOW)
    with (
        rogue_service(world.pki, hangs_up, never) as url,
        connected(world.client_config(url)) as client,
        pytest.raises(ServiceUnreachable),
    ):
        client.authenticate(challenge, b"certificate", PinProof(bytes(256)))


@pytest.mark.parametrize(
    "answer",
    [
        says(http(b"<html>hotel login</html>")),
        says(http(b'{"challenge_id": "c"}')),
        says(http(b"x" * (xml.MAX_BYTES + 1))),
        says(http(gzip.compress(b"{}"), "200 OK", "Content-Encoding: gzip")),
        says(http(b"", "302 Found", "Location: https://example.invalid/")),
        says(http(b'{"code": "NO_SUCH_CODE"}', "422 Unprocessable")),
        says(http(b"<html>blocked</html>", "403 Forbidden", "Content-Type: text/html")),
        says(http(b"", "400 Bad Request")),
    ],
    ids=[
        "html",
        "part missing",
        "oversized",
        "compressed",
        "redirect",
        "unknown code",
        "a proxy's page",
        "malformed",
    ],
)
def test_answer_that_is_none_is_told_as_such(world: World, answer: Manner) -> None:
    with (
        rogue_service(world.pki, answer) as url,
        connected(world.client_config(url)) as client,
        pytest.raises(BadAnswer),
    ):
        client.challenge()


def test_garbage_instead_of_http_is_an_unreachable_service(world: World) -> None:
    garbage = says(b"\x00\x01\x02 no http\r\n\r\n")
    with (
        rogue_service(world.pki, garbage, garbage) as url,
        connected(world.client_config(url)) as client,
        pytest.raises(ServiceUnreachable),
    ):
        client.challenge()


@pytest.mark.parametrize(
    "body",
    [
        b"<XmlMsg>",
        b"<XmlMsg></XmlMsg>",
        b"{}",
        b'<!DOCTYPE a [<!ENTITY b "c">]><XmlMsg>&b;</XmlMsg>',
    ],
    ids=["truncated", "empty", "json", "entities"],
)
def test_qualification_that_is_no_oqs_message_is_told_as_such(world: World, body: bytes) -> None:
    with (
        rogue_service(world.pki, says(http(body))) as url,
        connected(world.client_config(url)) as client,
        pytest.raises(BadAnswer),
    ):
        client.qualify("session")


def test_value_that_makes_no_request_is_our_bug_and_never_sent(
    client: HttpsQualificationService,
) -> None:
    challenge = client.challenge()
    with pytest.raises(RequestMalformed, match="signature"):
        client.authenticate(challenge, b"certificate", PinProof(b"too short"))
    with pytest.raises(RequestMalformed, match="session_id"):
        client.conclude("", EVERYTHING)


def test_server_error_is_told(world: World, client: HttpsQualificationService) -> None:
    world.handler.error_500()
    with pytest.raises(ServiceUnavailable) as fault:
        client.challenge()
    assert (fault.value.status, fault.value.retry_after_s) == (500, None)


def test_overload_is_told_with_the_time_to_wait(
    world: World, client: HttpsQualificationService
) -> None:
    world.handler.unavailable_503()
    with pytest.raises(ServiceUnavailable) as fault:
        client.challenge()
    assert (fault.value.status, fault.value.retry_after_s) == (503, 5)


def test_scenario_of_an_unknown_card(world: World, client: HttpsQualificationService) -> None:
    world.handler.unknown_card()
    with pytest.raises(Refused) as refused:
        authenticate(client, world.cards["hanako"])
    assert refused.value.code is RefusalCode.PERSON_UNKNOWN


def test_scenario_of_an_expired_certificate(
    world: World, client: HttpsQualificationService
) -> None:
    world.handler.certificate_expired()
    with pytest.raises(Refused) as refused:
        authenticate(client, world.cards["hanako"])
    assert refused.value.code is RefusalCode.CERTIFICATE_EXPIRED


def test_scenario_of_an_unregistered_card_can_be_played_again_and_again(
    world: World, client: HttpsQualificationService
) -> None:
    world.handler.unregistered()
    for _ in range(2):
        authenticated = authenticate(client, world.cards["hanako"])
        assert not authenticated.registered
        client.register(authenticated.session_id)
        client.qualify(authenticated.session_id)


def test_control_file_that_is_garbage_changes_nothing(
    world: World, client: HttpsQualificationService
) -> None:
    (world.control_dir / "service.json").write_text("{", encoding="utf-8")
    assert client.challenge().nonce


REQUEST = b"POST /v1/challenges HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"


def _plain_context(config: ClientConfig) -> ssl.SSLContext:
    """Trusts the service, but has no client certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(config.authority_file)
    return context


def _answer_to(context: ssl.SSLContext, config: ClientConfig) -> bytes:
    port = int(config.url.rsplit(":", 1)[1])
    with (
        socket.create_connection(("127.0.0.1", port), timeout=20) as raw,
        context.wrap_socket(raw, server_hostname="127.0.0.1") as connection,
    ):
        connection.sendall(REQUEST)
        return connection.recv(65536)


def test_kiosk_without_client_certificate_gets_no_answer(config: ClientConfig) -> None:
    context = _plain_context(config)
    try:
        answer = _answer_to(context, config)
    except OSError:  # How the refusal is seen depends on who is faster to close.
        answer = b""
    assert answer == b""
    context.load_cert_chain(config.certificate_file, config.key_file)
    assert _answer_to(context, config).startswith(b"HTTP/1.1 200")


def test_tls_older_than_1_2_is_refused(config: ClientConfig) -> None:
    context = _plain_context(config)
    context.load_cert_chain(config.certificate_file, config.key_file)
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    with pytest.raises(OSError):  # noqa: PT011 - an alert or a closed connection.
        _answer_to(context, config)


def _stranger(config: ClientConfig, tmp_path: Path) -> ClientConfig:
    """A kiosk of another authority, which trusts this one's."""
    kiosk = make_pki(tmp_path / "other", "1312345678", "kiosk-1", NOW).kiosk
    return replace(config, certificate_file=kiosk.certificate, key_file=kiosk.key)


def test_client_certificate_of_another_authority_is_refused(
    config: ClientConfig, tmp_path: Path
) -> None:
    stranger = _stranger(config, tmp_path)
    with connected(stranger) as client, pytest.raises((TlsFailed, ServiceUnreachable)) as fault:
        client.challenge()
    assert fault.value.remedy


def test_service_of_another_authority_is_not_trusted(config: ClientConfig, tmp_path: Path) -> None:
    other = make_pki(tmp_path / "other", "1312345678", "kiosk-1", NOW)
    with (
        connected(replace(config, authority_file=other.authority)) as client,
        pytest.raises(TlsFailed, match="not trusted") as fault,
    ):
        client.challenge()
    assert str(other.authority) in fault.value.remedy


@pytest.mark.parametrize(
    "which", ["authority_file", "certificate_file", "key_file", "statement_key_file"]
)
@pytest.mark.parametrize("content", [None, b"no PEM"], ids=["missing", "broken"])
def test_file_that_cannot_be_used_is_named(
    config: ClientConfig, tmp_path: Path, which: str, content: bytes | None
) -> None:
    path = tmp_path / "bad.pem"
    if content is not None:
        path.write_bytes(content)
    broken = replace(config, **{which: path})  # type: ignore[arg-type]
    with pytest.raises(TlsFailed) as fault:
        HttpsQualificationService(broken)
    assert fault.value.certificate == path
    assert fault.value.remedy


def test_expired_client_certificate_is_named(config: ClientConfig, tmp_path: Path) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=400)
    kiosk = make_pki(tmp_path / "old", "1312345678", "kiosk-1", long_ago).kiosk
    with pytest.raises(TlsFailed, match=r"expired on .*clock says"):
        HttpsQualificationService(
            replace(config, certificate_file=kiosk.certificate, key_file=kiosk.key)
        )
