"""Texts that are cut on purpose are found, with the side; whole ones are not."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QUrl
from PySide6.QtGui import QFont
from PySide6.QtQuick import QQuickItem, QQuickView
from pytestqt.qtbot import QtBot

from kiosk.ui.event_loop import dispose
from kiosk.ui.window import use_kiosk_fonts
from tests.ui.scene import named
from tests.visual.ink import LETTER, cut_texts, squeezed_tails
from tests.visual.with_room import lines_with_room

SCENE = """
import QtQuick

Rectangle {
    width: 400
    height: 200
    color: "white"

    Item {
        objectName: "frame"
        width: 400
        height: 200

        Text {
            objectName: "label"
            x: 20.3
            y: 40.6
            width: 360
            color: "#0017c1"
            font.family: "Noto Sans CJK JP"
            font.pixelSize: 29
            lineHeight: 1.2
            wrapMode: Text.WordWrap
            text: "Hypatia, jogging"
        }
    }
    Rectangle {
        objectName: "cover"
        width: 1
        height: 1
        color: "white"
    }
}
"""
FAMILIES = ["BIZ UDPGothic", "Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans CJK KR"]
WORDS = ["Hypatia, jogging", "Ấy, Ệ gọi", "日本語（にほんご）", "한국어\n语言"]
SIDES = {  # What a frame loses at that side, in pixels: left, top, right, bottom.
    "top": (0, 1, 0, 0),
    "bottom": (0, 0, 0, -1),
    "left": (1, 0, 0, 0),
    "right": (0, 0, -1, 0),
}


class Bench:
    """One text in a frame that can clip it, and a rectangle that can lie over it."""

    def __init__(self, view: QQuickView) -> None:
        self.view = view
        self.frame, self.label, self.cover = (
            named(view, name) for name in ("frame", "label", "cover")
        )

    def ink(self) -> QRect:
        """What the letters fill, in pixels of the window."""
        filled = QRect()
        for line in lines_with_room(self.view, self.label):
            rows, columns = (each.tolist() for each in np.nonzero(line.cover >= LETTER))
            first, last = QPoint(min(columns), min(rows)), QPoint(max(columns), max(rows))
            filled = filled.united(QRect(first, last).translated(line.place.topLeft()))
        return filled

    def clip(self, place: QRect) -> None:
        """Let nothing be seen outside `place`; the text itself stays where it is."""
        self.label.setPosition(self.label.position() - place.topLeft())
        _put(self.frame, place)
        self.frame.setClip(True)

    def lay_over(self, place: QRect, colour: str = "white") -> None:
        _put(self.cover, place)
        self.cover.setProperty("color", colour)

    def found(self) -> list[str]:
        return list(cut_texts(self.view, self.view.grabWindow()))


def _font(bench: Bench, family: str, px: int) -> QFont:
    font = QFont(bench.label.property("font"))
    font.setFamily(family)
    font.setPixelSize(px)
    return font


def _put(item: QQuickItem, place: QRect) -> None:
    item.setPosition(place.topLeft())
    item.setSize(place.size())


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    use_kiosk_fonts()
    (tmp_path / "Bench.qml").write_text(SCENE, "utf-8")
    view = QQuickView()
    view.setSource(QUrl.fromLocalFile(str(tmp_path / "Bench.qml")))
    view.show()
    view.grabWindow()
    yield Bench(view)
    dispose(view)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("px", [14, 29, 58])
def test_a_whole_text_is_left_in_peace(bench: Bench, family: str, words: str, px: int) -> None:
    bench.label.setProperty("font", _font(bench, family, px))
    bench.label.setProperty("text", words)
    for quarter in range(4):
        bench.label.setX(20.3 + quarter / 4)
        bench.label.setY(40.6 + quarter / 4)
        assert bench.found() == []
    bench.clip(bench.ink())
    assert bench.found() == []


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("words", WORDS)
def test_a_clip_of_one_pixel_is_found(bench: Bench, words: str, side: str) -> None:
    bench.label.setProperty("text", words)
    bench.view.grabWindow()
    bench.clip(bench.ink().adjusted(*SIDES[side]))
    assert any(f"at its {side}" in line for line in bench.found())


def test_a_covered_text_is_found(bench: Bench) -> None:
    ink = bench.ink()
    bench.lay_over(ink.adjusted(100, 0, 0, 0))
    assert bench.found() == ["'Hypatia, jogging' (label) is cut at its right in line 1"]
    bench.lay_over(QRect(ink.center(), ink.center()).adjusted(-20, -3, 20, 3))
    assert "inside" in bench.found()[0]
    bench.lay_over(ink)
    assert "as a whole" in bench.found()[0]


def test_letters_on_a_line_of_their_own_colour_are_found(bench: Bench) -> None:
    """As the button of languages had it: its tails ran into its own edge."""
    bench.cover.stackBefore(bench.frame)
    bench.lay_over(QRect(0, bench.ink().bottom() - 1, 400, 3), "#0017c1")
    assert "at its bottom" in bench.found()[0]


def test_a_text_that_leaves_the_window_is_found(bench: Bench) -> None:
    bench.label.setX(bench.label.x() - bench.ink().left() - 2)
    assert "at its left" in bench.found()[0]
    bench.label.setX(500)
    assert "as a whole" in bench.found()[0]


def test_a_typeface_without_room_for_tails_is_found(bench: Bench) -> None:
    assert list(squeezed_tails(bench.view)) == []
    bench.label.setProperty("font", _font(bench, "BIZ UDPGothic", 29))
    assert "has tails of" in next(squeezed_tails(bench.view))
    bench.label.setProperty("text", "日本語 A")
    assert list(squeezed_tails(bench.view)) == []
