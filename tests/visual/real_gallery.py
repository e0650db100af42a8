"""`python -m tests.visual.real_gallery DISPLAY SIZE FOLDER`: the gallery, as a real screen has it.

A program of its own: Qt knows one kind of display in a process. Saves each picture under the name
of its baseline, in the display's full size.
"""

import os
import sys
import time
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEventLoop
from PySide6.QtQuick import QSGRendererInterface

from kiosk.screen.event_loop import EventLoop
from simulation.rehearsal.display import Display, DisplayKind, open_display
from simulation.rehearsal.drawn import OnceDrawn
from tests.ui.kiosk_parts import FORMATS, Glass
from tests.visual.gallery import show_astronaut, shown_in_turn
from tests.visual.opened import open_glass

Picture = NDArray[np.uint8]
SHOWN_WITHIN_S = 20


def main(kind: str, size: str, folder: Path) -> None:
    width_px, height_px, _ = FORMATS[size]
    with open_display(DisplayKind(kind), (width_px, height_px)) as display:
        os.environ.clear()
        os.environ.update(display.environment)
        loop = EventLoop(offscreen=False)
        with open_glass(size, fullscreen=True) as glass:
            show_astronaut(glass)
            before = None
            for name in shown_in_turn(glass, size):
                before = _photograph(glass, display, before)
                cv2.imwrite(str(folder / f"{name}.png"), before, [cv2.IMWRITE_PNG_COMPRESSION, 1])
            drawn_by = glass.window.rendererInterface().graphicsApi()
        loop.leave_display()
    if drawn_by is not QSGRendererInterface.GraphicsApi.OpenGL:
        raise SystemExit(f"These pictures are drawn by {drawn_by.name}, not by OpenGL.")


def _photograph(glass: Glass, display: Display, before: Picture | None) -> Picture:
    """Another one than `before`: a compositor shows a moment later what was drawn."""
    drawn = QEventLoop()
    OnceDrawn(glass.window, drawn.quit)
    drawn.exec()
    latest = time.monotonic() + SHOWN_WITHIN_S
    picture = display.still_picture()
    while before is not None and np.array_equal(picture, before) and time.monotonic() < latest:
        picture = display.still_picture()
    return picture


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
