"""The words of 限度額情報: income categories and the monthly limit of self-payment."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Category(Enum):
    """適用区分 as the qualification answer gives it (OQSCD012; A: under 70, B: 70 and over)."""

    A01 = "A01"
    A02 = "A02"
    A03 = "A03"
    A04 = "A04"
    A05 = "A05"
    A06 = "A06"
    B01 = "B01"
    B02 = "B02"
    B03 = "B03"
    B04 = "B04"
    B05 = "B05"
    B06 = "B06"
    B07 = "B07"
    B08 = "B08"
    B09 = "B09"
    B10 = "B10"

    @property
    def label(self) -> str:
        """The name that staff know it by."""
        return _LABELS[self.value]


_LABELS = {
    "A01": "ア",
    "A02": "イ",
    "A03": "ウ",
    "A04": "エ",
    "A05": "オ",
    "A06": "オ（境）",
    "B01": "現役並みⅢ",
    "B02": "現役並みⅡ",
    "B03": "現役並みⅠ",
    "B04": "一般",
    "B05": "低所得Ⅱ",
    "B06": "低所得Ⅰ",
    "B07": "低所得Ⅰ（老福）",
    "B08": "低所得Ⅰ（境）",
    "B09": "一般Ⅱ",
    "B10": "一般Ⅰ",
}


class SpecificDisease(Enum):
    """特定疾病 (OQSCD013)."""

    DIALYSIS = "1"  # 人工透析を実施している慢性腎不全
    HAEMOPHILIA = "2"  # 血友病等
    HIV = "3"  # 抗ウイルス剤を投与している後天性免疫不全症候群


@dataclass(frozen=True)
class Limit:
    """What a person pays at most for insured care; None where no such limit exists.

    The yearly limits (August to July) are settled by the insurer afterwards and change nothing
    at the counter.
    """

    category: Category
    month_yen: int  # of the household, inpatient and outpatient care together
    outpatient_month_yen: int | None  # of one person of 70 and over, outpatient care alone
    year_yen: int | None
    outpatient_year_yen: int | None
    table_from: date  # first month of the table used
