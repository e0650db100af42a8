"""`python -m tests.ui.window_on_display MONITOR TURN_DEGREES`: the kiosk's window, on a display.

Prints where the controls of the attract screen are, then what is wanted at the glass, line by
line, as JSON. Ends with code 1 when the window is closed, with 0 when its input ends.
"""

import json
import sys
import threading

from consent.texts import TomlConsentTexts
from kiosk import log
from kiosk.screen.bridge import Bridge
from kiosk.screen.event_loop import EventLoop
from kiosk.screen.main_thread import MainThread
from kiosk.screen.translations import Languages
from kiosk.screen.window import KioskWindow
from kiosk.session.intents import Intent
from kiosk.session.screens import Attract, CardMay, ScreenModel
from simulation.rehearsal.drawn import OnceDrawn
from simulation.rehearsal.touch import place_on_screen
from tests.ui.kiosk_parts import TestPicture
from tests.ui.scene import controls


def main(monitor: str, turn_degrees: int) -> None:
    log.configure(None)
    loop = EventLoop(offscreen=False)
    bridge = Bridge(TomlConsentTexts(), _tell_intent, Languages())
    window = KioskWindow(
        bridge, TestPicture(), size_px=None, monitor=monitor, turn_degrees=turn_degrees
    )
    window.closed.connect(lambda: loop.quit(1))
    bridge.show(ScreenModel(Attract(camera_works=True), 0, CardMay.BE_PLACED))
    bridge.preferences.setCalm(True)  # The same at each moment
    OnceDrawn(window, lambda: _tell_places(window))
    main_thread = MainThread()
    threading.Thread(target=_quit_at_end, args=(main_thread, loop), daemon=True).start()
    exit_code = loop.run()
    window.close()
    sys.exit(exit_code)


def _tell_places(window: KioskWindow) -> None:
    names = [control.name for control in controls(window)]
    _tell({name: place_on_screen(window, name) for name in names})


def _tell_intent(intent: Intent) -> None:
    _tell(type(intent).__name__)


def _tell(what: object) -> None:
    print(json.dumps(what), flush=True)


def _quit_at_end(main_thread: MainThread, loop: EventLoop) -> None:
    sys.stdin.read()
    main_thread.post(loop.quit)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
