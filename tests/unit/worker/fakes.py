"""Parts of a session worker that do as they are told, for what the supervisor must survive."""

import os
import threading
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from consent.errors import StoreFailed
from consent.port import ConsentLedger, ConsentRecord
from kiosk import log
from kiosk.signer.parts import MeteredService, SignerParts
from kiosk.worker.parts import WorkerParts
from kiosk.worker.processes import SessionParts
from qualification.errors import ServiceUnreachable
from qualification.port import Challenge, IdentityMethod, PinProof
from reader.card import FaceRecord, MyNumberCard, Token, TokenKind
from reader.errors import FileClosed, NumberBRefused, PinRefused
from reader.port import SurfaceScanner
from tests.rights import ALL

RIGHT_PIN = b"1234"
RIGHT_NUMBER_B = b"45030120311234"


def certificate_der(days_left: int = 1000) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "TEST")])
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1000))
        .not_valid_after(now + timedelta(days=days_left))
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.DER)
    )


class FakeCard:
    apdu_count = 1

    def __init__(self, temper: str) -> None:
        self._temper = temper
        self._is_closed = temper.startswith(("android", "iphone_not_confirmed"))

    def token(self) -> Token:
        if self._temper == "crashes":
            os.abort()
        if self._temper == "has_a_bug":
            raise ZeroDivisionError("secret 1234")
        if self._temper == "hangs":
            threading.Event().wait()
        kinds = {"android": TokenKind.ANDROID, "iphone": TokenKind.IPHONE}
        kind = kinds.get(self._temper.partition("_")[0], TokenKind.CARD)
        return Token(kind.value, kind)

    def auth_certificate(self) -> bytes:
        if self._is_closed:
            raise FileClosed
        return certificate_der(-500 if self._temper.endswith("expired") else 1000)

    def check_reader(self) -> None:
        pass

    def pin_tries_left(self) -> int:
        return 3

    def verify_pin(self, pin: bytearray) -> None:
        if bytes(pin) != RIGHT_PIN:
            raise PinRefused(2)
        self._is_closed = False

    def open_face(self, number_b: bytearray) -> FaceRecord:
        if bytes(number_b) != RIGHT_NUMBER_B:
            raise NumberBRefused(9, was_tried=True)
        return cast(FaceRecord, SimpleNamespace(photo=b""))

    def sign(self, nonce: bytes) -> bytes:
        return nonce


class NoService:
    service_ms = 0.0

    def watch(self, watcher: object) -> None:
        pass

    def challenge(self) -> Challenge:
        return Challenge("c", bytes(32), datetime(2999, 1, 1, tzinfo=UTC))

    def authenticate(self, *_arguments: object) -> None:
        raise ServiceUnreachable("https://nowhere")


class FakeLedger:
    def append(self, record: ConsentRecord, message: bytes | None = None) -> None:
        pass

    def post(self, key: str, message: bytes) -> None:
        pass

    def close(self) -> None:
        pass


class FreeTries:
    """As many as anybody wants."""

    def wait_s(self, certificate: bytes) -> float:
        return 0.0

    def begin(self, certificate: bytes) -> float:
        return 0.0

    def forget(self, certificate: bytes) -> None:
        pass


class ShownCard:
    """What a signer sees of a card that proves whatever is wanted."""

    apdu_count = 0

    def __init__(self, certificate: bytes = b"certificate") -> None:
        self.certificate = certificate
        self.shown: Future[bytes] = Future()
        self.shown.set_result(certificate)
        self.may_try: list[int] = []

    def let_try(self, request_id: int) -> None:
        self.may_try.append(request_id)

    def prove(self, method: IdentityMethod, challenge: Challenge) -> PinProof:
        return PinProof(bytes(256))


def parts(temper: str, log_file: Path | None = None) -> SessionParts:
    return SessionParts(partial(worker_parts, temper), partial(signer_parts, temper, log_file))


def worker_parts(temper: str) -> WorkerParts:
    if temper == "cannot_be_made":
        raise ServiceUnreachable("https://nowhere")
    return WorkerParts(
        rights=lambda: ALL,
        reach_reader=lambda: None,
        open_card=lambda _reader: cast(MyNumberCard, FakeCard(temper)),
        surface=cast(SurfaceScanner, None),
        camera=None,
        matcher=None,
        prover=None,
    )


def signer_parts(temper: str, log_file: Path | None = None) -> SignerParts:
    if log_file is not None:
        log.configure(log_file)
    return SignerParts(
        rights=ALL,
        service=cast(MeteredService, NoService()),
        check_proof=lambda *_: True,
        ledger=lambda: _ledger(temper, log_file),
        face_tries=FreeTries(),
        subject_pseudonym=lambda _certificate: "subject",
        facility_code="1312345678",
        kiosk_id="test",
    )


REPAIRED = "repaired"
"""A file beside the log: from then on the temper "without_ledger" has its ledger."""


def _ledger(temper: str, log_file: Path | None) -> ConsentLedger:
    if temper == "without_ledger" and log_file and not log_file.with_name(REPAIRED).exists():
        raise StoreFailed("The ledger is damaged.")
    return cast(ConsentLedger, FakeLedger())
