"""The monthly limit of self-payment (高額療養費算定基準額), exact in yen.

Not modelled, because the qualification answer does not tell it: the half limits of the month of
a 75th birthday, sums over a household, additional benefits of health insurance societies. A long
stay in hospital (長期入院該当) lowers the price of meals, not this limit. What the person really
pays is the lower of this limit and the usual share of the cost.
"""

from dataclasses import dataclass
from datetime import date

from common.codes import LimitCategory, SpecificDisease
from limit_info.tables import Figures, Relief, table_for

# 特定疾病療養受療証: monthly, per institution, inpatient and outpatient care apart. The figures
# are those of several municipalities' notices (鈴鹿市, 四街道市, 五霞町); no change announced for
# 2026-08 was found.
_SPECIFIC_DISEASE_YEN = 10_000
_DIALYSIS_UPPER_INCOME_YEN = 20_000
_UPPER_INCOME = (LimitCategory.A01, LimitCategory.A02)


@dataclass(frozen=True)
class Limit:
    """What a person pays at most for insured care; None where no such limit exists.

    The yearly limits (August to July) are settled by the insurer afterwards and change nothing
    at the counter.
    """

    category: LimitCategory
    month_yen: int  # of the household, inpatient and outpatient care together
    outpatient_month_yen: int | None  # of one person of 70 and over, outpatient care alone
    year_yen: int | None
    outpatient_year_yen: int | None
    table_from: date  # first month of the table used


def limit_for(
    category: LimitCategory, total_cost_yen: int, month: date, *, many_times: bool = False
) -> Limit:
    """Return the limit for insured care of `total_cost_yen` (the whole cost, 10割) in that month.

    Any day of the month may be given. `many_times`: 多数回該当, the fourth month or later within
    twelve; without effect where the category has no such limit. Fractions of a yen are rounded,
    50 sen up (健康保険法施行令 42条1項1号). Raises `TableMissing`.
    """
    if total_cost_yen < 0:
        raise ValueError(f"A cost cannot be negative: {total_cost_yen} yen.")
    table = table_for(month)
    figures = table.figures_of(category)
    return Limit(
        category=category,
        month_yen=_month_yen(figures, total_cost_yen, many_times),
        outpatient_month_yen=_outpatient_yen(figures, total_cost_yen),
        year_yen=figures.year_yen,
        outpatient_year_yen=figures.outpatient_year_yen,
        table_from=table.first_day,
    )


def specific_disease_limit_yen(disease: SpecificDisease, category: LimitCategory) -> int:
    """Return the monthly limit for the care of a 特定疾病 at one institution."""
    if disease is SpecificDisease.DIALYSIS and category in _UPPER_INCOME:
        return _DIALYSIS_UPPER_INCOME_YEN
    return _SPECIFIC_DISEASE_YEN


def _month_yen(figures: Figures, total_cost_yen: int, many_times: bool) -> int:
    if many_times and figures.many_times_yen is not None:
        return figures.many_times_yen
    if figures.threshold_yen is None:
        return figures.base_yen
    return figures.base_yen + _share(total_cost_yen - figures.threshold_yen, percent=1)


def _outpatient_yen(figures: Figures, total_cost_yen: int) -> int | None:
    usual, relief = figures.outpatient_yen, figures.outpatient_relief
    if usual is None or relief is None:
        return usual
    return min(usual, _relieved_yen(relief, total_cost_yen))


def _relieved_yen(relief: Relief, total_cost_yen: int) -> int:
    return relief.base_yen + _share(total_cost_yen - relief.threshold_yen, percent=10)


def _share(excess_yen: int, *, percent: int) -> int:
    """Return that percentage of the excess, rounded half up; nothing below the threshold."""
    return (max(excess_yen, 0) * percent + 50) // 100
