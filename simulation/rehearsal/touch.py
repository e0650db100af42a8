"""A finger on the screen, for rehearsals and tests: finds a control by name and touches it."""

from collections.abc import Callable, Iterator
from functools import cache

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from common.errors import Fault


class CannotTap(Fault):
    """A control is absent, hidden, off the screen or covered by another one."""


def tap(window: QQuickWindow, object_name: str) -> None:
    """Press and release at the middle of a visible control; raises `CannotTap`."""
    at = _middle_of(window, object_name)
    QTest.touchEvent(window, _finger()).press(0, at, window).commit()
    QTest.touchEvent(window, _finger()).release(0, at, window).commit()


def place_on_screen(window: QQuickWindow, object_name: str) -> tuple[int, int]:
    """Where a finger would touch a visible control, in the screen's pixels; raises `CannotTap`."""
    at = window.mapToGlobal(_middle_of(window, object_name)) * window.devicePixelRatio()
    return at.x(), at.y()


class NextTap(QObject):
    """Calls `then`, once, when a tap that comes through the window system has come whole.

    Whatever is posted to the GUI thread after that runs when the scene has answered the tap.
    """

    def __init__(self, window: QQuickWindow, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name.
        if event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd):
            window.removeEventFilter(self)
            self.deleteLater()
            self._then()
        return False


def visible_items(window: QQuickWindow) -> list[QQuickItem]:
    """All that can be seen now."""
    return list(_seen_below(window.contentItem()))


@cache
def _finger() -> QPointingDevice:
    return QTest.createTouchDevice()


def _middle_of(window: QQuickWindow, object_name: str) -> QPoint:
    named = [item for item in _items(window.contentItem()) if item.objectName() == object_name]
    if not named:
        there = sorted({item.objectName() for item in visible_items(window)} - {""})
        raise CannotTap(f"no control {object_name!r} on this screen; there are: {there}")
    seen = [item for item in visible_items(window) if item.objectName() == object_name]
    if not seen:
        raise CannotTap(f"the control {object_name!r} is hidden or disabled")
    item = seen[0]
    middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
    if not QRectF(0, 0, window.width(), window.height()).contains(middle):
        raise CannotTap(f"the control {object_name!r} lies outside the window")
    hit = _topmost_touchable(window.contentItem(), middle)
    if hit is not item:
        over = "nothing that can be touched" if hit is None else repr(_described(hit))
        raise CannotTap(f"the control {object_name!r} is covered: {over} is at its middle")
    return middle.toPoint()


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        yield child
        yield from _items(child)


def _seen_below(item: QQuickItem) -> Iterator[QQuickItem]:
    # What is hidden hides all below it: no need to look there.
    for child in item.childItems():
        if child.opacity() > 0 and child.isVisible() and child.isEnabled():
            if child.width() > 0 and child.height() > 0:
                yield child
            yield from _seen_below(child)


def _topmost_touchable(item: QQuickItem, at: QPointF) -> QQuickItem | None:
    """The item that Qt Quick would give a touch at `at`: the last drawn one that accepts it."""
    if not item.isVisible() or not item.isEnabled():
        return None
    inside = item.contains(item.mapFromScene(at))
    if item.clip() and not inside:
        return None
    # Stable sort: of equal z, the later child is drawn above.
    for child in reversed(sorted(item.childItems(), key=QQuickItem.z)):
        hit = _topmost_touchable(child, at)
        if hit is not None:
            return hit
    return item if inside and _accepts_touch(item) else None


def _accepts_touch(item: QQuickItem) -> bool:
    # A text says that it takes presses, for links; without a link it hands them down.
    return not item.inherits("QQuickText") and (
        item.acceptTouchEvents() or item.acceptedMouseButtons() != Qt.MouseButton.NoButton
    )


def _described(item: QQuickItem) -> str:
    return item.objectName() or item.metaObject().className()
