"""The online side of a session: the query while the patient reads, and the consents."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime

import structlog

from common import japan
from common.certificate_dates import CertificateStanding
from common.decisions import Decisions
from consent.errors import StoreFailed
from consent.port import Answer, ConsentLedger, ConsentRecord, Item, Provision
from kiosk.delivery.conclusion import Conclusion
from kiosk.session import effects
from kiosk.session.events import (
    ConsentNotStored,
    ConsentStored,
    EligibilityFailed,
    EligibilityKnown,
    ServiceSlow,
)
from kiosk.session.flow import ASKED_OF_SOME
from kiosk.session.screens import Notice, StopReason
from kiosk.session.states import Eligibility
from kiosk.signer.card_link import CardDidNotSign, CardLink
from kiosk.signer.face_limit import FaceLimit
from kiosk.signer.messages import Figures, FromSigner
from kiosk.signer.parts import SignerParts
from kiosk.worker.job_thread import JobThread
from kiosk.worker.messages import Begin
from qualification import errors
from qualification.port import (
    Authenticated,
    Challenge,
    IdentityMethod,
    Prescription,
    Qualification,
    Validity,
)

log = structlog.get_logger(__name__)

CHECKUPS_FROM_AGE = 40  # Leaflet step 3 ②.

_NOTICES = {
    Validity.INVALID_NEWER_EXISTS: Notice.NEW_QUALIFICATION_EXISTS,
    Validity.VALID_UNREGISTERED: Notice.NO_MEDICAL_TICKET,
}
_NOT_INSURED = {Validity.INVALID, Validity.NONE}
"""Whoever has several qualifications, or a newer one, is insured: staff find out by which."""


_WORTH_A_NEW_CHALLENGE = (errors.ServiceUnreachable, errors.ServiceTimeout)


class EligibilitySide:
    def __init__(
        self,
        parts: SignerParts,
        begin: Begin,
        say: Callable[[FromSigner], None],
        card: CardLink,
        face: FaceLimit,
    ) -> None:
        self._parts = parts
        self._session_id = begin.session_id
        self._say = say
        self._card = card
        self._face = face
        self._jobs = JobThread("service")
        self._ledger_jobs = JobThread("ledger")
        self._challenge: Challenge | None = None
        self._service_session = ""
        self._certificate: CertificateStanding | None = None
        self._has: frozenset[Item] = frozenset()
        self._prescriptions: tuple[Prescription, ...] = ()
        self._ledger: ConsentLedger | None = None

    def prefetch(self) -> None:
        """Open the connection and fetch a challenge while the card is read: neither is personal."""
        self._parts.service.watch(self)
        self._jobs.do(self._prefetch)
        self._ledger_jobs.do(self._open_ledger)

    def on_slow(self) -> None:
        """Of `CallWatcher`; called on a thread of the client's."""
        with suppress(BrokenPipeError):  # The kiosk has ended the session meanwhile.
            self._say(ServiceSlow(self._session_id))

    def on_retry(self, attempt: int, wait_ms: int) -> None:
        self._say(ServiceSlow(self._session_id))

    def query(self, request_id: int, method: IdentityMethod) -> None:
        self._jobs.do(lambda: self._answer(request_id, lambda: self._query(method)))

    def register(self, request: effects.Register) -> None:
        self._jobs.do(lambda: self._answer(request.request_id, lambda: self._register(request)))

    def store(self, request: effects.StoreConsent) -> None:
        """The ledger has its own thread: a slow network never delays a record."""
        self._ledger_jobs.do(lambda: self._store(request))

    def _prefetch(self) -> None:
        try:
            self._challenge = self._parts.service.challenge()
        except (errors.QualificationFault, errors.RequestMalformed) as error:
            log.warning("challenge_not_fetched", kind=error.kind)

    def _authenticate(self, method: IdentityMethod) -> Authenticated:
        """With the challenge that was fetched while the patient chose, and else with a new one.

        A firewall may have forgotten the connection since then, and the service the challenge: by
        its clock, not by ours, which may be wrong.
        """
        fetched, self._challenge = self._challenge, None
        if fetched is not None:
            try:
                return self._authenticate_by(fetched, method)
            except _WORTH_A_NEW_CHALLENGE as error:
                log.info("authentication_retried", kind=error.kind)
            except errors.Refused as error:
                if error.code is not errors.RefusalCode.CHALLENGE_INVALID:
                    raise
                log.info("authentication_retried", kind=error.code.value)
        return self._authenticate_by(self._parts.service.challenge(), method)

    def _authenticate_by(self, challenge: Challenge, method: IdentityMethod) -> Authenticated:
        proof = self._card.prove(method, challenge)
        if method is IdentityMethod.FACE and not self._face.allows_proof():
            log.error("proof_is_none")
            raise CardDidNotSign(StopReason.CARD_UNREADABLE)
        person = self._parts.service.authenticate(challenge, self._card.certificate, proof)
        self._face.forget()
        return person

    def _answer(self, request_id: int, ask: Callable[[], Eligibility]) -> None:
        answer: EligibilityKnown | EligibilityFailed
        try:
            answer = EligibilityKnown(self._session_id, request_id, ask())
        except (errors.QualificationFault, errors.RequestMalformed) as error:
            log.warning("eligibility_failed", kind=error.kind)
            reason = service_stop_reason(error)
            answer = EligibilityFailed(self._session_id, request_id, reason)
        except CardDidNotSign as error:
            answer = EligibilityFailed(self._session_id, request_id, error.reason)
        except StoreFailed as error:
            log.error("consent_not_stored", error=str(error))
            reason = StopReason.CONSENT_NOT_STORED
            answer = EligibilityFailed(self._session_id, request_id, reason)
        self._tell_figures()
        self._say(answer)

    def _query(self, method: IdentityMethod) -> Eligibility:
        person = self._authenticate(method)
        self._service_session = person.session_id
        self._certificate = person.certificate
        self._has = frozenset(item for item in ASKED_OF_SOME if item in person.has)
        self._prescriptions = person.prescriptions
        if not person.registered:
            return Eligibility(registered=False, valid=True, checkups_apply=True, notice=None)
        return self._eligibility()

    def _register(self, request: effects.Register) -> Eligibility:
        # Nothing is done at the service that the ledger does not know of.
        self._opened_ledger().append(self._record(request.method, (request.answer,)))
        self._parts.service.register(self._service_session)
        return self._eligibility()

    def _eligibility(self) -> Eligibility:
        answer = self._parts.service.qualify(self._service_session)
        known = eligibility_of(answer, self._has, japan.today())
        return replace(known, prescriptions=self._prescriptions)

    def _open_ledger(self) -> None:
        try:
            self._ledger = self._parts.ledger()
        except StoreFailed as error:
            log.error("ledger_not_opened", error=str(error))

    def _opened_ledger(self) -> ConsentLedger:
        if self._ledger is None:
            self._ledger = self._parts.ledger()
        return self._ledger

    def _store(self, request: effects.StoreConsent) -> None:
        try:
            self._keep(self._opened_ledger(), request)
        except StoreFailed as error:
            log.error("consent_not_stored", error=str(error))
            self._say(ConsentNotStored(self._session_id, request.request_id))
        else:
            self._say(ConsentStored(self._session_id, request.request_id))

    def _keep(self, ledger: ConsentLedger, request: effects.StoreConsent) -> None:
        """The record and what the service has to be told, in one commit."""
        now = datetime.now(UTC)
        provided = tuple(Provision(item, request.rule, now) for item in request.provided)
        all_of_it: tuple[Answer | Provision, ...] = (*request.answers, *provided)
        decisions: Decisions = {each.key: each.given for each in all_of_it}
        patient = self._parts.subject_pseudonym(self._card.certificate)
        message = Conclusion(
            self._service_session, decisions, patient, request.method, self._certificate
        ).to_bytes()
        if not request.report:
            ledger.append(self._record(request.method, all_of_it))
        elif all_of_it:
            ledger.append(self._record(request.method, all_of_it), message)
        else:
            ledger.post(self._session_id, message)

    def _record(
        self, method: IdentityMethod, answers: tuple[Answer | Provision, ...]
    ) -> ConsentRecord:
        return ConsentRecord(
            session_id=self._session_id,
            answers=answers,
            identity_method=method.value,
            decided_at=datetime.now(UTC),
            facility_code=self._parts.facility_code,
            kiosk_id=self._parts.kiosk_id,
            subject=self._parts.subject_pseudonym(self._card.certificate),
        )

    def _tell_figures(self) -> None:
        service_ms = round(self._parts.service.service_ms)
        self._say(Figures(self._session_id, self._card.apdu_count, service_ms))


def eligibility_of(answer: Qualification, has: frozenset[Item], today: date) -> Eligibility:
    """What the flow depends on; the rest of the answer stays with the service."""
    born = answer.birth_date
    return Eligibility(
        registered=True,
        valid=answer.validity not in _NOT_INSURED,
        lapsed=answer.validity is Validity.INVALID,
        # Born on a day that nobody knows: the question itself offers 「40歳未満」.
        checkups_apply=born is None or _age(born, today) >= CHECKUPS_FROM_AGE,
        notice=_NOTICES.get(answer.validity),
        has=has,
        limit_category=answer.limit_category,
    )


def _age(born: date, today: date) -> int:
    birthday_passed = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (0 if birthday_passed else 1)


_OF_THE_KIOSK = {
    errors.RefusalCode.CLIENT_UNKNOWN,
    errors.RefusalCode.CLIENT_REVOKED,
    errors.RefusalCode.CHALLENGE_INVALID,
    errors.RefusalCode.STATEMENT_INVALID,
    errors.RefusalCode.PROOF_NOT_ACCEPTED,
    errors.RefusalCode.SESSION_UNKNOWN,
    errors.RefusalCode.CALL_KEY_REUSED,
}
"""Not the patient's own case: staff are told that the service does not help this kiosk."""


def service_stop_reason(error: errors.QualificationFault | errors.RequestMalformed) -> StopReason:
    """What the patient is told when the service does not help."""
    match error:
        case errors.Refused(code=errors.RefusalCode.CERTIFICATE_EXPIRED):
            return StopReason.CERTIFICATE_EXPIRED
        case errors.Refused(code=errors.RefusalCode.CERTIFICATE_REVOKED):
            return StopReason.CERTIFICATE_REVOKED
        case errors.Refused(code=errors.RefusalCode.CERTIFICATE_ON_HOLD):
            return StopReason.CERTIFICATE_ON_HOLD
        case errors.Refused(code=errors.RefusalCode.PERSON_UNKNOWN):
            return StopReason.NOT_QUALIFIED
        case errors.Refused(code=code) if code not in _OF_THE_KIOSK:
            return StopReason.SERVICE_REFUSED
        case _:
            return StopReason.SERVICE_UNREACHABLE
