"""What the simulated camera looks at: a clinic's wall, and a person before it or nobody.

A person is composed at a few positions of a slow sway, each when first needed; a frame is then one
addition of fresh noise. Nobody holds still, and no sensor gives the same picture twice.
"""

import math
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from faceauth.detection.detect import find_still_face
from faceauth.detection.landmarks import find_landmarks
from faceauth.images import grey_from_bgr
from faceauth.port import BgrImage
from simulation.camera.cutouts import CUTOUTS, Cutout
from simulation.camera.head_motion import STRAIGHT, Head, Posture, Reach, hold
from simulation.camera.occluders import HIDE_EYES, HIDE_MOUTH
from simulation.errors import SimulationFault

WIDTH_PX, HEIGHT_PX = 1280, 720

_FACE_SIDE_PX = 230
"""A face at 60 cm before a lens of 70°."""

_FACE_CENTRE_PX = (640, 320)

_HEAD_ROWS, _HEAD_COLUMNS = slice(60, 600), slice(360, 920)

_SWAY_PX = (7, 3)
_SWAY_STEPS = 16
_FRAMES_PER_STEP = 8
"""One sway takes some four seconds and nine stills, 2.8 MB each."""

_NOISE_AMPLITUDE = 7
_NOISE_MARGIN_PX = 64

_DARK = 0.04
"""Light that is left when the scene is darkened: no face can be found in it."""


class Scene:
    """One person, or an empty room. Raises `SimulationFault` when the picture cannot be shown."""

    def __init__(self, picture: str | None, photos_dir: Path, wears: str | None = None) -> None:
        """`wears`: what is before the person's face, a name in `occluders`."""
        self._portrait = None if picture is None else _Portrait(picture, photos_dir, wears)
        self._stills: dict[tuple[int, int], BgrImage] = {}

    @property
    def reach(self) -> Reach:
        """How far the person can turn."""
        return Reach() if self._portrait is None else self._portrait.reach

    def frame(self, number: int, dark: bool, posture: Posture = STRAIGHT) -> BgrImage:
        """Frame `number` of an endless take: 720 × 1280 × 3, an array of its own."""
        phase = 2 * math.pi * (number // _FRAMES_PER_STEP % _SWAY_STEPS) / _SWAY_STEPS
        x, y = (round(reach * math.sin(phase)) for reach in _SWAY_PX)
        still = self._still(x, y, posture)
        if dark:
            still = np.asarray(cv2.convertScaleAbs(still, alpha=_DARK), np.uint8)
        return _with_noise(still, number)

    def _still(self, x: int, y: int, posture: Posture) -> BgrImage:
        if self._portrait is None:
            return _room()
        if (x, y) not in self._stills:
            still = self._portrait.before(_room(), x, y)
            self._stills[x, y] = _held(still, x, y, self._portrait.straightened)
        still = self._stills[x, y]
        return _held(still, x, y, posture)


def _held(still: BgrImage, x: int, y: int, posture: Posture) -> BgrImage:
    """Only the part with the head is drawn anew."""
    if posture == STRAIGHT:
        return still
    image = still.copy()
    part = image[_HEAD_ROWS, _HEAD_COLUMNS]
    centre = (
        _FACE_CENTRE_PX[0] + x - _HEAD_COLUMNS.start,
        _FACE_CENTRE_PX[1] + y - _HEAD_ROWS.start,
    )
    part[:] = hold(part, Head(centre, _FACE_SIDE_PX), posture)
    return image


class _Portrait:
    """A cut-out person, scaled to the scene."""

    def __init__(self, picture: str, photos_dir: Path, wears: str | None) -> None:
        cutout = CUTOUTS.get(picture)
        if cutout is None:
            raise SimulationFault(f"no outline for '{picture}'; known: {', '.join(CUTOUTS)}")
        bgr = cv2.imread(str(photos_dir / cutout.file_name), cv2.IMREAD_COLOR)
        if bgr is None:
            raise SimulationFault(
                f"'{cutout.file_name}' is missing in the demo folder; run the set-up again"
            )
        still = np.asarray(bgr, np.uint8)
        if wears is not None:
            still = _covered(still, wears)
        self.reach = cutout.reach
        self.straightened = Posture(yaw_degrees=cutout.straighten_degrees)
        self._person, self._alpha, self._left, self._top = _cut_out(cutout, still)

    def before(self, background: BgrImage, x: int, y: int) -> BgrImage:
        """Place the person, shifted by (x, y) pixels."""
        left, top = self._left + x, self._top + y
        x0, y0 = max(0, left), max(0, top)
        x1 = min(WIDTH_PX, left + self._person.shape[1])
        y1 = min(HEIGHT_PX, top + self._person.shape[0])
        part = np.s_[y0 - top : y1 - top, x0 - left : x1 - left]
        image = background.copy()
        behind = image[y0:y1, x0:x1]
        alpha = self._alpha[part]
        behind[:] = cv2.blendLinear(self._person[part], behind, alpha, 1 - alpha)
        return image


def _covered(bgr: BgrImage, wears: str) -> BgrImage:
    occluder = (HIDE_MOUTH | HIDE_EYES).get(wears)
    if occluder is None:
        raise SimulationFault(f"nothing is drawn for '{wears}'; see simulation/camera/occluders.py")
    grey = grey_from_bgr(bgr)
    landmarks = find_landmarks(grey, find_still_face(grey)[0])
    rgb = np.ascontiguousarray(bgr[:, :, ::-1])
    return np.ascontiguousarray(occluder(rgb, landmarks, np.random.default_rng(0))[:, :, ::-1])


def _cut_out(cutout: Cutout, bgr: BgrImage) -> tuple[BgrImage, NDArray[np.float32], int, int]:
    """Return the person, the opacity, and where their top left corner belongs in the scene."""
    scale = _FACE_SIDE_PX / cutout.face_side
    outline = np.array(cutout.outline)
    corner, end = outline.min(axis=0), outline.max(axis=0)
    # Where a shoulder leaves the picture, its mirror image goes on: cloth looks like cloth.
    margin = int(max(0, -corner.min(), end[0] - bgr.shape[1], end[1] - bgr.shape[0]))
    padded = cv2.copyMakeBorder(bgr, margin, margin, margin, margin, cv2.BORDER_REFLECT)
    (x0, y0), (x1, y1) = corner + margin, end + margin
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    person = cv2.resize(padded[y0:y1, x0:x1], None, fx=scale, fy=scale, interpolation=method)
    mask = np.zeros(person.shape[:2], np.float32)
    cv2.fillPoly(mask, [np.round((outline - corner) * scale).astype(np.int32)], (1.0,))
    # Only towards the person, so that no rim of the old background shows.
    mask = cv2.GaussianBlur(cv2.erode(mask, np.ones((5, 5))), (0, 0), 2.0)
    face = np.array([cutout.face_left, cutout.face_top]) + cutout.face_side / 2 - corner
    left, top = np.array(_FACE_CENTRE_PX) - face * scale
    return np.asarray(person, np.uint8), np.asarray(mask, np.float32), round(left), round(top)


@cache
def _room() -> BgrImage:
    """A pale wall with a door frame, a rail and a counter's edge, out of focus."""
    room = np.empty((HEIGHT_PX // 4, WIDTH_PX // 4, 3), np.uint8)
    for row in range(room.shape[0]):
        shade = 1.0 - 0.16 * row / room.shape[0]
        room[row] = np.array([212, 220, 222]) * shade
    cv2.rectangle(room, (232, 14), (310, 180), (186, 200, 208), -1)
    cv2.rectangle(room, (239, 21), (303, 180), (206, 214, 218), -1)
    cv2.rectangle(room, (0, 112), (226, 118), (150, 178, 196), -1)
    cv2.rectangle(room, (28, 30), (84, 72), (228, 232, 230), -1)
    cv2.rectangle(room, (34, 36), (78, 66), (196, 206, 186), -1)
    cv2.circle(room, (246, 106), 3, (150, 158, 162), -1)
    soft = cv2.GaussianBlur(room, (0, 0), 2.5)
    whole = cv2.resize(soft, (WIDTH_PX, HEIGHT_PX), interpolation=cv2.INTER_CUBIC)
    return np.asarray(whole, np.uint8)


@cache
def _noise() -> BgrImage:
    """Larger than a frame, so that each frame takes another part of it."""
    shape = (HEIGHT_PX + _NOISE_MARGIN_PX, WIDTH_PX + _NOISE_MARGIN_PX, 3)
    return np.random.default_rng(0).integers(0, _NOISE_AMPLITUDE, shape, dtype=np.uint8)


def _with_noise(still: BgrImage, number: int) -> BgrImage:
    x, y = (number * step % _NOISE_MARGIN_PX for step in (23, 37))
    noisy = cv2.add(still, _noise()[y : y + HEIGHT_PX, x : x + WIDTH_PX])
    return np.asarray(noisy, np.uint8)
