"""A kiosk window with a clock, texts and a camera picture made for tests."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from kiosk.screen.bridge import TAP_GUARD_MS, Bridge
from kiosk.screen.window import KioskWindow
from kiosk.session.intents import Intent, StillHere
from kiosk.session.screens import CardMay, Screen, ScreenModel
from simulation.rehearsal import touch

# Width and height in pixels, diagonal in millimetres.
PORTRAIT = (1080, 1920, 396.0)
LANDSCAPE = (1920, 1080, 396.0)
TEN_INCHES = (1280, 800, 256.5)
SEVEN_INCHES = (1024, 600, 178.0)
COARSE = (800, 480, 178.0)
FINE = (3840, 2160, 610.0)
TEN_INCHES_UPRIGHT = (800, 1280, 256.5)
SEVEN_INCHES_UPRIGHT = (480, 800, 178.0)
FORMATS = {
    "portrait": PORTRAIT,
    "landscape": LANDSCAPE,
    "ten inches": TEN_INCHES,
    "seven inches": SEVEN_INCHES,
    "coarse": COARSE,
    "fine": FINE,
    "ten inches upright": TEN_INCHES_UPRIGHT,
    "seven inches upright": SEVEN_INCHES_UPRIGHT,
}


class TestClock:
    """Milliseconds that pass when a test says so."""

    __test__ = False

    def __init__(self) -> None:
        self.now_ms = 1_000_000

    def __call__(self) -> float:
        return self.now_ms

    def pass_ms(self, ms: int) -> None:
        self.now_ms += ms


class Intents(list[Intent]):
    """Collects what the person at the glass wanted; each touch is counted."""

    touches = 0

    def __call__(self, intent: Intent) -> None:
        if isinstance(intent, StillHere):
            self.touches += 1
        else:
            self.append(intent)


class TestPicture:
    """A camera that shows red at its left and blue at its right edge."""

    __test__ = False

    def __init__(self) -> None:
        self.number = 1
        self.asked = 0
        self.is_dark = False
        self.face_below = 0.0
        self.bgr = np.zeros((720, 1280, 3), np.uint8)
        self.bgr[:, :640] = (0, 0, 255)
        self.bgr[:, 640:] = (255, 0, 0)

    def latest(self) -> tuple[int, NDArray[np.uint8]] | None:
        self.asked += 1
        return None if self.is_dark else (self.number, self.bgr)


@dataclass
class Glass:
    """The window with everything behind it that a test steers or reads."""

    window: KioskWindow
    bridge: Bridge
    intents: Intents
    clock: TestClock
    picture: TestPicture
    qtbot: QtBot

    def show(self, screen: Screen, *, step: int = 2, card_may: CardMay = CardMay.STAY) -> None:
        """Show a screen, and let the moment pass in which taps are dropped."""
        self.bridge.show(ScreenModel(screen, step, card_may))
        self.clock.pass_ms(TAP_GUARD_MS)
        self.settle()

    def tap(self, *object_names: str) -> None:
        for object_name in object_names:
            touch.tap(self.window, object_name)

    def choose_language(self, code: str) -> None:
        """As a patient does: the bar's button, then the language's own name."""
        self.tap("openLanguages")
        self.settle()
        self.tap(f"language_{code}")
        self.settle()

    def settle(self) -> None:
        """Let Qt Quick lay out and draw what has changed."""
        self.window.grabWindow()

    @property
    def typed(self) -> int:
        """How many digits are typed, as QML reads it."""
        return int(self.bridge.keypad.property("count"))

    def shown(self, name: str) -> object:
        """A property as QML reads it."""
        return self.bridge.property(name)
