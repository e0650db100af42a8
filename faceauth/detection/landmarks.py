"""Points of a face, and what they tell about its size and pose.

MediaPipe's face mesh finds 478 of them. Those that are kept are the 68 that face software has long
numbered in the same order: jaw from the right ear to the left, brows, nose, eyes, mouth.
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
from faceauth.network import OpenCvNetwork

_FILE = "face_landmarks_detector.tflite"
_SHA256 = "c7d54204ce0448474c7f3fa9af494787c0965cbdd6f20fc72867e43046bd43d5"
_POINTS_OUTPUT = "Identity"
_INPUT_PX = 256
_MESH_POINTS = 478

_AROUND_BOX = 1.5
"""Side of what the mesh sees, in sides of the detector's square: the whole head."""

_JAW = (127, 234, 93, 132, 58, 136, 150, 176, 152, 400, 379, 365, 288, 361, 323, 454, 356)
_BROWS = (70, 63, 105, 66, 107, 336, 296, 334, 293, 300)
_NOSE = (168, 6, 195, 4, 98, 97, 2, 326, 327)
_EYES = (33, 160, 158, 133, 153, 144, 362, 385, 387, 263, 373, 380)
_LIPS = (61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91, 78, 81, 13, 311, 308, 402, 14, 178)
_KEPT = [*_JAW, *_BROWS, *_NOSE, *_EYES, *_LIPS]
"""Numbers of the mesh's points."""

_JAW_RIGHT, _JAW_LEFT = 0, 16
_NOSE_TIP = 30
_EYE_RIGHT, _EYE_LEFT = slice(36, 42), slice(42, 48)
_MOUTH = slice(48, 68)
_MOUTH_RIGHT, _MOUTH_LEFT = 48, 54


@dataclass(frozen=True, eq=False)
class Landmarks:
    """Points in pixels of the picture they were found in; "left" is the person's own left."""

    points: NDArray[np.float64]
    """68 × 2, x right and y down."""

    @property
    def eye_distance_px(self) -> float:
        """Between the centres of the eyes: the measure of how near a face is."""
        return float(np.linalg.norm(self._centre(_EYE_LEFT) - self._centre(_EYE_RIGHT)))

    @property
    def yaw(self) -> float:
        """Where the nose tip lies between the ends of the jaw: 0 straight, ±1 in profile."""
        to_right = float(np.linalg.norm(self.points[_NOSE_TIP] - self.points[_JAW_RIGHT]))
        to_left = float(np.linalg.norm(self.points[_NOSE_TIP] - self.points[_JAW_LEFT]))
        return (to_right - to_left) / (to_right + to_left)

    @property
    def pitch(self) -> float:
        """How far the nose tip lies from the eyes towards the mouth: about 0.6 when straight.

        Less means that the head is raised, more that it is lowered.
        """
        eyes = (self._centre(_EYE_LEFT) + self._centre(_EYE_RIGHT)) / 2
        down = self._centre(_MOUTH) - eyes
        return float((self.points[_NOSE_TIP] - eyes) @ down / (down @ down))

    @property
    def five_points(self) -> NDArray[np.float64]:
        """Eyes (the picture's left one first), nose tip and mouth corners: 5 × 2."""
        eyes = [self._centre(_EYE_RIGHT), self._centre(_EYE_LEFT)]
        return np.array([*eyes, *self.points[[_NOSE_TIP, _MOUTH_RIGHT, _MOUTH_LEFT]]])

    @property
    def roll_degrees(self) -> float:
        """How far the line of the eyes is from level."""
        across = self._centre(_EYE_LEFT) - self._centre(_EYE_RIGHT)
        return float(np.degrees(np.arctan2(across[1], across[0])))

    def _centre(self, part: slice) -> NDArray[np.float64]:
        return np.asarray(self.points[part].mean(axis=0), dtype=np.float64)


def find_landmarks(grey: GreyImage, box: FaceBox) -> Landmarks:
    """Fit the points around `box` (9 ms); a fit always comes, good or not."""
    scale = _INPUT_PX / (box.side * _AROUND_BOX)
    offset = _INPUT_PX / 2 - np.array(box.centre) * scale
    matrix = np.array([[scale, 0.0, offset[0]], [0.0, scale, offset[1]]])
    seen = cv2.warpAffine(grey, matrix, (_INPUT_PX, _INPUT_PX))
    shades = np.repeat((seen / np.float32(255))[np.newaxis, np.newaxis], 3, axis=1)
    seen.fill(0)
    mesh = _mesh()
    with mesh.running:
        found = mesh.network.run(shades, _POINTS_OUTPUT).reshape(_MESH_POINTS, 3)
    return Landmarks((found[_KEPT, :2].astype(np.float64) - offset) / scale)


def forget() -> None:
    """Overwrite what the last face left in buffers."""
    mesh = _mesh()
    with mesh.running:
        mesh.network.forget()


@dataclass(frozen=True)
class _Mesh:
    network: OpenCvNetwork
    running: threading.Lock


@functools.cache
def _mesh() -> _Mesh:
    graph = model_files.read_model(model_files.folder() / _FILE, _SHA256)
    return _Mesh(OpenCvNetwork.from_tflite(graph), threading.Lock())


def preload() -> None:
    """Load the mesh: a tenth of a second, the first time. Raises `ModelUnusable`."""
    _mesh()
