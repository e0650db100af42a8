"""What providing 限度額情報 means for the person, in one sentence."""

from datetime import date

from limit_info.errors import TableMissing
from limit_info.port import Category
from limit_info.tables import Figures, table_for

_FALLBACK_LANGUAGE = "ja"

_WITHOUT_AMOUNT = {
    "ja": "提供すると、この窓口でのお支払いは、1か月の上限額までになります。",
    "en": "If you share it, you pay no more than your monthly limit here.",
}
_FLAT = {
    "ja": "提供すると、この窓口でのお支払いは、1か月に{base:,}円までになります。",
    "en": "If you share it, you pay no more than {base:,} yen a month here.",
}
_WITH_PERCENTAGE = {
    "ja": (
        "提供すると、この窓口でのお支払いは、1か月に{base:,}円と、"
        "医療費が{threshold:,}円を超えた分の1%までになります。"
    ),
    "en": (
        "If you share it, you pay no more than {base:,} yen a month here, plus 1% of the medical "
        "cost above {threshold:,} yen."
    ),
}
_WITH_OUTPATIENT = {
    "ja": (
        "提供すると、この窓口でのお支払いは、1か月に通院は{outpatient:,}円、"
        "入院は{base:,}円までになります。"
    ),
    "en": (
        "If you share it, you pay no more than {outpatient:,} yen a month here for outpatient "
        "care, and {base:,} yen in hospital."
    ),
}


def meaning(language: str, category: Category, month: date, *, show_amounts: bool) -> str:
    """Return the sentence in `language` (BCP 47), else in Japanese.

    Amounts tell the income to whoever reads the screen: they appear only where the facility
    chose so. Where the month's amounts are not known, the sentence names none.
    """
    spoken = language.partition("-")[0].lower()
    if spoken not in _WITHOUT_AMOUNT:
        spoken = _FALLBACK_LANGUAGE
    if not show_amounts:
        return _WITHOUT_AMOUNT[spoken]
    try:
        figures = table_for(month).figures[category]
    except TableMissing:
        return _WITHOUT_AMOUNT[spoken]
    return _sentence(figures)[spoken].format(
        base=figures.base_yen, threshold=figures.threshold_yen, outpatient=figures.outpatient_yen
    )


def _sentence(figures: Figures) -> dict[str, str]:
    if figures.threshold_yen is not None:
        return _WITH_PERCENTAGE
    if figures.outpatient_yen is not None:
        return _WITH_OUTPATIENT
    return _FLAT
