"""One application without a display for all tests of the screens."""

import os
import shutil
import tempfile

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
# Each window compiles its QML anew, or takes what the one before it has left here. Nothing is left
# for the next run.
os.environ["QML_DISK_CACHE_PATH"] = tempfile.mkdtemp(prefix="uketsuke-qml-")

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from consent.texts import TomlConsentTexts
from kiosk.screen.bridge import Bridge, Facility
from kiosk.screen.translations import Languages
from kiosk.screen.window import KioskWindow
from tests.ui.kiosk_parts import PORTRAIT, Glass, Intents, TestClock, TestPicture


@pytest.fixture(scope="session", autouse=True)
def compiled_qml() -> Iterator[None]:
    yield
    # Each folder of tests that has this fixture asks for it once.
    shutil.rmtree(os.environ["QML_DISK_CACHE_PATH"], ignore_errors=True)


@pytest.fixture(scope="session")
def languages(qapp: QCoreApplication) -> Languages:
    return Languages()


@pytest.fixture
def glass_of(qtbot: QtBot, languages: Languages) -> Iterator[Callable[..., Glass]]:
    """Opens kiosk windows of any size, and closes them after the test."""
    opened: list[Glass] = []

    def open_glass(
        size: tuple[int, int, float] = PORTRAIT,
        *,
        fullscreen: bool = False,
        turn_degrees: int = 0,
        facility: Facility | None = None,
    ) -> Glass:
        width_px, height_px, diagonal_mm = size
        clock, intents, picture = TestClock(), Intents(), TestPicture()
        bridge = Bridge(TomlConsentTexts(), intents, languages, clock, facility)
        window = KioskWindow(
            bridge,
            picture,
            size_px=None if fullscreen else (width_px, height_px),
            turn_degrees=turn_degrees,
            panel_diagonal_mm=diagonal_mm,
        )
        glass = Glass(window, bridge, intents, clock, picture, qtbot)
        opened.append(glass)
        return glass

    yield open_glass
    for glass in opened:
        glass.window.close()
        glass.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def glass(glass_of: Callable[..., Glass]) -> Glass:
    return glass_of()
