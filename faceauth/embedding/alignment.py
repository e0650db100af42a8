"""Cut the face out of a picture, upright, centred and at one size, as a network was trained on."""

from collections.abc import Sequence

import cv2
import dlib
import numpy as np

from faceauth.detection.landmarks import Landmarks
from faceauth.images import GreyImage, RgbImage

CHIP_PX = 150
"""dlib's network; also what the quality of a frame is measured on."""

PLAIN_PADDING = 0.25
"""Space around the face, of its size; dlib's own choice."""

_ARCFACE_PX = 112
_ARCFACE_POINTS = np.array(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655],
     [70.7299, 92.2041]]
)  # fmt: skip
"""Where eyes, nose tip and mouth corners lie for ArcFace, SFace and their kind, at 112 px."""


def aligned_chip(grey: GreyImage, landmarks: Landmarks) -> GreyImage:
    """The face with dlib's own padding: 150 × 150."""
    (chip,) = dlib_chips(grey, landmarks, (PLAIN_PADDING,))
    plain = np.ascontiguousarray(chip[:, :, 0])
    chip.fill(0)
    return plain


def dlib_chips(
    grey: GreyImage, landmarks: Landmarks, paddings: Sequence[float]
) -> tuple[RgbImage, ...]:
    """One chip per padding: 150 × 150 × 3, the three channels alike."""
    rgb = cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB)
    points = [dlib.point(round(x), round(y)) for x, y in landmarks.points]
    shape = dlib.full_object_detection(dlib.rectangle(), points)
    chips = tuple(dlib.get_face_chip(rgb, shape, CHIP_PX, pad) for pad in paddings)
    rgb.fill(0)
    return chips


def arcface_chip(grey: GreyImage, landmarks: Landmarks, side_px: int) -> RgbImage:
    """`side_px` × `side_px` × 3, the three channels alike."""
    target = _ARCFACE_POINTS * (side_px / _ARCFACE_PX)
    matrix, _ = cv2.estimateAffinePartial2D(landmarks.five_points, target, method=cv2.LMEDS)
    chip = cv2.warpAffine(grey, matrix, (side_px, side_px))
    return np.asarray(cv2.cvtColor(chip, cv2.COLOR_GRAY2RGB), dtype=np.uint8)
