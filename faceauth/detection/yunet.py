"""YuNet: the second look at a picture in which dlib's detector finds no face.

It is the better finder (docs/face-accuracy.md), but its squares and scores are not those that the
limits of this package were chosen on, so it is asked where dlib has nothing to say.
"""

import functools
import threading
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from faceauth import model_files
from faceauth.detection.face_box import FaceBox
from faceauth.images import GreyImage

_FILE = "face_detection_yunet_2023mar_int8bq.onnx"
_SHA256 = "49f000ec501fef24739071fc7e68267d32209045b6822c0c72dce1da25726f10"

_SEARCH_SIDE_PX = 320
_SCORE_AT_LEAST = 0.8

_DLIB_SIDES = 1 / 0.96
_DLIB_LOWER = 0.08
"""dlib's square beside YuNet's upright box: a little wider than that is, and its centre lower, in
sides; medians over 500 faces that both find."""


@dataclass(frozen=True)
class _YuNet:
    network: cv2.FaceDetectorYN
    running: threading.Lock


@functools.cache
def _yunet() -> _YuNet:
    graph = model_files.read_model(model_files.folder() / _FILE, _SHA256)
    network = cv2.FaceDetectorYN.create(
        "onnx",
        np.frombuffer(graph, np.uint8),
        np.empty(0, np.uint8),
        (_SEARCH_SIDE_PX, _SEARCH_SIDE_PX),
        _SCORE_AT_LEAST,
    )
    return _YuNet(network, threading.Lock())


def preload() -> None:
    """Raises `ModelUnusable`."""
    _yunet()


def forget() -> None:
    """Overwrite what the last picture left in buffers."""
    yunet = _yunet()
    with yunet.running:
        yunet.network.setInputSize((_SEARCH_SIDE_PX, _SEARCH_SIDE_PX))
        yunet.network.detect(np.zeros((_SEARCH_SIDE_PX, _SEARCH_SIDE_PX, 3), np.uint8))


def find_by_yunet(grey: GreyImage) -> tuple[FaceBox, ...]:
    """All faces as dlib would draw them, the largest first (2 ms)."""
    scale = _SEARCH_SIDE_PX / max(grey.shape)
    small = cv2.cvtColor(
        cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA),
        cv2.COLOR_GRAY2BGR,
    )
    yunet = _yunet()
    with yunet.running:
        yunet.network.setInputSize((small.shape[1], small.shape[0]))
        _, found = yunet.network.detect(small)
    small.fill(0)
    boxes = [_as_dlibs(row[:4] / scale) for row in (() if found is None else found)]
    return tuple(sorted(boxes, key=lambda box: -box.side))


def _as_dlibs(box: NDArray[np.float32]) -> FaceBox:
    left, top, width, height = map(float, box)
    side = width * _DLIB_SIDES
    x, y = left + width / 2, top + height / 2 + side * _DLIB_LOWER
    return FaceBox(x - side / 2, y - side / 2, side)
