"""Issues the cards of the demo people, once; skipped while they are current."""

import fcntl
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import structlog
from cryptography.hazmat.primitives import serialization

from common.files import replace_whole
from simulation.card.personalisation import new_issuer, personalise
from simulation.card.pictures import picture_file, portrait
from simulation.card.pki import private_pem
from simulation.errors import SimulationFault
from simulation.people import Person, read_people

log = structlog.get_logger(__name__)

_STAMP = ".issued"
_LOCK = ".lock"


def issue_cards(people_file: Path, photos_dir: Path, out_dir: Path, today: date) -> None:
    """Write `<out_dir>/<key>/` for everybody and the authorities beside them.

    Does nothing when people, pictures, program and month are those of the last time; the month,
    because some certificates are made to have expired a little while ago. Raises `SimulationFault`.
    """
    people = read_people(people_file, Person)
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        with _alone(out_dir):
            wanted = _fingerprint(people, people_file, photos_dir, today)
            stamp = out_dir / _STAMP
            if stamp.is_file() and stamp.read_text("ascii") == wanted:
                return
            stamp.unlink(missing_ok=True)
            _issue(people, photos_dir, out_dir, today)
            replace_whole(stamp, wanted.encode("ascii"))
    except OSError as error:
        raise SimulationFault(
            f"The cards cannot be written to {out_dir} ({error.strerror}). Make room there, or "
            "give the right to write."
        ) from None


def _issue(people: list[Person], photos_dir: Path, out_dir: Path, today: date) -> None:
    known = {person.key for person in people}
    for folder in out_dir.iterdir():
        if (folder / "card.json").exists() and folder.name not in known:
            shutil.rmtree(folder)
    issuer = new_issuer(today)
    for number, person in enumerate(people, start=1):
        name = person.card.photo
        photo = portrait(picture_file(photos_dir, name), name) if name else b""
        card = personalise(person, number, photo, issuer, today)
        folder = out_dir / person.key
        folder.mkdir(exist_ok=True)
        replace_whole(folder / "card.json", card.content.model_dump_json(indent=1).encode("utf-8"))
        replace_whole(folder / "auth_certificate.der", card.auth_certificate)
        replace_whole(folder / "face_public_key.der", card.face_public_key)
    authority = issuer.authentication.certificate
    # The mock of the authority signs revocation lists and answers with it.
    key = private_pem(issuer.authentication.key).encode("ascii")
    replace_whole(out_dir / "jpki_test_auth_ca.key", key)
    replace_whole(
        out_dir / "jpki_test_auth_ca.pem", authority.public_bytes(serialization.Encoding.PEM)
    )
    replace_whole(
        out_dir / "card_face_ca.pem",
        issuer.face_authority.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        ),
    )
    log.info("cards_issued")


def _fingerprint(people: list[Person], people_file: Path, photos_dir: Path, today: date) -> str:
    """Of everything that the cards are made from."""
    pictures = {person.card.photo for person in people if person.card.photo}
    program = Path(__file__).parent.glob("*.py")
    digest = hashlib.sha256(f"{today:%Y-%m}".encode())
    for path in (
        people_file,
        *(picture_file(photos_dir, name) for name in sorted(pictures)),
        *sorted(program),
    ):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two programs that start together issue the cards once."""
    with (folder / _LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
