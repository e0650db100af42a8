"""The camera's picture in a real window, drawn by OpenGL: offscreen tests draw otherwise.

Qt then draws on a thread of its own. Python on that thread, or a GUI thread that waits for it while
it holds the interpreter, stops the screen for good (docs/adr/0019).
"""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

SECONDS = 2.0
FROZEN_AFTER_S = 60
LEAST_FPS = 12
"""The camera delivers 30. Here a CPU plays the GPU, and other tests use it too."""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    read, write = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1080x1920x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(write)
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        yield f":{number}"
        server.terminate()


@pytest.mark.parametrize("render_loop", ["threaded", "basic"])
def test_the_preview_runs_with_opengl(display: str, render_loop: str) -> None:
    env = {
        name: value for name, value in os.environ.items() if not name.startswith(("QT_Q", "QSG_"))
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.face_in_a_window", str(SECONDS)],
        env={**env, "DISPLAY": display, "QSG_RENDER_LOOP": render_loop, "QT_QPA_PLATFORM": "xcb"},
        timeout=FROZEN_AFTER_S,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    renderer, frames_per_s = done.stdout.split()
    assert renderer == "OpenGL"
    assert float(frames_per_s) >= LEAST_FPS
