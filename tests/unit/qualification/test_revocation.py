"""What is believed of a revocation list and of an OCSP answer, and what is not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Protocol

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from qualification.errors import RefusalCode, Refused
from simulation.errors import RevocationUnknown
from simulation.service.authority import CRL_LASTS, RevocationAuthority, published
from simulation.service.certificate import CardCertificates, authority_id, certificate_id
from simulation.service.revocation import CrlSource, OcspSource, RevocationSource
from simulation.service.store import Store
from tests.unit.qualification.cards import VALID_UNTIL, authority, certificate, rsa_key

CARD = certificate(rsa_key("auth of hanako"), VALID_UNTIL)
ISSUER = authority("2")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(f"sqlite:///{tmp_path / 's.sqlite'}")
    yield store
    store.close()


@pytest.fixture
def issuing(store: Store) -> RevocationAuthority:
    return RevocationAuthority(ISSUER, rsa_key("authority 2"), store)


def _now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def decide() -> Iterator["Decide"]:
    """What the service says of the card, by what a source tells; closed in the end."""
    used: dict[int, CardCertificates] = {}

    def code(source: RevocationSource, now: datetime, der: bytes = CARD) -> RefusalCode | None:
        if id(source) not in used:
            used[id(source)] = CardCertificates([authority("1"), ISSUER], source)
        cards = used[id(source)]
        try:
            cards.check(der, now)
        except Refused as refused:
            return refused.code
        return None

    yield code
    for cards in used.values():
        cards.close()


class Decide(Protocol):
    def __call__(
        self, source: RevocationSource, now: datetime, der: bytes = ...
    ) -> RefusalCode | None: ...


def _set(store: Store, reason: str | None) -> None:
    found = certificate_id(x509.load_der_x509_certificate(CARD), [ISSUER])
    assert found is not None
    with store.write() as transaction:
        if reason is None:
            transaction.set_good(found)
        else:
            transaction.set_revoked(found, reason, _now())


def test_ocsp_sees_a_hold_and_its_end_at_once(
    store: Store,
    issuing: RevocationAuthority,
    decide: Decide,
) -> None:
    with published([issuing]) as url:
        source = OcspSource(f"{url}/ocsp")
        assert decide(source, _now()) is None
        _set(store, "certificateHold")
        assert decide(source, _now()) is RefusalCode.CERTIFICATE_ON_HOLD
        _set(store, None)
        assert decide(source, _now()) is None
        _set(store, "keyCompromise")
        assert decide(source, _now()) is RefusalCode.CERTIFICATE_REVOKED


def test_crl_is_downloaded_once_a_day(
    store: Store,
    issuing: RevocationAuthority,
    decide: Decide,
) -> None:
    with published([issuing]) as url:
        source = CrlSource(url, None, authority_id)
        now = _now()
        assert decide(source, now) is None
        _set(store, "certificateHold")
        assert decide(source, now + timedelta(hours=23)) is None
        assert decide(source, now + timedelta(hours=25)) is RefusalCode.CERTIFICATE_ON_HOLD


def test_card_lost_after_its_expiry_is_lost(
    store: Store, issuing: RevocationAuthority, decide: Decide
) -> None:
    der = certificate(rsa_key("auth of hanako"), _now() - timedelta(days=10))
    found = certificate_id(x509.load_der_x509_certificate(der), [ISSUER])
    assert found is not None
    with published([issuing]) as url:
        list_source, asking = CrlSource(url, None, authority_id), OcspSource(f"{url}/ocsp")
        assert decide(list_source, _now(), der) is None
        assert decide(asking, _now(), der) is None
        with store.write() as transaction:
            transaction.set_revoked(found, "keyCompromise", _now() - timedelta(days=1))
        assert decide(asking, _now(), der) is RefusalCode.CERTIFICATE_REVOKED
        next_day = _now() + timedelta(hours=25)
        assert decide(list_source, next_day, der) is RefusalCode.CERTIFICATE_REVOKED


def test_last_crl_serves_on_while_the_authority_is_away(
    store: Store,
    issuing: RevocationAuthority,
    tmp_path: Path,
    decide: Decide,
) -> None:
    _set(store, "keyCompromise")
    with published([issuing]) as url:
        now = _now()
        source = CrlSource(url, tmp_path, authority_id)
        assert decide(source, now) is RefusalCode.CERTIFICATE_REVOKED
    for again in (source, CrlSource(url, tmp_path, authority_id)):  # Also after a restart.
        assert decide(again, now + timedelta(hours=30)) is RefusalCode.CERTIFICATE_REVOKED
        with pytest.raises(RevocationUnknown):
            decide(again, now + CRL_LASTS + timedelta(minutes=1))


def test_crl_that_was_changed_on_disk_is_not_used(
    issuing: RevocationAuthority,
    tmp_path: Path,
    decide: Decide,
) -> None:
    with published([issuing]) as url:
        assert decide(CrlSource(url, tmp_path, authority_id), _now()) is None
    (kept,) = tmp_path.glob("*.crl")
    kept.write_bytes(kept.read_bytes()[:-1] + b"\x00")
    with pytest.raises(RevocationUnknown):
        decide(CrlSource(url, tmp_path, authority_id), _now())


@dataclass
class Liar:
    """An authority's address that says whatever a test wants."""

    url: str = ""
    questions: list[bytes] = field(default_factory=list)


@contextmanager
def _liar(answer: Callable[[bytes], bytes]) -> Iterator[Liar]:
    liar = Liar()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = answer(self.rfile.read(int(self.headers.get("Content-Length", "0"))))
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 - the base class's name.

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,), name="liar", daemon=True)
        thread.start()
        liar.url = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            yield liar
        finally:
            server.shutdown()
            thread.join()


def _crl(
    signer: str = "authority 2",
    issuer: x509.Certificate = ISSUER,
    age: timedelta = timedelta(0),
    lasts: timedelta = timedelta(hours=1),
) -> bytes:
    start = _now() - age - timedelta(minutes=1)
    return (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.subject)
        .last_update(start)
        .next_update(start + lasts)
        .add_extension(x509.CRLNumber(1), critical=False)
        .sign(rsa_key(signer), SHA256())
        .public_bytes(Encoding.DER)
    )


@pytest.mark.parametrize(
    "crl",
    [
        b"no list",
        _crl(signer="authority 1"),
        _crl(age=timedelta(days=2)),
        _crl(age=-timedelta(days=2), lasts=timedelta(days=9)),
    ],
    ids=["garbage", "signed by another key", "too old", "from the future"],
)
def test_crl_that_is_not_the_authority_s_fresh_one_is_not_believed(
    crl: bytes,
    decide: Decide,
) -> None:
    with _liar(lambda question: crl) as liar, pytest.raises(RevocationUnknown):
        decide(CrlSource(liar.url, None, authority_id), _now())


def test_an_older_crl_takes_no_revocation_back_even_after_a_restart(
    store: Store, issuing: RevocationAuthority, tmp_path: Path, decide: Decide
) -> None:
    """The list of number 1 is genuine and fresh, and does not know of the revocation."""
    _set(store, "keyCompromise")
    with published([issuing]) as url:
        newer = CrlSource(url, tmp_path, authority_id)
        assert decide(newer, _now()) is RefusalCode.CERTIFICATE_REVOKED
    with _liar(lambda question: _crl()) as liar:
        after_restart = CrlSource(liar.url, tmp_path, authority_id)
        assert decide(after_restart, _now()) is RefusalCode.CERTIFICATE_REVOKED


def _ocsp(
    question: bytes,
    *,
    signer: str = "authority 2",
    nonce: bytes | None = None,
    serial_offset: int = 0,
    age: timedelta = timedelta(0),
) -> bytes:
    asked = ocsp.load_der_ocsp_request(question)
    echoed = asked.extensions.get_extension_for_class(x509.OCSPNonce).value
    this_update = _now() - age - timedelta(seconds=5)
    builder = ocsp.OCSPResponseBuilder().add_response_by_hash(
        issuer_name_hash=asked.issuer_name_hash,
        issuer_key_hash=asked.issuer_key_hash,
        serial_number=asked.serial_number + serial_offset,
        algorithm=asked.hash_algorithm,
        cert_status=ocsp.OCSPCertStatus.GOOD,
        this_update=this_update,
        next_update=this_update + timedelta(minutes=5),
        revocation_time=None,
        revocation_reason=None,
    )
    return (
        builder.responder_id(ocsp.OCSPResponderEncoding.HASH, ISSUER)
        .certificates([ISSUER])
        .add_extension(x509.OCSPNonce(nonce) if nonce else echoed, critical=False)
        .sign(rsa_key(signer), SHA256())
        .public_bytes(Encoding.DER)
    )


def test_ocsp_answer_as_it_should_be_is_believed(
    decide: Decide,
) -> None:
    with _liar(_ocsp) as liar:
        assert decide(OcspSource(liar.url), _now()) is None


@pytest.mark.parametrize(
    "lie",
    [
        lambda question: b"no answer",
        lambda question: _ocsp(question, signer="authority 1"),
        lambda question: _ocsp(question, nonce=b"another nonce"),
        lambda question: _ocsp(question, serial_offset=1),
        lambda question: _ocsp(question, age=timedelta(minutes=10)),
        lambda question: _ocsp(question, age=-timedelta(minutes=10)),
    ],
    ids=["garbage", "signed by another key", "nonce", "another card", "too old", "future"],
)
def test_ocsp_answer_that_is_not_to_our_question_is_not_believed(
    lie: Callable[[bytes], bytes],
    decide: Decide,
) -> None:
    with _liar(lie) as liar, pytest.raises(RevocationUnknown):
        decide(OcspSource(liar.url), _now())


def test_authority_that_is_not_there_leaves_the_question_open(
    decide: Decide,
) -> None:
    for source in (
        OcspSource("http://127.0.0.1:9/ocsp"),
        CrlSource("http://127.0.0.1:9", None, authority_id),
    ):
        with pytest.raises(RevocationUnknown, match="not reached"):
            decide(source, _now())
