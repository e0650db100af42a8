"""The My Number Card as the session worker uses it.

Order matters: selecting another application drops a verified PIN (sources: card 1.6). Read token,
certificate and tries first, then the face record, and let `sign` follow `verify_pin` directly.
Nothing here selects on its own between the two.
"""

from datetime import date

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from common.errors import Bug
from common.face_evidence import FaceEvidence
from common.secret import wipe
from reader import attributes, card_face, jpki
from reader.air_time import air_time_ms
from reader.attributes import FourAttributes
from reader.card_expiry import read_card_expires
from reader.card_face import FaceRecord
from reader.errors import BadCardAnswer
from reader.exchange import Exchange
from reader.jpki import Token, TokenKind
from reader.number_b import check_number_b
from reader.port import CardConnection

__all__ = ["FaceEvidence", "FaceRecord", "FourAttributes", "MyNumberCard", "Token", "TokenKind"]


class MyNumberCard:
    """One card, one session, one thread. Raises `reader.errors` only.

    `face_authority` is the 券面 CV authority's key (`card_face.load_authority`); without it a face
    record is checked for wholeness only (`FaceRecord.authority_checked`).
    """

    def __init__(
        self, connection: CardConnection, face_authority: rsa.RSAPublicKey | None = None
    ) -> None:
        self._exchange = Exchange(connection)
        self._face_authority = face_authority
        self._face: FaceRecord | None = None
        self._expires: date | None = None
        self._verified_at: int | None = None
        self._asks_its_owner = False

    def close(self) -> None:
        """Let the card go; safe to call twice and after the card is gone."""
        self._exchange.close()

    def token(self) -> Token:
        """What carries the JPKI application. Raises `CardFault(OTHER_CARD)`."""
        token = jpki.read_token(self._exchange)
        self._asks_its_owner = token.kind is TokenKind.IPHONE
        return token

    def auth_certificate(self) -> bytes:
        """The 利用者証明用電子証明書, DER. Raises `CardFault(NO_CERTIFICATE)`.

        A phone shows it once its PIN is verified (Android) or it has recognised its owner
        (iPhone), and raises `FileClosed` before (sources: card 9).
        """
        der = jpki.read_auth_certificate(self._exchange)
        try:
            found = x509.load_der_x509_certificate(der)
            _ = found.subject, found.issuer, found.not_valid_before_utc
            ends, serial = found.not_valid_after_utc, found.serial_number
        except ValueError:
            raise BadCardAnswer("the certificate cannot be read") from None
        if ends.year > _LAST_YEAR:
            raise BadCardAnswer(f"the certificate is to last until {ends.year}")
        if not 0 < serial < _SERIAL_BELOW:
            raise BadCardAnswer("the certificate's serial number has more than 20 bytes or a sign")
        return der

    def check_reader(self) -> None:
        """After the certificate. Raises `CardFault(ANSWERS_TOO_LONG)`: it carries no signature."""
        jpki.check_answers_fit(self._exchange)

    def pin_tries_left(self) -> int:
        """Tries left of the 4-digit PIN; costs none."""
        return jpki.auth_pin_tries_left(self._exchange)

    def has_pin(self) -> bool:
        """False on a 顔認証マイナンバーカード, whose PINs were never set.

        No public source tells how one shows it; what is public is that its PINs behave as locked
        and that it has no 署名用電子証明書 (sources: card 8D). So a card of which both hold,
        for both PINs of four digits, is taken for one. Ask only when no tries are left: it
        selects another application.
        """
        if self.pin_tries_left() > 0 or jpki.has_sign_certificate(self._exchange):
            return True
        return self.attributes_pin_tries_left() > 0

    def verify_pin(self, pin: bytearray) -> None:
        """Verify the 4-digit PIN, once. Raises `PinRefused`. The caller wipes `pin`."""
        _check_pin(pin)
        self._verified_at = None
        jpki.verify_auth_pin(self._exchange, pin)
        self._verified_at = self._exchange.selections

    def sign(self, nonce: bytes) -> bytes:
        """256 bytes: RSA PKCS#1 v1.5, SHA-256(nonce), with the key that the PIN opened.

        An iPhone needs none: it has asked its owner for face or finger before it speaks.
        """
        if self._verified_at != self._exchange.selections and not self._asks_its_owner:
            raise Bug("the PIN is not verified, or another application was selected")
        return jpki.sign_with_auth_key(self._exchange, nonce)

    def card_expires(self) -> date:
        """When the card itself expires; needs no PIN."""
        if self._expires is None:
            self._expires = read_card_expires(self._exchange)
        return self._expires

    def number_b_tries_left(self) -> int:
        """Tries left of 照合番号B; costs none."""
        return card_face.number_b_tries_left(self._exchange)

    def open_face(self, number_b: bytearray) -> FaceRecord:
        """The verified face record; wipes `number_b`, the caller wipes the record.

        Raises `NumberBImplausible` before a try is spent, `NumberBRefused`,
        `FaceRecordForged`.
        """
        try:
            check_number_b(number_b, self.card_expires(), date.today())
            card_face.verify_number_b(self._exchange, number_b)
        finally:
            wipe(number_b)
        self._face = card_face.read_face_record(self._exchange, self._face_authority)
        return self._face

    def attributes_by_number_b(self, number_b: bytearray) -> FourAttributes:
        """Name, address, birth date and sex; wipes `number_b`. Raises as `open_face` does."""
        try:
            check_number_b(number_b, self.card_expires(), date.today())
            return attributes.read_by_number_b(self._exchange, number_b)
        finally:
            wipe(number_b)

    def attributes_pin_tries_left(self) -> int:
        """Tries left of the 券面事項入力補助用 PIN; costs none."""
        return attributes.pin_tries_left(self._exchange)

    def attributes_by_pin(self, pin: bytearray) -> FourAttributes:
        """The same with the 券面事項入力補助用 PIN, which need not be the one of the certificate.

        Raises `PinRefused`, the latter also instead of spending the last try: nobody
        was asked about that one. The caller wipes `pin`.
        """
        _check_pin(pin)
        return attributes.read_by_pin(self._exchange, pin)

    def prove_genuine(self, nonce: bytes) -> bytes:
        """256 bytes: the card's 券面 key over SHA-256(nonce), verified against its record.

        Raises `FaceRecordForged` for a copied card.
        """
        return card_face.prove_genuine(self._exchange, self._face, nonce)

    def transmit(self, command: bytes) -> tuple[bytes, int]:
        """A command of a maker's terminal authentication; what was verified before is not any more.

        Returns data and SW1SW2.
        """
        return self._exchange.pass_on(command)

    def air_time_ms(self, rate_kbit_s: int) -> float:
        """What the exchanges so far take over the air, by the model of `reader.air_time`."""
        talk = self._exchange
        return air_time_ms(
            rate_kbit_s,
            exchanges=talk.apdu_count,
            transferred_bytes=talk.bytes_sent + talk.bytes_received,
            rsa=talk.rsa_count,
        )

    @property
    def apdu_count(self) -> int:
        return self._exchange.apdu_count

    @property
    def bytes_sent(self) -> int:
        return self._exchange.bytes_sent

    @property
    def bytes_received(self) -> int:
        return self._exchange.bytes_received

    @property
    def elapsed_ms(self) -> float:
        """Time spent in exchanges, connection and card together."""
        return self._exchange.elapsed_ms


_LAST_YEAR = 2199
"""A card's certificate lasts five years; one "without end" (9999) is of no card."""

_SERIAL_BELOW = 1 << 160
"""RFC 5280 4.1.2.2: positive, at most 20 octets."""


def _check_pin(pin: bytearray) -> None:
    if len(pin) != jpki.PIN_DIGITS or not pin.isdigit():
        raise Bug("the PIN must be four digits: it would only cost a try")
