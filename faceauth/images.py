"""The image arrays that pass between the stages; all are uint8."""

import cv2
import numpy as np
from numpy.typing import NDArray

from faceauth.port import BgrImage

RgbImage = NDArray[np.uint8]
"""Height × width × 3, red-green-blue."""

GreyImage = NDArray[np.uint8]
"""Height × width."""


def grey_from_bgr(bgr: BgrImage) -> GreyImage:
    return np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), dtype=np.uint8)


def grey_from_rgb(rgb: RgbImage) -> GreyImage:
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
