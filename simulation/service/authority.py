"""The JPKI-TEST authority's own side: it revokes, publishes the CRL and answers OCSP.

It stands in for J-LIS, with the keys that set-up made for the demo's cards. It is reached over
plain HTTP on the loopback interface, as CRL and OCSP are everywhere: what it says is signed.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA1, SHA256, Hash
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509 import ocsp

from simulation.errors import SimulationFault
from simulation.service.certificate import authority_id
from simulation.service.store import Store

CRL_LASTS = timedelta(hours=48)
"""Made anew every day; the second day is for those who cannot fetch it on time."""

OCSP_LASTS = timedelta(minutes=5)

_END_OF_KEY = b"-----END PRIVATE KEY-----\n"
_MAX_QUESTION_BYTES = 4096
_SKEW = timedelta(seconds=30)
_END_WITHIN_S = 0.1


class RevocationAuthority:
    """One generation of the authority. Safe to call from several threads."""

    def __init__(self, certificate: x509.Certificate, key: RSAPrivateKey, store: Store) -> None:
        self._certificate = certificate
        self._key = key
        self._store = store
        self.authority_id = authority_id(certificate)

    def crl(self, now: datetime) -> bytes:
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self._certificate.subject)
            .last_update(now - _SKEW)
            .next_update(now + CRL_LASTS)
            .add_extension(x509.CRLNumber(int(now.timestamp())), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()),
                critical=False,
            )
        )
        with self._store.read() as transaction:
            revocations = transaction.revocations()
        for certificate_id, reason, since in revocations:
            issuer, serial = certificate_id.split(":")
            if issuer == self.authority_id:
                builder = builder.add_revoked_certificate(
                    x509.RevokedCertificateBuilder()
                    .serial_number(int(serial, 16))
                    .revocation_date(since)
                    .add_extension(x509.CRLReason(x509.ReasonFlags(reason)), critical=False)
                    .build()
                )
        return builder.sign(self._key, SHA256()).public_bytes(Encoding.DER)

    def status(self, question: ocsp.OCSPRequest, now: datetime) -> bytes | None:
        """None for a certificate of another authority."""
        if question.issuer_key_hash != self._key_hash(question):
            return None
        with self._store.read() as transaction:
            found = transaction.revocation(f"{self.authority_id}:{question.serial_number:x}")
        builder = ocsp.OCSPResponseBuilder().add_response_by_hash(
            issuer_name_hash=question.issuer_name_hash,
            issuer_key_hash=question.issuer_key_hash,
            serial_number=question.serial_number,
            algorithm=question.hash_algorithm,
            cert_status=ocsp.OCSPCertStatus.REVOKED if found else ocsp.OCSPCertStatus.GOOD,
            this_update=now - _SKEW,
            next_update=now + OCSP_LASTS,
            revocation_time=found[1] if found else None,
            revocation_reason=x509.ReasonFlags(found[0]) if found else None,
        )
        builder = builder.responder_id(
            ocsp.OCSPResponderEncoding.HASH, self._certificate
        ).certificates([self._certificate])
        for extension in question.extensions:
            if isinstance(extension.value, x509.OCSPNonce):
                builder = builder.add_extension(extension.value, critical=False)
        return builder.sign(self._key, SHA256()).public_bytes(Encoding.DER)

    def _key_hash(self, question: ocsp.OCSPRequest) -> bytes:
        algorithm = question.hash_algorithm
        digest = Hash(algorithm if isinstance(algorithm, SHA256) else SHA1())  # noqa: S303
        digest.update(_public_key_bits(self._certificate))
        return digest.finalize()


def load_revocation_authorities(
    key_file: Path, certificates: Sequence[x509.Certificate], store: Store
) -> list[RevocationAuthority]:
    """One for each key in the file. Raises `SimulationFault`."""
    try:
        blocks = key_file.read_bytes().split(_END_OF_KEY)[:-1]
        keys = [load_pem_private_key(block + _END_OF_KEY, None) for block in blocks]
    except (OSError, ValueError, TypeError) as error:
        raise SimulationFault(
            f"{key_file}: no key can be read.", "Make the cards again (make setup)."
        ) from error
    return [
        RevocationAuthority(certificate, key, store)
        for key in keys
        for certificate in certificates
        if isinstance(key, RSAPrivateKey) and certificate.public_key() == key.public_key()
    ]


@contextmanager
def published(authorities: Sequence[RevocationAuthority]) -> Iterator[str]:
    """The address under which `<authority id>.crl` and `ocsp` are served."""
    server = _Server(("127.0.0.1", 0), _handler(authorities))
    thread = threading.Thread(
        target=server.serve_forever, args=(_END_WITHIN_S,), name="jpki-test", daemon=True
    )
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False


def _handler(authorities: Sequence[RevocationAuthority]) -> type[BaseHTTPRequestHandler]:
    lists: dict[str, Callable[[datetime], bytes]] = {
        f"/{authority.authority_id}.crl": authority.crl for authority in authorities
    }

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        timeout = 60

        def do_GET(self) -> None:
            make = lists.get(self.path)
            if make is None:
                self._answer(404, "text/plain", b"")
            else:
                self._answer(200, "application/pkix-crl", make(_now()))

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            if self.path != "/ocsp" or length > _MAX_QUESTION_BYTES:
                self.close_connection = True
                self._answer(404, "text/plain", b"")
                return
            answer = _ocsp_answer(authorities, self.rfile.read(length))
            self._answer(200, "application/ocsp-response", answer)

        def _answer(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler


def _ocsp_answer(authorities: Sequence[RevocationAuthority], question: bytes) -> bytes:
    try:
        parsed = ocsp.load_der_ocsp_request(question)
    except ValueError:
        status = ocsp.OCSPResponseStatus.MALFORMED_REQUEST
    else:
        for authority in authorities:
            answer = authority.status(parsed, _now())
            if answer is not None:
                return answer
        status = ocsp.OCSPResponseStatus.UNAUTHORIZED
    return ocsp.OCSPResponseBuilder.build_unsuccessful(status).public_bytes(Encoding.DER)


def _now() -> datetime:
    return datetime.now(UTC)


def _public_key_bits(certificate: x509.Certificate) -> bytes:
    """RFC 6960: the hash is over the key itself, which for RSA is its PKCS#1 form."""
    return certificate.public_key().public_bytes(Encoding.DER, PublicFormat.PKCS1)
