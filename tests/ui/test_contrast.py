"""Every pair of text and ground of the theme is readable at 7:1 (WCAG 2.2, 1.4.6)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlEngine

from kiosk.screen.window import QML_DIR

PAIRS = [
    ("text", "page"),
    ("text", "quiet"),
    ("text", "warnTint"),
    ("softText", "page"),
    ("softText", "quiet"),
    ("primary", "page"),
    ("primary", "tint"),
    ("primary", "tintPressed"),
    ("textOnPrimary", "primary"),
    ("textOnPrimary", "primaryPressed"),
    ("good", "goodTint"),
]


@pytest.fixture(scope="module")
def theme(qapp: object) -> Iterator[QObject]:
    engine = QQmlEngine()
    engine.addImportPath(str(QML_DIR))
    singleton = engine.singletonInstance("Uketsuke.Style", "Theme")
    assert isinstance(singleton, QObject)
    yield singleton
    del engine  # It owns the theme, and lived until here.


def luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out(theme: QObject, text: str, ground: str) -> None:
    light, dark = sorted(
        (luminance(theme.property(text)), luminance(theme.property(ground))), reverse=True
    )
    assert (light + 0.05) / (dark + 0.05) >= 7
