"""The kiosk runs from the bundle alone, on every kind of display, and ends when told."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

from simulation.card_slot.pcscd import PrivatePcscd, why_unavailable
from simulation.rehearsal.display import DisplayKind, open_display
from tests.unit.kiosk.installation import LOG_NAME, NO_CAMERA, install
from tests.unit.kiosk.real_kiosk import LIMIT_S, RealKiosk, running

SIZE_PX = (1080, 1920)

pytestmark = pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable()))


@contextmanager
def display_environment(kind: DisplayKind) -> Iterator[dict[str, str]]:
    if kind is DisplayKind.OFFSCREEN:
        yield {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    else:
        with open_display(kind, SIZE_PX) as display:
            yield display.environment


@contextmanager
def started(program: Path, folder: Path, kind: DisplayKind) -> Iterator[RealKiosk]:
    config = install(folder, f"{NO_CAMERA}[sound]\nkind = 'none'\n")
    with (
        display_environment(kind) as environment,
        PrivatePcscd() as daemon,
        running(
            config,
            {**environment, **daemon.environment},
            log_file=folder / LOG_NAME,
            program=[program],
        ) as kiosk,
    ):
        kiosk.wait_until_open()
        yield kiosk


@pytest.mark.parametrize("kind", DisplayKind)
def test_it_opens_and_ends_when_told(program: Path, tmp_path: Path, kind: DisplayKind) -> None:
    with started(program, tmp_path, kind) as kiosk:
        # The delivery process, a process of its own, is at work: it looks for the service.
        kiosk.wait_for("the delivery process", lambda: kiosk.logged("service_lost") > 0)
    assert (kiosk.process.returncode, kiosk.said) == (0, "")


def test_it_starts_again_when_it_is_killed(program: Path, tmp_path: Path) -> None:
    with started(program, tmp_path, DisplayKind.OFFSCREEN) as kiosk:
        os.kill(kiosk.kiosk_pid, signal.SIGKILL)
        kiosk.wait_until_open(times=2)
    assert kiosk.process.returncode == 0
    assert "kiosk_ended" in kiosk.said


def test_programs_of_the_system_get_the_environment_it_was_started_with(
    program: Path, tmp_path: Path
) -> None:
    """A compositor that took its libraries from the bundle would break with the next update."""
    compositor = tmp_path / "compositor"
    compositor.write_text(f"#!/bin/sh\nenv > {tmp_path}/environment\n", "utf-8")
    compositor.chmod(0o755)
    subprocess.run(
        [program, "run", "--config", tmp_path / "none.toml", "--inside", compositor],
        env={**os.environ, "LD_LIBRARY_PATH": "/of/the/machine"},
        timeout=LIMIT_S,
        check=True,
    )
    assert "LD_LIBRARY_PATH=/of/the/machine" in (tmp_path / "environment").read_text().splitlines()


def test_without_a_camera_no_face_model_is_loaded(
    program: Path, bundle: Path, rules: ModuleType, tmp_path: Path
) -> None:
    """It runs where there is none."""
    without = tmp_path / "without-models"
    shutil.copytree(bundle, without, symlinks=True)
    shutil.rmtree(without / "_internal" / rules.MODELS)
    with started(without / program.name, tmp_path, DisplayKind.OFFSCREEN) as kiosk:
        pass
    assert (kiosk.process.returncode, kiosk.said) == (0, "")
