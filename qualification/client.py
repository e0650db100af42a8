"""The kiosk's side of the online qualification service: HTTPS with mutual TLS."""

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import structlog
from cryptography import x509
from cryptography.x509.oid import NameOID
from pydantic import BaseModel, ValidationError

from common.decisions import Decisions, to_list
from common.files import read_regular
from qualification import messages
from qualification.errors import (
    BadAnswer,
    QualificationFault,
    RefusalCode,
    Refused,
    RequestMalformed,
    ServiceUnavailable,
    TlsFailed,
)
from qualification.https import (
    ClientCertificate,
    HttpAnswer,
    HttpsConnection,
    Timeouts,
    file_not_usable,
)
from qualification.oqs import xml
from qualification.oqs.codes import (
    CharacterCode,
    ProcessingStatus,
    QualificationValidity,
    ResultSegment,
)
from qualification.port import (
    AttestedProof,
    Authenticated,
    CallWatcher,
    Challenge,
    IdentityProof,
    LedgerHead,
    OqsResult,
    PhoneProof,
    PinProof,
    Prescription,
    ProofKind,
    Qualification,
    TerminalProof,
    Validity,
)
from qualification.retries import KEYED, NONE, ONCE_MORE, Retries
from qualification.statement import Statement, load_private_key, sign

log = structlog.get_logger(__name__)

_Body = TypeVar("_Body", bound=BaseModel)


@dataclass(frozen=True)
class ClientConfig:
    """`url` is scheme, host and port; the four files are this kiosk's keys."""

    url: str
    authority_file: Path
    certificate_file: Path
    key_file: Path
    statement_key_file: Path
    character_code: CharacterCode = CharacterCode.UTF_8
    prescriptions: bool = False
    """Ask which electronic prescriptions wait, as a pharmacy does."""
    limit_category: bool = False
    """Ask with the qualification for the limit category, to show the patient what it means."""
    timeouts: Timeouts = field(default_factory=Timeouts)


class HttpsQualificationService:
    """A `QualificationService`; for one thread at a time.

    Raises `TlsFailed` at once for a file that cannot be used; connects with the first call.
    """

    def __init__(self, config: ClientConfig) -> None:
        self._config = config
        self._kiosk_id = _kiosk_id(config.certificate_file)
        self._statement_key = load_private_key(config.statement_key_file)
        self._https = HttpsConnection(
            config.url,
            ClientCertificate(config.authority_file, config.certificate_file, config.key_file),
            config.timeouts,
            max_answer_bytes=xml.MAX_BYTES,
        )
        self._watcher: CallWatcher | None = None
        self._service_ms = 0.0
        self._clock_ahead: timedelta | None = None

    def watch(self, watcher: CallWatcher | None) -> None:
        self._watcher = watcher

    @property
    def service_ms(self) -> float:
        """How long all calls together have taken so far."""
        return self._service_ms

    @property
    def clock_ahead(self) -> timedelta | None:
        """Of this machine, before the service's own; None while no good answer told."""
        return self._clock_ahead

    def accepted_proofs(self) -> frozenset[ProofKind]:
        """Asked again and again, and so neither logged nor counted among the calls."""
        ends_at = time.monotonic() + self._config.timeouts.deadline_ms / 1000
        body = Retries(ONCE_MORE).run(
            lambda: self._try("GET", "/v1/proofs", b"", {}, ends_at), ends_at, lambda *_: None
        )
        told = _parsed(messages.ProofsAnswer, body).proofs
        return frozenset(kind for kind in ProofKind if kind.value in told)

    def challenge(self) -> Challenge:
        # Asking twice does no harm, and a connection kept alive may have just been closed.
        body = self._send("POST", "/v1/challenges", None, Retries(ONCE_MORE))
        answer = _parsed(messages.ChallengeAnswer, body)
        return Challenge(answer.challenge_id, answer.nonce, answer.expires_at)

    def authenticate(
        self, challenge: Challenge, certificate_der: bytes, proof: IdentityProof
    ) -> Authenticated:
        request = _request(
            messages.AuthenticationRequest,
            challenge_id=challenge.challenge_id,
            certificate=certificate_der,
            proof=self._proof_body(challenge, certificate_der, proof),
            prescriptions=self._config.prescriptions,
        )
        body = self._send("POST", "/v1/authentications", request, Retries(NONE))
        answer = _parsed(messages.AuthenticationAnswer, body)
        return Authenticated(
            answer.session_id,
            answer.registered,
            answer.certificate,
            frozenset(answer.has),
            tuple(Prescription(**dict(each)) for each in answer.prescriptions),
        )

    def register(self, session_id: str) -> None:
        request = _request(messages.RegistrationRequest, session_id=session_id)
        body = self._send("POST", "/v1/registrations", request, Retries(KEYED))
        _parsed(messages.RegistrationAnswer, body)

    def qualify(self, session_id: str) -> Qualification:
        request = _request(
            messages.QualificationRequest,
            session_id=session_id,
            character_code=self._config.character_code,
            limit_category=self._config.limit_category,
        )
        return _qualification(self._send("POST", "/v1/qualifications", request, Retries(KEYED)))

    def conclude(
        self, session_id: str, decisions: Decisions, *, idempotency_key: str | None = None
    ) -> OqsResult:
        request = _request(
            messages.ConclusionRequest,
            session_id=session_id,
            character_code=self._config.character_code,
            decisions=[
                messages.DecisionBody.model_validate_json(json.dumps(entry))
                for entry in to_list(decisions)
            ],
        )
        body = self._send("POST", "/v1/conclusions", request, Retries(KEYED, idempotency_key))
        _qualification(body)  # What the kiosk cannot read the receipt computer cannot either.
        return OqsResult(body)

    def ledger_heads(self) -> tuple[LedgerHead, ...]:
        body = self._send("GET", "/v1/ledger-heads", None, Retries(ONCE_MORE))
        answer = _parsed(messages.LedgerHeadsAnswer, body)
        return tuple(LedgerHead(**dict(each)) for each in answer.heads)

    def keep_ledger_head(self, head: LedgerHead) -> None:
        request = _request(messages.LedgerHeadBody, **vars(head))
        body = self._send("POST", "/v1/ledger-heads", request, Retries(ONCE_MORE))
        _parsed(messages.LedgerHeadKept, body)

    def close(self) -> None:
        self._https.close()

    def _proof_body(
        self, challenge: Challenge, certificate_der: bytes, proof: IdentityProof
    ) -> messages.ProofBody:
        match proof:
            case PinProof():
                return _request(messages.PinProofBody, signature=proof.signature)
            case TerminalProof():
                return _request(
                    messages.TerminalProofBody,
                    method=proof.method.value,
                    signature=proof.signature,
                )
            case AttestedProof():
                return self._attested_body(challenge, certificate_der, proof)
            case PhoneProof():
                return _request(
                    messages.PhoneProofBody,
                    method=proof.method.value,
                    signature=proof.phone_signature,
                )

    def _attested_body(
        self, challenge: Challenge, certificate_der: bytes, proof: AttestedProof
    ) -> messages.AttestedProofBody:
        return _request(
            messages.AttestedProofBody,
            method=proof.method.value,
            card_signature=proof.card_signature,
            evidence=_request(messages.EvidenceBody, **vars(proof.evidence)),
            statement=self._statement_body(challenge, certificate_der, proof),
        )

    def _statement_body(
        self, challenge: Challenge, certificate_der: bytes, proof: AttestedProof
    ) -> messages.StatementBody:
        statement = Statement(
            method=proof.method,
            challenge_id=challenge.challenge_id,
            nonce=challenge.nonce,
            certificate_sha256=sha256(certificate_der).digest(),
            kiosk_id=self._kiosk_id,
            stated_at=datetime.now(UTC),
        )
        return messages.StatementBody(
            stated_at=statement.stated_at, signature=sign(statement, self._statement_key)
        )

    def _send(self, method: str, route: str, request: BaseModel | None, retries: Retries) -> bytes:
        """The body of a good answer; every other end is one of `qualification.errors`."""
        content = request.model_dump_json().encode() if request else b""
        started = time.monotonic()
        ends_at = started + self._config.timeouts.deadline_ms / 1000
        with self._watched():
            try:
                return retries.run(
                    lambda: self._try(method, route, content, retries.headers, ends_at),
                    ends_at,
                    self._tell_retry,
                )
            finally:
                duration_ms = (time.monotonic() - started) * 1000
                self._service_ms += duration_ms
                log.info("service_call", route=route, duration_ms=round(duration_ms, 1))

    def _try(
        self, method: str, route: str, content: bytes, headers: Mapping[str, str], ends_at: float
    ) -> bytes:
        answer = self._https.call(method, route, content, headers, ends_at)
        if 200 <= answer.status < 300:
            self._clock_ahead = answer.ahead
            return answer.body
        raise _refusal(route, answer)

    def _tell_retry(self, attempt: int, wait_ms: int) -> None:
        log.info("service_call_retried", attempt=attempt, wait_ms=wait_ms)
        if self._watcher is not None:
            self._watcher.on_retry(attempt, wait_ms)

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Tell the watcher when the call takes longer than usual, and never after its end."""
        watcher = self._watcher
        if watcher is None:
            yield
            return
        telling = threading.Lock()
        over = False

        def tell() -> None:
            with telling:
                if not over:
                    watcher.on_slow()

        timer = threading.Timer(self._config.timeouts.slow_after_ms / 1000, tell)
        timer.name, timer.daemon = "slow-call", True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            with telling:
                over = True


def _kiosk_id(certificate_file: Path) -> str:
    """The name under which the service knows this kiosk: its client certificate's CN.

    An expired certificate is told here, where it can be named: in the handshake it would be no
    more than a closed connection.
    """
    try:
        certificate = x509.load_pem_x509_certificate(read_regular(certificate_file))
        names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    except (OSError, ValueError) as error:
        raise file_not_usable(certificate_file, error) from error
    _check_dates(certificate_file, certificate)
    if not names:
        raise file_not_usable(certificate_file, ValueError())
    return str(names[0].value)


def _check_dates(path: Path, certificate: x509.Certificate) -> None:
    now = datetime.now(UTC)
    here = f"this machine's clock says {now:%Y-%m-%d}"
    if certificate.not_valid_after_utc < now:
        ended = f"the client certificate expired on {certificate.not_valid_after_utc:%Y-%m-%d}"
        remedy = "Set the clock if it is wrong; otherwise have the certificate renewed."
        raise TlsFailed(path, f"{ended}; {here}", remedy)
    if certificate.not_valid_before_utc > now:
        begins = f"the client certificate begins on {certificate.not_valid_before_utc:%Y-%m-%d}"
        raise TlsFailed(path, f"{begins}; {here}", "Set the clock.")


def _refusal(route: str, answer: HttpAnswer) -> QualificationFault:
    """Only what is in the service's own words is its refusal: proxies and portals answer too."""
    if answer.status >= 500 or answer.status == 429:
        return ServiceUnavailable(answer.status, answer.retry_after_s)
    try:
        code = messages.RefusalAnswer.model_validate_json(answer.body).code
        return Refused(RefusalCode(code))
    except ValueError:
        return BadAnswer(f"HTTP {answer.status} to {route} is no refusal of the service's")


def _request(kind: type[_Body], **values: object) -> _Body:
    try:
        return kind(**values)
    except ValidationError as error:
        raise RequestMalformed(f"{_first_location(error)} is missing or not valid") from None


def _parsed(kind: type[_Body], body: bytes) -> _Body:
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        raise BadAnswer(f"{_first_location(error)} is missing or not valid") from None


def _first_location(error: ValidationError) -> str:
    return ".".join(str(part) for part in error.errors()[0]["loc"]) or "the JSON"


def _qualification(body: bytes) -> Qualification:
    message = xml.parse(body)
    header, answer = message.message_header, message.message_body
    if (
        header.segment_of_result is not ResultSegment.NORMAL
        or answer.processing_result_status is not ProcessingStatus.NORMAL
    ):
        raise BadAnswer("it reports an error")
    if answer.qualification_validity is QualificationValidity.NONE:
        return Qualification(Validity.NONE, None)
    if answer.qualification_validity is None or not answer.results:
        raise BadAnswer("QualificationValidity or ResultList is missing")
    person = answer.results[0]
    if person.birthdate is None:
        raise BadAnswer("Birthdate is missing or not valid")
    limit = person.limit_application_certificate_related_info
    category = None if limit is None else limit.limit_application_certificate_classification_flag
    return Qualification(
        validity=Validity(answer.qualification_validity.value),
        birth_date=person.birthdate.day,
        limit_category=None if category is None else category.value,
    )
