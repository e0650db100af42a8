"""A live frame as it should not be: in the dark, lit from one side, out of focus, from far away."""

from collections.abc import Callable, Mapping

import cv2
import numpy as np

from faceauth.images import RgbImage

Degradation = Callable[[RgbImage, float], RgbImage]
"""Of a picture whose face has this side, in pixels."""

_DARK = 0.15
_SENSOR_NOISE = 2.0
_FAR_SIDE = 0.12
_BLUR = 0.025
_SMALL = 0.4


def dark(rgb: RgbImage, face_px: float) -> RgbImage:
    """Some three stops too little light, and the noise that a sensor then shows."""
    noise = np.random.default_rng(0).normal(0, _SENSOR_NOISE, rgb.shape)
    return np.clip(rgb * _DARK + noise, 0, 255).astype(np.uint8)


def side_light(rgb: RgbImage, face_px: float) -> RgbImage:
    """As it was at the left, an eighth of that at the right."""
    across = np.linspace(1.0, _FAR_SIDE, rgb.shape[1])[np.newaxis, :, np.newaxis]
    return np.asarray(rgb * across).astype(np.uint8)


def blurred(rgb: RgbImage, face_px: float) -> RgbImage:
    """By a fortieth of the face: some 4 px where the face is 150 px wide."""
    return np.asarray(cv2.GaussianBlur(rgb, (0, 0), face_px * _BLUR), np.uint8)


def two_fifths(rgb: RgbImage, face_px: float) -> RgbImage:
    """From two and a half times as far."""
    return np.asarray(
        cv2.resize(rgb, None, fx=_SMALL, fy=_SMALL, interpolation=cv2.INTER_AREA), np.uint8
    )


DEGRADATIONS: Mapping[str, Degradation] = {
    "dark": dark,
    "side light": side_light,
    "blurred": blurred,
    "two fifths of the size": two_fifths,
}
