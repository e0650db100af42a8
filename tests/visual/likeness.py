"""Whether two pictures show the same screen, whoever drew them.

OpenGL and the software renderer place and smooth letters and lines differently: pixel by pixel they
are up to 168 of 255 apart. But smoothing only moves ink by a part of a pixel, it neither adds nor
takes any. So means over a few pixels are compared: there the gallery's screens on X11 and Wayland
are at most 45 from their baselines, while a single missing tick, the smallest text of all, makes
62, and no pixel may differ more than half-way between. Means over many pixels, where letters cancel
out (at most 6 apart), show colours that are a little wrong on a large surface (10 of 255 and more).
"""

import cv2
import numpy as np
from numpy.typing import NDArray

# Standard deviation of the mean's weights in pixels of the gallery's size, and how far apart.
DETAILS_PX, DETAILS_APART = 1.5, 54
SURFACES_PX, SURFACES_APART = 10.0, 8


def unlike(now: NDArray[np.uint8], baseline: NDArray[np.uint8] | None) -> NDArray[np.uint8] | None:
    """Where they differ, in white, both in the gallery's size; None where nothing does."""
    if baseline is None or baseline.shape != now.shape:
        return np.full(now.shape[:2], 255, np.uint8)
    where = (_apart(now, baseline, DETAILS_PX) > DETAILS_APART) | (
        _apart(now, baseline, SURFACES_PX) > SURFACES_APART
    )
    return where.astype(np.uint8) * 255 if where.any() else None


def _apart(a: NDArray[np.uint8], b: NDArray[np.uint8], width_px: float) -> NDArray[np.uint8]:
    """The difference of local means, of the colour that differs most."""
    means = [cv2.GaussianBlur(picture, (0, 0), width_px) for picture in (a, b)]
    return np.asarray(cv2.absdiff(*means).max(axis=2), np.uint8)
