"""What a session worker is made of: ports, put together by `kiosk.compose.kiosk`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from consent.port import ConsentLedger
from faceauth.port import Camera, FaceMatcher
from kiosk.confinement.process import Rights
from qualification.port import (
    Challenge,
    IdentityMethod,
    IdentityProof,
    QualificationService,
)
from reader.card import FaceRecord, MyNumberCard
from reader.port import SurfaceScanner


class IdentityProver(Protocol):
    """Proof of identity without PIN, after a match or a look by staff (docs/adr/0007)."""

    def prove(
        self, card: MyNumberCard, face: FaceRecord, method: IdentityMethod, challenge: Challenge
    ) -> IdentityProof: ...


class MeteredService(QualificationService, Protocol):
    """The service, with the time that its calls took."""

    @property
    def service_ms(self) -> float: ...


@dataclass(frozen=True)
class WorkerParts:
    rights: Callable[[], Rights]
    """What the process keeps when a session begins: the devices that are there by then."""
    reach_reader: Callable[[], None]
    """Before rights are given up; raises `reader.errors`."""
    open_card: Callable[[str], MyNumberCard]
    """Connects to the card in the reader of that name; raises `reader.errors`."""
    surface: SurfaceScanner
    camera: Camera | None
    matcher: FaceMatcher
    service: MeteredService
    prover: IdentityProver | None
    """None: nothing but the PIN proves an identity here."""
    ledger: Callable[[], ConsentLedger]
    """Opens the ledger, with its outbox."""
    subject_pseudonym: Callable[[bytes], str]
    """Certificate (DER) to pseudonym."""
    facility_code: str
    kiosk_id: str


PartsFactory = Callable[[], WorkerParts]
