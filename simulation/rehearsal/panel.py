"""The screen as a patient meets it: touched, and photographed."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from PIL import Image

from common.errors import Fault
from kiosk.compose.kiosk import Kiosk
from simulation.rehearsal.display import Display
from simulation.rehearsal.drawn import OnceDrawn
from simulation.rehearsal.patient import LostPatience
from simulation.rehearsal.stall import StallMeter
from simulation.rehearsal.touch import NextTap, place_on_screen, tap

_ANSWER_LIMIT_S = 30.0
"""Of a GUI thread that is not stuck, and of a tap on its way through the window system."""

WhenSaved = Callable[[Fault | None], None]
"""Told, on the GUI thread, that a picture is saved, or why not."""


class Panel(Protocol):
    def tap(self, object_name: str) -> None:
        """On the patient's thread; returns when the scene has got it.

        Raises `CannotTap`, `LostPatience`.
        """
        ...

    def photograph(self, path: Path, is_still: Callable[[], bool], when_saved: WhenSaved) -> None:
        """Save what the screen shows, unless it `is_still` no more; on the GUI thread."""
        ...

    def close(self) -> None: ...


class MemoryPanel:
    """Nothing but Qt: it is told of touches, and draws into memory when a picture is taken."""

    def __init__(self, kiosk: Kiosk, stall: StallMeter) -> None:
        self._kiosk = kiosk
        self._stall = stall

    def tap(self, object_name: str) -> None:
        self._kiosk.main_thread.ask(lambda: tap(self._kiosk.window, object_name), _ANSWER_LIMIT_S)

    def photograph(self, path: Path, _is_still: Callable[[], bool], when_saved: WhenSaved) -> None:
        self._stall.pause()
        try:
            self._kiosk.window.grab(path)
        except Fault as error:
            when_saved(error)
        else:
            when_saved(None)
        self._stall.resume()

    def close(self) -> None:
        """Nothing to give back."""


class RealPanel:
    """A display with its window system: taps go through it, pictures are what it shows."""

    def __init__(self, kiosk: Kiosk, display: Display) -> None:
        self._kiosk = kiosk
        self._display = display
        self._photographer = ThreadPoolExecutor(1, "photographer")

    def tap(self, object_name: str) -> None:
        arrived = threading.Event()

        def aim() -> tuple[int, int]:
            place = place_on_screen(self._kiosk.window, object_name)
            NextTap(self._kiosk.window, arrived.set)
            return place

        self._display.tap(*self._kiosk.main_thread.ask(aim, _ANSWER_LIMIT_S))
        if not arrived.wait(_ANSWER_LIMIT_S):
            raise LostPatience(f"the tap on {object_name!r} did not reach the window")

    def photograph(self, path: Path, is_still: Callable[[], bool], when_saved: WhenSaved) -> None:
        def take() -> None:
            problem: Fault | None = None
            picture = self._display.still_picture()
            try:
                if is_still():
                    Image.fromarray(picture[:, :, ::-1]).save(path, compress_level=1)
            except OSError as error:
                problem = Fault(f"{path} could not be written ({error.strerror})")
            self._kiosk.main_thread.post(lambda: when_saved(problem))

        def hand_over() -> None:
            self._photographer.submit(take)

        OnceDrawn(self._kiosk.window, hand_over)

    def close(self) -> None:
        self._photographer.shutdown(cancel_futures=True)
