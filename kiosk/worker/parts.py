"""What a session worker is made of: ports, put together by `kiosk.compose.kiosk`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from faceauth.port import Camera, FaceMatcher
from kiosk.confinement.process import Rights
from qualification.port import (
    Challenge,
    IdentityMethod,
    IdentityProof,
)
from reader.card import FaceRecord, MyNumberCard
from reader.port import SurfaceScanner


class IdentityProver(Protocol):
    """Proof of identity without PIN, after a match or a look by staff (docs/adr/0007)."""

    @property
    def opens(self) -> tuple[Path, ...]:
        """Devices and files that it opens only when it proves."""
        ...

    def prove(
        self, card: MyNumberCard, face: FaceRecord, method: IdentityMethod, challenge: Challenge
    ) -> IdentityProof: ...


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
    matcher: FaceMatcher | None
    """None without a camera."""
    prover: IdentityProver | None
    """None: nothing but the PIN proves an identity here."""


PartsFactory = Callable[[], WorkerParts]
