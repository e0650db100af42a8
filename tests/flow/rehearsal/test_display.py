"""A display of one's own: what a window draws is seen, what is done to it arrives, none is left."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kiosk.errors import SetupFault
from simulation.rehearsal.display import Display, DisplayKind, open_display
from tests.unit.kiosk.real_kiosk import descendants_of, wait_until_gone

LIMIT_S = 60
POLL_S = 0.02
REAL = [DisplayKind.X11, DisplayKind.WAYLAND]
SIZES = [(1080, 1920), (1920, 1080)]

# Grey, the upper left quarter red; a tap there turns all of it green, Enter turns it blue.
WINDOW = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QRasterWindow

class Window(QRasterWindow):
    colours = "grey", "red"

    def paintEvent(self, event):
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), self.height(), QColor(self.colours[0]))
        painter.fillRect(0, 0, self.width() // 2, self.height() // 2, QColor(self.colours[1]))

    def mousePressEvent(self, event):
        if event.position().x() < self.width() / 2 and event.position().y() < self.height() / 2:
            self.colours = "lime", "lime"
            self.update()

    def keyPressEvent(self, event):
        if event.key() == Qt.Key.Key_Return:
            self.colours = "blue", "blue"
            self.update()

application = QGuiApplication(sys.argv)
window = Window()
window.resize(application.primaryScreen().size())  # Nobody does it without a window manager.
window.showFullScreen()
application.exec()
"""


@contextmanager
def window_on(display: Display) -> Iterator[None]:
    process = subprocess.Popen([sys.executable, "-c", WINDOW], env=display.environment)
    try:
        yield
    finally:
        process.kill()
        process.wait()


def wait_for_colours(display: Display, *wanted: tuple[int, int, int]) -> None:
    """Of a pixel near the upper left corner and of one near the lower right: blue, green, red."""
    deadline = time.monotonic() + LIMIT_S
    while True:
        picture = display.picture()
        seen = tuple(picture[50, 50].tolist()), tuple(picture[-50, -50].tolist())
        if seen == wanted:
            return
        assert time.monotonic() < deadline, f"the screen shows {seen}"
        time.sleep(POLL_S)


@pytest.mark.parametrize("size_px", SIZES, ids=["portrait", "landscape"])
@pytest.mark.parametrize("kind", REAL)
def test_a_window_fills_it_and_is_touched(kind: DisplayKind, size_px: tuple[int, int]) -> None:
    with open_display(kind, size_px) as display, window_on(display):
        wait_for_colours(display, (0, 0, 255), (128, 128, 128))
        width_px, height_px = size_px
        assert display.picture().shape == (height_px, width_px, 3)
        display.tap(width_px * 3 // 4, height_px // 4)  # Beside the red quarter: nothing happens.
        display.press("Return")
        wait_for_colours(display, (255, 0, 0), (255, 0, 0))
        display.tap(width_px // 4, height_px // 4)
        wait_for_colours(display, (0, 255, 0), (0, 255, 0))


@pytest.mark.parametrize("kind", REAL)
def test_it_does_not_outlive_its_owner(kind: DisplayKind) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, kind.value], stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert owner.stdout is not None
    assert owner.stdout.readline() == "open\n"
    started = descendants_of(owner.pid)
    assert len(started) >= (1 if kind is DisplayKind.X11 else 2)  # An X server, and cage in it.
    owner.send_signal(signal.SIGKILL)
    owner.wait()
    owner.stdout.close()
    wait_until_gone(started)


# Opens it, then waits to be killed.
OWNER = """
import sys, threading
from simulation.rehearsal.display import DisplayKind, open_display

with open_display(DisplayKind(sys.argv[1]), (1080, 1920)):
    print("open", flush=True)
    threading.Event().wait()
"""


@pytest.mark.parametrize("kind", REAL)
def test_its_window_is_chosen_by_nothing_of_ours(
    kind: DisplayKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A test run draws with the software renderer; a window on a real display must not."""
    monkeypatch.setenv("QT_QUICK_BACKEND", "software")
    monkeypatch.setenv("QSG_RENDER_LOOP", "basic")
    with open_display(kind, (800, 480)) as display:
        assert not [name for name in display.environment if name.startswith(("QT_", "QSG_"))]


def test_a_missing_program_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(SetupFault, match=r"Xvfb.*cage"), open_display(DisplayKind.WAYLAND, (1, 1)):
        pass
