"""The demo's one window: the kiosk at the left, the dock at the right.

One and not two: a compositor for one program, as kiosks have it, would lay the second over the
first, and Wayland lets no program place its windows.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QSize, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtQuick import QQuickWindow

FIT = 0.95
"""Of the display; the rest is for the window's own frame."""

GAP_PX = 12
DOCK_WIDTH_PX, DOCK_HEIGHT_PX = 900, 920
LEAST_DOCK = 0.45
"""Of the width: below it the dock's words do not fit, and the kiosk becomes smaller instead."""


class Desktop(QObject):
    """Gives both their places; `closed` is called when somebody closes the window."""

    def __init__(
        self,
        kiosk: QWindow,
        kiosk_size_px: tuple[int, int],
        dock: QWindow,
        closed: Callable[[], None],
    ) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._dock = dock
        self._kiosk_size_px = kiosk_size_px
        self._closed = closed
        self._window = QQuickWindow()  # One that draws: else Wayland shows nothing of it.
        self._window.setTitle("Uketsuke")
        for part in (kiosk, dock):
            part.hide()
            part.setParent(self._window)
        self._window.resize(self._first_size())
        self._arrange()
        self._window.widthChanged.connect(self._arrange)
        self._window.heightChanged.connect(self._arrange)
        self._window.show()
        kiosk.show()
        dock.show()
        self._window.visibleChanged.connect(self._on_visible)

    def close(self) -> None:
        """Let both go; who made them closes them."""
        self._window.visibleChanged.disconnect(self._on_visible)
        for part in (self._kiosk, self._dock):
            part.setParent(None)
        self._window.close()

    def _first_size(self) -> QSize:
        width_px, height_px = self._kiosk_size_px
        available = QGuiApplication.primaryScreen().availableSize() * FIT
        scale = _scale(self._kiosk_size_px, available)
        beside_px = available.width() - round(width_px * scale) - GAP_PX
        return QSize(
            round(width_px * scale) + GAP_PX + min(DOCK_WIDTH_PX, beside_px),
            max(round(height_px * scale), min(DOCK_HEIGHT_PX, available.height())),
        )

    @Slot()
    def _arrange(self) -> None:
        width_px, height_px = self._kiosk_size_px
        size = self._window.size()
        scale = _scale(self._kiosk_size_px, size)
        kiosk = QRect(0, 0, round(width_px * scale), round(height_px * scale))
        left_px = kiosk.width() + GAP_PX
        self._kiosk.setGeometry(kiosk)
        self._dock.setGeometry(left_px, 0, max(1, size.width() - left_px), size.height())

    @Slot(bool)
    def _on_visible(self, visible: bool) -> None:
        if not visible:
            self._closed()


def _scale(kiosk_size_px: tuple[int, int], size: QSize) -> float:
    """How large the kiosk can be beside the dock; never larger than it is."""
    width_px, height_px = kiosk_size_px
    beside_px = (size.width() - GAP_PX) * (1 - LEAST_DOCK)
    return min(1.0, size.height() / height_px, beside_px / width_px)
