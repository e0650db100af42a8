"""A recorded clip before the simulated camera, over and over."""

from pathlib import Path

import cv2
import numpy as np

from faceauth.port import BgrImage
from simulation.errors import SimulationFault


class Clip:
    """Frames of a video file; raises `SimulationFault` when it cannot be read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._capture = cv2.VideoCapture(str(path))
        if not self._capture.isOpened():
            raise SimulationFault(f"'{path.name}' is missing or no video")

    def frame(self, number: int, dark: bool) -> BgrImage:
        """The next frame in the clip's own size; `number` is not looked at."""
        there, bgr = self._capture.read()
        if not there:
            self._capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
            there, bgr = self._capture.read()
        if not there:
            raise SimulationFault(f"'{self._path.name}' holds no picture")
        if dark:
            bgr = cv2.convertScaleAbs(bgr, alpha=0.04)
        return np.asarray(bgr, dtype=np.uint8)
