"""The real camera: OpenCV's capture in a thread of its own, which reopens a lost device."""

import errno
import fcntl
import os
import stat
import struct
import sys
import threading

import cv2
import numpy as np
import structlog

from faceauth.camera.device_names import device_node
from faceauth.camera.frame_slot import FrameSlot
from faceauth.errors import CameraLost
from faceauth.port import CameraProblem, Frame

_WIDTH_PX, _HEIGHT_PX = 1280, 720
"""Asked for; the driver falls back to what it can."""

_FRAMES_PER_SECOND = 30

_OPEN_TIMEOUT_MS = 5000
"""USB cameras take one to three seconds to their first picture."""

_RETRY_MS = 500
"""Between two tries to open a lost device: plugging in feels immediate, and nothing is burnt."""

_STOP_TIMEOUT_S = 12
"""OpenCV's Video4Linux reader gives up a silent device after 10 s; its read cannot be broken."""

_EXPOSE_BY_ITSELF = 3
"""V4L2_EXPOSURE_APERTURE_PRIORITY, the only automatic that UVC cameras commonly have."""

_TURNS = {
    0: None,
    90: cv2.ROTATE_90_CLOCKWISE,
    180: cv2.ROTATE_180,
    270: cv2.ROTATE_90_COUNTERCLOCKWISE,
}

_log = structlog.get_logger(__name__)


class OpenCvCamera:
    """`Camera` on a device that OpenCV can capture from.

    `device` is an index ("0") or, on Linux, a path ("/dev/video0", "/dev/v4l/by-id/…"). A camera
    that is mounted turned has its pictures turned clockwise by `turn_degrees`: 0, 90, 180 or 270.
    """

    def __init__(self, device: str, turn_degrees: int = 0) -> None:
        self._device = device
        self._turn = _TURNS[turn_degrees]
        self._slot = FrameSlot(device)
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def open(self) -> None:
        """Start capturing and wait for the first picture.

        Raises `CameraLost` when none comes; the camera goes on trying until `close`.
        """
        if self._thread is None:
            self._stop.clear()
            self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
            self._thread.start()
        if self._slot.latest(0.0, _OPEN_TIMEOUT_MS) is None:
            raise CameraLost(CameraProblem.STOPPED, self._device)

    def latest(self, newer_than_ms: float, timeout_ms: int) -> Frame | None:
        return self._slot.latest(newer_than_ms, timeout_ms)

    def close(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join(_STOP_TIMEOUT_S)
            self._thread = None
        self._slot.clear()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                capture = open_capture(self._device)
            except CameraLost as lost:
                self._slot.fail(lost.why)
            else:
                self._capture_until_lost(capture)
            self._stop.wait(_RETRY_MS / 1000)

    def _capture_until_lost(self, capture: cv2.VideoCapture) -> None:
        _log.info("camera_opened", device=self._device)
        try:
            while not self._stop.is_set():
                there, bgr = capture.read()
                if not there:
                    problem = _problem_of_node(self._device) or CameraProblem.STOPPED
                    _log.warning("camera_lost", device=self._device, problem=problem.value)
                    self._slot.fail(problem)
                    return
                if not is_colour(bgr):
                    _log.warning("camera_lost", device=self._device, problem="wrong_format")
                    self._slot.fail(CameraProblem.WRONG_FORMAT)
                    return
                turned = bgr if self._turn is None else cv2.rotate(bgr, self._turn)
                self._slot.put(np.asarray(turned, np.uint8))
        finally:
            capture.release()


def probe(device: str) -> None:
    """Take one picture and let go, for the start-up check.

    Raises `CameraLost`, whose message names the device and the remedy.
    """
    capture = open_capture(device)
    try:
        there, bgr = capture.read()
    finally:
        capture.release()
    if not there:
        raise CameraLost(CameraProblem.STOPPED, device)
    if not is_colour(bgr):
        raise CameraLost(CameraProblem.WRONG_FORMAT, device)


def is_colour(picture: object) -> bool:
    """Infrared and depth cameras deliver something else, in which no face is found."""
    return (
        isinstance(picture, np.ndarray)
        and picture.dtype == np.uint8
        and picture.ndim == 3
        and picture.shape[2] == 3
    )


def open_capture(device: str) -> cv2.VideoCapture:
    """Open and set up the device; raises `CameraLost`."""
    problem = _problem_of_node(device)
    if problem:
        raise CameraLost(problem, device)
    on_linux = sys.platform == "linux"
    backend = cv2.CAP_V4L2 if on_linux else cv2.CAP_ANY
    capture = cv2.VideoCapture(int(device) if device.isdigit() else device, backend)
    if not capture.isOpened():
        # The node can be opened, so on Linux somebody else is streaming from it.
        raise CameraLost(CameraProblem.BUSY if on_linux else CameraProblem.ABSENT, device)
    # Uncompressed 720p does not fit through USB 2 at 30 frames/s; MJPG does.
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, _WIDTH_PX)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _HEIGHT_PX)
    capture.set(cv2.CAP_PROP_FPS, _FRAMES_PER_SECOND)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # An old picture is worth nothing.
    # Against a window behind the patient; drivers without it take no notice.
    capture.set(cv2.CAP_PROP_AUTO_EXPOSURE, _EXPOSE_BY_ITSELF)
    capture.set(cv2.CAP_PROP_BACKLIGHT, 1)
    return capture


def _problem_of_node(device: str) -> CameraProblem | None:
    """Ask the operating system for the reason, which OpenCV keeps to itself; Linux only."""
    if sys.platform != "linux":
        return None
    try:
        descriptor = os.open(device_node(device), os.O_RDWR | os.O_NONBLOCK)
    except OSError as error:
        return problem_of_errno(error.errno or 0)
    try:
        if not stat.S_ISCHR(os.fstat(descriptor).st_mode):
            return CameraProblem.ABSENT  # A clip must not pass for a camera.
        return None if _can_capture(descriptor) else CameraProblem.NO_CAPTURE
    finally:
        os.close(descriptor)


_QUERYCAP = 0x80685600
"""VIDIOC_QUERYCAP: struct v4l2_capability of 104 bytes."""

_CAPABILITIES_AT = 84
_DEVICE_CAPS_AT = 88
_VIDEO_CAPTURE = 0x0000_0001 | 0x0000_1000
"""V4L2_CAP_VIDEO_CAPTURE, or the same in planes."""

_DEVICE_CAPS = 0x8000_0000
"""The node tells its own capabilities beside those of the whole device."""


def _can_capture(descriptor: int) -> bool:
    """A USB camera has a second node, for metadata: it opens, and no picture ever comes."""
    answer = bytearray(104)
    try:
        fcntl.ioctl(descriptor, _QUERYCAP, answer)
    except OSError:
        return False  # No node of Video4Linux.
    (capabilities,) = struct.unpack_from("<I", answer, _CAPABILITIES_AT)
    if capabilities & _DEVICE_CAPS:
        (capabilities,) = struct.unpack_from("<I", answer, _DEVICE_CAPS_AT)
    return bool(capabilities & _VIDEO_CAPTURE)


def problem_of_errno(number: int) -> CameraProblem:
    """What the operating system's refusal to open a device node means."""
    if number in (errno.EACCES, errno.EPERM):
        return CameraProblem.PERMISSION_DENIED
    if number == errno.EBUSY:
        return CameraProblem.BUSY
    return CameraProblem.ABSENT
