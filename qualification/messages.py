"""The JSON bodies between kiosk and service; qualifications themselves come as OQS XML.

Bytes are URL-safe base64, times ISO 8601 with their zone. Only the mock service speaks this:
the real system's interface is not public.
"""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    WithJsonSchema,
    field_validator,
)

from common.certificate_dates import CertificateStanding
from common.decisions import Decision, Decisions, Given
from qualification.oqs.codes import CharacterCode

MAX_REQUEST_BYTES = 64 * 1024
"""A certificate and its evidence take some 4 KiB."""

CALL_KEY = re.compile(r"^[A-Za-z0-9_-]{16,64}$")
"""Idempotency-Key: chosen by the kiosk for each call, at random."""


def _base64(least_bytes: int, most_bytes: int) -> WithJsonSchema:
    """How the text of so many bytes looks; lengths alone would be those of the text."""
    least, most = ((size + 2) // 3 * 4 for size in (least_bytes, most_bytes))
    return WithJsonSchema(
        {
            "type": "string",
            "contentEncoding": "base64url",
            "pattern": "^[A-Za-z0-9_-]*={0,2}$",
            "minLength": least,
            "maxLength": most,
        }
    )


RsaSignature = Annotated[bytes, Field(min_length=256, max_length=256), _base64(256, 256)]
Sha256 = Annotated[bytes, Field(min_length=32, max_length=32), _base64(32, 32)]
Ed25519Signature = Annotated[bytes, Field(min_length=64, max_length=64), _base64(64, 64)]
CardObject = Annotated[bytes, Field(max_length=1024), _base64(0, 1024)]
CertificateDer = Annotated[bytes, Field(max_length=8192), _base64(0, 8192)]
Identifier = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[\x21-\x7e]+$")]


class _Body(BaseModel):
    # Pydantic would put the input, which is personal, into its errors.
    model_config = ConfigDict(
        frozen=True,
        hide_input_in_errors=True,
        ser_json_bytes="base64",
        val_json_bytes="base64",
    )


class _Request(_Body):
    """The service takes exactly what is described; an answer may grow by a field."""

    model_config = ConfigDict(extra="forbid", strict=True)


class ProofsAnswer(_Body):
    proofs: list[Identifier]
    """Values of `ProofKind`, and later perhaps others."""


class ChallengeAnswer(_Body):
    challenge_id: Identifier
    nonce: Sha256
    expires_at: AwareDatetime


class PinProofBody(_Request):
    kind: Literal["pin"] = "pin"
    signature: RsaSignature


class EvidenceBody(_Request):
    """A `common.face_evidence.FaceEvidence`."""

    birth_sex_key: CardObject
    images_digest: Sha256
    photo_digest: Sha256
    signature: RsaSignature
    cv_certificate: CardObject


class StatementBody(_Request):
    """What of a `Statement` the service does not know already, with the signature over it all."""

    stated_at: AwareDatetime
    signature: Ed25519Signature


class AttestedProofBody(_Request):
    kind: Literal["attested"] = "attested"
    method: Literal["face", "staff"]
    card_signature: RsaSignature
    evidence: EvidenceBody
    statement: StatementBody


class TerminalProofBody(_Request):
    kind: Literal["terminal"] = "terminal"
    method: Literal["face", "staff"]
    signature: RsaSignature


class PhoneProofBody(_Request):
    kind: Literal["phone"] = "phone"
    method: Literal["pin", "phone"]
    signature: RsaSignature


ProofBody = PinProofBody | AttestedProofBody | TerminalProofBody | PhoneProofBody


class AuthenticationRequest(_Request):
    challenge_id: Identifier
    certificate: CertificateDer
    proof: Annotated[ProofBody, Field(discriminator="kind")]
    prescriptions: bool = False
    """A pharmacy asks which electronic prescriptions wait."""


class PrescriptionBody(_Body):
    number: Identifier
    issued_on: date
    issuer: str


class AuthenticationAnswer(_Body):
    session_id: Identifier
    registered: bool
    certificate: CertificateStanding
    has: list[Identifier] = []
    """Items that this person has data of, so that nobody is asked for what they do not have."""
    prescriptions: list[PrescriptionBody] = []


class RegistrationRequest(_Request):
    session_id: Identifier


class RegistrationAnswer(_Body):
    registered: Literal[True] = True


class QualificationRequest(_Request):
    session_id: Identifier
    character_code: CharacterCode
    limit_category: bool = False
    """Tell the category before it is agreed to: the kiosk shows the patient what it means."""


class DecisionBody(_Request):
    """An entry of `common.decisions.to_list`."""

    item: Identifier
    decision: Decision
    at: AwareDatetime
    rule: Identifier | None = None


class ConclusionRequest(_Request):
    """What was decided; an item that was neither asked nor provided is not in the list."""

    session_id: Identifier
    character_code: CharacterCode
    decisions: Annotated[list[DecisionBody], Field(max_length=32)]

    @field_validator("decisions")
    @classmethod
    def _each_item_once(cls, decisions: list[DecisionBody]) -> list[DecisionBody]:
        if len({decision.item for decision in decisions}) < len(decisions):
            raise ValueError("an item is decided twice")
        return decisions

    def decided(self) -> Decisions:
        return {body.item: Given(body.decision, body.at, body.rule) for body in self.decisions}


class ReferenceNumberRequest(_Request):
    """照会番号登録 (OQSsiimm01): the facility's own number for whoever has a qualification."""

    qualification_confirmation_key: Identifier
    """As the result told it to this facility."""
    reference_number: Annotated[str, Field(max_length=50)]
    """Empty: the registration is taken back."""


class ReferenceNumberAnswer(_Body):
    registered: bool


class LedgerHeadBody(_Request):
    """How far a kiosk's consent ledger has come, signed by the kiosk; the service only keeps it."""

    ledger_id: Identifier
    sequence: Annotated[int, Field(ge=0, lt=2**53)]
    signed: Annotated[str, Field(max_length=1024)]
    """In the kiosk's own form, which nobody else has to read."""


class LedgerHeadKept(_Body):
    kept: bool
    """False: one as new, or newer, was there."""


class LedgerHeadsAnswer(_Body):
    heads: list[LedgerHeadBody]
    """The newest of each ledger that the kiosk has told of."""


class CallHeaders(_Body):
    key: Annotated[str, Field(pattern=CALL_KEY.pattern)]


class RefusalAnswer(_Body):
    code: str
