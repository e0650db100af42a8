"""The 68 points of a face, and what they tell about its size and pose."""

from dataclasses import dataclass
from typing import Any

import dlib  # type: ignore[import-untyped]
import numpy as np
from numpy.typing import NDArray

from faceauth.detection.detect import FaceBox
from faceauth.embedding.models import models
from faceauth.images import GreyImage

_JAW_RIGHT, _JAW_LEFT = 0, 16
_NOSE_TIP = 30
_EYE_RIGHT, _EYE_LEFT = slice(36, 42), slice(42, 48)
_MOUTH = slice(48, 68)
_MOUTH_RIGHT, _MOUTH_LEFT = 48, 54


@dataclass(frozen=True, eq=False)
class Landmarks:
    """Points in pixels of the picture they were found in; "left" is the person's own left."""

    points: NDArray[np.float64]
    """68 × 2, x right and y down, in the order of the iBUG 300-W annotation."""
    shape: Any
    """dlib's own form of the points, which the alignment takes."""

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
    """Fit the points inside `box` (under 1 ms); a fit always comes, good or not."""
    rectangle = dlib.rectangle(
        round(box.left), round(box.top), round(box.left + box.side), round(box.top + box.side)
    )
    shape = models().landmarks_68(grey, rectangle)
    points = np.array([(point.x, point.y) for point in shape.parts()], dtype=np.float64)
    return Landmarks(points, shape)
