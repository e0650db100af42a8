"""The kiosk's window in a process of its own, on a display: see `tests.ui.window_on_display`."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulation.rehearsal.display import Display

LIMIT_S = 60
POLL_S = 0.05
PALE = 100
POINTER_PX = 400
"""X's own, where no window is."""

Part = tuple[int, int, int, int]
"""Of a screen: left, top, width and height in pixels."""


class RealWindow:
    def __init__(self, display: Display, process: "subprocess.Popen[str]", errors: Path) -> None:
        self.process = process
        self._display = display
        self._errors = errors
        self.places: dict[str, tuple[int, int]] = self.hear()

    @property
    def log(self) -> list[dict[str, str]]:
        lines = self._errors.read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]

    def hear(self) -> Any:
        """What it says next."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self._errors.read_text("utf-8")
        return json.loads(line)

    def wait_until_on(self, part: Part) -> None:
        """Until it is on that part of the screen, on all of it, and nowhere else."""
        deadline = time.monotonic() + LIMIT_S
        while not _is_on(self._display.picture(), part):
            assert self.process.poll() is None, self._errors.read_text("utf-8")
            assert time.monotonic() < deadline
            time.sleep(POLL_S)

    @property
    def id(self) -> str:
        """X's name for it."""
        found = run_on(self._display, "xdotool", "search", "--onlyvisible", "--name", "^Uketsuke$")
        return found.split()[0]


def _is_on(picture: NDArray[np.uint8], part: Part) -> bool:
    left, top, width, height = part
    inside = picture[top : top + height, left : left + width]
    edges = (inside[0], inside[-1], inside[:, 0], inside[:, -1])  # The kiosk's are pale.
    elsewhere = np.count_nonzero(picture.any(axis=2)) - np.count_nonzero(inside.any(axis=2))
    return bool(elsewhere <= POINTER_PX) and all(edge.min() > PALE for edge in edges)


@contextmanager
def window_on(
    display: Display, errors: Path, monitor: str = "", turn_degrees: int = 0
) -> Iterator[RealWindow]:
    command = [sys.executable, "-m", "tests.ui.window_on_display", monitor, str(turn_degrees)]
    with (
        errors.open("w") as stderr,
        subprocess.Popen(
            command,
            env=display.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            encoding="utf-8",
        ) as process,
    ):
        assert process.stdin is not None
        try:
            yield RealWindow(display, process, errors)
            process.stdin.close()  # It ends.
            process.wait(LIMIT_S)
        finally:
            process.kill()


def run_on(display: Display, *command: str) -> str:
    """A program of X11, on that display."""
    return subprocess.run(
        command,
        env=display.environment,
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
    ).stdout
