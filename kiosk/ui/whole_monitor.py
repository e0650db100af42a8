"""Keeps a window on the whole of one monitor, whatever a window manager does, or without any.

The full screen is only a wish, which a bare X server does not know: so the window is also given the
monitor's place and size, and both again whenever one of them is not so any more.
"""

import structlog
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

log = structlog.get_logger(__name__)

AGAIN_AFTER_MS = 200
"""A window manager that insists must not keep the kiosk busy."""


class WholeMonitor(QObject):
    """`monitor`: its name as the system has it, or its number from 0; empty: the primary one.

    One that is not there is said in the log, and the primary one taken until it comes.
    """

    def __init__(self, window: QWindow, monitor: str) -> None:
        super().__init__(window)
        self._window = window
        self._monitor = monitor
        self._screen: QScreen | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_AFTER_MS)
        self._again.timeout.connect(self._fill)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - A window needs one.
        for changed in (
            application.screenAdded,
            application.screenRemoved,
            application.primaryScreenChanged,
            window.windowStateChanged,
            window.visibilityChanged,
            window.xChanged,
            window.yChanged,
            window.widthChanged,
            window.heightChanged,
        ):
            changed.connect(self._check)
        self._fill()

    def _wanted(self) -> QScreen:
        screens = QGuiApplication.screens()
        for number, screen in enumerate(screens):
            if self._monitor and self._monitor in (screen.name(), str(number)):
                return screen
        if self._monitor:
            there = ", ".join(screen.name() for screen in screens)
            log.warning("monitor_not_there", device=self._monitor, problem=f"there are: {there}")
        return QGuiApplication.primaryScreen()

    @Slot()
    def _check(self) -> None:
        if not self._again.isActive() and not self._is_filled():
            self._again.start()

    def _is_filled(self) -> bool:
        screen = self._screen
        return (
            screen is not None
            and screen in QGuiApplication.screens()
            and screen is self._wanted()
            and self._window.geometry() == screen.geometry()
            and self._window.windowStates() == Qt.WindowState.WindowFullScreen
        )

    @Slot()
    def _fill(self) -> None:
        screen = self._wanted()
        if screen is not self._screen:
            if self._screen is not None and self._screen in QGuiApplication.screens():
                self._screen.geometryChanged.disconnect(self._check)
            screen.geometryChanged.connect(self._check)
            self._screen = screen
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()
