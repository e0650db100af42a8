"""Is this frame good enough to compare, and if not, what one thing should the patient do?

`measure` looks at pixels, `guidance_for` only at numbers.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from faceauth.cover import CoverScores, cover_scores
from faceauth.detection.face_box import FaceBox
from faceauth.detection.landmarks import Landmarks
from faceauth.images import GreyImage
from faceauth.port import Guidance

_EYE_DISTANCE_AT_LEAST = 0.028
"""Of the frame's longer side: some 1.6 m before a usual lens. Whoever is further away is not at
the counter."""

_EYE_DISTANCE_AT_LEAST_PX = 20.0
"""With less it is guesswork; faces of 12 to 25 px are still told apart (docs/face-accuracy.md)."""

_EYE_DISTANCE_AT_MOST = 0.24
"""Of the frame's width; nearer, the chin or the hair is cut off and the lens distorts."""

_OFF_CENTRE_AT_MOST = 0.25
"""Of the frame's width; further out the face is half outside the preview's oval. Up and down the
oval follows, to where chin or brows leave the picture."""

_YAW_AT_MOST = 0.35
_CARD_YAW_AT_MOST = 0.45
"""Some 20 and 25 degrees. A person can be asked to look straight; a card's photo cannot."""

_PITCH_RANGE = (0.30, 0.72)
_ROLL_AT_MOST_DEGREES = 25.0
"""The pose of 95 % of pictures in public sets of cooperative people; beyond, the eye is hidden."""

_SECOND_FACE_AT_LEAST = 0.7
"""Of the nearest face's side. A smaller one waits behind; as large a one could be meant."""

_HIGHLIGHT_AT_LEAST = 18
"""Of 255: the brightest parts of any face, whatever its skin. Faces at 19 to 29 are told apart and
found as well as in light, noise and all (docs/face-accuracy.md)."""

_BURNT_OUT_AT_MOST = 0.2
"""Share of face pixels at the top of the scale, where the sensor shows nothing."""

_SHARPNESS_AT_LEAST = 2.9
"""Variance of the Laplacian in the chip. 99 % of the cooperative pictures are above 14; blurred to
3 to 7 they are still told apart as well (docs/face-accuracy.md)."""

COVERED_AT_LEAST = 0.2
"""Nearer to covered than to open (`cover.CoverScores`): nobody without a mask may be told to take
it off. Turned faces and plain glasses are well below; thin pale lips come nearest, at 0.1."""

_HALF_SEEN_COVERED_AT_LEAST = 0.25
"""Where the detector is not sure of a face: 2 of 252 pictures without any reach it."""

_DARK_FRAME_HIGHLIGHT = 40
"""Where no face is found: darker than that, it may be there all the same."""

_BACKGROUND_BRIGHT = 235
"""Median of the frame's upper rim, where a face is dark: the light is behind the person."""

_SILHOUETTE_DARK = 50
"""Median of the frame's middle, where somebody stands whose face cannot be found."""


@dataclass(frozen=True)
class FaceView:
    """What was measured of the nearest face in one frame."""

    frame_width_px: int
    frame_height_px: int
    centre_px: tuple[float, float]
    side_px: float
    second_side_px: float  # Of the second nearest face, 0 without one.
    eye_distance_px: float
    yaw: float
    pitch: float
    roll_degrees: float
    highlight: float  # 0..255, the 95th percentile of the chip.
    burnt_out: float  # 0..1, share of pixels at 250 and above.
    background: float  # 0..255, the median along the top of the picture.
    sharpness: float
    cover: CoverScores


def measure(
    grey: GreyImage, faces: tuple[FaceBox, ...], landmarks: Landmarks, chip: GreyImage
) -> FaceView:
    """Measure the first of `faces`, which `landmarks` and the aligned `chip` belong to."""
    return FaceView(
        frame_width_px=grey.shape[1],
        frame_height_px=grey.shape[0],
        centre_px=faces[0].centre,
        side_px=faces[0].side,
        second_side_px=faces[1].side if len(faces) > 1 else 0.0,
        eye_distance_px=landmarks.eye_distance_px,
        yaw=landmarks.yaw,
        pitch=landmarks.pitch,
        roll_degrees=landmarks.roll_degrees,
        highlight=float(np.percentile(chip, 95)),
        burnt_out=float(np.mean(chip >= 250)),
        background=_background(grey),
        sharpness=float(cv2.Laplacian(chip, cv2.CV_32F).var()),
        cover=cover_scores(chip),
    )


def guidance_for(view: FaceView) -> Guidance:
    """The first thing that is wrong, in the order in which a person can mend it."""
    if _is_meant_too(view.side_px, view.second_side_px):
        return Guidance.SEVERAL_FACES
    longer_px = max(view.frame_width_px, view.frame_height_px)
    if view.eye_distance_px < longer_px * _EYE_DISTANCE_AT_LEAST:
        return Guidance.COME_CLOSER
    if view.eye_distance_px > view.frame_width_px * _EYE_DISTANCE_AT_MOST:
        return Guidance.STEP_BACK
    way_back = _way_to_the_centre(view)
    if way_back is not Guidance.NONE:
        return way_back
    return _guidance_for_framed(view, _YAW_AT_MOST)


def guidance_for_still(view: FaceView) -> Guidance:
    """The same for a picture that was framed by somebody else: only the face itself counts."""
    return _guidance_for_framed(view, _YAW_AT_MOST)


def guidance_for_card(view: FaceView) -> Guidance:
    """The same for a card's photo, which cannot be taken again, and shows nobody in a mask."""
    return _guidance_for_framed(view, _CARD_YAW_AT_MOST, may_uncover=False)


def _guidance_for_framed(
    view: FaceView, yaw_at_most: float, *, may_uncover: bool = True
) -> Guidance:
    if view.eye_distance_px < _EYE_DISTANCE_AT_LEAST_PX:
        return Guidance.COME_CLOSER
    return _guidance_for_face(view, yaw_at_most, may_uncover=may_uncover)


def _guidance_for_face(view: FaceView, yaw_at_most: float, *, may_uncover: bool = True) -> Guidance:
    if view.highlight < _HIGHLIGHT_AT_LEAST:
        from_behind = view.background >= _BACKGROUND_BRIGHT
        return Guidance.TOO_BRIGHT if from_behind else Guidance.TOO_DARK
    if view.burnt_out > _BURNT_OUT_AT_MOST:
        return Guidance.TOO_BRIGHT
    # Before the pose, whose landmarks are guesswork under a mask.
    covered = _guidance_for_cover(view.cover, COVERED_AT_LEAST)
    if covered is not Guidance.NONE and may_uncover:
        return covered
    if _is_turned_away(view, yaw_at_most):
        return Guidance.LOOK_STRAIGHT
    if view.sharpness < _SHARPNESS_AT_LEAST:
        return Guidance.HOLD_STILL
    return Guidance.NONE


def guidance_for_half_seen(cover: CoverScores) -> Guidance:
    """For what is only half like a face; NONE when no mask or hand explains that."""
    return _guidance_for_cover(cover, _HALF_SEEN_COVERED_AT_LEAST)


def _guidance_for_cover(cover: CoverScores, at_least: float) -> Guidance:
    if cover.mouth >= at_least:
        return Guidance.UNCOVER_MOUTH
    return Guidance.UNCOVER_EYES if cover.eyes >= at_least else Guidance.NONE


def several(faces: tuple[FaceBox, ...]) -> bool:
    """Is it unclear which of them is the patient?"""
    return len(faces) > 1 and _is_meant_too(faces[0].side, faces[1].side)


def guidance_without_face(grey: GreyImage) -> Guidance:
    """Tell an empty place from one too dark to see, and from a silhouette before a window."""
    if np.percentile(grey[::8, ::8], 95) < _DARK_FRAME_HIGHLIGHT:
        return Guidance.TOO_DARK
    height_px, width_px = grey.shape
    middle = grey[height_px // 3 : height_px * 2 // 3 : 8, width_px // 3 : width_px * 2 // 3 : 8]
    is_silhouette = np.median(middle) < _SILHOUETTE_DARK
    if is_silhouette and _background(grey) >= _BACKGROUND_BRIGHT:
        return Guidance.TOO_BRIGHT
    return Guidance.NO_FACE


def _background(grey: GreyImage) -> float:
    return float(np.median(grey[: max(1, grey.shape[0] // 16) : 2, ::8]))


def _is_meant_too(nearest_side_px: float, second_side_px: float) -> bool:
    return second_side_px >= nearest_side_px * _SECOND_FACE_AT_LEAST


def _way_to_the_centre(view: FaceView) -> Guidance:
    """Whoever stands before a camera is on its left side with their right one."""
    right = view.centre_px[0] / view.frame_width_px - 0.5
    down = view.centre_px[1] / view.frame_height_px - 0.5
    if abs(right) > _OFF_CENTRE_AT_MOST:
        return Guidance.MOVE_RIGHT if right > 0 else Guidance.MOVE_LEFT
    if abs(down) > 0.5 - view.side_px / 2 / view.frame_height_px:
        return Guidance.MOVE_UP if down > 0 else Guidance.MOVE_DOWN
    return Guidance.NONE


def _is_turned_away(view: FaceView, yaw_at_most: float) -> bool:
    return (
        abs(view.yaw) > yaw_at_most
        or not _PITCH_RANGE[0] <= view.pitch <= _PITCH_RANGE[1]
        or abs(view.roll_degrees) > _ROLL_AT_MOST_DEGREES
    )
