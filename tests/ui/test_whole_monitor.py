"""The kiosk's window has the whole of its monitor, whatever window systems and hands do with it."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen

from kiosk.screen.whole_monitor import chosen_monitor
from simulation.rehearsal.display import Display, DisplayKind, open_display
from tests.ui.kiosk_parts import Glass
from tests.ui.real_window import run_on, window_on
from tests.visual.gallery import FOLDER, in_gallery_size
from tests.visual.likeness import unlike

WHOLE = (0, 0, 1280, 720)
LEFT = (0, 0, 640, 720)
RIGHT = (640, 0, 640, 720)
SHORTCUTS = (
    *("alt+F4", "ctrl+q", "ctrl+w", "F11", "Escape"),
    *("super", "super+d", "ctrl+alt+Right", "alt+Tab", "alt+space", "alt+Escape"),
    *("super+l", "super+Tab", "ctrl+Escape", "ctrl+alt+t", "ctrl+alt+Delete", "ctrl+shift+i"),
    *("Print", "alt+Print", "Menu", "shift+F10", "ctrl+c", "ctrl+v", "shift+Insert"),
    *(f"F{number}" for number in range(1, 13)),
    *(f"ctrl+alt+F{number}" for number in range(1, 8)),
    *(f"alt+F{number}" for number in (1, 2, 3, 5, 7, 8, 9, 10)),
)
MIDDLE, RIGHT_BUTTON, WHEEL = 2, 3, (4, 5)


@pytest.fixture(params=["bare", "openbox"])
def x11(request: pytest.FixtureRequest) -> Iterator[Display]:
    """Without a window manager, and with one."""
    with open_display(DisplayKind.X11, WHOLE[2:]) as display:
        if request.param == "bare":
            yield display
            return
        with subprocess.Popen(["openbox"], env=display.environment, stderr=subprocess.DEVNULL) as m:
            yield display
            m.terminate()


@pytest.fixture
def two_monitors() -> Iterator[Display]:
    with open_display(DisplayKind.X11, WHOLE[2:]) as display:
        plug(display, "LEFT", LEFT, "screen")
        plug(display, "RIGHT", RIGHT)
        run_on(display, "xdotool", "mousemove", "20", "20")  # Not on an edge of theirs.
        yield display


@pytest.fixture
def errors(tmp_path: Path) -> Path:
    return tmp_path / "stderr"


def plug(
    display: Display, name: str, part: tuple[int, int, int, int], output: str = "none"
) -> None:
    left, top, width, height = part
    geometry = f"{width}/170x{height}/190+{left}+{top}"
    run_on(display, "xrandr", "--setmonitor", name, geometry, output)


def unplug(display: Display, name: str) -> None:
    run_on(display, "xrandr", "--delmonitor", name)


@pytest.mark.parametrize("kind", [DisplayKind.X11, DisplayKind.WAYLAND])
def test_it_fills_the_screen(kind: DisplayKind, errors: Path) -> None:
    with open_display(kind, WHOLE[2:]) as display, window_on(display, errors) as window:
        window.wait_until_on(WHOLE)


def test_it_takes_its_monitor_again_when_it_was_made_smaller_or_moved(
    x11: Display, errors: Path
) -> None:
    with window_on(x11, errors) as window:
        window.wait_until_on(WHOLE)
        for change, seen in (
            (("windowsize", window.id, "300", "200"), "Geometry: 300x200"),
            (("windowmove", window.id, "77", "55"), "Position: 77,55"),
        ):
            assert seen in run_on(x11, "xdotool", *change, "getwindowgeometry", window.id)
            window.wait_until_on(WHOLE)


@pytest.mark.parametrize(("wanted", "part"), [("", LEFT), ("2", RIGHT)])
def test_it_fills_the_chosen_monitor(
    two_monitors: Display, errors: Path, wanted: str, part: tuple[int, int, int, int]
) -> None:
    with window_on(two_monitors, errors, wanted) as window:
        window.wait_until_on(part)


class Monitor:
    """What is asked of a QScreen."""

    def __init__(self, name: str, x: int, y: int) -> None:
        self.name = lambda: name
        self.geometry = lambda: QRect(x, y, 1920, 1080)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("DP-1", "DP-1"),
        ("1", "HDMI-2"),
        ("2", "DP-1"),
        ("3", "HDMI-1"),
        ("4", None),
        ("0", None),
        ("VGA-1", None),
    ],
)
def test_a_monitor_is_known_by_name_or_number_from_the_left(wanted: str, found: str | None) -> None:
    monitors = [Monitor("HDMI-1", 1920, 1080), Monitor("DP-1", 1920, 0), Monitor("HDMI-2", 0, 0)]
    chosen = chosen_monitor(wanted, cast(list[QScreen], monitors))
    assert (None if chosen is None else chosen.name()) == found


def test_it_follows_its_monitor_when_that_changes_goes_and_comes_back(
    two_monitors: Display, errors: Path
) -> None:
    with window_on(two_monitors, errors, "RIGHT") as window:
        window.wait_until_on(RIGHT)
        unplug(two_monitors, "RIGHT")
        window.wait_until_on(LEFT)
        smaller = (700, 100, 500, 600)
        plug(two_monitors, "RIGHT", smaller)
        window.wait_until_on(smaller)
        said = [(line["event"], line["device"]) for line in window.log]
    assert said == [
        ("monitor_used", "RIGHT"),
        ("monitor_used", "LEFT"),
        ("monitor_missing", "RIGHT"),
        ("monitor_used", "RIGHT"),
    ]


def test_a_turned_picture_is_touched_where_it_is_seen(errors: Path) -> None:
    with (
        open_display(DisplayKind.X11, (1920, 1080)) as display,
        window_on(display, errors, turn_degrees=90) as window,
    ):
        window.wait_until_on((0, 0, 1920, 1080))
        upright = cv2.rotate(display.still_picture(), cv2.ROTATE_90_COUNTERCLOCKWISE)
        now = in_gallery_size(np.asarray(upright, np.uint8), "portrait")
        baseline = cv2.imread(str(FOLDER / "1-attract-portrait-ja.png"))
        assert baseline is not None
        assert unlike(now, np.asarray(baseline, np.uint8)) is None
        display.tap(*window.places["callStaff"])
        assert [window.hear(), window.hear()] == ["StillHere", "StaffChosen"]


def test_no_shortcut_closes_hides_or_moves_it(x11: Display, errors: Path) -> None:
    with window_on(x11, errors) as window:
        window.wait_until_on(WHOLE)
        for shortcut in SHORTCUTS:
            x11.press(shortcut)
        x11.tap(*window.places["callStaff"])
        while window.hear() != "StaffChosen":
            pass
        window.wait_until_on(WHOLE)


@pytest.mark.parametrize("kind", [DisplayKind.X11, DisplayKind.WAYLAND])
def test_no_key_button_or_gesture_leads_out_or_means_anything_else(
    kind: DisplayKind, errors: Path
) -> None:
    with open_display(kind, WHOLE[2:]) as display, window_on(display, errors) as window:
        window.wait_until_on(WHOLE)
        staff = window.places["callStaff"]
        for shortcut in SHORTCUTS:
            display.press(shortcut)
        for button in (MIDDLE, RIGHT_BUTTON, *WHEEL):
            display.tap(*staff, button)
        display.drag((1, 360), (1279, 360))
        display.drag((640, 1), (640, 719))
        display.drag(staff, (640, 360))
        window.wait_until_on(WHOLE)
        display.tap(*staff)
        while window.hear() != "StaffChosen":
            pass
        display.press("a")
        assert {window.hear()} == {"StillHere"}


def test_nobody_at_the_window_closes_it(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(fullscreen=True)
    closed = []
    glass.window.closed.connect(lambda: closed.append(True))
    event = QCloseEvent()
    QGuiApplication.sendEvent(glass.window, event)
    assert not event.isAccepted()
    assert glass.window.isVisible()
    QGuiApplication.restoreOverrideCursor()


def test_the_window_of_a_demo_says_that_it_was_closed(glass: Glass) -> None:
    with glass.qtbot.waitSignal(glass.window.closed):
        super(type(glass.window), glass.window).close()
    assert not glass.window.isVisible()
