"""Stories in a real window, touched through the window system, drawn by OpenGL.

Each in a process of its own with a time limit: a GUI thread that is stuck cannot end itself. The
kiosk does, and writes where its threads stood (`kiosk.screen.sign_of_life`); that is in the
failure. `make prove NAME=scenarios` plays all stories on every display.
"""

import json
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import pytest

from simulation.demo.world import PICTURES, default_world

LIMIT_S = 240
GONE_LIMIT_S = 60
POLL_S = 0.05
LEAST_FRAMES = 5
"""docs/performance.md has how quickly they come where nothing else runs."""

REHEARSE = ("-m", "kiosk.cli", "rehearse")
PORTRAIT, LANDSCAPE = "540x960", "960x540"
"""A quarter of the pixels of Full HD: the CPU draws in the place of a GPU."""

# One by PIN is below, in both, where its pictures are looked at; passive faces are received by the
# real command in `tests/counter` on X11, and in cage in `tests/bundle`.
STORIES = (
    ("x11", "face-with-moves", PORTRAIT),
    ("wayland", "face-with-moves", LANDSCAPE),
    ("x11", "card-removed-midway", LANDSCAPE),
    ("wayland", "reader-unplugged-midway", PORTRAIT),
)

pytestmark = pytest.mark.skipif(
    not all((default_world().photos / name).is_file() for name in PICTURES),
    reason="the demo people's photographs are not set up (make setup)",
)


def run(
    arguments: Sequence[str], env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **(env or {})},
        timeout=LIMIT_S,
        check=False,
    )


def rehearse(*arguments: str) -> dict[str, Any]:
    """The report of a run that ended as it must."""
    command = [*REHEARSE, *arguments, "--transport", "loopback", "--json"]
    done = run(command)
    if done.returncode != 0 and "face-with-moves" in arguments:
        done = run(command)  # Where all is drawn without a GPU, a move may be too quick to be seen.
    assert done.returncode == 0, done.stdout + done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@pytest.mark.parametrize(("display", "story", "size"), STORIES)
def test_story(display: str, story: str, size: str) -> None:
    report = rehearse(story, "--display", display, "--size", size)
    assert report["display"] == display
    if story == "face-with-moves":  # The face is before the camera for seconds.
        assert report["preview_frames"] >= LEAST_FRAMES


@pytest.mark.parametrize("display", ["x11", "wayland"])
def test_what_the_screen_shows_is_saved(display: str, tmp_path: Path) -> None:
    rehearse(
        *("pin", "--display", display, "--orientation", "landscape", "--screens", str(tmp_path))
    )
    saved = {path.stem.partition("-")[2]: path for path in sorted(tmp_path.glob("*.png"))}
    # Others are gone before the photographer has come.
    assert {"Attract", "ChooseMethod", "Pin", "Question", "Completed", "Farewell"} <= set(saved)
    pictures = [cv2.imread(str(path)) for path in saved.values()]
    assert all(picture is not None and picture.shape == (1080, 1920, 3) for picture in pictures)
    assert len({picture.tobytes() for picture in pictures if picture is not None}) == len(saved)


# As `uketsuke rehearse` with these arguments, but the GUI thread stops when somebody chooses PIN.
FREEZE = """
import threading
from kiosk.cli.main import main
from simulation.rehearsal.recorder import Recorder
from kiosk.session.events import Event
from kiosk.session.intents import PinChosen
from kiosk.session.states import State

record = Recorder.__call__

def stuck_or_record(self: Recorder, old: State, event: Event, new: State) -> None:
    if isinstance(event, PinChosen):
        threading.Event().wait()
    record(self, old, event, new)

Recorder.__call__ = stuck_or_record
main()
"""


def test_a_frozen_screen_ends_the_run_and_says_where() -> None:
    """In cage, which runs on an X server of its own here: all of it is gone then."""
    mark = uuid.uuid4().hex
    done = run(["-c", FREEZE, "rehearse", "pin", "--display", "wayland"], {"UKETSUKE_TEST": mark})
    assert done.returncode != 0
    assert "in stuck_or_record" in done.stderr
    deadline = time.monotonic() + GONE_LIMIT_S
    while left := processes_with(mark):
        assert time.monotonic() < deadline, f"still running: {left}"
        time.sleep(POLL_S)


def processes_with(mark: str) -> list[str]:
    """The command lines of all that was started below the marked process."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            environment = (process / "environ").read_text(errors="replace")
            if mark in environment:
                found.append((process / "cmdline").read_text().replace("\0", " "))
        except OSError:
            pass  # It has ended, or is not ours.
    return found
