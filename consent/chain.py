"""The chain: how entries are sealed, linked and vouched for. Pure functions, no file.

- Each entry is sealed with AES-256-GCM. Its sequence is inside, so an entry that was moved
  still opens and tells where it belongs; the ledger's id is authenticated beside it, so an
  entry of another ledger does not open.
- Each link is SHA-256 over the link before, the sequence and the sealed entry.
- The head names the last link and the one the chain starts from, signed with Ed25519. Only
  the head is signed: a signature on each entry would let anyone shorten the chain unseen.

From the file alone nobody can tell that it was put back whole to an earlier state of itself:
that is what `witness` is for.
"""

import secrets
import struct
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256, Hash

LEDGER_ID_BYTES = 16
LINK_BYTES = 32
_NONCE_BYTES = 12  # Random: safe far beyond the 2^32 entries allowed (NIST SP 800-38D 8.3).
_ENTRY_CONTEXT = b"uketsuke consent entry 1"
_LINK_CONTEXT = b"uketsuke consent link 1"
_HEAD_CONTEXT = b"uketsuke consent head 1"


@dataclass(frozen=True)
class Head:
    """The chain runs from after `base_sequence` (0 until the first purge) to `sequence`."""

    ledger_id: bytes  # 16 bytes
    base_sequence: int
    base_link: bytes  # 32 bytes; of the last entry that was purged
    sequence: int
    link: bytes  # 32 bytes; of the last entry

    def to_bytes(self) -> bytes:
        return b"".join(
            (
                _HEAD_CONTEXT,
                self.ledger_id,
                struct.pack(">q", self.base_sequence),
                self.base_link,
                struct.pack(">q", self.sequence),
                self.link,
            )
        )


def new_head() -> Head:
    """The head of an empty chain with an id of its own."""
    nothing = bytes(LINK_BYTES)
    return Head(secrets.token_bytes(LEDGER_ID_BYTES), 0, nothing, 0, nothing)


def seal(key: bytes, ledger_id: bytes, entry: bytes) -> bytes:
    """Return nonce ‖ ciphertext ‖ tag."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, entry, _ENTRY_CONTEXT + ledger_id)


def unseal(key: bytes, ledger_id: bytes, sealed: bytes) -> bytes | None:
    """Return the entry, or None when it was not sealed with this key for this ledger."""
    try:
        return AESGCM(key).decrypt(
            sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _ENTRY_CONTEXT + ledger_id
        )
    except (InvalidTag, ValueError):  # ValueError: too short to hold a nonce and a tag.
        return None


def link(previous_link: bytes, sequence: int, sealed: bytes) -> bytes:
    """Return the 32 bytes that tie this entry to all before it."""
    digest = Hash(SHA256())
    for part in (_LINK_CONTEXT, previous_link, struct.pack(">q", sequence), sealed):
        digest.update(part)
    return digest.finalize()


def sign(key: Ed25519PrivateKey, head: Head) -> bytes:
    return key.sign(head.to_bytes())


def is_signed(key: Ed25519PublicKey, head: Head, signature: bytes) -> bool:
    try:
        key.verify(signature, head.to_bytes())
    except InvalidSignature:
        return False
    return True
