"""A QR code in a picture, or held before the camera: how a new kiosk is told who it is."""

import time
from pathlib import Path

import cv2
import numpy as np

from common.files import read_regular
from faceauth.port import BgrImage, Camera

_LARGEST_PICTURE_BYTES = 2**24
_NEXT_FRAME_MS = 1000


def in_picture(path: Path) -> bytes | None:
    """What the code in that file says, if there is one. Raises `OSError`."""
    content = read_regular(path, _LARGEST_PICTURE_BYTES)
    image = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR) if content else None
    return None if image is None else _said(image.astype(np.uint8))


def before_camera(camera: Camera, limit_s: float) -> bytes | None:
    """What the first code says that is held before it within `limit_s`. Raises `CameraLost`."""
    deadline = time.monotonic() + limit_s
    seen_ms = 0.0
    while time.monotonic() < deadline:
        frame = camera.latest(seen_ms, _NEXT_FRAME_MS)
        if frame is None:
            continue
        seen_ms = frame.captured_at_ms
        if (said := _said(frame.bgr)) is not None:
            return said
    return None


def _said(image: BgrImage) -> bytes | None:
    text, _corners, _straight = cv2.QRCodeDetector().detectAndDecode(image)
    return text.encode() if text else None
