"""Does the proof show that the card is here, and that its holder was recognised?"""

from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey, RSAPublicNumbers
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_public_key,
)

from qualification.errors import RefusalCode, Refused
from qualification.messages import EvidenceBody
from qualification.statement import Statement, is_signed_by
from simulation.errors import SimulationFault

_STATEMENT_FRESH = timedelta(minutes=5)
"""Kiosk clocks may be a little off; the challenge already forbids replay."""

# DigestInfo of SHA-256 whose octet string holds three digests, 96 bytes, instead of one
# (sources: card 5: the signature of EF 0002).
_THREE_DIGESTS = bytes.fromhex("3071300d060960864801650304020105000460")

_PUBLIC_KEY_BYTES = 265  # 90 03 <exponent 3>, 91 82 0100 <modulus 256>


def load_card_face_authority(path: Path) -> RSAPublicKey:
    """Raises `SimulationFault`."""
    try:
        key = load_pem_public_key(path.read_bytes())
    except (OSError, ValueError):
        key = None
    if not isinstance(key, RSAPublicKey):
        raise SimulationFault(
            f"{path}: no RSA public key can be read.", "Make the cards again (make setup)."
        )
    return key


def check_signature(key: RSAPublicKey, signature: bytes, nonce: bytes) -> None:
    """PKCS#1 v1.5 with SHA-256 over the nonce, or `Refused`."""
    if not _verifies(key, signature, nonce):
        raise Refused(RefusalCode.SIGNATURE_INVALID)


def card_face_key(
    evidence: EvidenceBody, authority: RSAPublicKey, registered_sha256: str
) -> RSAPublicKey:
    """The card's 券面 key, followed up to the authority and equal to the registered one.

    EF 0004 certifies a key, which signed EF 0002's content, which holds the card's key.
    """
    try:
        certified = _certified_key(evidence.cv_certificate, authority)
        _check_content_signature(evidence, certified)
        key = _key_in_content(evidence.birth_sex_key)
    except (ValueError, InvalidSignature):
        raise Refused(RefusalCode.EVIDENCE_INVALID) from None
    spki = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    if sha256(spki).hexdigest() != registered_sha256:
        raise Refused(RefusalCode.EVIDENCE_INVALID)
    return key


def check_statement(
    statement: Statement, signature: bytes, key: Ed25519PublicKey, now: datetime
) -> None:
    """Signed by the registered key of the kiosk, just now; or `Refused`."""
    fresh = abs(now - statement.stated_at) <= _STATEMENT_FRESH
    if not fresh or not is_signed_by(statement, signature, key):
        raise Refused(RefusalCode.STATEMENT_INVALID)


def _verifies(key: RSAPublicKey, signature: bytes, data: bytes) -> bool:
    try:
        key.verify(signature, data, PKCS1v15(), SHA256())
    except InvalidSignature:
        return False
    return True


def _certified_key(cv_certificate: bytes, authority: RSAPublicKey) -> RSAPublicKey:
    """7F21 { 5F4E { issuer 16, subject 16, public key 265 }, 5F37 signature 256 }."""
    outer = _object(cv_certificate, 0x7F21)
    body, signature = _objects(outer, (0x5F4E, 0x5F37))
    if len(body) != 32 + _PUBLIC_KEY_BYTES or not _verifies(authority, signature, body):
        raise ValueError("not certified by this authority")
    return _public_key(body[32:])


def _check_content_signature(evidence: EvidenceBody, key: RSAPublicKey) -> None:
    expected = (
        _THREE_DIGESTS
        + sha256(evidence.birth_sex_key).digest()
        + evidence.images_digest
        + evidence.photo_digest
    )
    if key.recover_data_from_signature(evidence.signature, PKCS1v15(), None) != expected:
        raise ValueError("another content was signed")


def _key_in_content(birth_sex_key: bytes) -> RSAPublicKey:
    return _public_key(_objects(birth_sex_key, (0xDF22, 0xDF23, 0xDF24))[2])


def _public_key(data: bytes) -> RSAPublicKey:
    """90 03 exponent, 91 82 0100 modulus."""
    if (
        len(data) != _PUBLIC_KEY_BYTES
        or data[:2] != b"\x90\x03"
        or data[5:9] != b"\x91\x82\x01\x00"
    ):
        raise ValueError("not a public key of this form")
    exponent = int.from_bytes(data[2:5], "big")
    return RSAPublicNumbers(exponent, int.from_bytes(data[9:], "big")).public_key()


def _object(data: bytes, tag: int) -> bytes:
    return _objects(data, (tag,))[0]


def _objects(data: bytes, tags: tuple[int, ...]) -> list[bytes]:
    """The values of exactly these objects: two-byte tags, lengths below 80 or 82 hh ll."""
    values: list[bytes] = []
    for tag in tags:
        if int.from_bytes(data[:2], "big") != tag:
            raise ValueError(f"no object {tag:04X} where it belongs")
        if data[2:3] == b"\x82":
            start, length = 5, int.from_bytes(data[3:5], "big")
        else:
            start, length = 3, int.from_bytes(data[2:3], "big")
        if len(data) < start + length or (start == 3 and length >= 0x80):
            raise ValueError(f"object {tag:04X} is cut short")
        values.append(data[start : start + length])
        data = data[start + length :]
    if data:
        raise ValueError("more than the objects expected")
    return values
