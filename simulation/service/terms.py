"""From when to when: what the law says of age and of the papers that go with it.

An age is reached at the end of the day before the birthday (年齢計算ニ関する法律). Whoever was born
on the first of a month therefore is 70 in the month before, and the block that begins with the
next month begins with the birthday's own.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from simulation.service.registry import Insurance

_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Term:
    start: date
    end: date | None


def elderly_recipient(born: date, today: date) -> Term | None:
    """高齢受給者証: from the month after the 70th birthday, until 後期高齢者医療 begins with 75."""
    seventy = _birthday(born, 70)
    start = seventy if seventy.day == 1 else _next_month(seventy)
    end = _birthday(born, 75) - _A_DAY
    if not start <= today <= end:
        return None
    year = year_from_august(today)
    return Term(max(start, year.start), min(end, year.end or end))


def insurance_card(insurance: Insurance, born: date, today: date) -> Term:
    """Those that are renewed each August have an end; others end when they are lost."""
    since = max(insurance.qualified_on, born)
    if insurance.lost_on is not None:
        return Term(since, insurance.lost_on - _A_DAY)
    if not insurance.renewed_yearly:
        return Term(since, None)
    year = year_from_august(today)
    return Term(max(since, year.start), year.end)


def year_from_august(today: date) -> Term:
    """Categories and shares are set anew each August."""
    year = today.year if today.month < 8 else today.year + 1
    return Term(date(year - 1, 8, 1), date(year, 7, 31))


def is_preschool(born: date, today: date) -> bool:
    """未就学: until the end of March after the sixth birthday."""
    school_year = born.year + (6 if (born.month, born.day) <= (4, 1) else 7)
    return today < date(school_year, 4, 1)


def _birthday(born: date, age: int) -> date:
    """Born on 29 February, in other years the first of March."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
