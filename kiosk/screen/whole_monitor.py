"""A window over the whole of one monitor, whatever a compositor or a window manager does, or fails
to do: with no window manager at all, after a resize, after a monitor was changed or plugged in."""

from collections.abc import Sequence

import structlog
from PySide6.QtCore import QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickView

_log = structlog.get_logger(__name__)

RESTORE_AFTER_MS = 200
"""Window systems do what is asked of them by and by; one that insists on something else is asked
no more often than that."""


class WholeMonitor(QObject):
    """Shows a view there, and again whenever it is there no more.

    The view's root is a `ScreenView`, which is told where in the window the picture belongs.
    """

    def __init__(self, view: QQuickView, wanted: str) -> None:
        """`wanted`: the monitor's name, or its number from the left, 1 for the leftmost; empty:
        the primary one, which also serves while the wanted one is not there."""
        super().__init__(view)
        self._view = view
        self._wanted = wanted
        self._used = ""
        self._is_x11 = QGuiApplication.platformName() == "xcb"
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(RESTORE_AFTER_MS)
        self._later.timeout.connect(self._cover)
        # No frame with buttons; and where there may be a window manager, none of its shortcuts.
        view.setFlags(
            Qt.WindowType.X11BypassWindowManagerHint
            if self._is_x11
            else Qt.WindowType.FramelessWindowHint
        )
        # For the whole application: a button has a cursor of its own, which would come out wherever
        # X11 lets a touch move the pointer.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
        self._move()

    def show(self) -> None:
        """Once the view has its scene."""
        view = self._view
        moves = (view.xChanged, view.yChanged, view.widthChanged, view.heightChanged)
        for change in (*moves, view.visibilityChanged, view.activeChanged, view.screenChanged):
            change.connect(self._cover_soon)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - A view needs one.
        application.screenAdded.connect(self._watch)
        application.screenRemoved.connect(self._cover_soon)
        application.primaryScreenChanged.connect(self._cover_soon)
        for monitor in application.screens():
            monitor.geometryChanged.connect(self._cover_soon)
        self._cover()

    @Slot(QScreen)
    def _watch(self, monitor: QScreen) -> None:
        monitor.geometryChanged.connect(self._cover_soon)
        self._cover_soon()

    @Slot()
    def _cover_soon(self) -> None:
        self._later.start()

    @Slot()
    def _cover(self) -> None:
        scene = self._view.rootObject()
        if scene is None:
            return  # It is being taken down.
        monitor = self._move()
        if self._view.visibility() is not QQuickView.Visibility.FullScreen:
            self._view.showFullScreen()
        if self._is_x11 and not self._view.isActive():
            self._view.raise_()
            self._view.requestActivate()
        scene.setProperty("part", _part_on(monitor, self._view))

    def _move(self) -> QScreen:
        view, monitor = self._view, self._monitor()
        if view.screen() is not monitor:
            view.setScreen(monitor)
        # Elsewhere the window system does so itself; under Wayland the compositor alone may.
        is_ours_to_do = self._is_x11 or not view.isVisible()
        if is_ours_to_do and view.geometry() != monitor.geometry():
            view.setGeometry(monitor.geometry())
        return monitor

    def _monitor(self) -> QScreen:
        primary = QGuiApplication.primaryScreen()
        found = chosen_monitor(self._wanted, QGuiApplication.screens()) if self._wanted else primary
        used = found or primary
        if used.name() != self._used:
            self._used = used.name()
            _log.info("monitor_used", device=self._used)
            if found is None:
                _log.warning("monitor_missing", device=self._wanted)
        return used


def chosen_monitor(wanted: str, monitors: Sequence[QScreen]) -> QScreen | None:
    """The one of that name, or of that number from the left; None when it is not there."""
    for monitor in monitors:
        if monitor.name() == wanted:
            return monitor
    from_the_left = sorted(monitors, key=lambda m: (m.geometry().x(), m.geometry().y()))
    number = int(wanted) if wanted.isdecimal() else 0
    return from_the_left[number - 1] if 1 <= number <= len(from_the_left) else None


def _part_on(monitor: QScreen, view: QQuickView) -> QRect:
    """The part of the window that lies on the monitor; empty for all of it.

    A compositor for one program spreads its window over all monitors.
    """
    everything = monitor.virtualGeometry()
    if monitor.geometry() == everything or view.size() != everything.size():
        return QRect()
    return monitor.geometry().translated(-everything.topLeft())
