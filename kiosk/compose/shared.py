"""What several processes are made of: ledger and keys, the service, proofs of identity."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from common.files import read_regular
from consent.keys import KeyProvider, kiosk_keys
from consent.ledger import SqliteConsentLedger
from kiosk import config as settings
from kiosk.config import Config, FacilityKind, ResultEncoding
from kiosk.desk_link.queue import TidingQueue
from kiosk.errors import SetupFault
from kiosk.worker.parts import IdentityProver
from kiosk.worker.proof import AttestedProver, TerminalProver
from kiosk.worker.terminal import find_adapter, make_adapter
from qualification.client import ClientConfig, HttpsQualificationService
from qualification.oqs.codes import CharacterCode
from reader.card_face import load_authority

CONSENT_KEY = "consent.key"
CONSENT_LEDGER = "consent.sqlite"
DESK_QUEUE = "desk.sqlite"


def consent_keys(config: Config) -> KeyProvider:
    return kiosk_keys(config.storage.state / CONSENT_KEY, consent_ledger(config))


def consent_ledger(config: Config) -> Path:
    return config.storage.state / CONSENT_LEDGER


def desk_queue(config: Config) -> TidingQueue:
    """What the reception's console has not been told yet."""
    return TidingQueue(config.storage.state / DESK_QUEUE, consent_keys(config).keys().desk)


def check_ledger(config: Config) -> None:
    """Opens it, and makes it before the first start. Raises `StoreFailed` with the remedy."""
    SqliteConsentLedger(consent_ledger(config), consent_keys(config)).close()


_CHARACTER_CODES = {
    ResultEncoding.UTF_8: CharacterCode.UTF_8,
    ResultEncoding.SHIFT_JIS: CharacterCode.SHIFT_JIS,
}


def service(config: Config) -> HttpsQualificationService:
    return HttpsQualificationService(
        ClientConfig(
            url=config.service.url,
            authority_file=config.service.authority,
            certificate_file=config.service.certificate,
            key_file=config.service.key,
            statement_key_file=config.service.statement_key,
            character_code=_CHARACTER_CODES[config.storage.result_encoding],
            prescriptions=config.facility.kind is FacilityKind.PHARMACY,
            limit_category=config.flow.show_amounts,
        )
    )


def prover(config: Config) -> IdentityProver | None:
    match config.identity.proof:
        case settings.Proof.ATTESTED:
            return AttestedProver()
        case settings.Proof.TERMINAL:
            return TerminalProver(make_adapter(find_adapter(config.identity.terminal)))
        case settings.Proof.NONE:
            return None


def card_face_authority(config: Config) -> RSAPublicKey | None:
    path = config.identity.card_face_authority
    if path is None:
        return None
    try:
        return load_authority(read_regular(path))
    except OSError as error:
        raise SetupFault(
            f"identity.card_face_authority: {path}: {error.strerror}. Install the key there "
            "(docs/install.md), or correct the path."
        ) from None
    except ValueError:
        raise SetupFault(
            f"identity.card_face_authority: {path} holds no RSA public key. Install the key of "
            "the authority that signs the face records of cards there (PEM)."
        ) from None
