"""The same look at pixels where OpenGL draws, in real windows: its letters are not QPainter's."""

import subprocess
import sys

from simulation.rehearsal.display import DisplayKind, open_display
from tests.visual.one_text import SIDES

TIMEOUT_S = 300
EVERY = "5003"  # A prime: no value of a look is left out.


def test_a_clip_of_two_pixels_is_found() -> None:
    with open_display(DisplayKind.X11, (1920, 1080)) as display:
        done = subprocess.run(
            [sys.executable, "-m", "tests.visual.one_text"],
            env=display.environment,
            timeout=TIMEOUT_S,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
    renderer, whole, *cut = done.stdout.splitlines()
    assert renderer == "OpenGL"
    assert whole == "whole: []"
    for side, line in zip(SIDES, cut, strict=True):
        assert f"is cut at its {side} in line 1" in line


def test_texts_are_whole() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.visual.prove", EVERY, "--opengl"],
        timeout=TIMEOUT_S,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    assert "OpenGL: " in done.stdout
    assert done.returncode == 0, done.stdout
