"""What is really drawn of each text: its ink in the picture beside its ink with room around.

The scene knows where a text should be, not what became of it: a clip, something that lies over it
or a fault of a renderer takes ink away without a word.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtQuick import QQuickItem, QQuickWindow

from tests.ui.scene import Drawn, Scene
from tests.visual.with_room import Ink, draws_with_painter, lines_with_room

Pixels = NDArray[np.uint8]  # Height × width × blue, green, red, unused
Mask = NDArray[np.bool_]

LETTER = 160  # A pixel that a letter covers to this part of 255 belongs to it,
SEEN = 0.2  # and is seen where it differs by this part from the ground without letters.
LEAST_APART = 48  # Of 255: a ground nearer to the letters' colour than this hides them.
LEAST_LOST_PX = 2
LEAST_LEFT = 0.1  # Less than this is no more than the edges of a cover.

LETTERS_WITH_TAILS = frozenset("gjpqy")
LEAST_TAIL = 0.3  # Of the height of an x. Typefaces for reading have 0.35 and more.


def pixels_of(window: QQuickWindow) -> Pixels:
    """The window as it is now."""
    rgb = window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(rgb.constBits(), np.uint8)
    return pixels.reshape(rgb.height(), rgb.width(), 4).copy()


def cut_texts(scene: Scene, picture: Pixels) -> Iterator[str]:
    """Texts of which `picture`, the window as it is now, does not show all."""
    window = scene.window
    with _hidden([text.item for text in scene.texts]):
        without = pixels_of(window)
    for text in scene.texts:
        colour = text.item.property("color")
        for number, ink in enumerate(lines_with_room(window, text.item), 1):
            seen = _seen(picture, without, ink, colour)
            where = _cut(ink.cover >= LETTER, seen, exact=draws_with_painter(window))
            if where:
                yield f"{described(text)} is cut {where} in line {number}"


def squeezed_tails(scene: Scene) -> Iterator[str]:
    """Texts in a typeface that has no room below the line: their g and p look cut off."""
    for text in scene.texts:
        if LETTERS_WITH_TAILS & set(text.name):
            tail_px, x_px = tail_and_x_px(text.item.property("font"))
            if tail_px < LEAST_TAIL * x_px:
                yield f"{described(text)} has tails of {tail_px} px to an x of {x_px} px"


def described(text: Drawn) -> str:
    """Its words, and where it belongs."""
    above: QQuickItem | None = text.item
    while above is not None and not above.objectName():
        above = above.parentItem()
    return repr(text.name) + (f" ({above.objectName()})" if above is not None else "")


@cache
def tail_and_x_px(font: QFont) -> tuple[int, int]:
    """How far a p reaches below the line, and an x above it, in drawn pixels."""
    baseline_px = 2 * font.pixelSize()
    rows = {}
    for letter in "px":
        image = QImage(2 * baseline_px, 2 * baseline_px, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        painter.setFont(font)
        painter.setPen(QColor("white"))
        painter.drawText(baseline_px // 2, baseline_px, letter)
        painter.end()
        cover = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
        rows[letter] = np.flatnonzero((cover >= LETTER).any(axis=1))
    return int(rows["p"][-1]) + 1 - baseline_px, baseline_px - int(rows["x"][0])


@contextmanager
def _hidden(items: Sequence[QQuickItem]) -> Iterator[None]:
    before = [item.opacity() for item in items]
    for item in items:
        item.setOpacity(0)
    yield
    for item, opacity in zip(items, before, strict=True):
        item.setOpacity(opacity)


def _seen(with_text: Pixels, without: Pixels, ink: Ink, colour: QColor) -> Mask:
    """Where in the place of `ink` the picture differs as much as letters make it differ."""
    height, width = without.shape[:2]
    inside = ink.place.intersected(QRect(0, 0, width, height))
    seen = np.zeros(ink.cover.shape, np.bool_)
    if inside.isEmpty():
        return seen
    there = np.s_[inside.top() : inside.bottom() + 1, inside.left() : inside.right() + 1]
    ground = without[there]
    bgr = (colour.blue(), colour.green(), colour.red())
    # In one channel, the one that tells most: three would take three times as long.
    middle = ground[ground.shape[0] // 2, ground.shape[1] // 2]
    channel = max(range(3), key=lambda each: abs(bgr[each] - int(middle[each])))
    before = ground[..., channel].astype(np.int16)
    after = with_text[there][..., channel]
    apart = np.abs(before - bgr[channel])
    down, right = inside.top() - ink.place.top(), inside.left() - ink.place.left()
    differs = (apart >= LEAST_APART) & (np.abs(before - after) >= SEEN * apart)
    seen[down : down + inside.height(), right : right + inside.width()] = differs
    return seen


def _cut(letters: Mask, seen: Mask, *, exact: bool) -> str:
    """Where `letters` are not seen; empty where they are whole.

    A renderer that does not draw as QPainter does has its own idea of each edge: there the pixel
    beside counts as well.
    """
    if not (letters & ~seen).any():
        return ""
    if np.count_nonzero(letters & seen) < LEAST_LEFT * np.count_nonzero(letters):
        return "off as a whole"
    # Half a pixel may have been rounded to the other side: the line may lie a pixel beside.
    moved = [_moved(seen, *move) for move in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))]
    seen = max(moved, key=lambda each: np.count_nonzero(letters & each))
    near = np.logical_or.reduce([_moved(seen, *move) for move in product((-1, 0, 1), repeat=2)])
    left = letters & (seen if exact else near)
    if np.count_nonzero(letters & ~left) < LEAST_LOST_PX:
        return ""
    sides = _ending_early(letters, left)
    if sides:
        return "at its " + " and ".join(sides)
    return "inside" if np.count_nonzero(letters & ~near) >= LEAST_LOST_PX else ""


def _ending_early(letters: Mask, left: Mask) -> list[str]:
    """The sides at which what is left of the letters ends before they do."""
    sides = []
    for axis, first, last in ((1, "top", "bottom"), (0, "left", "right")):
        wanted, there = (np.flatnonzero(mask.any(axis=axis)) for mask in (letters, left))
        sides += [first] * bool(there[0] > wanted[0]) + [last] * bool(there[-1] < wanted[-1])
    return sides


def _moved(mask: Mask, down: int, right: int) -> Mask:
    return np.roll(mask, (down, right), axis=(0, 1))
