"""Shows the camera's picture in a real window until enough of them have reached the glass.

A program of its own: a window that freezes cannot end itself.
"""

import os
import sys
import time

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTimer

from consent.texts import TomlConsentTexts
from faceauth.port import Guidance
from kiosk import log
from kiosk.screen.bridge import Bridge
from kiosk.screen.event_loop import EventLoop
from kiosk.screen.translations import Languages
from kiosk.screen.window import KioskWindow
from kiosk.session.screens import CardMay, Face, ScreenModel
from simulation.rehearsal.drawn import PreviewMeter

CAMERA_FPS = 30
LOOK_MS = 50
SCREEN = ScreenModel(Face(Guidance.NONE, 0.0, pin_offered=True, preparing=False), 2, CardMay.STAY)


class Camera:
    """Delivers 1280×720 at its own pace."""

    face_below = 0.0

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._bgr = np.zeros((720, 1280, 3), np.uint8)
        self._bgr[:, ::2] = 200

    def latest(self) -> tuple[int, NDArray[np.uint8]] | None:
        return round((time.monotonic() - self._started) * CAMERA_FPS), self._bgr


def main(frames: int, turn_degrees: int) -> None:
    log.configure(None)
    loop = EventLoop(offscreen=False)
    bridge = Bridge(TomlConsentTexts(), lambda _intent: None, Languages())
    window = KioskWindow(bridge, Camera(), size_px=None, turn_degrees=turn_degrees)
    meter = PreviewMeter(window)
    bridge.show(SCREEN)
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if meter.frames >= frames else None)
    look.start(LOOK_MS)
    loop.run()
    print(window.rendererInterface().graphicsApi().name)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
