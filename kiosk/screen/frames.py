"""Each frame that reached the screen, told on the GUI thread."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtQuick import QQuickWindow


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
