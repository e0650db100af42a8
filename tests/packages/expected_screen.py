"""What the screen of the machine should show, and where its controls lie: drawn here, in memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from kiosk.screen.event_loop import EventLoop, dispose
from kiosk.screen.fault_window import fault_view
from kiosk.session.screens import ScreenModel
from simulation.rehearsal.touch import place_on_screen
from tests.ui.kiosk_parts import Glass
from tests.visual.gallery import in_gallery_size, picture_of, picture_of_window
from tests.visual.likeness import unlike
from tests.visual.opened import open_glass

_SIZE = "portrait"


class ExpectedScreen:
    """The same scene as in the package, on a glass of the machine's size."""

    def __init__(self, glass: Glass) -> None:
        self._glass = glass

    def place_of(self, model: ScreenModel, control: str) -> tuple[int, int]:
        """In pixels."""
        self._show(model)
        return place_on_screen(self._glass.window, control)

    def is_shown_on(self, picture: NDArray[np.uint8], model: ScreenModel) -> bool:
        """Whether `picture` shows that screen, and nothing else."""
        self._show(model)
        return unlike(in_gallery_size(picture, _SIZE), picture_of(self._glass, _SIZE)) is None

    def is_fault_on(self, picture: NDArray[np.uint8], line: str) -> bool:
        """Whether `picture` shows a kiosk that cannot start, and says so in `line`."""
        view = fault_view(line, 0)
        view.resize(self._glass.window.size())
        view.show()
        QCoreApplication.processEvents()
        expected = picture_of_window(view, _SIZE)
        dispose(view)
        return unlike(in_gallery_size(picture, _SIZE), expected) is None

    def _show(self, model: ScreenModel) -> None:
        self._glass.bridge.show(model)
        self._glass.bridge.preferences.setCalm(True)
        self._glass.settle()


@contextmanager
def expected_screen() -> Iterator[ExpectedScreen]:
    EventLoop(offscreen=True)
    with open_glass(_SIZE) as glass:
        yield ExpectedScreen(glass)


def keep(picture: NDArray[np.uint8], to: Path) -> None:
    """As small as the pictures of `docs/screens`."""
    small = in_gallery_size(picture, _SIZE)
    assert cv2.imwrite(str(to), small, [cv2.IMWRITE_PNG_COMPRESSION, 9])
