"""Where a camera's thread leaves its newest picture and everybody else takes it."""

import threading
import time

from faceauth.errors import CameraLost
from faceauth.port import BgrImage, CameraProblem, Frame

_STOPPED_AFTER_MS = 2000
"""A camera that adjusts to light may pause for some hundred milliseconds; not for so long."""


def now_ms() -> float:
    return time.monotonic() * 1000


class FrameSlot:
    """Holds one frame, the latest; thread-safe."""

    def __init__(self, device: str) -> None:
        self._device = device
        self._changed = threading.Condition()
        self._frame: Frame | None = None
        self._problem: CameraProblem | None = None
        self._alive_at_ms = now_ms()

    def put(self, bgr: BgrImage) -> None:
        """Publish a picture taken now; the slot keeps the array."""
        with self._changed:
            self._alive_at_ms = now_ms()
            self._frame = Frame(bgr, self._alive_at_ms)
            self._problem = None
            self._changed.notify_all()

    def fail(self, problem: CameraProblem) -> None:
        """Tell every reader that the camera is lost, until the next `put`."""
        with self._changed:
            self._frame = None
            self._problem = problem
            self._changed.notify_all()

    def latest(self, newer_than_ms: float, timeout_ms: int) -> Frame | None:
        """`Camera.latest`: raises `CameraLost` while the camera is."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._problem or self._is_newer(newer_than_ms), timeout_ms / 1000
            )
            if self._problem:
                raise CameraLost(self._problem, self._device)
            if self._is_newer(newer_than_ms):
                return self._frame
            if now_ms() - self._alive_at_ms > _STOPPED_AFTER_MS:
                raise CameraLost(CameraProblem.STOPPED, self._device)
            return None

    def clear(self) -> None:
        """Forget and overwrite the picture, for the end of a session."""
        with self._changed:
            if self._frame is not None and self._frame.bgr.flags.writeable:
                self._frame.bgr.fill(0)
            self._frame = None
            self._problem = None
            self._alive_at_ms = now_ms()

    def _is_newer(self, newer_than_ms: float) -> bool:
        return self._frame is not None and self._frame.captured_at_ms > newer_than_ms
