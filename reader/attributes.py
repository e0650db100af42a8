"""券面事項入力補助AP: name, address, birth date and sex as text (sources: card 3.3, 6)."""

from dataclasses import dataclass, field
from datetime import date

from common.secret import wipe
from reader import apdu, card_face, jpki, tlv
from reader.apdu import Sw
from reader.card_face import MIN_TRIES_LEFT, day_of, sex_of
from reader.errors import BadCardAnswer, NumberBRefused, PinRefused
from reader.exchange import Exchange

ATTRIBUTES = 0x0002
PIN = 0x0011
NUMBER_B = 0x0015

MAX_ATTRIBUTES_BYTES = 1024  # A long name and address have about 400.


@dataclass(frozen=True)
class FourAttributes:
    """基本4情報. `address` is empty on the card of somebody who lives abroad."""

    name: str = field(repr=False)
    address: str = field(repr=False)
    birth_date: date = field(repr=False)
    sex: str = field(repr=False)  # 1 男, 2 女, 0 unknown, 9 not applicable (JIS X 0303)


def pin_tries_left(exchange: Exchange) -> int:
    exchange.select_application(apdu.CARD_FACE_INPUT_AP)
    return exchange.tries_left(PIN, jpki.PIN_TRIES)


def read_by_pin(exchange: Exchange, pin: bytearray) -> FourAttributes:
    """One VERIFY, never repeated, and not the last. Raises `PinRefused`."""
    if pin_tries_left(exchange) <= 1:
        raise PinRefused(0)
    left = _verify(exchange, pin)
    if left is not None:
        raise PinRefused(left)
    return _read(exchange)


def read_by_number_b(exchange: Exchange, number: bytearray) -> FourAttributes:
    """One VERIFY, none below `MIN_TRIES_LEFT`. Raises `NumberBRefused`."""
    exchange.select_application(apdu.CARD_FACE_INPUT_AP)
    left = exchange.tries_left(NUMBER_B, card_face.NUMBER_B_TRIES)
    if left < MIN_TRIES_LEFT:
        raise NumberBRefused(left, was_tried=False)
    left_after = _verify(exchange, number)
    if left_after is not None:
        raise NumberBRefused(left_after, was_tried=True)
    return _read(exchange)


def _verify(exchange: Exchange, secret: bytearray) -> int | None:
    """None when it was right, else the tries left."""
    sw = exchange.verify(secret)
    if sw == Sw.OK:
        return None
    left = apdu.tries_left(sw)
    if left is None:
        raise BadCardAnswer(f"verifying: {apdu.sw_name(sw)}")
    return left


def _read(exchange: Exchange) -> FourAttributes:
    content = exchange.read_file(ATTRIBUTES, tlv.total_length, MAX_ATTRIBUTES_BYTES)
    try:
        return parse_attributes(content)
    finally:
        wipe(content)


def parse_attributes(content: bytearray) -> FourAttributes:
    """EF 0002 (FF20). Raises `BadCardAnswer`."""
    objects = tlv.by_tag(tlv.only(content, 0xFF20).value)
    try:
        return FourAttributes(
            name=bytes(objects[0xDF22].value).decode("utf-8"),
            address=bytes(objects[0xDF23].value).decode("utf-8"),
            birth_date=day_of(bytes(objects[0xDF24].value)),
            sex=sex_of(bytes(objects[0xDF25].value)),
        )
    except KeyError as missing:
        raise BadCardAnswer(f"the attributes lack object {missing.args[0]:X}") from None
    except UnicodeDecodeError:
        raise BadCardAnswer("a text that is not UTF-8") from None
