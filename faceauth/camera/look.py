"""What a camera delivers while nobody is received: for who sets it up."""

import time
from dataclasses import dataclass

import cv2
import numpy as np

from faceauth.camera.opencv_camera import is_colour, open_capture
from faceauth.errors import CameraLost
from faceauth.images import grey_from_bgr
from faceauth.port import CameraProblem

_SETTLE_FRAMES = 10
"""Exposure and focus find themselves meanwhile."""

_MEASURED_FRAMES = 20


@dataclass(frozen=True)
class CameraLook:
    width_px: int
    height_px: int
    frames_per_s: float
    brightness: float
    """Mean, 0 black to 255 white."""
    sharpness: float
    """Variance of the Laplacian; near 0 for a covered lens, or one far out of focus."""


def look_through(device: str) -> CameraLook:
    """Take some frames; raises `CameraLost`, whose message names the device and the remedy."""
    capture = open_capture(device)
    try:
        for _ in range(_SETTLE_FRAMES):
            capture.grab()
        started_s = time.monotonic()
        for _ in range(_MEASURED_FRAMES):
            there, bgr = capture.read()
            if not there:
                raise CameraLost(CameraProblem.STOPPED, device)
        elapsed_s = time.monotonic() - started_s
    finally:
        capture.release()
    if not is_colour(bgr):
        raise CameraLost(CameraProblem.WRONG_FORMAT, device)
    grey = grey_from_bgr(np.asarray(bgr, np.uint8))
    return CameraLook(
        width_px=grey.shape[1],
        height_px=grey.shape[0],
        frames_per_s=_MEASURED_FRAMES / elapsed_s,
        brightness=float(grey.mean()),
        sharpness=float(cv2.Laplacian(grey, cv2.CV_32F).var()),
    )
