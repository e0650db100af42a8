"""What people wear or hold before their faces, drawn over a picture by its landmarks.

Masks of several colours and shapes, a hand, dark glasses; and what hides nothing but may look like
it, the frames of plain glasses and thin lips. Cloth has folds and a shade towards its edges;
everything ends softly, as a camera sees it. All take and return height × width × 3; their size
follows the distance of the eyes.
"""

from collections.abc import Callable

import cv2
import numpy as np
from cv2.typing import Scalar
from numpy.typing import NDArray

from faceauth.detection.landmarks import Landmarks

Picture = NDArray[np.uint8]
Points = NDArray[np.float64]
Occluder = Callable[[Picture, Landmarks, np.random.Generator], Picture]

_CLOTH = {
    "white": (232, 232, 232),
    "blue": (150, 190, 215),
    "black": (35, 35, 38),
    "grey": (140, 140, 140),
    "pink": (235, 200, 205),
    "beige": (215, 190, 165),
}
"""Red, green, blue, in full light."""

_FINGERS = 4


def mask(cloth: str, *, below_nose: bool = False) -> Occluder:
    """From the bridge of the nose, or from under it, to below the chin."""

    def put_on(picture: Picture, face: Landmarks, random: np.random.Generator) -> Picture:
        outline = _mask_outline(face, random, below_nose=below_nose)
        opacity = _soft(picture, outline, face.eye_distance_px / 60)
        light = np.clip(np.percentile(picture, 95) / 230, 0.4, 1.05)
        drawn = _cloth(picture.shape, _CLOTH[cloth], face.eye_distance_px, random) * light
        return _blend(picture, drawn, opacity)

    return put_on


def hand(picture: Picture, face: Landmarks, random: np.random.Generator) -> Picture:
    """Four fingers over the mouth, from the side or from below."""
    eye = face.eye_distance_px
    middle = face.points[48:68].mean(axis=0) + random.uniform((-0.2, -0.1), (0.2, 0.2)) * eye
    angle = random.uniform(-0.5, 0.5) + (np.pi / 2 if random.random() < 0.3 else 0.0)
    along = np.array([np.cos(angle), np.sin(angle)])
    across = np.array([-along[1], along[0]])
    skin = _skin(picture, face) * random.uniform(0.8, 1.1)
    y, x = np.mgrid[: picture.shape[0], : picture.shape[1]]
    for finger in range(_FINGERS):
        at = middle + across * (finger - (_FINGERS - 1) / 2) * eye * 0.28
        long, wide = along * eye * random.uniform(0.9, 1.3), across * eye * 0.14
        tip = long + along * eye * 0.1
        outline = at + np.array([-long - wide, long - wide, tip, long + wide, -long + wide])
        from_middle = ((x - at[0]) * across[0] + (y - at[1]) * across[1]) / (eye * 0.14)
        round_off = 1 - 0.25 * np.clip(from_middle, -1, 1)[..., np.newaxis] ** 2
        drawn = skin * round_off + random.normal(0, 3, picture.shape[:2])[..., np.newaxis]
        picture = _blend(picture, drawn, _soft(picture, outline, eye / 50))
    return picture


def dark_glasses(picture: Picture, face: Landmarks, random: np.random.Generator) -> Picture:
    """Lenses that let at most a seventh of the light through, some with the sky in them."""
    eye = face.eye_distance_px
    right, left = face.five_points[:2] + np.array([0.0, eye / 20])
    radii = eye * random.uniform((0.38, 0.26), (0.48, 0.40))
    shape = np.zeros(picture.shape[:2], np.float32)
    for centre in (right, left):
        cv2.ellipse(shape, (tuple(centre), tuple(2 * radii), face.roll_degrees), 1.0, -1)
    _bar(shape, right, left, 1.0, eye * 0.06)
    opacity = cv2.GaussianBlur(shape, (0, 0), max(0.6, eye / 60))[..., np.newaxis]
    above = np.clip((right[1] - np.arange(len(shape))) / eye, 0, 1)[:, np.newaxis, np.newaxis]
    lens = random.uniform(10, 60) + above * random.uniform(0, 120)
    return _blend(picture, np.broadcast_to(lens, picture.shape), opacity * random.uniform(0.85, 1))


def plain_glasses(picture: Picture, face: Landmarks, random: np.random.Generator) -> Picture:
    """Frames only."""
    eye, (right, left) = face.eye_distance_px, face.five_points[:2]
    radii = eye * random.uniform((0.36, 0.24), (0.46, 0.36))
    thick = eye * random.uniform(0.03, 0.09)
    shade = (random.uniform(15, 90),) * 3
    worn = picture.copy()
    for centre in (right, left):
        box = (tuple(centre), tuple(2 * radii), face.roll_degrees)
        cv2.ellipse(worn, box, shade, max(1, round(thick)))
    inwards = (left - right) / eye * radii[0]
    _bar(worn, right + inwards, left - inwards, shade, thick)
    return worn


def thin_lips(picture: Picture, face: Landmarks, random: np.random.Generator) -> Picture:
    """Lips pressed together and pale, as old people's often are."""
    eye, (x0, y0) = face.eye_distance_px, face.points[48:68].mean(axis=0)
    y, x = np.mgrid[: picture.shape[0], : picture.shape[1]].astype(np.float32)
    reach = 0.38 * eye
    away = np.clip(np.abs(y - y0) / reach, 0, 1)
    across = np.exp(-(((x - x0) / (0.62 * eye)) ** 4))
    pressed = np.sign(y - y0) * reach * (1 - (1 - away) ** random.uniform(1.6, 3.0))
    source_y = np.where(away < 1, y + across * (pressed - (y - y0)), y).astype(np.float32)
    thin = np.asarray(cv2.remap(picture, x, source_y, cv2.INTER_LINEAR), np.uint8)
    pale = across * (1 - away) * random.uniform(0.2, 0.7)
    skin = np.asarray(cv2.GaussianBlur(thin, (0, 0), eye / 6))
    return _blend(thin, np.asarray(skin, np.float64), pale[..., np.newaxis])


HIDE_MOUTH: dict[str, Occluder] = {
    **{f"{cloth} mask": mask(cloth) for cloth in _CLOTH},
    "mask under the nose": mask("white", below_nose=True),
    "hand": hand,
}
HIDE_EYES: dict[str, Occluder] = {"dark glasses": dark_glasses}


def _mask_outline(face: Landmarks, random: np.random.Generator, *, below_nose: bool) -> Points:
    points, eye = face.points, face.eye_distance_px
    first, last = (3, 13) if below_nose else (1 + random.integers(0, 2), 14 + random.integers(0, 2))
    top = points[33] if below_nose else points[28 + random.integers(0, 2)]
    jaw = points[first + 1 : last].copy()
    jaw += (jaw - points[30]) * random.uniform(0.02, 0.10)  # Cloth stands off the chin.
    sag = [0, 0.12 * eye]
    over_cheeks = [(points[last] + top) / 2 + sag, top, (points[first] + top) / 2 + sag]
    return np.array([points[first], *jaw, points[last], *over_cheeks])


def _cloth(
    shape: tuple[int, ...], colour: tuple[int, int, int], eye: float, random: np.random.Generator
) -> NDArray[np.float64]:
    y, x = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    slope, spacing = random.uniform(-0.15, 0.15), eye * random.uniform(0.15, 0.3)
    folds = np.sin((y + slope * x) * 2 * np.pi / spacing) * random.uniform(0, 10)
    to_the_edge = ((x - shape[1] / 2) / shape[1]) ** 2 * random.uniform(0, 80)
    creases = cv2.GaussianBlur(random.normal(0, 30, shape[:2]), (0, 0), eye / 8)
    weave = random.normal(0, 2, shape[:2])
    return np.asarray(colour + (folds - to_the_edge + creases + weave)[..., np.newaxis])


def _skin(picture: Picture, face: Landmarks) -> NDArray[np.float64]:
    """The colour of the cheeks."""
    cheeks = [(face.points[a] + face.points[b]) / 2 for a, b in ((2, 31), (14, 35))]
    patches = [picture[max(0, int(y) - 3) : int(y) + 4, max(0, int(x) - 3) : int(x) + 4]
               for x, y in cheeks]  # fmt: skip
    return np.asarray(np.concatenate([patch.reshape(-1, 3) for patch in patches]).mean(axis=0))


def _bar(
    image: NDArray[np.integer | np.floating],
    right: Points,
    left: Points,
    value: Scalar,
    thick: float,
) -> None:
    """The bridge of glasses."""
    (x0, y0), (x1, y1) = (tuple(map(round, end)) for end in (right, left))
    cv2.line(image, (x0, y0), (x1, y1), value, max(1, round(thick)))


def _soft(picture: Picture, outline: Points, sigma: float) -> NDArray[np.float32]:
    shape = np.zeros(picture.shape[:2], np.float32)
    cv2.fillPoly(shape, [np.round(outline).astype(np.int32)], (1.0,))
    softened = np.asarray(cv2.GaussianBlur(shape, (0, 0), max(0.6, sigma)), np.float32)
    return softened[..., np.newaxis]


def _blend(picture: Picture, drawn: NDArray[np.floating], opacity: NDArray[np.floating]) -> Picture:
    blended = picture * (1 - opacity) + drawn * opacity
    return np.asarray(np.clip(blended, 0, 255), np.uint8)
