"""照合番号B from what is printed, and the checks that spare a card's tries."""

from datetime import date

import pytest

from reader.errors import NumberBImplausible, SurfaceUnreadable
from reader.number_b import Era, check_number_b, day_in_era, era_year, number_b_of
from reader.port import SurfaceReading

EXPIRES = date(2035, 2, 17)
TODAY = date(2026, 4, 1)


def test_the_published_example() -> None:
    surface = SurfaceReading(date(1980, 2, 17), 2035, "2285")
    assert number_b_of(surface) == b"55021720352285"


@pytest.mark.parametrize(
    ("birth", "year"),
    [
        (date(2019, 5, 1), 1),
        (date(2019, 4, 30), 31),
        (date(1989, 1, 8), 1),
        (date(1989, 1, 7), 64),
        (date(1926, 12, 25), 1),
        (date(1926, 12, 24), 15),
        (date(1912, 7, 30), 1),
        (date(1912, 7, 29), 45),
        (date(2020, 2, 24), 2),
        (date(1873, 1, 1), 6),
    ],
)
def test_eras_change_within_a_year(birth: date, year: int) -> None:
    assert era_year(birth) == year


def test_nobody_was_born_before_the_eras_have_days() -> None:
    with pytest.raises(NumberBImplausible):
        era_year(date(1872, 12, 31))


@pytest.mark.parametrize(
    ("era", "year", "found"),
    [
        (Era.HEISEI, 31, date(2019, 4, 30)),
        (Era.REIWA, 1, None),
        (Era.HEISEI, 0, None),
    ],
)
def test_a_day_is_of_one_era_alone(era: Era, year: int, found: date | None) -> None:
    assert day_in_era(era, year, 4, 30) == found


def test_eras_have_no_days_that_the_calendar_has_not() -> None:
    assert day_in_era(Era.SHOWA, 50, 2, 29) is None
    assert day_in_era(Era.MEIJI, 5, 12, 31) is None


@pytest.mark.parametrize("code", ["", "123", "12345", "12a4", "１２３４"])
def test_a_code_that_is_no_code(code: str) -> None:
    with pytest.raises(NumberBImplausible):
        number_b_of(SurfaceReading(date(1980, 2, 17), 2035, code))


@pytest.mark.parametrize(
    "number",
    [
        b"55021720352285",
        b"85030120352285",  # 1985 on the card of a foreign resident
        b"08050220352285",  # not 令和8, which is still to come on that day, but 平成8
    ],
)
def test_a_right_number_passes(number: bytes) -> None:
    check_number_b(bytearray(number), EXPIRES, TODAY)


@pytest.mark.parametrize(
    "number",
    [
        b"55021720342285",  # another year of expiry
        b"55023020352285",  # 30 February
        b"55131720352285",  # month 13
        b"00023020352285",  # 30 February, also of the year 2000
        b"5502172035228",
        b"5502172035228x",
    ],
)
def test_a_wrong_number_is_not_tried(number: bytes) -> None:
    with pytest.raises(NumberBImplausible):
        check_number_b(bytearray(number), EXPIRES, TODAY)


def test_a_western_year_of_birth_is_its_last_two_digits() -> None:
    surface = SurfaceReading(date(1985, 3, 1), 2035, "2285", is_western=True)
    assert number_b_of(surface) == b"85030120352285"
    check_number_b(number_b_of(surface), EXPIRES, TODAY)


def test_an_implausible_number_means_the_surface_was_misread() -> None:
    assert issubclass(NumberBImplausible, SurfaceUnreadable)
