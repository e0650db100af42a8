"""A glass without a test around it, for the gallery, the proof and the benchmark."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from pytestqt.qtbot import QtBot

from consent.texts import TomlConsentTexts
from kiosk.screen.bridge import Bridge, Facility
from kiosk.screen.event_loop import dispose
from kiosk.screen.translations import Languages
from kiosk.screen.window import KioskWindow
from tests.ui.kiosk_parts import FORMATS, Glass, Intents, TestClock, TestPicture


@contextmanager
def open_glass(
    size: str, *, fullscreen: bool = False, facility: Facility | None = None
) -> Iterator[Glass]:
    """In one of `FORMATS`; needs an `EventLoop`."""
    width_px, height_px, diagonal_mm = FORMATS[size]
    clock, intents, picture, languages = TestClock(), Intents(), TestPicture(), Languages()
    bridge = Bridge(TomlConsentTexts(), intents, languages, clock, facility)
    window = KioskWindow(
        bridge,
        picture,
        size_px=None if fullscreen else (width_px, height_px),
        panel_diagonal_mm=diagonal_mm,
    )
    try:
        yield Glass(window, bridge, intents, clock, picture, cast(QtBot, None))
    finally:
        window.close()
        dispose(window)
        languages.remove()
