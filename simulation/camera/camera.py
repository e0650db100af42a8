"""A camera without hardware: shows a scene that another process steers through a control file."""

import threading
from pathlib import Path

import structlog

from faceauth.camera.frame_slot import FrameSlot, now_ms
from faceauth.port import BgrImage, CameraProblem, Frame
from simulation.camera.clip import Clip
from simulation.camera.control import CameraHandler, CameraState, control_file
from simulation.camera.head_motion import Move, posture_at
from simulation.camera.scene import Scene
from simulation.control_file import ControlFile
from simulation.errors import SimulationFault

__all__ = ["CameraHandler", "SimulatedCamera"]

_FRAME_MS = 1000 / 30
_FIRST_FRAME_TIMEOUT_MS = 5000

_log = structlog.get_logger(__name__)


class SimulatedCamera:
    """`Camera` at 30 frames/s, 1280 × 720; reads `camera.json` of the control folder.

    Unplugged while it is open it does not come back to who had it: plugged in again a real one is
    another file, which a session worker has given up to open (docs/adr/0043).
    """

    def __init__(self, control_dir: Path, photos_dir: Path) -> None:
        self._file = control_file(control_dir)
        self._photos_dir = photos_dir
        self._slot = FrameSlot("simulated")
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def open(self) -> None:
        """Start and wait for the first picture; raises `CameraLost` while unplugged."""
        if self._thread is None:
            self._stop.clear()
            self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
            self._thread.start()
        self._slot.latest(0.0, _FIRST_FRAME_TIMEOUT_MS)

    def latest(self, newer_than_ms: float, timeout_ms: int) -> Frame | None:
        return self._slot.latest(newer_than_ms, timeout_ms)

    def close(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._slot.clear()

    def _run(self) -> None:
        projector = _Projector(self._file, self._photos_dir)
        was_unplugged = False
        due_ms = now_ms()
        while not self._stop.is_set():
            bgr = projector.next_picture()
            if bgr is None:
                was_unplugged = True
                self._slot.fail(CameraProblem.ABSENT)
            elif was_unplugged:
                self._slot.fail(CameraProblem.PERMISSION_DENIED)
            else:
                self._slot.put(bgr)
            # After a stall go on from now: a camera does not catch up.
            due_ms = max(due_ms + _FRAME_MS, now_ms())
            self._stop.wait((due_ms - now_ms()) / 1000)


class _Projector:
    """Turns the state into pictures, one after the other."""

    def __init__(self, file: ControlFile[CameraState], photos_dir: Path) -> None:
        self._file = file
        self._photos_dir = photos_dir
        self._state = file.read()
        self._view = self._open_view()
        self._number = 0
        self._last: BgrImage | None = None
        self._move: Move | None = None
        self._move_asked_at_ms = 0.0

    def next_picture(self) -> BgrImage | None:
        """None while the camera is unplugged."""
        self._follow_state()
        if not self._state.plugged:
            self._last = None
            return None
        if self._state.frozen and self._last is not None:
            return self._last
        self._number += 1
        self._last = self._picture()
        return self._last

    def _picture(self) -> BgrImage:
        if isinstance(self._view, Clip) or self._move is None:
            return self._view.frame(self._number, self._state.dark)
        posture = posture_at(self._move, now_ms() - self._move_asked_at_ms, self._view.reach)
        return self._view.frame(self._number, self._state.dark, posture)

    def _follow_state(self) -> None:
        changed = self._file.read_if_changed()
        if changed is None:
            return
        before, self._state = self._state, changed
        if _shown(before) != _shown(self._state):
            self._view = self._open_view()
        if self._state.move and before.moves_made != self._state.moves_made:
            self._move, self._move_asked_at_ms = Move(self._state.move), now_ms()

    def _open_view(self) -> Scene | Clip:
        try:
            if self._state.clip:
                return Clip(Path(self._state.clip))
            return Scene(self._state.picture, self._photos_dir, self._state.wears)
        except SimulationFault as missing:
            _log.error("picture_missing", reason=str(missing))
            return Scene(None, self._photos_dir)


def _shown(state: CameraState) -> tuple[str | None, ...]:
    return state.picture, state.wears, state.clip
