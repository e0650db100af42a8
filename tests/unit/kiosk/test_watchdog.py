"""A kiosk that stands still is noticed, ends and comes back: `uketsuke run` in a real window."""

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from simulation.card_slot.pcscd import PrivatePcscd, why_unavailable
from simulation.rehearsal.display import DisplayKind, open_display
from tests.unit.kiosk.real_kiosk import (
    LIMIT_S,
    RealKiosk,
    children_of,
    descendants_of,
    running,
    wait_until_gone,
)

pytestmark = pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable()))

HOOK = Path(__file__).parent / "misbehaves_on_signal"
SIZE_PX = (540, 960)  # Small: the CPU draws in the place of a GPU.


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    with (
        open_display(DisplayKind.X11, SIZE_PX) as display,
        PrivatePcscd() as daemon,
    ):
        path = os.pathsep.join([str(HOOK), str(Path.cwd()), os.environ.get("PYTHONPATH", "")])
        yield {**display.environment, **daemon.environment, "PYTHONPATH": path}


@pytest.fixture
def kiosk(installed_without_camera: Path, environment: dict[str, str]) -> Iterator[RealKiosk]:
    with ExitStack() as stack:
        started = stack.enter_context(
            running(
                installed_without_camera,
                environment,
                log_file=installed_without_camera.parent / "kiosk.jsonl",
            )
        )
        started.wait_until_open()
        yield started


def test_a_screen_that_hangs_in_python_comes_back_and_says_where_it_hung(kiosk: RealKiosk) -> None:
    os.kill(kiosk.kiosk_pid, signal.SIGUSR1)
    kiosk.wait_until_open(2)
    assert "sitecustomize.py" in kiosk.said
    assert "in hang" in kiosk.said
    assert kiosk.logged("kiosk_restarted") == 1


def test_a_process_that_is_stopped_is_killed_and_comes_back(kiosk: RealKiosk) -> None:
    before = kiosk.kiosk_pid
    family = [before, *descendants_of(before)]
    os.kill(before, signal.SIGSTOP)
    kiosk.wait_until_open(2)
    wait_until_gone(family)


def test_a_crash_comes_back_at_once(kiosk: RealKiosk) -> None:
    os.kill(kiosk.kiosk_pid, signal.SIGKILL)
    kiosk.wait_until_open(2)
    assert kiosk.logged("kiosk_restarted") == 1


def test_a_crash_while_it_comes_back_is_no_end(kiosk: RealKiosk) -> None:
    for _ in range(2):
        before = kiosk.kiosk_pid
        os.kill(before, signal.SIGKILL)
        kiosk.wait_for("another start", partial(is_another, kiosk, before))
    kiosk.wait_until_open(2)
    assert kiosk.logged("kiosk_restarted") == 1


def is_another(kiosk: RealKiosk, before: int) -> bool:
    return any(pid != before for pid in children_of(kiosk.process.pid))


def test_a_window_that_is_gone_ends_the_kiosk_which_comes_back(kiosk: RealKiosk) -> None:
    os.kill(kiosk.kiosk_pid, signal.SIGUSR2)
    kiosk.wait_until_open(2)
    assert kiosk.logged("window_closed") == 1
    assert kiosk.logged("kiosk_restarted") == 1


@pytest.mark.parametrize("how", [signal.SIGUSR1, signal.SIGSTOP])
def test_sigterm_ends_it_also_when_the_screen_hangs(kiosk: RealKiosk, how: signal.Signals) -> None:
    family = [kiosk.process.pid, *descendants_of(kiosk.process.pid)]
    os.kill(kiosk.kiosk_pid, how)
    kiosk.process.terminate()
    assert kiosk.process.wait(LIMIT_S) == 0
    wait_until_gone(family)


def test_a_kiosk_that_nobody_watches_any_more_ends(kiosk: RealKiosk) -> None:
    family = descendants_of(kiosk.process.pid)
    kiosk.process.kill()
    wait_until_gone(family)
