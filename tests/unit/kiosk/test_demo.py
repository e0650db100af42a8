"""`uketsuke demo` from the outside."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.control import ControlSocket, status_of
from kiosk.delivery.condition import Condition
from kiosk.signs import Signs
from simulation.demo.world import PICTURES, default_world
from simulation.rehearsal.display import DisplayKind, open_display
from tests.flow.session.story import Story

LIMIT_S = 120

pytestmark = pytest.mark.skipif(
    not all((default_world().photos / name).is_file() for name in PICTURES),
    reason="the demo people's photographs are not set up (make setup)",
)


def test_a_second_demo_says_that_one_runs_already_and_ends_cleanly(tmp_path: Path) -> None:
    for name in ("photos", "cards"):
        (tmp_path / name).symlink_to(default_world().root / name)
    state = tmp_path / "state"
    state.mkdir()
    story = Story()
    first = ControlSocket(
        state,
        status=lambda: status_of(
            story.state, story.now_ms, Signs(lambda: story.now_ms), Condition()
        ),
        reset=lambda: None,
        metrics=dict,
        renew=bool,
    )
    first.start()
    with open_display(DisplayKind.X11, (1280, 800)) as display:
        done = subprocess.run(
            [sys.executable, "-m", "kiosk.cli", "demo", "--transport", "loopback"],
            capture_output=True,
            encoding="utf-8",
            timeout=LIMIT_S,
            check=False,
            env={**display.environment, "UKETSUKE_DEMO_DIR": str(tmp_path)},
        )
    first.stop()
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("uketsuke: A kiosk with the state folder")
    assert len(done.stderr.splitlines()) == 1, done.stderr
