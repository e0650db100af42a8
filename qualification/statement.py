"""The kiosk's statement that it matched the person, signed with the kiosk's own key (Ed25519).

It stands in for the terminal authentication of the real readers, which is not public: the
service trusts a match without PIN only from a kiosk whose key it has registered.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

from common.files import read_regular
from qualification.errors import TlsFailed
from qualification.port import IdentityMethod

_CONTEXT = b"uketsuke identity statement 1"
"""First field, so that a signature of this key made for anything else can never pass."""


@dataclass(frozen=True)
class Statement:
    """`kiosk_id` matched the holder of the certificate by `method` for this one challenge."""

    method: IdentityMethod
    challenge_id: str
    nonce: bytes
    certificate_sha256: bytes
    kiosk_id: str
    stated_at: datetime  # aware; signed to the millisecond

    def canonical_bytes(self) -> bytes:
        """Each field with its length before it: no two statements have the same bytes."""
        stated_at_ms = round(self.stated_at.timestamp() * 1000)
        parts = (
            _CONTEXT,
            self.method.value.encode("ascii"),
            self.challenge_id.encode("utf-8"),
            self.nonce,
            self.certificate_sha256,
            self.kiosk_id.encode("utf-8"),
            stated_at_ms.to_bytes(8, "big"),
        )
        return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def sign(statement: Statement, key: Ed25519PrivateKey) -> bytes:
    return key.sign(statement.canonical_bytes())


def is_signed_by(statement: Statement, signature: bytes, key: Ed25519PublicKey) -> bool:
    try:
        key.verify(signature, statement.canonical_bytes())
    except InvalidSignature:
        return False
    return True


def load_private_key(path: Path) -> Ed25519PrivateKey:
    """Raises `TlsFailed`, which names the file."""
    key = _load(path, lambda pem: load_pem_private_key(pem, password=None))
    if not isinstance(key, Ed25519PrivateKey):
        raise _not_usable(path)
    return key


def load_public_key(path: Path) -> Ed25519PublicKey:
    """Raises `TlsFailed`, which names the file."""
    key = _load(path, load_pem_public_key)
    if not isinstance(key, Ed25519PublicKey):
        raise _not_usable(path)
    return key


def _load(path: Path, load: Callable[[bytes], object]) -> object:
    try:
        return load(read_regular(path))
    except TypeError:
        raise TlsFailed(
            path,
            "the key is encrypted with a passphrase",
            "Store it without one, for the kiosk's user only: openssl pkey -in OLD -out NEW.",
        ) from None
    except (OSError, ValueError):
        raise _not_usable(path) from None


def _not_usable(path: Path) -> TlsFailed:
    return TlsFailed(
        path,
        "no Ed25519 key can be read",
        "Remove it and make another: uketsuke provision request.",
    )
