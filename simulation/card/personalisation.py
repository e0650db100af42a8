"""From a person to the content of that person's card."""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from reader import apdu, tlv
from reader.jpki import TokenKind
from reader.number_b import era_year, number_b_of
from simulation.card import pki
from simulation.card.content import (
    ATR,
    FREE,
    OWNER,
    Application,
    CardContent,
    File,
    Key,
    Pin,
    Records,
    Surface,
)
from simulation.card.face_files import (
    FacePrint,
    age_record,
    attributes_record,
    card_face_information,
    face_record,
    individual_number_record,
    input_information,
    input_key,
    input_signature,
)
from simulation.card.pictures import printed_line
from simulation.people import CardKind, Person

_LABELS = {
    CardKind.CARD: TokenKind.CARD,
    CardKind.FACE_ONLY: TokenKind.CARD,
    CardKind.ANDROID: TokenKind.ANDROID,
    CardKind.IPHONE: TokenKind.IPHONE,
    CardKind.JUKI_OLD: TokenKind.JUKI_OLD,
}

_AUTH_ACCESS = {CardKind.ANDROID: ((0x0018,), (0x0018,)), CardKind.IPHONE: (OWNER, OWNER)}
"""Of certificate and key on phones, where a card shows the certificate to everybody.

Android shows it to who knows its PIN (sources: card 3.1); that an iPhone asks its owner instead,
for both, is assumed (sources: card 9).
"""

_NAME_PX, _ADDRESS_PX, _CODE_PX, _NUMBER_PX = (240, 28), (480, 52), (24, 12), (72, 12)
_BLANK = File(content=b"\xff" * 16)
_FOUR_DIGITS = r"\d{4}"
_SIGN_PASSWORD = r"[A-Z0-9]{6,16}"  # noqa: S105 - a form, not a password
_SIGN_FROM_AGE = 15
"""Below it no 署名用電子証明書 is issued."""


@dataclass(frozen=True)
class Issuer:
    """The keys behind all cards; only that of the authentication certificates is kept."""

    authentication: pki.Authority
    signature: pki.Authority
    face_authority: rsa.RSAPrivateKey
    face_signer: rsa.RSAPrivateKey
    common_key: rsa.RSAPrivateKey
    """Of all 共通カードAPs: no card holds its public half, so one will do."""


@dataclass(frozen=True)
class IssuedCard:
    content: CardContent
    auth_certificate: bytes  # DER
    face_public_key: bytes  # SPKI, DER


def new_issuer(today: date) -> Issuer:
    return Issuer(
        pki.new_authority(pki.Usage.AUTHENTICATION, today),
        pki.new_authority(pki.Usage.SIGNATURE, today),
        pki.new_key(),
        pki.new_key(),
        pki.new_key(),
    )


def personalise(
    person: Person, number: int, photo: bytes, issuer: Issuer, today: date
) -> IssuedCard:
    """Make the card of `person`, the `number`th of its kind."""
    auth_key, face_key = pki.new_key(), pki.new_key()
    expires = certificate_expires(person, today)
    auth = pki.issue(issuer.authentication, _auth_holder(person, number), auth_key, expires)
    surface = Surface(
        name=person.name,
        address=person.address,
        sex=int(person.sex.value),
        birth_date=person.birth_date,
        expires=person.card.expires,
        security_code=person.card.security_code,
        photo=photo,
    )
    jpki = _jpki(person, number, auth, auth_key, issuer, today)
    others: tuple[Application, ...] = ()
    if _LABELS[person.card.kind] is TokenKind.CARD:
        others = (
            _card_face(person, surface, photo, face_key, issuer),
            _card_face_input(person, surface, issuer),
            _common(person, number, issuer),
            _resident(person),
        )
    content = CardContent(
        person=person.key,
        applications=(jpki, *others),
        data_objects=_data_objects(person, number, issuer) if others else {},
        tells_last_command=person.card.kind is CardKind.IPHONE,
        surface=surface,
    )
    spki = face_key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return IssuedCard(content, _der(auth), spki)


def certificate_expires(person: Person, today: date) -> date:
    """Real ones end on a birthday, at the latest with the card; the others suit the story."""
    match person.card.certificate:
        case "expired":  # also past the grace of three months and a bit
            return today - timedelta(days=200)
        case "grace":
            return today - timedelta(days=10)
        case "expiring":
            return today + timedelta(days=60)
        case _:
            birthday = _birthday(person.birth_date, today.year + 3)
            return min(max(birthday, today + timedelta(days=365)), person.card.expires)


def _birthday(birth_date: date, year: int) -> date:
    is_leap_day = (birth_date.month, birth_date.day) == (2, 29)
    return date(year, birth_date.month, 28 if is_leap_day else birth_date.day)


def _auth_holder(person: Person, number: int) -> pki.Holder:
    return pki.Holder(0x7E000000 + 2 * number, _common_name(person, "auth"))


def _sign_holder(person: Person, number: int) -> pki.Holder:
    era_digit = 5 if person.birth_date >= date(2019, 5, 1) else 4
    if person.birth_date < date(1989, 1, 8):
        era_digit = 3
    attributes = (
        person.name,
        "0" * len(person.name),
        person.sex.value,
        f"{era_digit}{person.birth_date:%Y%m%d}",
        person.address,
        "0" * len(person.address),
    )
    return pki.Holder(0x7E000001 + 2 * number, _common_name(person, "sign"), attributes)


def _common_name(person: Person, purpose: str) -> str:
    """14 characters that say nothing of the person, municipality, 3 digits, one letter."""
    opaque = hashlib.sha256(f"{person.key}/{purpose}".encode()).hexdigest()[:14].upper()
    return f"{opaque}{person.card.municipality}003A"


def _jpki(
    person: Person,
    number: int,
    auth: x509.Certificate,
    auth_key: rsa.RSAPrivateKey,
    issuer: Issuer,
    today: date,
) -> Application:
    card = person.card
    has_auth = card.kind is not CardKind.JUKI_OLD
    has_sign = card.kind is not CardKind.FACE_ONLY and person.age(today) >= _SIGN_FROM_AGE
    present = bytes((0x8F * has_sign, 0x8F * has_auth, 0x00))
    files = {
        0x0006: File(content=_token_info(_LABELS[card.kind].value, number)),
        0x0008: File(content=present),
        0x0002: File(content=_der(issuer.signature.certificate)),
        0x000B: File(content=_der(issuer.authentication.certificate)),
    }
    pins = {0x001B: _disabled(5)}
    keys = {}
    if has_auth:
        readable, usable = _AUTH_ACCESS.get(card.kind, (FREE, (0x0018,)))
        files[0x000A] = File(content=_der(auth), access=readable)
        pins[0x0018] = _four_digits(person, card.pin_tries_left)
        keys[0x0017] = Key(pem=pki.private_pem(auth_key), access=usable)
    if has_sign:
        sign_key = pki.new_key()
        expires = certificate_expires(person, today)
        sign = pki.issue(issuer.signature, _sign_holder(person, number), sign_key, expires)
        files[0x0001] = File(content=_der(sign), access=(0x001B,))
        pins[0x001B] = Pin(secret=card.sign_password, tries=5, tries_left=5, form=_SIGN_PASSWORD)
        keys[0x001A] = Key(pem=pki.private_pem(sign_key), access=(0x001B,))
    return Application(name="jpki", aid=apdu.JPKI_AP, files=files, pins=pins, keys=keys)


def _four_digits(person: Person, tries_left: int = 3) -> Pin:
    """The three PINs of four digits, which most people set alike."""
    if person.card.kind is CardKind.FACE_ONLY:
        return _disabled(3)
    return Pin(secret=person.card.pin, tries=3, tries_left=tries_left, form=_FOUR_DIGITS)


def _disabled(tries: int) -> Pin:
    """Behaves as locked, in every state (sources: card 8D)."""
    return Pin(secret="", tries=tries, tries_left=0)


def _token_info(label: str, number: int) -> bytes:
    """EF 0006: a serialised PKCS#11 CK_TOKEN_INFO, 160 bytes (sources: card 3.1)."""
    texts = (
        label.ljust(32).encode()
        + f"{1:032d}".encode()
        + b"UKETSUKE-TEST   "
        + f"{number:016d}".encode()
    )
    words = (0x40D, 1, 0, 1, 0, 16, 6)
    return (
        texts
        + b"".join(word.to_bytes(4, "big") for word in words)
        + b"\xff" * 16
        + b"0301"
        + b"9" * 16
    )


def _card_face(
    person: Person,
    surface: Surface,
    photo: bytes,
    face_key: rsa.RSAPrivateKey,
    issuer: Issuer,
) -> Application:
    face = FacePrint(
        birth_date=person.birth_date,
        sex=int(person.sex.value),
        name_png=printed_line(person.name, _NAME_PX, 22),
        address_png=printed_line(person.address, _ADDRESS_PX, 20),
        photo=photo,
        expires=person.card.expires,
        security_code_png=printed_line(person.card.security_code, _CODE_PX, 9),
    )
    record = face_record(face, face_key, issuer.face_signer)
    certificate = pki.cv_certificate(issuer.face_authority, issuer.face_signer)
    opened_by_either = (0x0012, 0x0013)
    signer = issuer.face_signer
    files = {
        0x0001: File(content=age_record(person.birth_date, face_key, signer), access=(0x0011,)),
        0x0002: File(content=record, access=opened_by_either),
        0x0003: File(
            content=card_face_information(
                pki.CvKey.CARD_FACE.subject, person.card.municipality, _opaque(person, 256)
            )
        ),
        0x0004: File(content=certificate),
        0x0005: File(
            content=individual_number_record(
                printed_line(_individual_number(person), _NUMBER_PX, 10), face_key, signer
            ),
            access=(0x0013,),
        ),
        0x0006: _BLANK.model_copy(update={"access": opened_by_either}),
    }
    return Application(
        name="card_face",
        aid=apdu.CARD_FACE_AP,
        files=files,
        pins={
            0x0011: _ten_tries(_birth_in_era(person.birth_date)),
            0x0012: _ten_tries(_number_b(surface)),
            0x0013: _ten_tries(_individual_number(person)),
        },
        keys={0x001A: Key(pem=pki.private_pem(face_key))},
        default_key=0x001A,
    )


def _card_face_input(person: Person, surface: Surface, issuer: Issuer) -> Application:
    number, signer, key = _individual_number(person), issuer.face_signer, pki.new_key()
    attributes = attributes_record(
        person.name, person.address, person.birth_date, int(person.sex.value)
    )
    number_file = b"\xff\x10\x0c" + number.encode("ascii") + b"\xff\xff"
    certificate = pki.cv_certificate(issuer.face_authority, signer, pki.CvKey.CARD_FACE_INPUT)
    opened_by_any = (0x0011, 0x0014, 0x0015)
    return Application(
        name="card_face_input",
        aid=apdu.CARD_FACE_INPUT_AP,
        files={
            0x0001: File(content=number_file, access=(0x0011, 0x0014)),
            0x0002: File(content=attributes, access=(0x0011, 0x0015)),
            0x0003: File(
                content=input_signature(number_file, attributes, signer), access=opened_by_any
            ),
            0x0004: File(content=certificate),
            0x0005: File(
                content=input_information(pki.CvKey.CARD_FACE_INPUT.subject, _opaque(person, 128))
            ),
            0x0006: File(
                content=tlv.encode(0xA1, pki.public_key_object(key)), access=opened_by_any
            ),
            0x0007: File(content=input_key(key, signer), access=opened_by_any),
            0x0008: _BLANK,
        },
        pins={
            0x0011: _four_digits(person),
            0x0012: _disabled(3),  # Issued blocked.
            0x0014: _ten_tries(number),
            0x0015: _ten_tries(_number_b(surface)),
        },
        keys={0x0013: Key(pem=pki.private_pem(key))},
        default_key=0x0013,
    )


def _common(person: Person, number: int, issuer: Issuer) -> Application:
    digits = f"{_serial(number)}{person.card.municipality}{person.card.expires:%Y%m%d}"
    record = bytes((0x01, len(digits))) + digits.encode("ascii")
    return Application(
        name="common",
        aid=apdu.COMMON_AP,
        record_files={
            0x0001: Records(records=(record,)),
            0x0002: Records(records=(pki.CvKey.CARD.subject,)),
        },
        pins={0x001C: _four_digits(person)},
        keys={0x0019: Key(pem=pki.private_pem(issuer.common_key), access=FREE)},
        authentication_key=0x0019,
        changes_by_key=True,
    )


def _resident(person: Person) -> Application:
    """住基AP: only what is public of it; the rest of its content is unknown."""
    return Application(
        name="resident",
        aid=apdu.RESIDENT_AP,
        record_files={0x0002: Records(records=(pki.CvKey.CARD.subject,))},
        pins={0x001C: _four_digits(person)},
        changes_by_key=True,
    )


def _data_objects(person: Person, number: int, issuer: Issuer) -> dict[int, bytes]:
    certificate = pki.cv_certificate(issuer.face_authority, issuer.face_signer, pki.CvKey.CARD)
    return {
        0x0042: b"9000020",
        0x0045: _serial(number).encode("ascii"),
        0x00F0: person.card.municipality.encode("ascii"),
        0x00F2: f"{person.card.expires:%Y%m%d}".encode("ascii"),
        0x7F21: certificate,
        0x5F51: ATR[1:],
    }


def _serial(number: int) -> str:
    return f"9{number:014d}"


def _opaque(person: Person, count: int) -> bytes:
    """Stands where real cards have bytes whose meaning is not public."""
    return hashlib.shake_128(person.key.encode()).digest(count)


def _ten_tries(secret: str) -> Pin:
    return Pin(secret=secret, tries=10, tries_left=10)


def _number_b(surface: Surface) -> str:
    return number_b_of(surface.reading).decode("ascii")


def _birth_in_era(birth_date: date) -> str:
    return f"{era_year(birth_date):02d}{birth_date:%m%d}"


def _individual_number(person: Person) -> str:
    """照合番号A. Its check digit is wrong on purpose: no resident of Japan has this number."""
    digits = f"{int(hashlib.sha256(person.key.encode()).hexdigest(), 16) % 10**11:011d}"
    weighed = sum(
        int(digit) * (place + 2 if place < 6 else place - 4)
        for place, digit in enumerate(reversed(digits))
    )
    remainder = weighed % 11
    right = 0 if remainder <= 1 else 11 - remainder
    return digits + str((right + 1) % 10)


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)
