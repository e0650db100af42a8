"""Limits agree with published examples, at every boundary, to the yen."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.codes import LimitCategory, SpecificDisease
from limit_info.errors import TableMissing
from limit_info.limit import limit_for, specific_disease_limit_yen
from limit_info.tables import Table, all_tables

UNTIL_2026_07 = date(2026, 7, 1)
FROM_2026_08 = date(2026, 8, 1)
RELIEF_LAST = date(2025, 9, 30)
RELIEF_OVER = date(2025, 10, 1)
SAMPLES = [table.first_day for table in all_tables() if not table.code_not_public]

costs = st.integers(min_value=0, max_value=100_000_000)
months = st.sampled_from(SAMPLES)
categories = st.sampled_from(LimitCategory)


def month_yen(category: str, cost_yen: int, month: date, *, many_times: bool = False) -> int:
    return limit_for(LimitCategory(category), cost_yen, month, many_times=many_times).month_yen


@pytest.mark.parametrize(
    ("category", "cost_yen", "month", "expected_yen"),
    [
        ("A03", 1_000_000, UNTIL_2026_07, 87_430),  # The example of every leaflet.
        ("A03", 500_000, UNTIL_2026_07, 82_430),  # 国民健康保険の計算例 (70歳未満, パターン2)
        ("A03", 700_000, UNTIL_2026_07, 84_430),  # 大和市の計算例
        ("A01", 1_000_000, UNTIL_2026_07, 254_180),
        ("A02", 1_000_000, UNTIL_2026_07, 171_820),
        ("A04", 500_000, UNTIL_2026_07, 57_600),
        ("B04", 1_000_000, UNTIL_2026_07, 57_600),  # りんぱしゅ通信の計算例 A
        ("A03", 1_000_000, FROM_2026_08, 92_940),  # 厚生労働省の「約9.3万円」
        ("A02", 1_000_000, FROM_2026_08, 183_130),
        ("A01", 1_000_000, FROM_2026_08, 271_290),
        ("B03", 1_000_000, FROM_2026_08, 92_940),
    ],
)
def test_published_examples(category: str, cost_yen: int, month: date, expected_yen: int) -> None:
    assert month_yen(category, cost_yen, month) == expected_yen


@pytest.mark.parametrize(
    ("category", "threshold_yen", "base_yen", "month"),
    [
        ("A01", 842_000, 252_600, UNTIL_2026_07),
        ("A02", 558_000, 167_400, UNTIL_2026_07),
        ("A03", 267_000, 80_100, UNTIL_2026_07),
        ("A01", 901_000, 270_300, FROM_2026_08),
        ("A02", 597_000, 179_100, FROM_2026_08),
        ("A03", 286_000, 85_800, FROM_2026_08),
    ],
)
def test_one_percent_starts_above_the_threshold_and_rounds_half_up(
    category: str, threshold_yen: int, base_yen: int, month: date
) -> None:
    excesses = (-threshold_yen, -1, 0, 49, 50, 149, 150, 100_000)
    limits = [month_yen(category, threshold_yen + excess, month) for excess in excesses]
    assert [limit - base_yen for limit in limits] == [0, 0, 0, 0, 1, 1, 2, 1_000]


@pytest.mark.parametrize(
    ("category", "before_yen", "since_yen"),
    [
        ("A01", 140_100, 140_100),
        ("A02", 93_000, 93_000),
        ("A03", 44_400, 44_400),
        ("A04", 44_400, 44_400),
        ("A05", 24_600, 24_600),
        ("B01", 140_100, 140_100),
        ("B02", 93_000, 93_000),
        ("B03", 44_400, 44_400),
        ("B04", 44_400, 44_400),
        ("B05", 24_600, 24_600),  # Before 2026-08 not a rule of its own, but the same amount.
        ("B06", 15_000, 15_700),  # No such limit exists: the usual one holds.
        ("B09", 44_400, 44_400),
    ],
)
def test_the_fourth_month_costs_less(category: str, before_yen: int, since_yen: int) -> None:
    assert month_yen(category, 3_000_000, UNTIL_2026_07, many_times=True) == before_yen
    assert month_yen(category, 3_000_000, FROM_2026_08, many_times=True) == since_yen


@pytest.mark.parametrize(
    ("category", "before_yen", "since_yen"),
    [
        ("A03", None, None),
        ("B01", None, None),
        ("B02", None, None),
        ("B03", None, None),
        ("B04", (18_000, 144_000), (22_000, 216_000)),
        ("B05", (8_000, None), (11_000, 96_000)),
        ("B06", (8_000, None), (8_000, None)),
        ("B07", (8_000, None), (8_000, None)),
        ("B08", (8_000, None), (8_000, None)),
        ("B09", (18_000, 144_000), (22_000, 216_000)),
        ("B10", (18_000, 144_000), (22_000, 216_000)),
    ],
)
def test_outpatient_limits_exist_for_70_and_over_below_working_income(
    category: str,
    before_yen: tuple[int, int | None] | None,
    since_yen: tuple[int, int | None] | None,
) -> None:
    for month, expected in ((UNTIL_2026_07, before_yen), (FROM_2026_08, since_yen)):
        limit = limit_for(LimitCategory(category), 200_000, month)
        assert (limit.outpatient_month_yen, limit.outpatient_year_yen) == (expected or (None, None))


@pytest.mark.parametrize(
    ("cost_yen", "expected_yen"),
    [
        (0, 6_000),
        (30_000, 6_000),
        (30_010, 6_001),
        (50_000, 8_000),
        (149_990, 17_999),
        (150_000, 18_000),
        (1_000_000, 18_000),
    ],
)
def test_relief_for_two_tenths_payers_while_it_lasted(cost_yen: int, expected_yen: int) -> None:
    assert limit_for(LimitCategory.B09, cost_yen, RELIEF_LAST).outpatient_month_yen == expected_yen
    assert limit_for(LimitCategory.B09, cost_yen, RELIEF_OVER).outpatient_month_yen == 18_000
    assert limit_for(LimitCategory.B10, cost_yen, RELIEF_LAST).outpatient_month_yen == 18_000


def test_the_yearly_limit_of_a_household_began_in_august_2026() -> None:
    assert limit_for(LimitCategory.A03, 0, UNTIL_2026_07).year_yen is None
    assert limit_for(LimitCategory.A03, 0, FROM_2026_08).year_yen == 530_000


@pytest.mark.parametrize("disease", SpecificDisease)
def test_specific_diseases(disease: SpecificDisease) -> None:
    upper = 20_000 if disease is SpecificDisease.DIALYSIS else 10_000
    assert specific_disease_limit_yen(disease, LimitCategory.A01) == upper
    assert specific_disease_limit_yen(disease, LimitCategory.A02) == upper
    assert specific_disease_limit_yen(disease, LimitCategory.A03) == 10_000
    assert specific_disease_limit_yen(disease, LimitCategory.B01) == 10_000


@pytest.mark.parametrize("day", [date(2022, 9, 30), date(2028, 8, 1)])
def test_a_month_without_a_table_is_refused_and_not_guessed(day: date) -> None:
    with pytest.raises(TableMissing, match="Update the software"):
        limit_for(LimitCategory.A03, 1_000_000, day)


def test_from_2027_08_the_bands_without_a_public_code_are_kept_and_shown_to_nobody() -> None:
    month = date(2027, 8, 1)
    for category in ("A01", "A02", "A03", "A04", "B01", "B04", "B09", "B10"):
        with pytest.raises(TableMissing, match="not public"):
            limit_for(LimitCategory(category), 1_000_000, month)
    assert limit_for(LimitCategory.A05, 1_000_000, month).month_yen == 36_900
    low = limit_for(LimitCategory.B05, 1_000_000, month)
    assert (low.month_yen, low.outpatient_month_yen) == (25_700, 13_000)
    bands = next(t for t in all_tables() if t.first_day == month).code_not_public
    bases = [band.base_yen for band in bands.values()]
    assert len(bases) == 12
    assert bases == sorted(bases, reverse=True)


def test_no_month_falls_between_two_tables() -> None:
    tables = all_tables()
    for earlier, later in pairwise(tables):
        assert (later.first_day - earlier.last_day).days == 1
    for table in tables:
        assert table.first_day.day == 1


def test_every_day_of_a_month_has_the_same_table() -> None:
    assert limit_for(LimitCategory.A03, 0, date(2026, 7, 31)).table_from == date(2025, 10, 1)
    assert limit_for(LimitCategory.A03, 0, date(2026, 8, 1)).table_from == date(2026, 8, 1)
    assert limit_for(LimitCategory.A03, 0, date(2027, 7, 31)).table_from == date(2026, 8, 1)


def test_a_negative_cost_is_a_bug() -> None:
    with pytest.raises(ValueError, match="negative"):
        limit_for(LimitCategory.A03, -1, FROM_2026_08)


def test_every_category_has_a_name() -> None:
    assert LimitCategory.A03.ja == "ウ"
    assert len({category.ja for category in LimitCategory}) == len(LimitCategory)


@given(categories, months, costs, st.integers(min_value=0, max_value=10_000_000))
def test_more_cost_never_lowers_a_limit(
    category: LimitCategory, month: date, cost_yen: int, more_yen: int
) -> None:
    less, more = (
        limit_for(category, cost_yen, month),
        limit_for(category, cost_yen + more_yen, month),
    )
    assert less.month_yen <= more.month_yen
    assert (less.outpatient_month_yen or 0) <= (more.outpatient_month_yen or 0)


@given(categories, months, costs)
def test_the_fourth_month_never_costs_more(
    category: LimitCategory, month: date, cost_yen: int
) -> None:
    usual = limit_for(category, cost_yen, month)
    assert limit_for(category, cost_yen, month, many_times=True).month_yen <= usual.month_yen


@given(categories, months, costs)
def test_outpatient_care_alone_never_costs_more_than_all(
    category: LimitCategory, month: date, cost_yen: int
) -> None:
    limit = limit_for(category, cost_yen, month)
    assert (limit.outpatient_month_yen or 0) <= limit.month_yen


@given(months, costs)
def test_more_income_never_lowers_the_limit(month: date, cost_yen: int) -> None:
    for falling in (
        ("A01", "A02", "A03", "A04", "A05"),
        ("B01", "B02", "B03", "B04", "B05", "B06"),
    ):
        limits = [month_yen(category, cost_yen, month) for category in falling]
        assert limits == sorted(limits, reverse=True)


@given(st.sampled_from([("A01", "B01"), ("A02", "B02"), ("A03", "B03")]), months, costs)
def test_working_income_of_70_and_over_pays_like_the_younger(
    pair: tuple[str, str], month: date, cost_yen: int
) -> None:
    assert month_yen(pair[0], cost_yen, month) == month_yen(pair[1], cost_yen, month)


@pytest.mark.parametrize("table", all_tables(), ids=lambda table: f"{table.first_day:%Y-%m}")
def test_thresholds_are_where_three_tenths_reach_the_base(table: Table) -> None:
    """How the law sets them: a figure typed wrongly breaks this."""
    for figures in table.figures.values():
        if figures.threshold_yen is not None:
            assert figures.threshold_yen * 3 == figures.base_yen * 10
