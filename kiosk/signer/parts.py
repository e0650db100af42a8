"""What a session's signer is made of: ports, put together by `kiosk.compose.signer`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from consent.port import ConsentLedger, FaceTries
from kiosk.confinement.process import Rights
from qualification.port import Challenge, IdentityMethod, IdentityProof, QualificationService


class MeteredService(QualificationService, Protocol):
    """The service, with the time that its calls took."""

    @property
    def service_ms(self) -> float: ...


CheckProof = Callable[[IdentityMethod, Challenge, bytes, IdentityProof], bool]
"""Whether the card with this certificate (DER) signed this challenge, proven by this method."""


@dataclass(frozen=True)
class SignerParts:
    rights: Rights
    service: MeteredService
    check_proof: CheckProof
    ledger: Callable[[], ConsentLedger]
    """Opens the ledger, with its outbox."""
    face_tries: FaceTries
    subject_pseudonym: Callable[[bytes], str]
    """Certificate (DER) to pseudonym."""
    facility_code: str
    kiosk_id: str


SignerPartsFactory = Callable[[], SignerParts]
