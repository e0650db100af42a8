"""The card's own expiry, in its 共通カードAP: free to read (sources: card 3.4)."""

from datetime import date

from reader import apdu
from reader.apdu import Sw
from reader.card_face import day_of
from reader.errors import BadCardAnswer
from reader.exchange import Exchange

CARD_ID_RECORDS = 0x0001
_DIGITS = 28  # serial 15, 全国地方公共団体コード 5, expiry YYYYMMDD


def read_card_expires(exchange: Exchange) -> date:
    exchange.select_application(apdu.COMMON_AP)
    record, sw = exchange.send(apdu.read_record_of(CARD_ID_RECORDS, 1))
    if sw != Sw.OK:
        raise BadCardAnswer(f"reading the card's expiry: {apdu.sw_name(sw)}")
    if len(record) != 2 + _DIGITS or record[1] != _DIGITS:
        raise BadCardAnswer("the record with the card's expiry has another form")
    return day_of(record[-8:])
