"""照合番号B: 14 digits that stand on the card's face and open its photo (sources: card 3.2).

YYMMDD of birth as printed: in the year of the Japanese era or, on cards of foreign residents, in
the last two digits of the western year; the 4-digit western year of expiry; the 4-digit security
code. Eras change within a year, so the era is found by day, not by year. Two digits of the western
year are documented for this card's predecessor alone (the 住民基本台帳カード).
"""

from datetime import date
from enum import Enum

from reader.errors import NumberBImplausible
from reader.port import SurfaceReading

DIGITS = 14


class Era(Enum):
    """As printed on the card."""

    REIWA = "令和"
    HEISEI = "平成"
    SHOWA = "昭和"
    TAISHO = "大正"
    MEIJI = "明治"


_STARTS = {
    Era.REIWA: date(2019, 5, 1),
    Era.HEISEI: date(1989, 1, 8),
    Era.SHOWA: date(1926, 12, 25),
    Era.TAISHO: date(1912, 7, 30),
    Era.MEIJI: date(1873, 1, 1),  # The Gregorian calendar begins in its year 6.
}
_YEAR_ONE = {era: start.year for era, start in _STARTS.items()} | {Era.MEIJI: 1868}


def era_of(day: date) -> tuple[Era, int]:
    """The era in which `day` lies, and its year there; 元年 is 1."""
    for era, start in _STARTS.items():
        if day >= start:
            return era, day.year - _YEAR_ONE[era] + 1
    raise NumberBImplausible


def era_year(day: date) -> int:
    return era_of(day)[1]


def day_in_era(era: Era, year: int, month: int, day: int) -> date | None:
    """None when there is no such day, or when it lies in another era."""
    try:
        found = date(_YEAR_ONE[era] + year - 1, month, day)
        return found if era_of(found) == (era, year) else None
    except (ValueError, NumberBImplausible):
        return None


def number_b_of(surface: SurfaceReading) -> bytearray:
    """The 14 ASCII digits, in a buffer that the caller wipes. Raises `NumberBImplausible`."""
    birth, code = surface.birth_date, surface.security_code
    if len(code) != 4 or not (code.isascii() and code.isdecimal()):
        raise NumberBImplausible
    year = birth.year % 100 if surface.is_western else era_year(birth)
    text = f"{year:02d}{birth:%m%d}{surface.expires_year:04d}{code}"
    number = bytearray(text, "ascii")
    if len(number) != DIGITS:
        raise NumberBImplausible
    return number


def check_number_b(number: bytearray, card_expires: date, today: date) -> None:
    """Spend no try on what cannot be right. Raises `NumberBImplausible`.

    The birth date must exist in some era or century and not lie ahead; the year of expiry must be
    the one that the chip tells without a PIN. Many a misread digit is caught here.
    """
    if len(number) != DIGITS or not number.isdigit():
        raise NumberBImplausible
    year, month, day = int(number[0:2]), int(number[2:4]), int(number[4:6])
    if int(number[6:10]) != card_expires.year:
        raise NumberBImplausible
    days = [day_in_era(era, year, month, day) for era in Era]
    days += [_western_day(century + year, month, day) for century in (1900, 2000)]
    if not any(birth is not None and birth <= today for birth in days):
        raise NumberBImplausible


def _western_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
