"""Each frame that reached the screen, told on the GUI thread; the first ones are waited for."""

from collections.abc import Callable

import structlog
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.screen.bridge import Bridge

_log = structlog.get_logger(__name__)


class Frames(QObject):
    """The one connection to a window's `frameSwapped`, made before the window draws.

    Qt emits that signal on its render thread. When it does so for the first time, it asks the
    window for its meta object, to remember in the connection what a queued call carries. PySide
    answers for its windows without holding the GIL, from a table that the GUI thread may be
    changing: a kiosk died of that in one start of some hundred. So the first time is here.
    """

    swapped = Signal()

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._is_own = True
        window.frameSwapped.connect(self._on_swapped, Qt.ConnectionType.QueuedConnection)
        window.frameSwapped.emit()

    @Slot()
    def _on_swapped(self) -> None:
        if self._is_own:  # No frame: what the constructor emitted.
            self._is_own = False
        else:
            self.swapped.emit()


class FirstFrame(QObject):
    """`drawn` is called with the first frame, whatever it shows; the attract screen is logged."""

    def __init__(self, frames: Frames, bridge: Bridge, drawn: Callable[[], None]) -> None:
        super().__init__(frames)
        self._bridge = bridge
        self._drawn: Callable[[], None] | None = drawn
        self._swapped = frames.swapped.connect(self._on_frame)
        self._is_open = False

    @Slot()
    def _on_frame(self) -> None:
        if self._drawn is not None:
            drawn, self._drawn = self._drawn, None
            drawn()
        # A frame or two may already be on their way when the attract screen has been seen.
        if self._bridge.shown_now.name == "Attract" and not self._is_open:
            self._is_open = True
            QObject.disconnect(self._swapped)
            _log.info("open")
