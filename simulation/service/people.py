"""Loads the registry: the persons of the data files, with the cards that lie beside them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import structlog
from cryptography import x509

from simulation.errors import SimulationFault
from simulation.people import read_people
from simulation.service.certificate import certificate_id
from simulation.service.registry import Entry
from simulation.service.store import Store

log = structlog.get_logger(__name__)

REGISTRY_FILE = Path(__file__).with_name("registry.toml")

_REASONS = {"revoked": "keyCompromise", "hold": "certificateHold"}


@dataclass(frozen=True)
class CardHolder:
    entry: Entry
    certificate_id: str
    face_key_sha256: str

    def row(self) -> dict[str, object]:
        return {
            "key": self.entry.key,
            "certificate_id": self.certificate_id,
            "face_key_sha256": self.face_key_sha256,
            "registered": self.entry.insurance.registered,
            "entry": self.entry.model_dump_json(exclude_defaults=True),
        }


def read_holders(
    files: Sequence[Path], cards_dir: Path, authorities: Sequence[x509.Certificate]
) -> list[CardHolder]:
    """Persons without a card yet are left out. Raises `SimulationFault`."""
    entries = [entry for file in files for entry in read_people(file, Entry)]
    people = [
        CardHolder(
            entry,
            _certificate_id(cards_dir / entry.key / "auth_certificate.der", authorities),
            sha256(_read(cards_dir / entry.key / "face_public_key.der")).hexdigest(),
        )
        for entry in entries
        if (cards_dir / entry.key / "auth_certificate.der").exists()
    ]
    twice = [key for key, count in Counter(p.entry.key for p in people).items() if count > 1]
    if twice:
        raise SimulationFault(
            f"{', '.join(map(str, files))}: more than one person has the key {twice[0]}.",
            "Give each a key of their own.",
        )
    log.info("people_loaded", count=len(people), without_card=len(entries) - len(people))
    return people


def load_people(store: Store, people: Sequence[CardHolder], now: datetime) -> None:
    """Make the persons those of the data files; sessions of before are over."""
    with store.write() as transaction:
        transaction.clear()
        transaction.add_people(person.row() for person in people)
        for person in people:
            reason = _REASONS.get(person.entry.card.certificate)
            if reason is not None:
                transaction.set_revoked(person.certificate_id, reason, now)


def _certificate_id(path: Path, authorities: Sequence[x509.Certificate]) -> str:
    try:
        found = certificate_id(x509.load_der_x509_certificate(_read(path)), authorities)
    except ValueError:
        found = None
    if found is None:
        raise SimulationFault(
            f"{path} was not issued by the authority beside it.",
            "Make the cards again (make setup).",
        )
    return found


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SimulationFault(
            f"{path} cannot be read ({type(error).__name__}).", "Make the cards again (make setup)."
        ) from error
