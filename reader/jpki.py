"""公的個人認証AP (JPKI): token, 利用者証明用 certificate, PIN, signature (sources: card 3.1)."""

import hashlib
from dataclasses import dataclass
from enum import Enum

from reader import apdu
from reader.apdu import Sw
from reader.errors import (
    BadCardAnswer,
    CardFault,
    CardProblem,
    FileMissing,
    PinRefused,
)
from reader.exchange import Exchange

TOKEN_INFO = 0x0006
CERTIFICATES_PRESENT = 0x0008
AUTH_CERTIFICATE = 0x000A
AUTH_KEY = 0x0017
AUTH_PIN = 0x0018

PIN_DIGITS = 4
PIN_TRIES = 3
SIGNATURE_BYTES = 256  # RSA-2048
LABEL_BYTES = 32
MAX_CERTIFICATE_BYTES = 8192  # Real ones have about 1,500.


class TokenKind(Enum):
    """What carries the JPKI application; the value is the label in EF 0006."""

    CARD = "JPKIAPICCTOKEN2"
    JUKI_OLD = "JPKIAPICCTOKEN"  # 住民基本台帳カード, not valid any more.
    ANDROID = "JPKIAPGPSETOKEN"
    IPHONE = "JPKIAPIOSTOKEN"


@dataclass(frozen=True)
class Token:
    label: str
    kind: TokenKind


def read_token(exchange: Exchange) -> Token:
    """What carries the application. Raises `CardFault(OTHER_CARD)`."""
    exchange.select_application(apdu.JPKI_AP)
    label = exchange.read_start(TOKEN_INFO, LABEL_BYTES).rstrip(b" \x00")
    try:
        kind = TokenKind(label.decode("ascii"))
    except ValueError:
        raise CardFault(CardProblem.OTHER_CARD) from None
    return Token(kind.value, kind)


def read_auth_certificate(exchange: Exchange) -> bytes:
    """The 利用者証明用 certificate, DER. Raises `CardFault(NO_CERTIFICATE)` when there is none."""
    exchange.select_application(apdu.JPKI_AP)
    try:
        return bytes(exchange.read_file(AUTH_CERTIFICATE, _der_length, MAX_CERTIFICATE_BYTES))
    except FileMissing:
        raise CardFault(CardProblem.NO_CERTIFICATE) from None


def check_answers_fit(exchange: Exchange) -> None:
    """Raises `CardFault(ANSWERS_TOO_LONG)` where no signature of a card could come through."""
    exchange.select_application(apdu.JPKI_AP)
    if not exchange.carries_whole_answers(AUTH_CERTIFICATE):
        raise CardFault(CardProblem.ANSWERS_TOO_LONG)


def _der_length(start: bytes) -> int:
    """Length of the DER SEQUENCE that starts here; a blank file has no certificate."""
    if start[:1] in (b"\x00", b"\xff"):
        raise CardFault(CardProblem.NO_CERTIFICATE)
    if len(start) < 4 or start[0] != 0x30:
        raise BadCardAnswer("the certificate is not DER")
    if start[1] < 0x80:
        return 2 + start[1]
    width = start[1] & 0x7F
    if width not in (1, 2):
        raise BadCardAnswer("the certificate's length is not plausible")
    return 2 + width + int.from_bytes(start[2 : 2 + width], "big")


def has_sign_certificate(exchange: Exchange) -> bool:
    """Whether a 署名用電子証明書 was issued with the card; needs no password."""
    exchange.select_application(apdu.JPKI_AP)
    present = exchange.read_start(CERTIFICATES_PRESENT, 3)
    return bool(present and present[0])


def auth_pin_tries_left(exchange: Exchange) -> int:
    exchange.select_application(apdu.JPKI_AP)
    return exchange.tries_left(AUTH_PIN, PIN_TRIES)


def verify_auth_pin(exchange: Exchange, pin: bytearray) -> None:
    """One VERIFY, never repeated. Raises `PinRefused`.

    The tries are asked for first: a locked PIN is told as such without sending the digits.
    """
    exchange.select_application(apdu.JPKI_AP)
    if exchange.tries_left(AUTH_PIN, PIN_TRIES) == 0:
        raise PinRefused(0)
    sw = exchange.verify(pin)
    if sw == Sw.OK:
        return
    left = apdu.tries_left(sw)
    if left is None:
        raise BadCardAnswer(f"verifying the PIN: {apdu.sw_name(sw)}")
    raise PinRefused(left)


def sign_with_auth_key(exchange: Exchange, message: bytes) -> bytes:
    """RSA PKCS#1 v1.5 over SHA-256(message) with the 利用者証明用 key, whose PIN is verified."""
    exchange.select_file(AUTH_KEY)
    digest = hashlib.sha256(message).digest()
    return signature(exchange, digest, apdu.CURRENT_KEY)


def signature(exchange: Exchange, digest: bytes, key: int) -> bytes:
    """One signature of a SHA-256 digest by the current (80) or the default (00) key."""
    data, sw = exchange.send(apdu.sign(apdu.digest_info(digest), key))
    if sw != Sw.OK:
        raise BadCardAnswer(f"signing: {apdu.sw_name(sw)}")
    if len(data) != SIGNATURE_BYTES:
        raise BadCardAnswer("a signature of the wrong length")
    return data
