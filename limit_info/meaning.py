"""What providing 限度額情報 means for the person, in one sentence."""

from datetime import date

from common.codes import LimitCategory
from limit_info.errors import TableMissing
from limit_info.sentences import SENTENCES, Sentences
from limit_info.tables import Figures, table_for

_FALLBACK_LANGUAGE = "ja"


def meaning(language: str, category: LimitCategory, month: date, *, show_amounts: bool) -> str:
    """Return the sentence in `language` (BCP 47), else in Japanese.

    Amounts tell the income to whoever reads the screen: they appear only where the facility
    chose so. Where the month's amounts are not known, the sentence names none.
    """
    general = language.partition("-")[0].lower()
    sentences = SENTENCES.get(language) or SENTENCES.get(general) or SENTENCES[_FALLBACK_LANGUAGE]
    if not show_amounts:
        return sentences.without_amount
    try:
        figures = table_for(month).figures_of(category)
    except TableMissing:
        return sentences.without_amount
    yen = {
        "base": figures.base_yen,
        "threshold": figures.threshold_yen,
        "outpatient": figures.outpatient_yen,
    }
    written = {name: _grouped(amount, sentences.thousands) for name, amount in yen.items()}
    return _sentence(sentences, figures).format_map(written)


def _grouped(amount: int | None, thousands: str) -> str:
    return "" if amount is None else f"{amount:,}".replace(",", thousands)


def _sentence(sentences: Sentences, figures: Figures) -> str:
    if figures.threshold_yen is not None:
        return sentences.with_percentage
    if figures.outpatient_yen is not None:
        return sentences.with_outpatient
    return sentences.flat
