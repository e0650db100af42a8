"""What the scene really shows, measured from its items."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

from simulation.rehearsal.touch import visible_items

# Layouts round to whole pixels, and glyphs overhang a little.
TOLERANCE_PX = 2.0


@dataclass(frozen=True)
class Drawn:
    """A text or a control and where it lies on the glass."""

    name: str
    rect: QRectF
    item: QQuickItem


@dataclass(frozen=True)
class Scene:
    """What a window shows at one moment, looked up once for all that is asked of it."""

    window: QQuickWindow
    texts: list[Drawn]
    """Readings above kanji too, each with the rectangle that its letters fill."""

    controls: list[Drawn]
    """Everything that can be touched."""


def scene_of(window: QQuickWindow) -> Scene:
    items = visible_items(window)
    return Scene(window, _texts_in(items), _controls_in(items))


def texts(window: QQuickWindow) -> list[Drawn]:
    return _texts_in(visible_items(window))


def controls(window: QQuickWindow) -> list[Drawn]:
    return _controls_in(visible_items(window))


def is_reading(item: QQuickItem) -> bool:
    """It stands above the kanji of the text that it belongs to."""
    parent = item.parentItem()
    return parent is not None and parent.inherits("QQuickText")


def letters(item: QQuickItem) -> QRectF:
    """Where a text's letters are in its item: Qt Quick aligns them between its paddings."""
    share = {32: 0.0, 64: 1.0, 128: 0.5}[_number(item, "verticalAlignment")]  # Top, bottom, middle
    left, top, bottom = (
        float(item.property(f"{side}Padding")) for side in ("left", "top", "bottom")
    )
    # This one is aligned as if there were no paddings.
    return item.boundingRect().translated(left, top - share * (top + bottom))


def named(window: QQuickWindow, object_name: str) -> QQuickItem:
    """The visible item with this name."""
    return next(item for item in visible_items(window) if item.objectName() == object_name)


def text_of(window: QQuickWindow, object_name: str) -> str:
    """The words of the visible text with this name; empty when there is none."""
    for item in visible_items(window):
        if item.objectName() == object_name:
            # A title may be written with or without its line break.
            return str(item.property("title") or item.property("words") or item.property("text"))
    return ""


def faults(scene: Scene) -> Iterator[str]:
    """Texts that are cut off, off the glass or over one another; controls likewise."""
    glass = QRectF(0, 0, scene.window.width(), scene.window.height())
    shown, touchable = scene.texts, scene.controls
    above = {text.item: _above(text.item) for text in shown}
    for text in shown:
        if not _grown(glass).contains(text.rect):
            yield f"{text.name!r} leaves the glass"
        if text.rect.height() > text.item.height() + TOLERANCE_PX:
            yield f"{text.name!r} is higher than its place"
        if text.rect.width() > text.item.width() + TOLERANCE_PX:
            yield f"{text.name!r} is wider than its place"
        if _is_parted(text.item):
            yield f"{text.name!r} is broken within a word"
        for control in touchable:
            inside = control.item in above[text.item]
            if inside and not _grown(control.rect).contains(text.rect):
                yield f"{text.name!r} leaves the control {control.name}"
            if not inside and _overlap(control.rect, text.rect):
                yield f"{text.name!r} lies over the control {control.name}"
    for a, b in _pairs(shown):
        is_own = a.item in above[b.item] or b.item in above[a.item]
        if not is_own and _overlap(a.rect, b.rect):
            yield f"{a.name!r} lies over {b.name!r}"
    for a, b in _pairs(touchable):
        if _overlap(a.rect, b.rect):
            yield f"the control {a.name} lies over {b.name}"
    for control in touchable:
        if not _grown(glass).contains(control.rect):
            yield f"the control {control.name} leaves the glass"


def _texts_in(items: list[QQuickItem]) -> list[Drawn]:
    return [
        Drawn(words, item.mapRectToScene(letters(item)), item)
        for item in items
        if item.inherits("QQuickText") and (words := str(item.property("text") or ""))
    ]


def _controls_in(items: list[QQuickItem]) -> list[Drawn]:
    return [
        Drawn(item.objectName(), _rect(item), item)
        for item in items
        if item.inherits("QQuickAbstractButton")
    ]


def _is_parted(item: QQuickItem) -> bool:
    """A line is wider than the place of its text, so that Qt has broken it where it likes.

    Of texts whose lines the kiosk makes; the dock leaves that to Qt.
    """
    return (
        item.property("words") is not None
        and int(item.property("lineCount")) > str(item.property("text")).count("\n") + 1
    )


def _rect(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _number(item: QQuickItem, name: str) -> int:
    """An enum of Qt Quick's text, which Python has no type for."""
    context = qmlContext(item)
    assert context is not None
    value, _ = QQmlExpression(context, item, name).evaluate()
    return int(value)


def _grown(rect: QRectF) -> QRectF:
    return rect.adjusted(-TOLERANCE_PX, -TOLERANCE_PX, TOLERANCE_PX, TOLERANCE_PX)


def _overlap(a: QRectF, b: QRectF) -> bool:
    common = a.intersected(b)
    return common.width() > TOLERANCE_PX and common.height() > TOLERANCE_PX


def _above(item: QQuickItem) -> set[QQuickItem]:
    """All that it is a part of."""
    found = set()
    while (parent := item.parentItem()) is not None:
        found.add(parent)
        item = parent
    return found


def _pairs(drawn: list[Drawn]) -> Iterator[tuple[Drawn, Drawn]]:
    for i, a in enumerate(drawn):
        for b in drawn[i + 1 :]:
            yield a, b
