"""What the service can be asked: one table, from which both the routes and their OpenAPI
description are made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from qualification import messages
from qualification.errors import RefusalCode
from simulation.service.calls import Call, CallHandler

STATUS = {
    RefusalCode.CLIENT_UNKNOWN: 403,
    RefusalCode.CLIENT_REVOKED: 403,
    RefusalCode.SESSION_UNKNOWN: 404,
    RefusalCode.NOT_REGISTERED: 409,
    RefusalCode.CALL_KEY_REUSED: 409,
}
"""Every other refusal is 422: the request was understood, and the answer is no."""

_CLIENT = (RefusalCode.CLIENT_UNKNOWN, RefusalCode.CLIENT_REVOKED)
_SESSION = (*_CLIENT, RefusalCode.SESSION_UNKNOWN, RefusalCode.CALL_KEY_REUSED)


@dataclass(frozen=True)
class Operation:
    method: str
    path: str
    summary: str
    request: type[BaseModel] | None
    answer: type[BaseModel] | None  # None: OQS XML
    keyed: bool  # carries an Idempotency-Key, so that it may be sent again
    refusals: tuple[RefusalCode, ...]
    handle: Callable[[CallHandler, Call, Any], BaseModel | bytes]


OPERATIONS = (
    Operation(
        method="GET",
        path="/v1/proofs",
        summary="That it serves, and by which proofs this kiosk may show who a patient is",
        request=None,
        answer=messages.ProofsAnswer,
        keyed=False,
        refusals=_CLIENT,
        handle=lambda calls, call, request: calls.proofs(call),
    ),
    Operation(
        method="POST",
        path="/v1/challenges",
        summary="A nonce to be signed once, by this kiosk, within five minutes",
        request=None,
        answer=messages.ChallengeAnswer,
        keyed=False,
        refusals=_CLIENT,
        handle=lambda calls, call, request: calls.challenge(call),
    ),
    Operation(
        method="POST",
        path="/v1/authentications",
        summary="The card and its holder were recognised",
        request=messages.AuthenticationRequest,
        answer=messages.AuthenticationAnswer,
        keyed=False,
        refusals=(
            *_CLIENT,
            RefusalCode.CHALLENGE_INVALID,
            RefusalCode.CERTIFICATE_UNKNOWN,
            RefusalCode.CERTIFICATE_EXPIRED,
            RefusalCode.CERTIFICATE_REVOKED,
            RefusalCode.CERTIFICATE_ON_HOLD,
            RefusalCode.PROOF_NOT_ACCEPTED,
            RefusalCode.METHOD_NOT_ALLOWED,
            RefusalCode.SIGNATURE_INVALID,
            RefusalCode.EVIDENCE_INVALID,
            RefusalCode.STATEMENT_INVALID,
            RefusalCode.PERSON_UNKNOWN,
        ),
        handle=lambda calls, call, request: calls.authenticate(call, request),
    ),
    Operation(
        method="POST",
        path="/v1/registrations",
        summary="健康保険証利用登録 of the person recognised",
        request=messages.RegistrationRequest,
        answer=messages.RegistrationAnswer,
        keyed=True,
        refusals=(*_SESSION, RefusalCode.METHOD_NOT_ALLOWED),
        handle=lambda calls, call, request: calls.register(call, request),
    ),
    Operation(
        method="POST",
        path="/v1/qualifications",
        summary="The qualification, before consents",
        request=messages.QualificationRequest,
        answer=None,
        keyed=True,
        refusals=(*_SESSION, RefusalCode.NOT_REGISTERED),
        handle=lambda calls, call, request: calls.qualify(call, request),
    ),
    Operation(
        method="POST",
        path="/v1/conclusions",
        summary="Reports the consents; the result that they allow",
        request=messages.ConclusionRequest,
        answer=None,
        keyed=True,
        refusals=(*_SESSION, RefusalCode.NOT_REGISTERED),
        handle=lambda calls, call, request: calls.conclude(call, request),
    ),
    Operation(
        method="GET",
        path="/v1/ledger-heads",
        summary="How far the kiosk's consent ledgers had come, as it has told",
        request=None,
        answer=messages.LedgerHeadsAnswer,
        keyed=False,
        refusals=_CLIENT,
        handle=lambda calls, call, request: calls.ledger_heads(call),
    ),
    Operation(
        method="POST",
        path="/v1/ledger-heads",
        summary="Keeps how far a consent ledger has come; an older head never replaces a newer one",
        request=messages.LedgerHeadBody,
        answer=messages.LedgerHeadKept,
        keyed=False,
        refusals=_CLIENT,
        handle=lambda calls, call, request: calls.keep_ledger_head(call, request),
    ),
    Operation(
        method="POST",
        path="/v1/reference-numbers",
        summary="照会番号登録: results of this qualification carry the facility's own number",
        request=messages.ReferenceNumberRequest,
        answer=messages.ReferenceNumberAnswer,
        keyed=False,
        refusals=_CLIENT,
        handle=lambda calls, call, request: calls.register_reference_number(call, request),
    ),
)
