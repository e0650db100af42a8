"""What a face is doing in one frame, as numbers that moves are read from."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from faceauth.detection.landmarks import Landmarks

_RIGID = [0, 2, 4, 12, 14, 16, 27, 28, 29, 30, 31, 33, 35, 36, 39, 42, 45]
"""Jaw ends, nose and eye corners: they keep their places when somebody speaks or blinks."""

_EYES = ((36, 37, 38, 39, 40, 41), (42, 43, 44, 45, 46, 47))


@dataclass(frozen=True, eq=False)
class Pose:
    yaw: float
    """-1..1, positive to the person's own left (`Landmarks.yaw`)."""
    pitch: float
    """`Landmarks.pitch`: more when the head is lowered."""
    eye_openness: float
    """Height of the eyes to their width, of both; some 0.25 when open."""
    rigid_points: NDArray[np.float64]
    """17 × 2, pixels."""
    eye_distance_px: float
    eyes_to_mouth_px: float
    """With the eye distance: how much the face is foreshortened."""
    tip_aside: float
    """How far the nose's tip lies to the person's own left of the middle between the eyes."""
    tip_before_bridge: float
    """The same against the nose's bridge: on paper both move alike, on a head the tip moves more.
    Both along the line of the eyes, in heights from eyes to mouth."""


def pose_of(landmarks: Landmarks) -> Pose:
    points = landmarks.points
    right_eye, left_eye = landmarks.five_points[:2]
    across = (left_eye - right_eye) / np.linalg.norm(left_eye - right_eye)
    eyes = points[36:48].mean(axis=0)
    eyes_to_mouth_px = float(np.linalg.norm(points[48:68].mean(axis=0) - eyes))
    tip, bridge = points[30], points[27]
    return Pose(
        yaw=landmarks.yaw,
        pitch=landmarks.pitch,
        eye_openness=float(np.mean([_openness(points[list(eye)]) for eye in _EYES])),
        rigid_points=points[_RIGID],
        eye_distance_px=landmarks.eye_distance_px,
        eyes_to_mouth_px=eyes_to_mouth_px,
        tip_aside=float((tip - eyes) @ across) / eyes_to_mouth_px,
        tip_before_bridge=float((tip - bridge) @ across) / eyes_to_mouth_px,
    )


def plane_residual(before: Pose, after: Pose) -> float:
    """How far the points are from having moved as one flat picture, in eye distances.

    A photograph, however it is held, moves by a homography; a head does not. Landmarks of a still
    face differ by some 0.01 between frames.
    """
    matrix, _ = cv2.findHomography(before.rigid_points, after.rigid_points, 0)
    if matrix is None:
        return 0.0
    homogeneous = np.hstack([before.rigid_points, np.ones((len(before.rigid_points), 1))])
    moved = homogeneous @ np.asarray(matrix).T
    offsets = moved[:, :2] / moved[:, 2:] - after.rigid_points
    return float(np.sqrt(np.mean(np.sum(offsets**2, axis=1))) / before.eye_distance_px)


def _openness(eye: NDArray[np.float64]) -> float:
    """Soukupová and Čech's eye aspect ratio."""
    height = np.linalg.norm(eye[1] - eye[5]) + np.linalg.norm(eye[2] - eye[4])
    return float(height / (2 * np.linalg.norm(eye[0] - eye[3])))
