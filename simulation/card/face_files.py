"""EF contents of the 券面 applications: how the issuer writes what `reader.card_face` reads."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

from cryptography.hazmat.primitives.asymmetric import rsa

from reader import tlv
from simulation.card.card import sign_as_is, sign_sha256
from simulation.card.pki import public_key_object

_RECORD_DIGEST_INFO = bytes.fromhex("3071300D060960864801650304020105000460")
_OUTER_HEADER_BYTES = 5


@dataclass(frozen=True)
class FacePrint:
    """What is printed on a card. `photo` is empty on a card issued to an infant."""

    birth_date: date = field(repr=False)
    sex: int = field(repr=False)
    name_png: bytes = field(repr=False)
    address_png: bytes = field(repr=False)
    photo: bytes = field(repr=False)
    expires: date = field(repr=False)
    security_code_png: bytes = field(repr=False)


def face_record(face: FacePrint, card_key: rsa.RSAPrivateKey, signer: rsa.RSAPrivateKey) -> bytes:
    """券面事項確認AP EF 0002 (FF20)."""
    birth = tlv.encode(0xDF22, _day(face.birth_date))
    sex = tlv.encode(0xDF23, str(face.sex).encode("ascii"))
    key = tlv.encode(0xDF24, public_key_object(card_key))
    name = tlv.encode(0xDF25, face.name_png)
    address = tlv.encode(0xDF26, face.address_png)
    photo = tlv.encode(0xDF27, face.photo)
    digests = b"".join(
        hashlib.sha256(part).digest() for part in (birth + sex + key, name + address, photo)
    )
    signature = tlv.encode(0xDF28, sign_as_is(signer, _RECORD_DIGEST_INFO + digests))
    expires = tlv.encode(0xDF29, _day(face.expires))
    code = tlv.encode(0xDF2A, face.security_code_png)
    objects = (birth, sex, key, name, address, photo, signature, expires, code)
    return _with_offsets(objects)


def age_record(birth_date: date, card_key: rsa.RSAPrivateKey, signer: rsa.RSAPrivateKey) -> bytes:
    """券面事項確認AP EF 0001 (FF10)."""
    signed = tlv.encode(0xDF11, _day(birth_date)) + tlv.encode(0xDF12, public_key_object(card_key))
    return tlv.encode(0xFF10, signed + tlv.encode(0xDF13, sign_sha256(signer, signed)))


def attributes_record(name: str, address: str, birth_date: date, sex: int) -> bytes:
    """券面事項入力補助AP EF 0002 (FF20)."""
    return _with_offsets(
        (
            tlv.encode(0xDF22, name.encode("utf-8")),
            tlv.encode(0xDF23, address.encode("utf-8")),
            tlv.encode(0xDF24, _day(birth_date)),
            tlv.encode(0xDF25, str(sex).encode("ascii")),
        )
    )


def individual_number_record(
    number_png: bytes, card_key: rsa.RSAPrivateKey, signer: rsa.RSAPrivateKey
) -> bytes:
    """券面事項確認AP EF 0005 (FF40): the picture of the 個人番号."""
    signed = tlv.encode(0xDF41, number_png) + tlv.encode(0xDF42, public_key_object(card_key))
    return tlv.encode(0xFF40, signed + tlv.encode(0xDF43, sign_sha256(signer, signed)))


def card_face_information(key_id: bytes, municipality: str, opaque: bytes) -> bytes:
    """券面事項確認AP EF 0003 (FF30); `opaque` has 256 bytes whose meaning is not public."""
    return tlv.encode(
        0xFF30,
        tlv.encode(0xDF31, bytes.fromhex("06030E01"))
        + tlv.encode(0xDF32, key_id)
        + tlv.encode(0xDF33, b"\x01")
        + tlv.encode(0xDF34, municipality.encode("ascii"))
        + tlv.encode(0xDF35, key_id + opaque),
    )


def input_information(key_id: bytes, opaque: bytes) -> bytes:
    """券面事項入力補助AP EF 0005 (FF40), padded to the file's 256 bytes; 128 opaque bytes."""
    record = tlv.encode(
        0xFF40,
        tlv.encode(0xDF41, bytes.fromhex("06030E01"))
        + tlv.encode(0xDF42, key_id)
        + tlv.encode(0xDF43, opaque),
    )
    return record.ljust(256, b"\xff")


def input_signature(number_file: bytes, attributes: bytes, signer: rsa.RSAPrivateKey) -> bytes:
    """券面事項入力補助AP EF 0003 (FF30): digests of EF 0001, whole, and of EF 0002's objects."""
    objects = tlv.children(tlv.only(attributes, 0xFF20).value)
    named = b"".join(bytes(item.whole) for item in objects if item.tag != 0xDF21)
    signed = tlv.encode(0xDF31, hashlib.sha256(number_file).digest()) + tlv.encode(
        0xDF32, hashlib.sha256(named).digest()
    )
    return tlv.encode(0xFF30, signed + tlv.encode(0xDF33, sign_sha256(signer, signed)))


def input_key(card_key: rsa.RSAPrivateKey, signer: rsa.RSAPrivateKey) -> bytes:
    """券面事項入力補助AP EF 0007 (FF50): the public half of key 0013, certified."""
    signed = tlv.encode(0xDF51, public_key_object(card_key))
    return tlv.encode(0xFF50, signed + tlv.encode(0xDF52, sign_sha256(signer, signed)))


def _with_offsets(objects: tuple[bytes, ...]) -> bytes:
    """FF20, with the table DF21 of where each object begins, from the start of the file."""
    table_bytes = 3 + 2 * len(objects)
    body_bytes = table_bytes + sum(map(len, objects))
    position = table_bytes + (_OUTER_HEADER_BYTES if body_bytes >= 0x80 else 3)
    offsets = b""
    for item in objects:
        offsets += position.to_bytes(2, "big")
        position += len(item)
    return tlv.encode(0xFF20, tlv.encode(0xDF21, offsets) + b"".join(objects))


def _day(day: date) -> bytes:
    return day.strftime("%Y%m%d").encode("ascii")
