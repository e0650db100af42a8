"""All that can be read from a card, in one report, for whoever looks after the reader."""

import secrets
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from reader.air_time import RATES_KBIT_S
from reader.card import FaceRecord, FourAttributes, MyNumberCard, TokenKind
from reader.card_face import NUMBER_B_TRIES, issuer_key_id, verify_evidence
from reader.errors import (
    BadCardAnswer,
    CardFault,
    CardProblem,
    FaceRecordForged,
    NumberBRefused,
    PinRefused,
)
from reader.jpki import PIN_TRIES

_KINDS = {
    TokenKind.CARD: "card",
    TokenKind.JUKI_OLD: "juki_old",
    TokenKind.ANDROID: "android",
    TokenKind.IPHONE: "iphone",
}
FACE_ONLY = "face_only"
NONCE_BYTES = 32

FindAuthority = Callable[[bytes], rsa.RSAPublicKey | None]
"""The authority for a card-verifiable certificate's issuer key id; None when it is unknown."""


@dataclass
class CardReport:
    """Filled as far as reading came; what was not read is None. Personal: wipe and forget it."""

    token_label: str | None = None
    kind: str | None = None
    auth_certificate: bytes | None = field(default=None, repr=False)
    pin_tries_left: int | None = None
    number_b_tries_left: int | None = None
    card_expires: date | None = None
    face: FaceRecord | None = field(default=None, repr=False)
    photo: dict[str, object] | None = None
    signature: str | None = None
    """Of the face record: valid, invalid or unchecked."""
    four_attributes: FourAttributes | None = field(default=None, repr=False)
    remarks: list[str] = field(default_factory=list)
    """What whoever reads the card should know although it was read; nothing personal."""

    def as_json_object(self) -> dict[str, object]:
        return {
            "token_label": self.token_label,
            "kind": self.kind,
            "auth_certificate": _certificate(self.auth_certificate),
            "pin_tries_left": self.pin_tries_left,
            "number_b_tries_left": self.number_b_tries_left,
            "card_expires": _day(self.card_expires),
            "face_record": self._face_record(),
            "four_attributes": self._attributes(),
            "remarks": self.remarks,
        }

    def _face_record(self) -> dict[str, object] | None:
        if self.signature is None:
            return None
        if self.face is None:  # Forged: nothing of it is to be believed.
            return {"birth_date": None, "expires": None, "photo": None, "signature": self.signature}
        return {
            "birth_date": _day(self.face.birth_date),
            "expires": _day(self.face.expires),
            "photo": self.photo,
            "signature": self.signature,
        }

    def _attributes(self) -> dict[str, object] | None:
        found = self.four_attributes
        if found is None:
            return None
        return {
            "name": found.name,
            "address": found.address,
            "birth_date": _day(found.birth_date),
            "sex": found.sex,
        }


def fill_report(
    report: CardReport,
    card: MyNumberCard,
    pin: bytearray | None,
    number_b: bytearray | None,
    find_authority: FindAuthority,
) -> None:
    """Read what is free, then what these secrets open; they are wiped. Raises `reader.errors`.

    The 照合番号B opens the four attributes; without it the PIN does, where it is the same as the
    one of the certificate.
    """
    token = card.token()
    report.token_label, report.kind = token.label, _KINDS[token.kind]
    if token.kind is TokenKind.JUKI_OLD:
        raise CardFault(CardProblem.OTHER_CARD)
    _read_what_is_free(report, card, token.kind)
    if pin is not None:
        _verify_pin(report, card, pin)
        if token.kind is TokenKind.ANDROID:
            report.auth_certificate = card.auth_certificate()
    if token.kind is not TokenKind.CARD:
        return  # A phone carries nothing more.
    if number_b is not None:
        _open_face(report, card, bytearray(number_b), find_authority)
        report.four_attributes = card.attributes_by_number_b(number_b)
    elif pin is not None:
        _read_attributes_by_pin(report, card, pin)


def _read_what_is_free(report: CardReport, card: MyNumberCard, kind: TokenKind) -> None:
    if kind is not TokenKind.ANDROID:  # That one shows its certificate after the PIN only.
        try:
            report.auth_certificate = card.auth_certificate()
        except CardFault as fault:
            if fault.problem is not CardProblem.NO_CERTIFICATE:
                raise
    report.pin_tries_left = card.pin_tries_left()
    if kind is not TokenKind.CARD:
        return
    try:
        card.check_reader()
    except CardFault as fault:
        if fault.problem is not CardProblem.ANSWERS_TOO_LONG:
            raise
        report.remarks.append(str(fault))
    if report.pin_tries_left == 0 and not card.has_pin():
        report.kind = FACE_ONLY
    report.card_expires = card.card_expires()
    report.number_b_tries_left = card.number_b_tries_left()


def _verify_pin(report: CardReport, card: MyNumberCard, pin: bytearray) -> None:
    try:
        card.verify_pin(pin)
        report.pin_tries_left = PIN_TRIES
    except PinRefused as refused:
        report.pin_tries_left = refused.tries_left
        raise


def _read_attributes_by_pin(report: CardReport, card: MyNumberCard, pin: bytearray) -> None:
    """With the PIN of the certificate, which most people set alike; a wrong guess costs one try.

    Nobody was asked about that PIN, so a second try of it is never spent.
    """
    if card.attributes_pin_tries_left() < PIN_TRIES:
        report.remarks.append("The 券面事項入力補助用 PIN has lost tries before: it was not tried.")
        return
    try:
        report.four_attributes = card.attributes_by_pin(pin)
    except PinRefused as refused:
        if refused.tries_left == 0:
            raise
        report.remarks.append(
            f"The 券面事項入力補助用 PIN is another one: {refused.tries_left} tries are left."
        )


def _open_face(
    report: CardReport, card: MyNumberCard, number_b: bytearray, find_authority: FindAuthority
) -> None:
    face: FaceRecord | None = None
    try:
        face = card.open_face(number_b)
        report.number_b_tries_left = NUMBER_B_TRIES
        authority = find_authority(issuer_key_id(face.evidence.cv_certificate))
        if authority is not None:
            verify_evidence(face.evidence, authority)
        card.prove_genuine(secrets.token_bytes(NONCE_BYTES))
        report.photo = photo_figures(face.photo)
        report.face = face
        report.signature = "unchecked" if authority is None else "valid"
    except NumberBRefused as refused:
        report.number_b_tries_left = refused.tries_left
        raise
    except FaceRecordForged as forged:
        report.number_b_tries_left = NUMBER_B_TRIES
        report.signature = "invalid"
        report.remarks.append(str(forged))
    finally:
        if face is not None and report.face is None:
            face.wipe()


def air_times(card: MyNumberCard) -> dict[str, int]:
    """Modelled milliseconds by rate in kbit/s."""
    return {str(rate): round(card.air_time_ms(rate)) for rate in RATES_KBIT_S}


_BARE_CODESTREAM = b"\xff\x4f\xff\x51"


def photo_figures(photo: bytearray) -> dict[str, object] | None:
    """Format and size from the JP2 header or the bare codestream's; None for no photo.

    Raises `BadCardAnswer`.
    """
    if not photo:
        return None
    if photo.startswith(_BARE_CODESTREAM):  # Then Lsiz, Rsiz, the far corner and the near one.
        width, height, x0, y0 = struct.unpack_from(">4I", photo.ljust(24, b"\0"), 8)
        return {"format": "j2k", "width": width - x0, "height": height - y0, "bytes": len(photo)}
    at = photo.find(b"ihdr")
    if at < 0 or len(photo) < at + 12:
        raise BadCardAnswer("the photo is not JPEG 2000")
    return {
        "format": "jp2",
        "width": int.from_bytes(photo[at + 8 : at + 12], "big"),
        "height": int.from_bytes(photo[at + 4 : at + 8], "big"),
        "bytes": len(photo),
    }


def _certificate(der: bytes | None) -> dict[str, object] | None:
    if der is None:
        return None
    found = x509.load_der_x509_certificate(der)
    return {
        "serial": f"{found.serial_number:X}",
        "subject": found.subject.rfc4514_string(),
        "issuer": found.issuer.rfc4514_string(),
        "not_before": found.not_valid_before_utc.isoformat(),
        "not_after": found.not_valid_after_utc.isoformat(),
        "pem": found.public_bytes(serialization.Encoding.PEM).decode("ascii"),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
