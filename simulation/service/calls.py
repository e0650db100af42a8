"""The service's decisions, free of HTTP: challenge, authenticate, register, qualify, conclude."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from pydantic import BaseModel

from common.certificate_dates import CertificateStanding
from common.decisions import Decisions, provides
from qualification import messages
from qualification.errors import RefusalCode, Refused
from qualification.oqs import xml
from qualification.port import IdentityMethod, LedgerHead, ProofKind
from qualification.statement import Statement
from simulation.service import proof
from simulation.service.answer import Answers
from simulation.service.certificate import CardCertificate, CardCertificates
from simulation.service.confirmation_key import confirmation_key
from simulation.service.control import Scenario
from simulation.service.peer import Peer
from simulation.service.registry import Entry
from simulation.service.store import (
    REPORT_WITHIN,
    SESSION_LASTS,
    Person,
    Session,
    Store,
    Transaction,
)


@dataclass(frozen=True)
class Trust:
    """Whom the service believes."""

    cards: CardCertificates
    card_face_authority: RSAPublicKey
    statement_keys: dict[str, Ed25519PublicKey]  # by kiosk id
    proofs: frozenset[ProofKind]

    def proofs_of(self, kiosk_id: str) -> frozenset[ProofKind]:
        """What this kiosk may prove an identity with: nobody attests with a key not known here."""
        unknown = frozenset() if kiosk_id in self.statement_keys else {ProofKind.ATTESTED}
        return self.proofs - unknown


@dataclass(frozen=True)
class Call:
    """Who asks, when, and the key that makes calls repeated by a retry one call."""

    peer: Peer
    now: datetime
    scenario: Scenario = Scenario.OK
    key: str = ""


class CallHandler:
    """Each method answers one call, or raises `Refused`; `authenticate` also
    `RevocationUnknown`."""

    def __init__(self, store: Store, trust: Trust, answers: Answers) -> None:
        self._store = store
        self._trust = trust
        self._answers = answers

    def proofs(self, call: Call) -> messages.ProofsAnswer:
        accepted = self._trust.proofs_of(call.peer.kiosk_id)
        return messages.ProofsAnswer(proofs=sorted(kind.value for kind in accepted))

    def challenge(self, call: Call) -> messages.ChallengeAnswer:
        self._store.sweep(call.now)
        with self._store.write_once() as transaction:
            issued = transaction.issue_challenge(call.peer.fingerprint, call.now)
        return messages.ChallengeAnswer(
            challenge_id=issued.challenge_id, nonce=issued.nonce, expires_at=issued.expires_at
        )

    def authenticate(
        self, call: Call, request: messages.AuthenticationRequest
    ) -> messages.AuthenticationAnswer:
        # Used up before anything is checked: one challenge, one try.
        with self._store.write_once() as transaction:
            nonce = transaction.use_challenge(request.challenge_id, call.peer.fingerprint, call.now)
        if nonce is None:
            raise Refused(RefusalCode.CHALLENGE_INVALID)
        if call.scenario is Scenario.CERTIFICATE_EXPIRED:
            raise Refused(RefusalCode.CERTIFICATE_EXPIRED)
        card = self._trust.cards.check(request.certificate, call.now)
        with self._store.read() as transaction:
            person = transaction.person_by_certificate(card.certificate_id)
        if person is None or call.scenario is Scenario.UNKNOWN_CARD:
            raise Refused(RefusalCode.PERSON_UNKNOWN)
        method = self._check_proof(call, nonce, card, person, request)
        is_phone = isinstance(request.proof, messages.PhoneProofBody)
        session_id = secrets.token_urlsafe(18)
        registered = person.registered and call.scenario is not Scenario.UNREGISTERED
        with self._store.write_once() as transaction:
            transaction.start_session(
                session_id=session_id,
                client=call.peer.fingerprint,
                person_key=person.key,
                method=method,
                standing=card.standing,
                registered=registered,
                may_register=not is_phone,
                expires_at=call.now + SESSION_LASTS,
                reported_until=call.now + REPORT_WITHIN,
            )
        entry, in_grace = _entry(person.entry), card.standing is CertificateStanding.GRACE
        return messages.AuthenticationAnswer(
            session_id=session_id,
            registered=registered,
            certificate=card.standing,
            has=[] if in_grace else entry.has,
            prescriptions=[
                messages.PrescriptionBody(**dict(each))
                for each in entry.prescriptions
                if request.prescriptions and not in_grace
            ],
        )

    def _check_proof(
        self,
        call: Call,
        nonce: bytes,
        card: CardCertificate,
        person: Person,
        request: messages.AuthenticationRequest,
    ) -> IdentityMethod:
        body = request.proof
        if ProofKind(body.kind) not in self._trust.proofs_of(call.peer.kiosk_id):
            raise Refused(RefusalCode.PROOF_NOT_ACCEPTED)
        if isinstance(body, messages.PinProofBody):
            proof.check_signature(card.key, body.signature, nonce)
            return IdentityMethod.PIN
        if isinstance(body, messages.PhoneProofBody):
            if card.standing is CertificateStanding.GRACE:
                raise Refused(RefusalCode.CERTIFICATE_EXPIRED)
            proof.check_signature(card.key, body.signature, nonce)
            return IdentityMethod(body.method)
        if not _entry(person.entry).card.photo:
            raise Refused(RefusalCode.METHOD_NOT_ALLOWED)
        if isinstance(body, messages.TerminalProofBody):
            proof.check_signature(card.key, body.signature, nonce)
            return IdentityMethod(body.method)
        key = proof.card_face_key(
            body.evidence, self._trust.card_face_authority, person.face_key_sha256
        )
        proof.check_signature(key, body.card_signature, nonce)
        statement = Statement(
            method=IdentityMethod(body.method),
            challenge_id=request.challenge_id,
            nonce=nonce,
            certificate_sha256=sha256(request.certificate).digest(),
            kiosk_id=call.peer.kiosk_id,
            stated_at=body.statement.stated_at,
        )
        statement_key = self._trust.statement_keys[call.peer.kiosk_id]
        proof.check_statement(statement, body.statement.signature, statement_key, call.now)
        return statement.method

    def register(
        self, call: Call, request: messages.RegistrationRequest
    ) -> messages.RegistrationAnswer:
        with self._store.write() as transaction:
            session = _session(transaction, call, request.session_id)
            if not session.may_register:
                raise Refused(RefusalCode.METHOD_NOT_ALLOWED)
            _called_at(transaction, call, request)
            transaction.register(session)
        return messages.RegistrationAnswer()

    def qualify(self, call: Call, request: messages.QualificationRequest) -> bytes:
        with self._store.write() as transaction:
            session = _registered(_session(transaction, call, request.session_id))
            called_at = _called_at(transaction, call, request)
        message = self._answers.answer(
            _entry(session.entry),
            call.peer.facility_code,
            session.session_id,
            request.character_code,
            called_at,
            show_limit=request.limit_category,
        )
        return xml.build(message, request.character_code)

    def conclude(self, call: Call, request: messages.ConclusionRequest) -> bytes:
        with self._store.write() as transaction:
            session = _registered(_session(transaction, call, request.session_id, late=True))
            called_at = _called_at(transaction, call, request)
            decisions = _no_more_than(
                transaction.decided(session.session_id), _allowed(session, request)
            )
            transaction.record_consent(
                session_id=session.session_id,
                person_key=session.person_key,
                facility_code=call.peer.facility_code,
                decisions=decisions,
                reported_at=called_at,
            )
            entry = _entry(session.entry)
            known_as = transaction.reference_numbers(
                call.peer.facility_code, _keys(entry, call.peer.facility_code)
            )
        message = self._answers.answer(
            entry,
            call.peer.facility_code,
            session.session_id,
            request.character_code,
            called_at,
            decisions,
            standing=session.standing,
            known_as=known_as,
        )
        return xml.build(message, request.character_code)

    def register_reference_number(
        self, call: Call, request: messages.ReferenceNumberRequest
    ) -> messages.ReferenceNumberAnswer:
        number = request.reference_number
        with self._store.write_once() as transaction:
            transaction.set_reference_number(
                call.peer.facility_code, request.qualification_confirmation_key, number
            )
        return messages.ReferenceNumberAnswer(registered=bool(number))

    def ledger_heads(self, call: Call) -> messages.LedgerHeadsAnswer:
        with self._store.read() as transaction:
            heads = transaction.ledger_heads(call.peer.facility_code, call.peer.kiosk_id)
        return messages.LedgerHeadsAnswer(
            heads=[messages.LedgerHeadBody(**vars(head)) for head in heads]
        )

    def keep_ledger_head(
        self, call: Call, request: messages.LedgerHeadBody
    ) -> messages.LedgerHeadKept:
        with self._store.write_once() as transaction:
            kept = transaction.keep_ledger_head(
                call.peer.facility_code, call.peer.kiosk_id, LedgerHead(**dict(request))
            )
        return messages.LedgerHeadKept(kept=kept)


def _keys(entry: Entry, facility_code: str) -> list[str]:
    insurances = (entry.insurance, *entry.insurance.others)
    return [confirmation_key(entry, insurance, facility_code) for insurance in insurances]


def _session(
    transaction: Transaction, call: Call, session_id: str, *, late: bool = False
) -> Session:
    session = transaction.session(session_id, call.peer.fingerprint, call.now)
    if session is None or (session.expires_at <= call.now and not late):
        raise Refused(RefusalCode.SESSION_UNKNOWN)
    return session


def _registered(session: Session) -> Session:
    if not session.registered:
        raise Refused(RefusalCode.NOT_REGISTERED)
    return session


def _called_at(transaction: Transaction, call: Call, request: BaseModel) -> datetime:
    """When the call came first: a retry gets the same answer, made for that moment."""
    digest = sha256(type(request).__name__.encode() + request.model_dump_json().encode())
    called_at = transaction.first_call(
        call.peer.fingerprint, call.key, digest.hexdigest(), call.now
    )
    if called_at is None:
        raise Refused(RefusalCode.CALL_KEY_REUSED)
    return called_at


def _allowed(session: Session, request: messages.ConclusionRequest) -> Decisions:
    """With a certificate in its grace period there is 資格情報 only, whatever was decided."""
    return {} if session.standing is CertificateStanding.GRACE else request.decided()


def _no_more_than(before: Decisions | None, now: Decisions) -> Decisions:
    """A later conclusion may take back, but turns no earlier no into a yes."""
    if before is None:
        return now
    kept = {item: given for item, given in now.items() if not provides(now, item)}
    agreed = {item: given for item, given in now.items() if provides(before, item)}
    declined = {item: given for item, given in before.items() if not provides(before, item)}
    return {**declined, **agreed, **kept}


def _entry(text: str) -> Entry:
    return Entry.model_validate_json(text)
