"""Where the faces are: dlib's HOG, on a small picture at first, then only around the last face.

YuNet looks where HOG finds nothing in a whole picture: at a face far away, in the dark or lit from
one side. Measured on 1280 × 720 (CPU, one core): whole picture 16 ms at 640 px and 38 ms at 960 px
wide, around the last face 3 ms, YuNet 3 ms.
"""

from typing import Any

import cv2
import numpy as np

from faceauth.detection.dlib_detector import dlib_detector
from faceauth.detection.face_box import FaceBox
from faceauth.detection.yunet import find_by_yunet
from faceauth.images import GreyImage

_SMALLEST_HOG_FACE_PX = 80
"""The detector's window; smaller faces are not seen."""

_SEARCH_WIDTHS_PX = (640, 960)
"""Taken in turn: the first finds faces at arm's length, the second those that must come closer."""

_STILL_WIDTHS_PX = (480, 320, 800)
"""Of a picture of unknown scale, in turn: the usual portrait, one that fills the picture, one in a
wide scene."""

_ROI_SIDES = 1.9
"""Side of the region around the last face, in face sides: room for a step between two frames."""

_ROI_FACE_PX = 100
"""Size to which the last face is scaled: a little over the window, so that it may shrink."""

_HALF_SEEN_AT_LEAST = -0.8
"""Of the detector's score, which is 0 or more for a face: 80 % or more of the faces behind a mask
or a hand reach this, and every fifth picture without any face. What it is must be looked at."""

_NODDING_AT_LEAST = -0.2
"""The same for a face that was there a moment ago and nods; at 0, 1 of 59 is lost that nods. Turned
ones YuNet finds, so for turns it would only let bent photographs be followed further."""

_LOOK_AROUND_EVERY = 15
"""Frames between two looks at the whole picture, for somebody who steps beside the patient."""


class FaceDetector:
    """Follows the faces of one stream; nearest first. Not thread-safe."""

    def __init__(self) -> None:
        self._frames = 0
        self._last: FaceBox | None = None
        self._others: tuple[FaceBox, ...] = ()
        self.half_seen: FaceBox | None = None
        """Where `find` found none: what looks most like one, perhaps a face behind a mask."""
        self.by_second_look = False
        """Whether the last faces are YuNet's, who takes more for a face."""

    def find(self, grey: GreyImage, *, nodding: bool = False) -> tuple[FaceBox, ...]:
        """Return all known faces, the nearest (largest) first; empty when there is none."""
        self._frames += 1
        if self._last and self._frames % _LOOK_AROUND_EVERY:
            around = _find_around(grey, self._last, _NODDING_AT_LEAST if nodding else 0.0)
            if around:
                self._last, self.by_second_look = around, False
                return around, *self._others
        width = _SEARCH_WIDTHS_PX[0 if self._last else self._frames % 2]
        # A camera that stands upright sees no more than one that lies.
        upright = min(1.0, grey.shape[1] / grey.shape[0])
        boxes, half_seen = _search(grey, round(width * upright))
        self.by_second_look = not boxes
        boxes = boxes or find_by_yunet(grey)
        self._last = boxes[0] if boxes else None
        self._others = boxes[1:]
        self.half_seen = half_seen[0] if half_seen and not boxes else None
        return boxes


def find_faces(grey: GreyImage, search_width_px: int) -> tuple[FaceBox, ...]:
    """Search the whole picture, scaled to `search_width_px`; the largest face first."""
    return _search(grey, search_width_px)[0]


def find_still_face(grey: GreyImage) -> tuple[FaceBox, ...]:
    """All faces in a card's photo, or a picture out of a folder, the largest first.

    At the first scale that shows any; empty when there is none.
    """
    for width_px in _STILL_WIDTHS_PX:
        faces = find_faces(grey, width_px)
        if faces:
            return faces
    return find_by_yunet(grey)


def _search(grey: GreyImage, width_px: int) -> tuple[tuple[FaceBox, ...], tuple[FaceBox, ...]]:
    """Faces, the largest first, and what is only half like one, the likest first."""
    scale = width_px / grey.shape[1]
    found, scores = _detect(_scaled(grey, scale), _HALF_SEEN_AT_LEAST)
    boxes = [FaceBox(b.left() / scale, b.top() / scale, b.width() / scale) for b in found]
    faces = [box for box, score in zip(boxes, scores, strict=True) if score >= 0]
    return tuple(sorted(faces, key=lambda box: -box.side)), tuple(boxes[len(faces) :])


def _find_around(grey: GreyImage, last: FaceBox, at_least: float) -> FaceBox | None:
    x, y = last.centre
    reach = last.side * _ROI_SIDES / 2
    left, top = max(0, round(x - reach)), max(0, round(y - reach))
    region = grey[top : max(0, round(y + reach)), left : max(0, round(x + reach))]
    scale = _ROI_FACE_PX / last.side
    if min(region.shape) * scale < _SMALLEST_HOG_FACE_PX:
        return None
    boxes, _ = _detect(_scaled(region, scale), at_least)
    if not boxes:
        return None
    box = max(boxes, key=lambda box: box.area())
    return FaceBox(left + box.left() / scale, top + box.top() / scale, box.width() / scale)


def _detect(grey: GreyImage, at_least: float) -> tuple[Any, Any]:
    """dlib's rectangles and their scores, the highest first."""
    with dlib_detector().detecting:
        found, scores, _ = dlib_detector().hog.run(grey, 0, at_least)
    return found, scores


def _scaled(grey: GreyImage, scale: float) -> GreyImage:
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    scaled = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=method)
    return np.asarray(scaled, np.uint8)
