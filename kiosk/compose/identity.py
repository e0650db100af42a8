"""How identity is proven without PIN, and who vouches for a card's face record."""

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from common.files import read_regular
from kiosk import config as settings
from kiosk.config import Config
from kiosk.errors import SetupFault
from kiosk.worker.parts import IdentityProver
from kiosk.worker.proof import AttestedProver, TerminalProver
from kiosk.worker.terminal import find_adapter, make_adapter
from reader.card_face import load_authority


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
        raise SetupFault(f"identity.card_face_authority: {path}: {error.strerror}.") from None
    except ValueError:
        raise SetupFault(
            f"identity.card_face_authority: {path} holds no RSA public key. Install the key of "
            "the authority that signs the face records of cards there (PEM)."
        ) from None
