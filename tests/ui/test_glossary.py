"""One word for each thing in each language, on the screens and in the consents."""

import re
import sys
from functools import cache
from typing import Any

import pytest

from consent.port import Item
from consent.texts import TomlConsentTexts
from kiosk.screen.translations import LANGUAGES
from kiosk.screen.voice import FURIGANA
from tests.architecture.source_tree import ROOT
from tests.ui.test_wording import translated

FOREIGN = [language for language in LANGUAGES if language != "ja"]


@pytest.fixture(scope="module")
def terms() -> Any:
    """From a script of `tools/`, which is no package."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return __import__("glossary").terms()
    finally:
        sys.path.remove(str(ROOT / "tools"))


@cache
def texts(language: str) -> dict[str, str]:
    """Every text that a patient reads, by id, on one line and without furigana."""
    found = translated(f"uketsuke_{language}")
    for item in Item:
        text = TomlConsentTexts().text(item, language)
        found[f"consent.{item.value}"] = f"{text.title} {text.body} {text.agree} {text.decline}"
    between = "" if language.startswith(("zh", "ja")) and language != "ja-x-easy" else " "
    return {
        text_id: re.sub(r"\s+", between, FURIGANA.sub("", text)) for text_id, text in found.items()
    }


@pytest.mark.parametrize("language", FOREIGN)
def test_a_thing_has_its_word(terms: Any, language: str) -> None:
    japanese, own = texts("ja"), texts(language)
    missing = [
        f"{term.japanese} in {text_id}: {own[text_id]}"
        for term in terms
        for text_id, text in japanese.items()
        if term.japanese in text
        and text_id not in term.without
        and not any(form.casefold() in own[text_id].casefold() for form in term.forms(language))
    ]
    assert missing == []


@pytest.mark.parametrize("language", FOREIGN)
def test_and_no_word_that_was_found_wrong(terms: Any, language: str) -> None:
    wrong = [
        f"{term.never[language]} in {text_id}"
        for term in terms
        if language in term.never
        for text_id, text in texts(language).items()
        if term.never[language].casefold() in text.casefold()
    ]
    assert wrong == []


@pytest.mark.parametrize("language", FOREIGN)
def test_each_term_occurs(terms: Any, language: str) -> None:
    """What no text says any more does not stay in the glossary."""
    for term in terms:
        assert any(term.japanese in text for text in texts("ja").values()), term.japanese
        assert term.words[language]
