"""TLS as operators set it up: trust in an intermediate, late certificates, keys and clocks."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

import qualification.client
from qualification.client import HttpsQualificationService
from qualification.errors import TlsFailed
from tests.unit.qualification.rogue import http, read_request
from tests.unit.qualification.world import World, connected, make_world

GOOD_CHALLENGE = http(
    b'{"challenge_id": "c", "nonce": "' + b"A" * 43 + b'=", "expires_at": "2026-11-23T00:00:00Z"}',
    "200 OK",
    "Connection: close",
)
Key = ec.EllipticCurvePrivateKey


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


class Authorities:
    """A root, an intermediate below it, and a server's certificate below that."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        root_key, key, self._leaf_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
        root = _certificate("Root", root_key, None, root_key, authority=True)
        below = _certificate("Intermediate", key, root, root_key, authority=True)
        leaf = _certificate("localhost", self._leaf_key, below, key, authority=False)
        self.root, self.intermediate = self._written("root", root), self._written("below", below)
        self.leaf, self.chain = self._written("leaf", leaf), self._written("chain", leaf, below)

    def context(self, chain: Path) -> ssl.SSLContext:
        key = self._folder / "leaf.key"
        key.write_bytes(
            self._leaf_key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain, key)
        return context

    def _written(self, name: str, *certificates: x509.Certificate) -> Path:
        path = self._folder / f"{name}.pem"
        pems = (each.public_bytes(serialization.Encoding.PEM) for each in certificates)
        path.write_bytes(b"".join(pems))
        return path


def _certificate(
    name: str, key: Key, issuer: x509.Certificate | None, issuer_key: Key, *, authority: bool
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=10))
        .add_extension(x509.BasicConstraints(authority, None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(issuer_key, hashes.SHA256())
    )


@contextmanager
def server(context: ssl.SSLContext, *, asks_later: bool = False) -> Iterator[str]:
    """`asks_later`: wants the client's certificate with the request, not in the handshake."""

    def serve(listener: socket.socket) -> None:
        with suppress(OSError):
            raw, _ = listener.accept()
            with raw, context.wrap_socket(raw, server_side=True) as connection:
                read_request(connection)
                if asks_later:
                    connection.verify_client_post_handshake()
                connection.sendall(GOOD_CHALLENGE)
                with suppress(OSError):
                    connection.unwrap()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,), daemon=True)
        thread.start()
        yield f"https://localhost:{listener.getsockname()[1]}"
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        thread.join(60)


@pytest.mark.parametrize("trusted", ["root", "intermediate"])
def test_the_authority_that_is_named_is_trusted(world: World, tmp_path: Path, trusted: str) -> None:
    authorities = Authorities(tmp_path)
    with server(authorities.context(authorities.chain)) as url:
        config = replace(world.client_config(url), authority_file=getattr(authorities, trusted))
        with connected(config) as client:
            assert client.challenge().challenge_id == "c"


def test_a_server_without_its_chain_is_told(world: World, tmp_path: Path) -> None:
    authorities = Authorities(tmp_path)
    with server(authorities.context(authorities.leaf)) as url:
        config = replace(world.client_config(url), authority_file=authorities.root)
        with connected(config) as client, pytest.raises(TlsFailed, match="not trusted"):
            client.challenge()


def test_a_certificate_asked_for_after_the_handshake_is_given(world: World, tmp_path: Path) -> None:
    authorities = Authorities(tmp_path)
    context = authorities.context(authorities.chain)
    context.verify_mode = ssl.CERT_REQUIRED
    context.post_handshake_auth = True
    context.load_verify_locations(world.pki.kiosk.authority)
    with server(context, asks_later=True) as url:
        config = replace(world.client_config(url), authority_file=authorities.root)
        with connected(config) as client:
            assert client.challenge().challenge_id == "c"


@pytest.mark.parametrize("which", ["key_file", "statement_key_file"])
def test_an_encrypted_key_is_named_and_nobody_is_asked_for_a_passphrase(
    world: World, tmp_path: Path, which: str
) -> None:
    config = world.client_config("https://localhost:1")
    encrypted = tmp_path / "encrypted.key"
    openssl = ["openssl", "pkcs8", "-topk8", "-in", getattr(config, which), "-out", encrypted]
    subprocess.run([*openssl, "-passout", "pass:secret"], check=True, capture_output=True)
    with pytest.raises(TlsFailed, match="passphrase") as fault:
        HttpsQualificationService(replace(config, **{which: encrypted}))  # type: ignore[arg-type]
    assert fault.value.certificate == encrypted


@pytest.mark.parametrize(("years", "said"), [(10, "expired on"), (-10, "begins on")])
def test_a_clock_that_is_years_wrong_is_named(
    world: World, monkeypatch: pytest.MonkeyPatch, years: int, said: str
) -> None:
    class Wrong(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime.now(UTC) + timedelta(days=365 * years)

    monkeypatch.setattr(qualification.client, "datetime", Wrong)
    with pytest.raises(TlsFailed, match=said) as fault:
        HttpsQualificationService(world.client_config("https://localhost:1"))
    assert "clock" in str(fault.value)
