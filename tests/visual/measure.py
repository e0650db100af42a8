"""What a picture of the glass shows, from pixels: contrast of each text and each control's edge."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect

from tests.ui.scene import Scene, is_reading
from tests.visual.ink import Pixels

LEAST_CONTRAST = 7.0  # WCAG 2.2, 1.4.6
LEAST_EDGE_CONTRAST = 3.0  # WCAG 2.2, 1.4.11
EDGE_PX = 6  # An edge is at most as wide; controls are farther apart.


def faint_texts(scene: Scene, picture: Pixels) -> Iterator[str]:
    """Texts that stand out less than 7:1 from the ground that most of their place shows."""
    pixels = _whole(picture)
    for text in scene.texts:
        if is_reading(text.item):
            continue  # It has the colour of its kanji, and strokes of less than a pixel.
        place = text.rect.toRect().intersected(QRect(0, 0, *pixels.shape[::-1]))
        patch = pixels[
            place.top() : place.top() + place.height(), place.left() : place.left() + place.width()
        ]
        if patch.size == 0:
            continue
        contrast = _contrast(patch)
        if contrast < LEAST_CONTRAST:
            yield f"{text.name!r} has a contrast of {contrast:.1f}"


def faint_edges(scene: Scene, picture: Pixels) -> Iterator[str]:
    """Controls whose left edge stands out less than 3:1 from what lies beside them."""
    pixels = _whole(picture)
    for control in scene.controls:
        place = control.rect.toRect()
        row = place.center().y()
        ground = pixels[row, max(0, place.left() - EDGE_PX)]
        across = pixels[row, max(0, place.left() - 1) : place.left() + EDGE_PX]
        contrast = _ratio(_luminance(_channels(across)), _luminance(_channels(ground))).max()
        if contrast < LEAST_EDGE_CONTRAST:
            yield f"the edge of {control.name} has a contrast of {contrast:.1f}"


def _whole(picture: Pixels) -> NDArray[np.uint32]:
    """Each pixel as one number."""
    return picture.view(np.uint32)[..., 0]


def _contrast(patch: NDArray[np.uint32]) -> float:
    """Of the most frequent colour and the one that differs most from it."""
    # Every second row: quicker, and enough of each letter's full colour.
    values, counts = np.unique(patch[::2], return_counts=True)
    luminance = _luminance(_channels(values))
    return float(_ratio(luminance, luminance[counts.argmax()]).max())


def _ratio(luminance: NDArray[np.float64], ground: NDArray[np.float64]) -> NDArray[np.float64]:
    lighter, darker = np.maximum(luminance, ground), np.minimum(luminance, ground)
    return (lighter + 0.05) / (darker + 0.05)


def _channels(values: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return np.stack([values >> 16 & 255, values >> 8 & 255, values & 255], axis=-1)


def _luminance(colours: NDArray[np.uint32]) -> NDArray[np.float64]:
    channel = colours.astype(np.float64) / 255
    linear = np.where(channel <= 0.04045, channel / 12.92, ((channel + 0.055) / 1.055) ** 2.4)
    weighted: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return weighted
