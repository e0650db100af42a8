"""券面事項確認AP: the signed record of what is printed on the card (sources: card 3.2, 5).

A photo is believed only through an unbroken chain: the authority (given from outside) signed the
issuer's card-verifiable certificate, the issuer signed the record's digests, and the card proves
over a fresh nonce that it holds the private half of the key in that record.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from common.errors import Bug
from common.face_evidence import FaceEvidence
from common.secret import wipe
from reader import apdu, jpki, tlv
from reader.apdu import Sw
from reader.errors import BadCardAnswer, FaceRecordForged, ForgedPart, NumberBRefused
from reader.exchange import Exchange

T = TypeVar("T")

FACE_RECORD = 0x0002
CV_CERTIFICATE = 0x0004
NUMBER_B = 0x0012

NUMBER_B_TRIES = 10

MIN_TRIES_LEFT = 3
"""Only the municipality resets a locked number, so the kiosk leaves the last tries alone."""

MAX_RECORD_BYTES = 0x8000  # What a 15-bit offset reaches.
MAX_CV_CERTIFICATE_BYTES = 2048

_KEY_ID_BYTES = 16
_RECORD_DIGEST_INFO = bytes.fromhex("3071300D060960864801650304020105000460")
"""DigestInfo whose OCTET STRING is three SHA-256 digests in a row, 96 bytes."""


@dataclass(frozen=True, eq=False)
class FaceRecord:
    """EF 0002, verified. `photo` is JPEG 2000 (JP2, grey) in a buffer that the owner wipes.

    It is empty on a card that was issued to an infant.
    """

    birth_date: date = field(repr=False)
    sex: str = field(repr=False)  # 1 男, 2 女, 0 unknown, 9 not applicable (JIS X 0303)
    expires: date = field(repr=False)  # DF29, which the signature does not cover
    photo: bytearray = field(repr=False)
    evidence: FaceEvidence = field(repr=False)
    authority_checked: bool
    """False when no authority was given: the record is whole, but anybody may have made it."""

    def wipe(self) -> None:
        wipe(self.photo)


def load_authority(pem: bytes) -> rsa.RSAPublicKey:
    """The 券面 CV authority's public key from an SPKI PEM. Raises `ValueError`."""
    try:
        key = serialization.load_pem_public_key(pem)
    except UnsupportedAlgorithm:
        key = None
    if not isinstance(key, rsa.RSAPublicKey):
        raise ValueError("the card face authority's key is not RSA")
    return key


def number_b_tries_left(exchange: Exchange) -> int:
    exchange.select_application(apdu.CARD_FACE_AP)
    return exchange.tries_left(NUMBER_B, NUMBER_B_TRIES)


def verify_number_b(exchange: Exchange, number: bytearray) -> None:
    """One VERIFY, never repeated, and none below `MIN_TRIES_LEFT`.

    Raises `NumberBRefused`.
    """
    left = number_b_tries_left(exchange)
    if left < MIN_TRIES_LEFT:
        raise NumberBRefused(left, was_tried=False)
    sw = exchange.verify(number)
    if sw == Sw.OK:
        return
    tries = apdu.tries_left(sw)
    if tries is None:
        raise BadCardAnswer(f"verifying the number: {apdu.sw_name(sw)}")
    raise NumberBRefused(tries, was_tried=True)


def read_face_record(exchange: Exchange, authority: rsa.RSAPublicKey | None) -> FaceRecord:
    """Read and verify EF 0002 after 照合番号B. Raises `FaceRecordForged`."""
    record = exchange.read_file(FACE_RECORD, tlv.total_length, MAX_RECORD_BYTES)
    try:
        certificate = exchange.read_file(CV_CERTIFICATE, tlv.total_length, MAX_CV_CERTIFICATE_BYTES)
        return parse_face_record(record, bytes(certificate), authority)
    finally:
        wipe(record)


def parse_face_record(
    record: bytearray, cv_certificate: bytes, authority: rsa.RSAPublicKey | None
) -> FaceRecord:
    """Take EF 0002 (FF20) apart and verify it; copies out what is kept, so it can be wiped."""
    objects = tlv.by_tag(tlv.only(record, 0xFF20).value)
    try:
        birth, sex, key = objects[0xDF22], objects[0xDF23], objects[0xDF24]
        name, address, photo = objects[0xDF25], objects[0xDF26], objects[0xDF27]
        signature, expires = objects[0xDF28], objects[0xDF29]
    except KeyError as missing:
        raise BadCardAnswer(f"the face record lacks object {missing.args[0]:X}") from None
    evidence = FaceEvidence(
        birth_sex_key=bytes(birth.whole) + bytes(sex.whole) + bytes(key.whole),
        images_digest=_sha256(name.whole, address.whole),
        photo_digest=_sha256(photo.whole),
        signature=bytes(signature.value),
        cv_certificate=cv_certificate,
    )
    verify_evidence(evidence, authority)
    return FaceRecord(
        birth_date=day_of(bytes(birth.value)),
        sex=sex_of(bytes(sex.value)),
        expires=day_of(bytes(expires.value)),
        photo=bytearray(photo.value),
        evidence=evidence,
        authority_checked=authority is not None,
    )


def issuer_key_id(cv_certificate: bytes) -> bytes:
    """Which key an authority must have used for it; 16 bytes (sources: card 5)."""
    certificate = tlv.by_tag(tlv.only(cv_certificate, 0x7F21).value)
    if 0x5F4E not in certificate:
        raise BadCardAnswer("the card-verifiable certificate lacks an object")
    return bytes(certificate[0x5F4E].value[:_KEY_ID_BYTES])


def verify_evidence(evidence: FaceEvidence, authority: rsa.RSAPublicKey | None) -> None:
    """The authority signed the issuer's key, that key signed the digests, or `FaceRecordForged`."""
    certificate = tlv.by_tag(tlv.only(evidence.cv_certificate, 0x7F21).value)
    try:
        body, certificate_signature = certificate[0x5F4E].value, certificate[0x5F37].value
    except KeyError:
        raise BadCardAnswer("the card-verifiable certificate lacks an object") from None
    if authority is not None:
        _check(
            ForgedPart.ISSUER_CERTIFICATE,
            lambda: authority.verify(
                bytes(certificate_signature), bytes(body), padding.PKCS1v15(), hashes.SHA256()
            ),
        )
    issuer = public_key_of(bytes(body[2 * _KEY_ID_BYTES :]))
    digests = (
        hashlib.sha256(evidence.birth_sex_key).digest()
        + evidence.images_digest
        + evidence.photo_digest
    )
    signed = _check(
        ForgedPart.RECORD,
        lambda: issuer.recover_data_from_signature(evidence.signature, padding.PKCS1v15(), None),
    )
    if signed != _RECORD_DIGEST_INFO + digests:
        raise FaceRecordForged(ForgedPart.RECORD)


def prove_genuine(exchange: Exchange, record: FaceRecord | None, nonce: bytes) -> bytes:
    """The card's signature over SHA-256(nonce) with its 券面 key, verified against its record.

    Raises `FaceRecordForged(CARD_KEY)` for a copy: its photo is signed, but the key is not in it.
    """
    if record is None:
        raise Bug("the face record is used before it was opened")
    if not nonce:
        raise Bug("an empty nonce proves nothing")
    exchange.select_application(apdu.CARD_FACE_AP)
    signature = jpki.signature(exchange, hashlib.sha256(nonce).digest(), apdu.DEFAULT_KEY)
    _check_signature(record.evidence, nonce, signature)
    return signature


def check_genuine(
    evidence: FaceEvidence, authority: rsa.RSAPublicKey, nonce: bytes, signature: bytes
) -> None:
    """What another process says that a card showed: the whole chain, down to the signature.

    Raises `FaceRecordForged`, `BadCardAnswer`.
    """
    verify_evidence(evidence, authority)
    _check_signature(evidence, nonce, signature)


def _check_signature(evidence: FaceEvidence, nonce: bytes, signature: bytes) -> None:
    try:
        value = bytes(tlv.by_tag(evidence.birth_sex_key)[0xDF24].value)
    except KeyError:
        raise BadCardAnswer("the face record lacks the card's key") from None
    key = public_key_of(value)
    _check(
        ForgedPart.CARD_KEY,
        lambda: key.verify(signature, nonce, padding.PKCS1v15(), hashes.SHA256()),
    )


def public_key_of(value: bytes) -> rsa.RSAPublicKey:
    """The card's form of a public key: 90 exponent, 91 modulus."""
    parts = tlv.by_tag(value)
    try:
        exponent, modulus = parts[0x90].value, parts[0x91].value
        numbers = rsa.RSAPublicNumbers(
            int.from_bytes(exponent, "big"), int.from_bytes(modulus, "big")
        )
        if len(modulus) != jpki.SIGNATURE_BYTES:
            raise BadCardAnswer("a public key of the wrong size")
        return numbers.public_key()
    except (KeyError, ValueError):
        raise BadCardAnswer("a public key that is none") from None


def day_of(digits: bytes) -> date:
    """YYYYMMDD, eight ASCII digits."""
    if len(digits) != 8 or not digits.isdigit():
        raise BadCardAnswer("a date that is none")
    try:
        return datetime.strptime(digits.decode("ascii"), "%Y%m%d").date()
    except ValueError:
        raise BadCardAnswer("a date that does not exist") from None


def sex_of(digit: bytes) -> str:
    """One ASCII digit of JIS X 0303."""
    if digit not in (b"0", b"1", b"2", b"9"):
        raise BadCardAnswer("a sex code that does not exist")
    return digit.decode("ascii")


def _sha256(*parts: memoryview) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def _check(part: ForgedPart, verify: Callable[[], T]) -> T:
    try:
        return verify()
    except (InvalidSignature, ValueError):
        raise FaceRecordForged(part) from None
