"""`uketsuke demo` as somebody tries it: one window, and a whole face session by mouse."""

import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from consent.port import Item
from kiosk.session.screens import ChooseMethod, FaceOffer, PinOffer, Question, Screen
from simulation.demo.world import PICTURES, default_world
from simulation.rehearsal.display import Display, DisplayKind, open_display
from tests.ui.conftest import glass_of, languages  # noqa: F401 - fixtures
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import named

UKETSUKE = Path(sys.executable).parent / "uketsuke"
"""What `make demo` runs."""
LIMIT_S = 120
WAITING_FOR_A_TAP = ("ChoosingMethod", "Asking")
SIZE_PX = (1700, 1000)
KIOSK_PX = (534, 950)
"""What is left for it there: 95 % of the height."""

pytestmark = pytest.mark.skipif(
    not all((default_world().photos / name).is_file() for name in PICTURES),
    reason="the demo people's photographs are not set up (make setup)",
)


class Demo:
    def __init__(self, process: "subprocess.Popen[bytes]", display: Display, log: Path) -> None:
        self._process = process
        self._display = display
        self._log = log

    def tap_until(self, at_px: tuple[int, int], left: Callable[[list[str]], bool]) -> None:
        """A screen that has just come takes no taps: again, as a person does."""
        deadline = time.monotonic() + LIMIT_S
        while not left(self._phases()):
            assert time.monotonic() < deadline, f"still {self._phases()}"
            assert self._process.poll() is None, "the demo has ended"
            if self._phases()[-1:] in ([phase] for phase in WAITING_FOR_A_TAP):
                self._display.tap(*at_px)
            threading.Event().wait(0.5)

    def _phases(self) -> list[str]:
        text = self._log.read_text("utf-8") if self._log.exists() else ""
        return re.findall(r'"to_phase": "(\w+)"', text)


@pytest.fixture(params=[DisplayKind.X11, DisplayKind.WAYLAND])
def demo(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Demo]:
    for name in ("photos", "cards"):
        (tmp_path / name).symlink_to(default_world().root / name)
    with open_display(request.param, SIZE_PX) as display:
        process = subprocess.Popen(
            [UKETSUKE, "demo", "--person", "hanako"],
            cwd=tmp_path,  # What is found must not depend on where it is started.
            env={**display.environment, "UKETSUKE_DEMO_DIR": str(tmp_path)},
        )
        try:
            yield Demo(process, display, tmp_path / "kiosk.log")
            process.terminate()
            assert process.wait(LIMIT_S) == 0
        finally:
            process.kill()


@pytest.fixture
def place_of(glass_of: Callable[..., Glass]) -> Callable[[Screen, str], tuple[int, int]]:  # noqa: F811
    """Where a control of a screen lies in the demo's window, whose left part is the kiosk."""

    def find(screen: Screen, control: str) -> tuple[int, int]:
        glass = glass_of((*KIOSK_PX, 396.0))
        glass.show(screen)
        item = named(glass.window, control)
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        return middle.x(), middle.y()

    return find


def test_a_face_session_by_mouse(
    demo: Demo, place_of: Callable[[Screen, str], tuple[int, int]]
) -> None:
    choose = place_of(ChooseMethod(FaceOffer.READY, PinOffer.READY, None), "chooseFace")
    agree = place_of(Question(Item.MEDICAL_AND_MEDICINES), "agree")
    # On a machine with much else to do, the person's moves may come too late: then once more.
    demo.tap_until(choose, lambda phases: "Asking" in phases)
    demo.tap_until(agree, lambda phases: "Completed" in phases)
