"""A display of one's own: an X server in memory, for Wayland with cage in it; to touch and see.

Taps and keys go in at the X server (XTEST), so they take the way of a finger on a real panel:
window system, Qt's platform plugin, scene. Under Wayland the X server is cage's screen and hands,
since cage 0.1 takes no virtual pointer without one. Pictures are the X server's own memory: what
a patient would see, whoever drew it.

Debian packages: xvfb, xdotool, util-linux; for Wayland cage.
"""

import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiosk.errors import SetupFault

_START_LIMIT_S = 120.0
_END_LIMIT_S = 5.0
_PICTURE_LIMIT_S = 0.5
_PICTURE_POLL_S = 0.05
_NOBODY = "65534"

# What a developer's session or a test run has chosen is not what a kiosk's machine chooses.
_FOREIGN = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XAUTHORITY", "XDG_SESSION_TYPE")
_FOREIGN_PREFIXES = ("QT_", "QSG_", "WLR_")


class DisplayKind(Enum):
    OFFSCREEN = "offscreen"
    """No display: Qt draws into memory, with the software renderer."""
    X11 = "x11"
    """As in a desktop session: OpenGL, fullscreen, no window manager."""
    WAYLAND = "wayland"
    """As under the shipped unit: cage, OpenGL, fullscreen."""


class Display:
    """One screen; what is done here is done to whatever window lies on it."""

    def __init__(
        self,
        size_px: tuple[int, int],
        x_display: str,
        memory: Path,
        environment: dict[str, str],
    ) -> None:
        self.size_px = size_px
        self.environment = environment
        """Of a process that is to open its window here; all of it, for `subprocess.run(env=…)`."""
        self._memory = memory
        self._x_display = x_display

    def tap(self, x_px: int, y_px: int, button: int = 1) -> None:
        """Press and release there, as a finger that points at the screen, or another button."""
        pressed = str(button)
        self._act("mousemove", str(x_px), str(y_px), "mousedown", pressed, "mouseup", pressed)

    def drag(self, from_px: tuple[int, int], to_px: tuple[int, int]) -> None:
        """Press at one place, and release at another."""
        start, end = map(str, from_px), map(str, to_px)
        self._act("mousemove", *start, "mousedown", "1", "mousemove", *end, "mouseup", "1")

    def press(self, key: str) -> None:
        """Press a key and release it, by X's name: `Return`, `5`, `alt+F4`."""
        self._act("key", key)

    def picture(self) -> NDArray[np.uint8]:
        """All that is on the screen at this moment: BGR, height × width × 3."""
        return _read_dump(self._memory)

    def still_picture(self) -> NDArray[np.uint8]:
        """A picture that stays so for a moment, or the last one where something always moves."""
        deadline = time.monotonic() + _PICTURE_LIMIT_S
        last = self.picture()
        while time.monotonic() < deadline:
            time.sleep(_PICTURE_POLL_S)
            now = self.picture()
            if np.array_equal(now, last):
                break
            last = now
        return last

    def _act(self, *what: str) -> None:
        _xdotool(self._x_display, *what)


@contextmanager
def open_display(kind: DisplayKind, size_px: tuple[int, int]) -> Iterator[Display]:
    """Of the kind X11 or WAYLAND. Ends with the context, and with the process, or the thread, that
    opened it, however that ends.

    Raises `SetupFault` when a program is missing or does not come up.
    """
    _find("Xvfb", "xdotool", "setpriv", *(["cage"] if kind is DisplayKind.WAYLAND else []))
    with tempfile.TemporaryDirectory(prefix="uketsuke-display-") as name:
        folder = Path(name)
        with _x_server(size_px, folder) as x_display:
            memory = folder / "Xvfb_screen0"
            if kind is DisplayKind.X11:
                yield Display(size_px, x_display, memory, _environment(DISPLAY=x_display))
                return
            with _cage(size_px, x_display, folder) as socket:
                environment = _environment(WAYLAND_DISPLAY=str(socket))
                yield Display(size_px, x_display, memory, environment)


def _find(*programs: str) -> None:
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        raise SetupFault(f"For a real display {', '.join(missing)} must be installed: make setup.")


def _environment(**changes: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _FOREIGN and not name.startswith(_FOREIGN_PREFIXES)
    }
    return kept | changes


@contextmanager
def _x_server(size_px: tuple[int, int], folder: Path) -> Iterator[str]:
    """Yields its display's name."""
    width_px, height_px = size_px
    command = [
        # Also when this process is killed: then the kernel ends it.
        *("setpriv", "--pdeathsig", "TERM"),
        *("Xvfb", "-displayfd", "1", "-screen", "0", f"{width_px}x{height_px}x24"),
        *("-fbdir", str(folder), "-noreset", "-nolisten", "tcp"),
    ]
    with _started(command) as process:
        yield f":{_first_line(process, 'Xvfb')}"
        process.terminate()


@contextmanager
def _cage(size_px: tuple[int, int], x_display: str, folder: Path) -> Iterator[Path]:
    """Yields its socket. cage lives as long as the program it shows; this one shows nothing and
    waits for its input to end, which it also does when this process is killed."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    environment = _environment(
        DISPLAY=x_display,
        XDG_RUNTIME_DIR=str(runtime),
        WLR_BACKENDS="x11",
        WLR_RENDERER="pixman",  # An X server in memory gives a compositor no GL.
    )
    shown = 'echo "$WAYLAND_DISPLAY"; exec cat'
    command = [*_as_nobody(folder, runtime), "cage", "-d", "--", "sh", "-c", shown]
    with _started(command, env=environment) as process:
        name = _first_line(process, "cage")
        _fill_screen(size_px, x_display)
        yield runtime / name


def _as_nobody(folder: Path, runtime: Path) -> list[str]:
    """cage refuses to run as root."""
    if os.geteuid() != 0:
        return []
    folder.chmod(0o711)
    os.chown(runtime, int(_NOBODY), int(_NOBODY))
    return ["setpriv", "--reuid", _NOBODY, "--regid", _NOBODY, "--clear-groups"]


def _fill_screen(size_px: tuple[int, int], x_display: str) -> None:
    """The only window becomes as large as the screen: wlroots always opens it at 1024×768."""
    where = _xdotool(x_display, "mousemove", "1", "1", "getmouselocation", "--shell")
    window = dict(line.split("=") for line in where.split())["WINDOW"]
    _xdotool(x_display, "windowsize", "--sync", window, *map(str, size_px))


def _xdotool(x_display: str, *what: str) -> str:
    return subprocess.run(
        ["xdotool", *what],
        env={**os.environ, "DISPLAY": x_display},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=_START_LIMIT_S,
        check=True,
    ).stdout


@contextmanager
def _started(
    command: Sequence[str], env: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[str]]:
    """The process; its input ends with the context, and soon after the process itself."""
    with subprocess.Popen(
        command,
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
        start_new_session=True,  # Ctrl-C is ours; it ends when we do.
    ) as process:
        assert process.stdin is not None  # noqa: S101 - Opened above.
        try:
            yield process
            process.stdin.close()
            process.wait(_END_LIMIT_S)
        except subprocess.TimeoutExpired:
            pass
        finally:
            process.kill()


def _first_line(process: subprocess.Popen[str], name: str) -> str:
    """What it says when it is ready; raises `SetupFault` when it does not."""
    assert process.stdout is not None  # noqa: S101 - `_started` opens it.
    can_read, _, _ = select.select([process.stdout], [], [], _START_LIMIT_S)
    line = process.stdout.readline().strip() if can_read else ""
    if not line:
        raise SetupFault(f"{name} does not start (exit code {process.poll()}).")
    return line


# Fields of the header of an X window dump (XWDFile.h), each of four bytes, big-endian.
_HEADER_SIZE, _WIDTH, _HEIGHT, _BYTES_PER_LINE, _COLOURS = 0, 4, 5, 12, 19
_FIELDS = 25
_BYTES_PER_COLOUR = 12


def _read_dump(path: Path) -> NDArray[np.uint8]:
    data = np.fromfile(path, np.uint8)
    header = data[: 4 * _FIELDS].view(">u4").astype(int)
    height, width, stride = header[_HEIGHT], header[_WIDTH], header[_BYTES_PER_LINE]
    start = header[_HEADER_SIZE] + header[_COLOURS] * _BYTES_PER_COLOUR
    rows = data[start : start + height * stride].reshape(height, stride)
    return np.ascontiguousarray(rows[:, : 4 * width].reshape(height, width, 4)[:, :, :3])
