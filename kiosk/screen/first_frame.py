"""What was drawn first: any screen at all, then the attract screen, which is noted in the log."""

from collections.abc import Callable

import structlog
from PySide6.QtCore import QObject, Slot

from kiosk.screen.bridge import Bridge
from kiosk.screen.window import KioskWindow

_log = structlog.get_logger(__name__)


class FirstFrame(QObject):
    """`drawn` is called with the first frame, whatever it shows."""

    def __init__(self, window: KioskWindow, bridge: Bridge, drawn: Callable[[], None]) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._drawn: Callable[[], None] | None = drawn
        self._frames = window.frames.swapped.connect(self._on_frame)
        self._is_open = False

    @Slot()
    def _on_frame(self) -> None:
        if self._drawn is not None:
            drawn, self._drawn = self._drawn, None
            drawn()
        # A frame or two may already be on their way when the attract screen has been seen.
        if self._bridge.shown_now.name == "Attract" and not self._is_open:
            self._is_open = True
            QObject.disconnect(self._frames)
            _log.info("open")
