"""Opens the kiosk's window as `uketsuke run` does, and prints where it lies whenever that changes.

A program of its own: what is tested is a window manager, or none, and a real display. Each line of
its input is something to do: `shrink`, `minimise`, `tell`, `end`.
"""

import sys
import threading

from PySide6.QtCore import QObject, QRect, Slot

from consent.texts import TomlConsentTexts
from kiosk.session.screens import Attract, CardMay, ScreenModel
from kiosk.ui.bridge import Bridge
from kiosk.ui.event_loop import EventLoop
from kiosk.ui.main_thread import MainThread
from kiosk.ui.translations import Languages
from kiosk.ui.window import KioskWindow
from tests.ui.kiosk_parts import TestPicture


class Place(QObject):
    """Prints the window's place on the desktop and whether it is visible."""

    def __init__(self, window: KioskWindow) -> None:
        super().__init__()
        self._window = window
        for changed in (
            window.widthChanged,
            window.heightChanged,
            window.xChanged,
            window.yChanged,
        ):
            changed.connect(self.tell)
        window.visibleChanged.connect(self.tell)

    @Slot()
    def tell(self) -> None:
        place = self._window.geometry()
        seen = "visible" if self._window.isVisible() else "gone"
        print(place.x(), place.y(), place.width(), place.height(), seen, flush=True)


def main(monitor: str, turn_degrees: int) -> None:
    loop = EventLoop(offscreen=False)
    touches: list[object] = []

    def touched(intent: object) -> None:
        touches.append(intent)
        print("touched", type(intent).__name__, flush=True)

    bridge = Bridge(TomlConsentTexts(), touched, Languages())
    window = KioskWindow(
        bridge, TestPicture(), size_px=None, monitor=monitor, turn_degrees=turn_degrees
    )
    bridge.show(ScreenModel(Attract(camera_works=True), 0, CardMay.BE_PLACED))
    place = Place(window)
    gui = MainThread()
    deeds = {
        "shrink": lambda: window.setGeometry(QRect(50, 60, 400, 300)),
        "minimise": window.showMinimized,
        "tell": place.tell,
        "end": loop.quit,
    }

    def obey() -> None:
        for line in sys.stdin:
            gui.post(deeds[line.strip()])

    threading.Thread(target=obey, daemon=True).start()
    gui.post(place.tell)
    loop.run()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
