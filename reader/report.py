"""All that can be read from a card, in one report, for whoever looks after the reader."""

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
    CertificateMissing,
    FaceRecordForged,
    NotAMyNumberCard,
    NumberBRefused,
    PinLocked,
    PinWrong,
)
from reader.jpki import PIN_TRIES

_KINDS = {
    TokenKind.CARD: "card",
    TokenKind.JUKI_OLD: "juki_old",
    TokenKind.ANDROID: "android",
    TokenKind.IPHONE: "iphone",
}
FACE_ONLY = "face_only"

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
    signature: str | None = None
    """Of the face record: valid, invalid or unchecked."""
    four_attributes: FourAttributes | None = field(default=None, repr=False)

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
        }

    def _face_record(self) -> dict[str, object] | None:
        if self.signature is None:
            return None
        if self.face is None:  # Forged: nothing of it is to be believed.
            return {"birth_date": None, "expires": None, "photo": None, "signature": self.signature}
        return {
            "birth_date": _day(self.face.birth_date),
            "expires": _day(self.face.expires),
            "photo": photo_figures(self.face.photo),
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
    """Read what may be read with these secrets, which are wiped. Raises `reader.errors`.

    The 照合番号B opens the four attributes; without it the PIN does, where it is the same as the
    one of the certificate.
    """
    token = card.token()
    report.token_label, report.kind = token.label, _KINDS[token.kind]
    if token.kind is TokenKind.JUKI_OLD:
        raise NotAMyNumberCard
    _read_certificate_and_pin(report, card, token.kind, pin)
    if token.kind is not TokenKind.CARD:
        return  # A phone carries nothing more.
    report.card_expires = card.card_expires()
    if number_b is None:
        report.number_b_tries_left = card.number_b_tries_left()
    else:
        _read_face(report, card, bytearray(number_b), find_authority)
        report.four_attributes = card.attributes_by_number_b(number_b)
    if report.pin_tries_left == 0 and not card.has_pin():
        report.kind = FACE_ONLY
    if pin is not None and report.four_attributes is None:
        try:
            report.four_attributes = card.attributes_by_pin(pin)
        except (PinWrong, PinLocked):
            return  # Another PIN than the one of the certificate, which was right.


def _read_certificate_and_pin(
    report: CardReport, card: MyNumberCard, kind: TokenKind, pin: bytearray | None
) -> None:
    if kind is not TokenKind.ANDROID:
        try:
            report.auth_certificate = card.auth_certificate()
        except CertificateMissing:
            report.auth_certificate = None
    report.pin_tries_left = card.pin_tries_left()
    if pin is None:
        return
    try:
        card.verify_pin(pin)
        report.pin_tries_left = PIN_TRIES
    except PinWrong as wrong:
        report.pin_tries_left = wrong.tries_left
        raise
    except PinLocked:
        report.pin_tries_left = 0
        raise
    if kind is TokenKind.ANDROID:
        report.auth_certificate = card.auth_certificate()


def _read_face(
    report: CardReport, card: MyNumberCard, number_b: bytearray, find_authority: FindAuthority
) -> None:
    try:
        report.face = card.open_face(number_b)
        report.number_b_tries_left = NUMBER_B_TRIES
        authority = find_authority(issuer_key_id(report.face.evidence.cv_certificate))
        if authority is not None:
            verify_evidence(report.face.evidence, authority)
        report.signature = "unchecked" if authority is None else "valid"
    except NumberBRefused as refused:
        report.number_b_tries_left = refused.tries_left
        raise
    except FaceRecordForged:
        report.number_b_tries_left = NUMBER_B_TRIES
        if report.face is not None:
            report.face.wipe()
        report.face, report.signature = None, "invalid"


def air_times(card: MyNumberCard) -> dict[str, int]:
    """Modelled milliseconds by rate in kbit/s."""
    return {str(rate): round(card.air_time_ms(rate)) for rate in RATES_KBIT_S}


def photo_figures(photo: bytearray) -> dict[str, object] | None:
    """Format and size from the JP2 header; None for no photo. Raises `BadCardAnswer`."""
    if not photo:
        return None
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
