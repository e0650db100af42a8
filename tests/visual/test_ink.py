"""Texts that are cut on purpose are found, with the side; whole ones are not."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from tests.ui.scene import scene_of
from tests.visual.ink import squeezed_tails
from tests.visual.one_text import SIDES, OneText, open_text

FAMILIES = ["BIZ UDPGothic", "Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans CJK KR"]
WORDS = ["Hypatia, jogging", "Ấy, Ệ gọi", "日本語（にほんご）", "한국어\n语言"]


@pytest.fixture
def text(qtbot: QtBot) -> Iterator[OneText]:
    with open_text() as text:
        yield text


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("px", [14, 29, 58])
def test_a_whole_text_is_left_in_peace(text: OneText, family: str, words: str, px: int) -> None:
    text.write(words, family, px)
    for quarter in range(4):
        text.label.setX(20.3 + quarter / 4)
        text.label.setY(40.6 + quarter / 4)
        assert text.found() == []
    text.clip(text.ink())
    assert text.found() == []


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("words", WORDS)
def test_a_clip_of_one_pixel_is_found(text: OneText, words: str, side: str) -> None:
    text.write(words)
    text.clip(text.ink().adjusted(*SIDES[side]))
    assert any(f"at its {side}" in line for line in text.found())


def test_a_covered_text_is_found(text: OneText) -> None:
    ink = text.ink()
    text.lay_over(ink.adjusted(100, 0, 0, 0))
    assert text.found() == ["'Hypatia, jogging' (label) is cut at its right in line 1"]
    text.lay_over(QRect(ink.center(), ink.center()).adjusted(-20, -3, 20, 3))
    assert "inside" in text.found()[0]
    text.lay_over(ink)
    assert "as a whole" in text.found()[0]


def test_letters_on_a_line_of_their_own_colour_are_found(text: OneText) -> None:
    """As the button of languages had it: its tails ran into its own edge."""
    text.cover.stackBefore(text.frame)
    text.lay_over(QRect(0, text.ink().bottom() - 1, 400, 3), "#0017c1")
    assert "at its bottom" in text.found()[0]


def test_a_text_that_leaves_the_window_is_found(text: OneText) -> None:
    text.label.setX(text.label.x() - text.ink().left() - 2)
    assert "at its left" in text.found()[0]
    text.label.setX(500)
    assert "as a whole" in text.found()[0]


def test_a_typeface_without_room_for_tails_is_found(text: OneText) -> None:
    assert list(squeezed_tails(scene_of(text.view))) == []
    text.write("Language", family="BIZ UDPGothic")
    assert "has tails of" in next(squeezed_tails(scene_of(text.view)))
    text.write("日本語 A", family="BIZ UDPGothic")
    assert list(squeezed_tails(scene_of(text.view))) == []
