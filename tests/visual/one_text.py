"""One text that can be clipped, covered and moved; `python -m tests.visual.one_text` clips it.

That draws with the machine's own renderer and prints, with the renderer's name, what is found when
the text is whole and when each of its sides loses two pixels.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QRect, QUrl
from PySide6.QtGui import QFont
from PySide6.QtQuick import QQuickItem, QQuickView

from kiosk.screen.event_loop import EventLoop, dispose
from kiosk.screen.window import use_kiosk_fonts
from tests.ui.scene import named, scene_of
from tests.visual.ink import LETTER, cut_texts, pixels_of
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
            lineHeight: 1.2
            wrapMode: Text.WordWrap
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
SIDES = {  # What the text loses there, in pixels: left, top, right, bottom.
    "top": (0, 1, 0, 0),
    "bottom": (0, 0, 0, -1),
    "left": (1, 0, 0, 0),
    "right": (0, 0, -1, 0),
}


class OneText:
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

    def write(self, words: str, family: str = "Noto Sans CJK JP", px: int = 29) -> None:
        font = QFont(self.label.property("font"))
        font.setFamily(family)
        font.setPixelSize(px)
        self.label.setProperty("font", font)
        self.label.setProperty("text", words)
        self.view.grabWindow()

    def clip(self, place: QRect) -> None:
        """Let nothing be seen outside `place`; the text itself stays where it is."""
        self.label.setPosition(self.label.position() - place.topLeft())
        _put(self.frame, place)
        self.frame.setClip(True)

    def lay_over(self, place: QRect, colour: str = "white") -> None:
        _put(self.cover, place)
        self.cover.setProperty("color", colour)

    def found(self) -> list[str]:
        return list(cut_texts(scene_of(self.view), pixels_of(self.view)))


def _put(item: QQuickItem, place: QRect) -> None:
    item.setPosition(place.topLeft())
    item.setSize(place.size())


@contextmanager
def open_text() -> Iterator[OneText]:
    use_kiosk_fonts()
    view = QQuickView()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "OneText.qml"
        file.write_text(SCENE, "utf-8")
        view.setSource(QUrl.fromLocalFile(str(file)))
    view.show()
    text = OneText(view)
    text.write("Hypatia, jogging")
    yield text
    dispose(view)


def main() -> None:
    EventLoop(offscreen=False)
    with open_text() as text:
        print(text.view.rendererInterface().graphicsApi().name)
        print("whole:", text.found())
    for side, edges in SIDES.items():
        with open_text() as text:
            text.clip(text.ink().adjusted(*(2 * edge for edge in edges)))
            print(f"{side}:", text.found())
    sys.stdout.flush()


if __name__ == "__main__":
    main()
