"""Whether the screens can be read: without a font for it, Japanese is drawn as boxes."""

from collections import defaultdict

from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

from consent.port import ConsentTexts
from kiosk.errors import SetupFault
from kiosk.screen.translations import LANGUAGES, Languages
from kiosk.screen.vocabulary import vocabulary


def check_fonts() -> None:
    """Nobody may consent to boxes. Raises `SetupFault`; there is an application already."""
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Japanese):
        raise SetupFault(
            "No font with Japanese characters is installed, so that the screens could not be "
            "read. Install the fonts: apt-get install fonts-morisawa-bizud-gothic fonts-noto-cjk."
        )


def missing_glyphs(texts: ConsentTexts) -> dict[str, str]:
    """By language: the characters that would be boxes. There is an application already."""
    characters: dict[str, set[str]] = defaultdict(set)
    for phrase in vocabulary(Languages(), texts, LANGUAGES):
        characters[phrase.language] |= set(phrase.words)
    missing = {code: _without_glyph(each) for code, each in characters.items()}
    return {code: text for code, text in missing.items() if text}


def _without_glyph(characters: set[str]) -> str:
    return "".join(sorted(c for c in characters if not c.isspace() and not _is_drawn(c)))


def _is_drawn(character: str) -> bool:
    """Glyph 0 of any font is the box."""
    layout = QTextLayout(character, QFont("BIZ UDPGothic"))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(index for run in layout.glyphRuns() for index in run.glyphIndexes())
