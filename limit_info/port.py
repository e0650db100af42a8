"""What 限度額情報 says: the monthly limit of self-payment."""

from dataclasses import dataclass
from datetime import date

from common.codes import LimitCategory


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
