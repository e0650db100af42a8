"""A text of the scene drawn a second time: the same letters in the same place, with room around.

Drawn by QPainter and not by the scene, so that nothing can lie over it and nothing can clip it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QTextLayout, QTextOption, QTransform
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow, QSGRendererInterface

from tests.ui.scene import letters

ROOM_EMS = 1.0
FIXED_HEIGHT = 1  # Text.FixedHeight
# A text's own properties, and those that Python has no type for.
LAYOUT = """[
    fontInfo.pixelSize, wrapMode, effectiveHorizontalAlignment, lineHeight, lineHeightMode,
    leftPadding, rightPadding, lineCount
]"""


class NotDrawnAlike(Exception):
    """The scene lays a text out in a way that is not understood here."""


@dataclass(frozen=True)
class Ink:
    """How much of each pixel of the window the letters cover, 0 to 255."""

    place: QRect  # May leave the window
    cover: NDArray[np.uint8]


def lines_with_room(window: QQuickWindow, item: QQuickItem) -> Iterator[Ink]:
    """Each line for itself: each is rounded to whole pixels for itself.

    Raises `NotDrawnAlike` where the scene lays the text out in another way.
    """
    layout, at = _laid_out(window, item)
    # PySide's types have the two results of this in the wrong order.
    to_window = cast(QTransform, item.itemTransform(window.contentItem())[0])
    ratio = window.effectiveDevicePixelRatio()
    room_px = ROOM_EMS * layout.font().pixelSize()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        grown = line.naturalTextRect().adjusted(-room_px, -room_px, room_px, room_px)
        in_window = to_window.mapRect(grown.translated(at))
        place = QTransform.fromScale(ratio, ratio).mapRect(in_window).toAlignedRect()
        image = QImage(place.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.translate(-place.topLeft())
        painter.scale(ratio, ratio)
        painter.setTransform(to_window, combine=True)
        line.draw(painter, at)
        painter.end()
        pixels = np.frombuffer(image.constBits(), np.uint8)
        yield Ink(place, pixels.reshape(place.height(), place.width(), 4)[..., 3].copy())


def draws_with_painter(window: QQuickWindow) -> bool:
    """The software renderer does: letters have the same pixels there as here."""
    api = window.rendererInterface().graphicsApi()
    return bool(api == QSGRendererInterface.GraphicsApi.Software)


def _laid_out(window: QQuickWindow, item: QQuickItem) -> tuple[QTextLayout, QPointF]:
    """As Qt Quick does it for plain text, and where the text begins inside its item."""
    px, wrap, across, line_height, mode, left, right, lines = _values(item)
    font = QFont(item.property("font"))
    if not draws_with_painter(window):
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # As OpenGL draws it
    font.setPixelSize(int(px))  # Less than wished where the text has stepped back
    option = QTextOption(Qt.AlignmentFlag(int(across)))
    option.setWrapMode(QTextOption.WrapMode(int(wrap)))
    option.setUseDesignMetrics(True)
    layout = QTextLayout(str(item.property("text")).replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(item.width() - left - right)
        line.setPosition(QPointF(line.position().x(), y))
        y += line_height if mode == FIXED_HEIGHT else line.height() * line_height
    layout.endLayout()
    if layout.lineCount() != lines:
        raise NotDrawnAlike(f"{item.property('text')!r} has {lines} lines in the scene")
    return layout, QPointF(left, letters(item).top())


def _values(item: QQuickItem) -> list[float]:
    context = qmlContext(item)
    assert context is not None
    value, _ = QQmlExpression(context, item, LAYOUT).evaluate()
    return [float(each) for each in value.toVariant()]
