"""A head for the simulated person: a photograph bent over a rough face, which can turn and blink.

The photograph's pixels get a depth (an ellipsoid with a nose on it) and are seen from where the
head has turned to. That is no portrait from the side, but the nose moves against the jaw as it
does in a real turn, and as it cannot in a photograph that is held before a camera.
"""

import math
from dataclasses import dataclass
from enum import Enum

import cv2
import numpy as np
from numpy.typing import NDArray

from faceauth.port import BgrImage


class Move(Enum):
    """What the person can do; left is their own left."""

    TURN_LEFT = "turn_left"
    TURN_RIGHT = "turn_right"
    NOD = "nod"
    BLINK = "blink"


@dataclass(frozen=True)
class Posture:
    """How the head is held; all zero is straight."""

    yaw_degrees: int = 0
    """Positive to the person's own left, the picture's right."""
    pitch_degrees: int = 0
    """Positive when lowered."""
    eyes_closed: bool = False


STRAIGHT = Posture()


@dataclass(frozen=True)
class Reach:
    """How far a head turns; a photograph no further than it still looks like a face."""

    left_degrees: int = 40
    right_degrees: int = 40


_REACTION_MS = 350
_STEP_MS = 70
_TURNED = (0.2, 0.4, 0.6, 0.75, 0.9, *(1.0,) * 5, 0.9, 0.75, 0.6, 0.4, 0.2)
"""Of the reach; held for a third of a second, less than people do who wait to be told more."""

_NOD_DEGREES = (6, 12, 18, 22, 22, 18, 12, 6)
_BLINK_STEPS = 4

LONGEST_MS = _REACTION_MS + len(_TURNED) * _STEP_MS
"""From when a move is asked for until the head is straight again."""

_HALF_WIDTH, _HALF_HEIGHT, _DEPTH = 0.66, 0.86, 0.60
_NOSE_HEIGHT, _NOSE_HALF_WIDTH, _NOSE_HALF_LENGTH, _NOSE_Y = 0.34, 0.18, 0.18, 0.08
_EYES = ((-0.22, -0.20), (0.22, -0.20))
_EYE_HALF_WIDTH, _LID_REACH, _LID_PRESSURE = 0.13, 0.05, 5
"""All in sides of the detector's square around the face."""

_SOLVER_STEPS = 12


def posture_at(move: Move, elapsed_ms: float, reach: Reach = Reach()) -> Posture:
    """Where the head is so long after the move was asked for; straight before and after."""
    step = math.floor((elapsed_ms - _REACTION_MS) / _STEP_MS)
    if move is Move.BLINK:
        return Posture(eyes_closed=0 <= step < _BLINK_STEPS)
    if not 0 <= step < len(_NOD_DEGREES if move is Move.NOD else _TURNED):
        return STRAIGHT
    if move is Move.NOD:
        return Posture(pitch_degrees=_NOD_DEGREES[step])
    farthest = reach.left_degrees if move is Move.TURN_LEFT else -reach.right_degrees
    return Posture(yaw_degrees=round(farthest * _TURNED[step]))


Plane = NDArray[np.float32]


@dataclass(frozen=True)
class Head:
    """Where the head is in a picture, in pixels."""

    centre_px: tuple[float, float]
    side_px: float
    """Of the detector's square."""


def hold(bgr: BgrImage, head: Head, how: Posture) -> BgrImage:
    """Draw the head that looks straight out of `bgr` as it is held in `how`."""
    centre_px, side_px = head.centre_px, head.side_px
    height, width = bgr.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    u, v = (x - centre_px[0]) / side_px, (y - centre_px[1]) / side_px
    source_u, source_v = _unturned(u, v, how)
    if how.eyes_closed:
        source_v = _with_lids(source_u, source_v)
    held = cv2.remap(
        bgr,
        (source_u * side_px + centre_px[0]).astype(np.float32),
        (source_v * side_px + centre_px[1]).astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(held, np.uint8)


def _unturned(u: Plane, v: Plane, how: Posture) -> tuple[Plane, Plane]:
    """Where each point of the turned face was before, found by approaching it step by step."""
    yaw, pitch = math.radians(how.yaw_degrees), math.radians(how.pitch_degrees)
    source_u, source_v = u.copy(), v.copy()
    for _ in range(_SOLVER_STEPS if yaw or pitch else 0):
        depth, solid = _depth(source_u, source_v)
        moved_u = source_u + solid * (source_u * (math.cos(yaw) - 1) + depth * math.sin(yaw))
        moved_v = source_v + solid * (source_v * (math.cos(pitch) - 1) + depth * math.sin(pitch))
        source_u += 0.6 * (u - moved_u)
        source_v += 0.6 * (v - moved_v)
    return source_u, source_v


def _depth(u: Plane, v: Plane) -> tuple[Plane, Plane]:
    """Towards the camera, and how much of a point belongs to the head (1) or the room (0)."""
    within = np.clip(1 - (u / _HALF_WIDTH) ** 2 - (v / _HALF_HEIGHT) ** 2, 0, 1)
    nose = np.exp(-((u / _NOSE_HALF_WIDTH) ** 2) - ((v - _NOSE_Y) / _NOSE_HALF_LENGTH) ** 2)
    return _DEPTH * np.sqrt(within) + _NOSE_HEIGHT * nose, np.clip(within * 4, 0, 1)


def _with_lids(u: Plane, v: Plane) -> Plane:
    """Both eyes pressed together to slits; the skin around them is stretched."""
    for eye_u, eye_v in _EYES:
        offset = v - eye_v
        nearness = np.clip(1 - np.abs(offset) / _LID_REACH, 0, 1)
        pressed = np.sign(offset) * _LID_REACH * (1 - nearness**_LID_PRESSURE)
        across = np.exp(-(((u - eye_u) / _EYE_HALF_WIDTH) ** 4))
        v = np.where(nearness > 0, v + across * (pressed - offset), v)
    return np.asarray(v, dtype=np.float32)
