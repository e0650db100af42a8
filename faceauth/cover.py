"""Is the mouth behind a mask or a hand, are the eyes behind dark glasses?

Histograms of gradients over the lower and the upper part of the aligned chip, each weighed by one
linear discriminant (`tools/fit_cover.py`). Gradients, not brightness: so neither the light
nor the skin nor the colour of a mask matters.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

import cv2
import numpy as np
from numpy.typing import NDArray

from faceauth.images import GreyImage

_SHIPPED = "shipped_cover.json"

_SIDE_PX = 64
_HISTOGRAMS = cv2.HOGDescriptor((_SIDE_PX, _SIDE_PX), (16, 16), (8, 8), (8, 8), 9)
_BLOCKS = 7
"""Per row and column; the middle row belongs to both parts: the nose."""

Histograms = NDArray[np.floating]
"""4 × 7 blocks of 36 numbers."""


@dataclass(frozen=True)
class CoverScores:
    """0.5 for the average covered face, -0.5 for the average open one."""

    eyes: float
    mouth: float


@dataclass(frozen=True, eq=False)
class Discriminant:
    weights: NDArray[np.float64]
    """1008, in the order of `Histograms`."""
    offset: float

    def score(self, histograms: Histograms) -> float:
        return float(histograms.reshape(-1) @ self.weights) - self.offset


@dataclass(frozen=True)
class Parts:
    """What belongs to the upper and to the lower part of a face."""

    eyes: Histograms
    mouth: Histograms


def cover_scores(chip: GreyImage) -> CoverScores:
    """Of an aligned chip (`alignment.aligned_chip`); 0.3 ms."""
    parts, (eyes, mouth) = parts_of(chip), shipped_discriminants()
    scores = CoverScores(eyes.score(parts.eyes), mouth.score(parts.mouth))
    for part in (parts.eyes, parts.mouth):
        part.fill(0)
    return scores


def parts_of(chip: GreyImage) -> Parts:
    small = cv2.resize(chip, (_SIDE_PX, _SIDE_PX), interpolation=cv2.INTER_AREA)
    columns = np.asarray(_HISTOGRAMS.compute(small)).reshape(_BLOCKS, _BLOCKS, -1)
    small.fill(0)
    rows = columns.transpose(1, 0, 2)  # OpenCV goes down a column first.
    middle = _BLOCKS // 2
    return Parts(eyes=rows[: middle + 1], mouth=rows[middle:])


@cache
def shipped_discriminants() -> tuple[Discriminant, Discriminant]:
    """For eyes and mouth, as this package ships them."""
    document = json.loads((resources.files("faceauth") / _SHIPPED).read_text("utf-8"))
    eyes, mouth = (
        Discriminant(np.array(document[part]["weights"]), document[part]["offset"])
        for part in ("eyes", "mouth")
    )
    return eyes, mouth
