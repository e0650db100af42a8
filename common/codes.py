"""Codes of the OQS format (業務コード OQSCDnnn) that more than one package reads."""

from enum import Enum


class Code(Enum):
    """One value of a code table: `value` is on the wire, `ja` and `en` say what it means."""

    ja: str
    en: str

    def __new__(cls, wire: str, ja: str = "", en: str = "") -> "Code":
        member = object.__new__(cls)
        member._value_ = wire
        member.ja = ja
        member.en = en
        return member


class LimitCategory(Code):
    """OQSCD012 限度額適用認定証適用区分"""

    A01 = "A01", "ア", "under 70, category a"
    A02 = "A02", "イ", "under 70, category i"
    A03 = "A03", "ウ", "under 70, category u"
    A04 = "A04", "エ", "under 70, category e"
    A05 = "A05", "オ", "under 70, category o"
    A06 = "A06", "オ（境）", "under 70, category o, borderline"
    B01 = "B01", "現役並みⅢ", "70 and over, working income III"
    B02 = "B02", "現役並みⅡ", "70 and over, working income II"
    B03 = "B03", "現役並みⅠ", "70 and over, working income I"
    B04 = "B04", "一般", "70 and over, general"
    B05 = "B05", "低所得Ⅱ", "70 and over, low income II"
    B06 = "B06", "低所得Ⅰ", "70 and over, low income I"
    B07 = "B07", "低所得Ⅰ（老福）", "70 and over, low income I, old-age welfare pension"
    B08 = "B08", "低所得Ⅰ（境）", "70 and over, low income I, borderline"
    B09 = "B09", "一般Ⅱ", "70 and over, general II"
    B10 = "B10", "一般Ⅰ", "70 and over, general I"


class SpecificDisease(Code):
    """OQSCD013 特定疾病療養受療証認定疾病区分"""

    DIALYSIS = "1", "人工透析を必要とする慢性腎不全", "kidney failure on dialysis"
    HAEMOPHILIA = "2", "血友病等", "haemophilia and the like"
    HIV = "3", "HIV感染症", "HIV infection from blood products"
