"""The camera's picture in a real window, drawn by OpenGL: offscreen tests draw otherwise.

Qt then draws on a thread of its own. Python on that thread, or a GUI thread that waits for it while
it holds the interpreter, stops the screen for good (docs/adr/0019).
"""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from simulation.rehearsal.display import Display, DisplayKind, open_display

FRAMES = 30
FROZEN_AFTER_S = 120
"""How quickly they are drawn is measured by `make bench NAME=ui`."""


@pytest.fixture(scope="module")
def display() -> Iterator[Display]:
    with open_display(DisplayKind.X11, (1080, 1920)) as display:
        yield display


@pytest.mark.parametrize(("render_loop", "turn_degrees"), [("threaded", 90), ("basic", 0)])
def test_the_preview_runs_with_opengl(
    display: Display, render_loop: str, turn_degrees: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.face_in_a_window", str(FRAMES), str(turn_degrees)],
        env={**display.environment, "QSG_RENDER_LOOP": render_loop},
        timeout=FROZEN_AFTER_S,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "OpenGL\n"
