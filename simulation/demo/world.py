"""The demo world on disk: photographs, cards, certificates; skipped when current."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from faceauth.port import LivenessLevel
from kiosk.config import (
    Config,
    Face,
    Facility,
    Identity,
    Log,
    Proof,
    Reader,
    Service,
    Sound,
    SoundKind,
    Storage,
)
from kiosk.errors import SetupFault
from kiosk.staff.accounts import ACCOUNTS_FILE, NUMBER_DIGITS, Accounts
from kiosk.staff.acts import Role
from simulation.card.issue import issue_cards
from simulation.people import PEOPLE_FILE
from simulation.service.pki import Pki, make_pki

FACILITY_CODE = "1312345678"
KIOSK_ID = "demo-kiosk"
STAFF_PASSWORD = b"0012580"
"""Number and PIN of somebody at the reception."""
PICTURES = ("astronaut.png", "biden.jpg", "obama.jpg", "obama2.jpg", "obama3.jpg")


@dataclass(frozen=True)
class World:
    """The folder and what lies where in it."""

    root: Path

    @property
    def photos(self) -> Path:
        return self.root / "photos"

    @property
    def cards(self) -> Path:
        return self.root / "cards"

    @property
    def pki(self) -> Path:
        return self.root / "pki"

    @property
    def results(self) -> Path:
        return self.root / "results"

    @property
    def voices(self) -> Path:
        """Spoken guidance, where somebody has recorded it (`make voices`)."""
        return self.root / "voices"

    @property
    def log(self) -> Path:
        return self.root / "kiosk.log"

    @property
    def state(self) -> Path:
        return self.root / "state"


def default_world() -> World:
    """`UKETSUKE_DEMO_DIR`, else `.demo` beside the sources."""
    beside_sources = Path(__file__).resolve().parents[2] / ".demo"
    return World(Path(os.environ.get("UKETSUKE_DEMO_DIR", beside_sources)))


def prepare(world: World) -> Pki:
    """Make what is missing or stale; raises `SetupFault` when the photographs are not there."""
    missing = [name for name in PICTURES if not (world.photos / name).is_file()]
    if missing:
        raise SetupFault(
            f"The demo people's photographs are missing in {world.photos} ({', '.join(missing)}). "
            "Run `make setup`."
        )
    for folder in (world.cards, world.pki, world.results, world.state):
        folder.mkdir(parents=True, exist_ok=True)
    world.state.chmod(0o700)
    issue_cards(PEOPLE_FILE, world.photos, world.cards, date.today())
    return make_pki(world.pki, FACILITY_CODE, KIOSK_ID, datetime.now(UTC))


def demo_config(
    world: World,
    pki: Pki,
    *,
    service_url: str,
    reader: Reader,
) -> Config:
    """The configuration of a kiosk in the demo world, whose state folder gets its staff."""
    employ_staff(world.state)
    return Config(
        facility=Facility(
            code=FACILITY_CODE,
            kiosk_id=KIOSK_ID,
        ),
        reader=reader,
        identity=Identity(
            proof=Proof.ATTESTED,
            phones=True,
            card_face_authority=world.cards / "card_face_ca.pem",
        ),
        # What is rehearsed and measured are machines; a turn of the head takes a person's time.
        face=Face(liveness=LivenessLevel.PASSIVE),
        service=Service(
            url=service_url,
            authority=pki.kiosk.authority,
            certificate=pki.kiosk.certificate,
            key=pki.kiosk.key,
            statement_key=pki.kiosk.statement_key,
        ),
        storage=Storage(results=world.results, state=world.state),
        sound=Sound(kind=SoundKind.NONE),  # A rehearsal has nobody who hears it.
        log=Log(file=world.log),
    )


def employ_staff(state: Path) -> None:
    """Let somebody act at the kiosk with that state folder, by `STAFF_PASSWORD`."""
    accounts = Accounts(state / ACCOUNTS_FILE)
    if not accounts.any:
        accounts.add("Demo", Role.ADMINISTRATOR, STAFF_PASSWORD[NUMBER_DIGITS:])
