"""The camera above the card, which the surface scanner looks through; and a kiosk without one."""

from faceauth.errors import CameraLost
from faceauth.port import BgrImage, Camera
from reader.errors import SurfaceUnreadable
from reader.port import SurfaceReading

SETTLED_MS = 600
"""A camera's exposure and focus find themselves in its first pictures; those are not read."""

FRAME_WAIT_MS = 2_000


class SurfaceFrames:
    """Implements `reader.surface.ocr.FrameSource`; the camera is on only while it looks."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera

    def frame(self) -> BgrImage:
        """Raises `SurfaceUnreadable` when no picture comes."""
        try:
            self._camera.open()
            first = self._camera.latest(0.0, FRAME_WAIT_MS)
            settled = None
            if first is not None:
                settled = self._camera.latest(first.captured_at_ms + SETTLED_MS, FRAME_WAIT_MS)
        except CameraLost as lost:
            raise SurfaceUnreadable(str(lost)) from lost
        finally:
            self._camera.close()
        if settled is None:
            raise SurfaceUnreadable("The camera above the card delivers no picture.")
        return settled.bgr


class NoSurfaceScanner:
    """Implements `SurfaceScanner` where there is no camera: what is printed has to be typed."""

    def scan(self) -> SurfaceReading:
        raise SurfaceUnreadable("This kiosk has no camera above the card.")
