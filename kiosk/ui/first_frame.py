"""Notes in the log when the kiosk is open: when the attract screen is on the glass at first."""

import structlog
from PySide6.QtCore import QObject, Qt, Slot

from kiosk.ui.bridge import Bridge
from kiosk.ui.window import KioskWindow

_log = structlog.get_logger(__name__)


class FirstFrame(QObject):
    def __init__(self, window: KioskWindow, bridge: Bridge) -> None:
        super().__init__(window)
        self._bridge = bridge
        # Qt may draw on a thread of its own.
        queued = Qt.ConnectionType.QueuedConnection
        self._frames = window.frameSwapped.connect(self._on_frame, queued)
        self._is_open = False

    @Slot()
    def _on_frame(self) -> None:
        # A frame or two may already be on their way when the first has been seen.
        if self._bridge.shown_now.name == "Attract" and not self._is_open:
            self._is_open = True
            QObject.disconnect(self._frames)
            _log.info("open")
