"""Ages and terms by law, at their edges."""

from datetime import date

import pytest

from simulation.service.terms import elderly_recipient, is_preschool


@pytest.mark.parametrize(
    ("born", "first"),
    [
        (date(1956, 11, 1), date(2026, 11, 1)),  # Born on the 1st: the same month.
        (date(1956, 11, 2), date(2026, 12, 1)),
        (date(1956, 11, 30), date(2026, 12, 1)),
        (date(1956, 12, 31), date(2027, 1, 1)),
        (date(1956, 2, 29), date(2026, 3, 1)),  # 70 at the end of 28 February.
    ],
)
def test_elderly_recipients_begin_with_the_month_after_their_birthday(
    born: date, first: date
) -> None:
    assert elderly_recipient(born, first.replace(day=1)) is not None
    last = date.fromordinal(first.toordinal() - 1)
    assert elderly_recipient(born, last) is None


def test_elderly_recipients_end_with_their_75th_birthday() -> None:
    born = date(1951, 11, 27)
    term = elderly_recipient(born, date(2026, 11, 26))
    assert term is not None
    assert term.end == date(2026, 11, 26)
    assert elderly_recipient(born, date(2026, 11, 27)) is None


@pytest.mark.parametrize(
    ("born", "last"), [(date(2020, 4, 1), date(2026, 3, 31)), (date(2020, 4, 2), date(2027, 3, 31))]
)
def test_school_begins_in_april_and_for_the_first_of_april_a_year_earlier(
    born: date, last: date
) -> None:
    assert is_preschool(born, last)
    assert not is_preschool(born, date.fromordinal(last.toordinal() + 1))
