"""Every letter of every language is in the typeface that set-up installs, in both weights."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QGuiApplication, QTextLayout

from consent.port import Item
from consent.texts import TomlConsentTexts
from kiosk.screen.translations import I18N_DIR, LANGUAGES
from kiosk.screen.window import QML_DIR

THEME = (QML_DIR / "Uketsuke" / "Style" / "Theme.qml").read_text("utf-8")
DEBIAN_PACKAGES = Path("tools/debian-packages.txt").read_text("utf-8")
PACKAGE_OF = {"BIZ UDPGothic": "fonts-morisawa-bizud-gothic", "Noto Sans CJK": "fonts-noto-cjk"}
READING = re.compile(r"（[ぁ-ゖー]+）")


def family_of(language: str) -> str:
    """As the scene's theme chooses it."""
    named = re.findall(r'((?:case "[^"]+":\s+)+)return "([^"]+)"', THEME)
    latin = re.search(r'latinFamily: "([^"]+)"', THEME)
    assert latin
    return next((family for cases, family in named if f'"{language}"' in cases), latin[1])


def texts_of(language: str) -> list[str]:
    tree = ET.parse(I18N_DIR / f"uketsuke_{language}.ts")
    found = ["".join(each.itertext()) for each in tree.iter("translation")]
    for item in Item:
        text = TomlConsentTexts().text(item, language)
        found += [text.title, text.body, text.agree, text.decline]
    return [READING.sub("", text).strip() for text in found]


def typefaces(text: str, font: QFont) -> set[str]:
    layout = QTextLayout(text.replace("\n", " "), font)
    layout.beginLayout()
    layout.createLine().setLineWidth(100_000)
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_comes_from_another_typeface(qapp: QGuiApplication, language: str) -> None:
    family = family_of(language)
    strangers = {}
    for is_bold in (False, True):
        font = QFont(family)
        font.setPixelSize(40)
        font.setBold(is_bold)
        for text in texts_of(language):
            if text and typefaces(text, font) - {family}:
                strangers[text] = typefaces(text, font)
    # Names of languages are drawn in the typeface of their own.
    names = {text for text in strangers if text in _language_names()}
    assert set(strangers) - names == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_typeface_is_installed_by_set_up(language: str) -> None:
    family = family_of(language)
    package = next(name for start, name in PACKAGE_OF.items() if family.startswith(start))
    assert package in DEBIAN_PACKAGES


def test_a_letter_that_is_missing_is_noticed(qapp: QGuiApplication) -> None:
    assert typefaces("tiếp nhận ặ", QFont("BIZ UDPGothic")) != {"BIZ UDPGothic"}


def _language_names() -> set[str]:
    tree = ET.parse(I18N_DIR / "uketsuke_ja.ts")
    return {
        str(message.findtext("translation"))
        for message in tree.iter("message")
        if str(message.get("id")).startswith("language.")
    }
