"""The person reads one sentence; amounts only where the facility shows them."""

import re
from datetime import date
from itertools import product

import pytest

from common.codes import LimitCategory
from limit_info.meaning import meaning
from limit_info.sentences import SENTENCES

MONTH = date(2026, 8, 1)
LANGUAGES = list(SENTENCES)


EVERY = list(product(LimitCategory, LANGUAGES))


def test_without_the_facilitys_switch_nobody_can_tell_the_income() -> None:
    for category, language in EVERY:
        sentence = meaning(language, category, MONTH, show_amounts=False)
        assert sentence == meaning(language, LimitCategory.A01, MONTH, show_amounts=False)
        assert not re.search(r"\d{2,}", sentence)


def test_it_is_one_finished_sentence() -> None:
    for (category, language), show_amounts in product(EVERY, (False, True)):
        sentence = meaning(language, category, MONTH, show_amounts=show_amounts)
        ends = len(re.findall(r"。|\.(?!\d)", sentence))
        assert ends == 1, sentence
        assert sentence[-1] in "。."
        assert "None" not in sentence
        assert "{" not in sentence


@pytest.mark.parametrize(
    ("category", "amounts"),
    [
        ("A01", ["270,300", "901,000"]),
        ("A04", ["61,500"]),
        ("B03", ["85,800", "286,000"]),
        ("B05", ["11,000", "25,700"]),
        ("B09", ["22,000", "61,500"]),
    ],
)
def test_with_the_switch_it_names_the_amounts(category: str, amounts: list[str]) -> None:
    for language in LANGUAGES:
        sentence = meaning(language, LimitCategory(category), MONTH, show_amounts=True)
        # Where the comma is the decimal mark, 85,800 yen would be 85 yen and 80 sen.
        mark = "." if language in ("pt", "vi") else ","
        written = [amount.replace(",", mark) for amount in amounts]
        assert re.findall(r"\d+[.,]\d{3}", sentence) == written, language


def test_an_unknown_month_names_no_amount() -> None:
    later = date(2030, 1, 1)
    assert meaning("ja", LimitCategory.A04, later, show_amounts=True) == meaning(
        "ja", LimitCategory.A04, later, show_amounts=False
    )


def test_an_unknown_language_is_answered_in_japanese() -> None:
    assert meaning("fr", LimitCategory.A04, MONTH, show_amounts=False) == meaning(
        "ja", LimitCategory.A04, MONTH, show_amounts=False
    )
    assert meaning("en-GB", LimitCategory.A04, MONTH, show_amounts=False) == meaning(
        "en", LimitCategory.A04, MONTH, show_amounts=False
    )
