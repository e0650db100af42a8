"""What a picture of the glass shows: contrast of each text, from its pixels."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

from tests.ui.scene import is_reading, texts

LEAST_CONTRAST = 7.0  # WCAG 2.2, 1.4.6


def faint_texts(window: QQuickWindow, picture: QImage) -> Iterator[str]:
    """Texts that stand out less than 7:1 from the ground that most of their place shows."""
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    for text in texts(window):
        if is_reading(text.item):
            continue  # It has the colour of its kanji, and strokes of less than a pixel.
        place = text.rect.toRect().intersected(image.rect())
        patch = pixels[
            place.top() : place.top() + place.height(), place.left() : place.left() + place.width()
        ]
        if patch.size == 0:
            continue
        contrast = _contrast(patch)
        if contrast < LEAST_CONTRAST:
            yield f"{text.name!r} has a contrast of {contrast:.1f}"


def _contrast(patch: NDArray[np.uint32]) -> float:
    """Of the most frequent colour and the one that differs most from it."""
    # Every second row: quicker, and enough of each letter's full colour.
    values, counts = np.unique(patch[::2], return_counts=True)
    luminance = _luminance(np.stack([values >> 16 & 255, values >> 8 & 255, values & 255], axis=-1))
    ground = luminance[counts.argmax()]
    lighter, darker = np.maximum(luminance, ground), np.minimum(luminance, ground)
    return float(((lighter + 0.05) / (darker + 0.05)).max())


def _luminance(colours: NDArray[np.uint32]) -> NDArray[np.float64]:
    channel = colours.astype(np.float64) / 255
    linear = np.where(channel <= 0.04045, channel / 12.92, ((channel + 0.055) / 1.055) ** 2.4)
    weighted: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return weighted
