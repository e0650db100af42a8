"""The kiosk's window takes the whole monitor and keeps it, whoever manages windows, or nobody."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.rehearsal.display import Display, DisplayKind, open_display

LIMIT_S = 60
AGAIN_S = 0.5
SETTLED_S = 1.0
SIZE_PX = (1000, 700)


class Window:
    """The program with the window, and what it says."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self._said: Queue[str] = Queue()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._said.put(line.strip())

    def tell(self, deed: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{deed}\n")
        self.process.stdin.flush()

    def wait_for(self, line: str, again: Callable[[], None]) -> None:
        """Until it says so, after what it said before; `again` is done time and again meanwhile."""
        while not self._said.empty():
            self._said.get()
        deadline = time.monotonic() + LIMIT_S
        while time.monotonic() < deadline:
            again()
            with suppress(Empty):
                while self._said.get(timeout=AGAIN_S) != line:
                    pass
                return
        raise AssertionError(f"it never said: {line}")

    def wait_until_at(self, place: str) -> None:
        self.wait_for(f"{place} visible", again=lambda: self.tell("tell"))


@contextmanager
def window(display: Display, monitor: str = "", turn_degrees: int = 0) -> Iterator[Window]:
    command = [sys.executable, "-m", "tests.ui.window_on_a_monitor", monitor, str(turn_degrees)]
    with subprocess.Popen(
        command,
        env={**display.environment, "PYTHONPATH": str(Path.cwd())},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        opened = Window(process)
        try:
            yield opened
            opened.tell("end")
            assert process.wait(LIMIT_S) == 0
        finally:
            process.kill()


@pytest.fixture(params=["bare", "openbox", "wayland"])
def display(request: pytest.FixtureRequest) -> Iterator[Display]:
    kind = DisplayKind.WAYLAND if request.param == "wayland" else DisplayKind.X11
    with open_display(kind, SIZE_PX) as opened:
        if request.param != "openbox":
            yield opened
            return
        if shutil.which("openbox") is None:
            pytest.skip("openbox is not installed (make setup)")
        with subprocess.Popen(["openbox"], env=opened.environment) as manager:
            yield opened
            manager.terminate()


@pytest.mark.parametrize("deed", ["shrink", "minimise"])
def test_takes_the_whole_monitor_and_takes_it_again(display: Display, deed: str) -> None:
    with window(display) as kiosk:
        kiosk.wait_until_at("0 0 1000 700")
        wait_until_covered(display)
        kiosk.tell(deed)
        wait_until_covered(display)


def wait_until_covered(display: Display) -> None:
    """Until all four corners have been bright for longer than a window needs to go."""
    deadline, bright_since = time.monotonic() + LIMIT_S, time.monotonic()
    while time.monotonic() < bright_since + SETTLED_S:
        assert time.monotonic() < deadline, "the corners stay black"
        if display.picture()[[0, 0, -1, -1], [0, -1, 0, -1]].max(axis=1).min() == 0:
            bright_since = time.monotonic()


def test_keys_that_close_windows_do_not_close_it(display: Display) -> None:
    with window(display) as kiosk:
        kiosk.wait_until_at("0 0 1000 700")
        for key in ("alt+F4", "ctrl+q", "ctrl+w", "super", "Escape", "alt+Tab", "F11"):
            display.press(key)
        kiosk.wait_until_at("0 0 1000 700")


def monitors(display: Display) -> None:
    """Two beside each other."""
    for name, place, output in (
        ("LEFT", "400/100x700/170+0+0", "screen"),
        ("RIGHT", "600/150x700/170+400+0", "none"),
    ):
        subprocess.run(
            ["xrandr", "--setmonitor", name, place, output], env=display.environment, check=True
        )


@pytest.mark.parametrize(
    ("monitor", "place"),
    [("RIGHT", "400 0 600 700"), ("1", "400 0 600 700"), ("LEFT", "0 0 400 700")],
)
def test_a_chosen_monitor(monitor: str, place: str) -> None:
    with open_display(DisplayKind.X11, SIZE_PX) as display:
        monitors(display)
        with window(display, monitor) as kiosk:
            kiosk.wait_until_at(place)


def test_a_monitor_that_is_not_there_is_said_and_the_primary_one_taken() -> None:
    with open_display(DisplayKind.X11, SIZE_PX) as display, window(display, "HDMI-9") as kiosk:
        kiosk.wait_until_at("0 0 1000 700")


@pytest.mark.parametrize(
    ("turn_degrees", "at_px"),
    [
        # The button that calls staff is below at the right of the scene.
        (0, (833, 675)),
        (90, (25, 583)),
        (180, (167, 25)),
        (270, (975, 117)),
    ],
)
def test_picture_and_touch_are_turned_together(turn_degrees: int, at_px: tuple[int, int]) -> None:
    with (
        open_display(DisplayKind.X11, SIZE_PX) as display,
        window(display, turn_degrees=turn_degrees) as kiosk,
    ):
        kiosk.wait_until_at("0 0 1000 700")
        before = display.still_picture()
        assert _ink(before, at_px) > 0.01, "a button is drawn there"
        # Right after it has come, the screen takes no taps.
        kiosk.wait_for("touched StaffChosen", again=lambda: display.tap(*at_px))


def _ink(picture: NDArray[np.uint8], at_px: tuple[int, int]) -> float:
    """How much around a point is darker than paper."""
    x_px, y_px = at_px
    around = picture[max(0, y_px - 25) : y_px + 25, max(0, x_px - 25) : x_px + 25]
    return float((around.min(axis=2) < 100).mean())
