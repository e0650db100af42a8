"""Signs of a screen, a recording or a stream that stands.

Those of a screen prove nothing, so they only ask for one move more.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from faceauth.detection.face_box import FaceBox
from faceauth.images import GreyImage
from faceauth.port import Frame

_MOIRE_AT_LEAST = 12.0
"""Of the strongest lone peak to its surroundings in the spectrum; skin and hair have none."""

_LOW_FREQUENCIES = 14
_BORDER_SIDE_AT_LEAST = 0.9
"""Length of a straight edge beside the face, of the face's side: as a phone or tablet has."""


def moire(chip: GreyImage) -> bool:
    """Is there the regular pattern of a screen's pixels in the aligned face?"""
    values = chip.astype(np.float32)
    windowed = (values - values.mean()) * np.outer(np.hanning(len(chip)), np.hanning(len(chip)))
    spectrum = np.abs(np.fft.fftshift(np.fft.fft2(windowed)))
    centre = len(chip) // 2
    y, x = np.ogrid[: len(chip), : len(chip)]
    outer = (y - centre) ** 2 + (x - centre) ** 2 > _LOW_FREQUENCIES**2
    around = cv2.blur(spectrum, (15, 15)) + 1e-3
    return bool(np.max((spectrum / around)[outer]) > _MOIRE_AT_LEAST)


def border(grey: GreyImage, face: FaceBox) -> bool:
    """Are there long upright edges on both sides of the face, near it?"""
    left, top, side = face.left, face.top, face.side
    x0, x1 = max(0, round(left - side)), min(grey.shape[1], round(left + 2 * side))
    y0, y1 = max(0, round(top - side / 2)), min(grey.shape[0], round(top + 1.5 * side))
    edges = cv2.Canny(np.ascontiguousarray(grey[y0:y1, x0:x1]), 60, 160)
    shortest = round(side * _BORDER_SIDE_AT_LEAST)
    lines = cv2.HoughLinesP(edges, 1, np.pi / 180, 60, minLineLength=shortest, maxLineGap=4)
    if lines is None:
        return False
    upright = [
        (a[0] + a[2]) / 2 + x0
        for a in np.reshape(lines, (-1, 4))
        if abs(a[0] - a[2]) < abs(a[1] - a[3]) / 6
    ]
    return any(x < left for x in upright) and any(x > left + side for x in upright)


class RepeatWatch:
    """Counts how often in a row the same picture came, which a sensor's noise never lets happen.

    It looks at every 8th pixel.
    """

    def __init__(self) -> None:
        self._last: NDArray[np.uint8] | None = None
        self._repeats = 0

    def repeats(self, frame: Frame) -> int:
        sample = frame.bgr[::8, ::8]
        if self._last is not None and np.array_equal(self._last, sample):
            self._repeats += 1
        else:
            self.wipe()
            self._last = sample.copy()
        return self._repeats

    def wipe(self) -> None:
        if self._last is not None:
            self._last.fill(0)
        self._last, self._repeats = None, 0
