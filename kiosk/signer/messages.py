"""What crosses the pipes of a signer: to the kiosk, and to the session's worker."""

from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict

from kiosk.session import effects
from kiosk.session.events import ServiceEvent
from kiosk.session.screens import StopReason
from kiosk.wire import Wire, wires
from kiosk.worker.messages import Begin
from qualification.port import (
    Challenge,
    IdentityMethod,
    IdentityProof,
)

ToSigner = (
    Begin
    | effects.StartCapture
    | effects.QueryEligibility
    | effects.Register
    | effects.StoreConsent
)


@dataclass(frozen=True)
class Figures:
    """What the session has cost so far; not personal."""

    session_id: str
    apdu_count: int
    service_ms: int


@dataclass(frozen=True)
class LedgerTried:
    """A signer without a session has loaded all it needs; said again when the ledger changes."""

    is_usable: bool


FromSigner = ServiceEvent | Figures

WIRES = wires(to_child=ToSigner, from_child=FromSigner | LedgerTried)


class _Bytes:
    """Bytes cross as base64."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(
        ser_json_bytes="base64", val_json_bytes="base64"
    )


@dataclass(frozen=True)
class ProofWanted(_Bytes):
    """The kiosk wants to know of this person: the card has to sign the service's nonce."""

    method: IdentityMethod
    challenge: Challenge


@dataclass(frozen=True)
class TryCounted:
    """The try at the face with this request may begin: it is counted, on disk."""

    request_id: int


@dataclass(frozen=True)
class CardShown(_Bytes):
    """The card that the session is about was read; said once, before the kiosk is told."""

    certificate: bytes
    """DER."""


@dataclass(frozen=True)
class Proven(_Bytes):
    proof: IdentityProof
    apdu_count: int


@dataclass(frozen=True)
class NotProven:
    """Why the card did not sign."""

    reason: StopReason
    apdu_count: int


TO_WORKER = Wire[ProofWanted | TryCounted](ProofWanted | TryCounted)
FROM_WORKER = Wire[CardShown | Proven | NotProven](CardShown | Proven | NotProven)
