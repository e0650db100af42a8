"""What a recorded clip or a folder of frames shows of life: for `uketsuke face liveness`.

Nobody was asked for anything in a recording, so this can find signs of a screen and describe
moves; it cannot say that somebody was there. Only the active challenge can.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from faceauth.detection.detect import FaceDetector
from faceauth.detection.landmarks import find_landmarks
from faceauth.embedding.alignment import aligned_chip
from faceauth.errors import PicturesUnusable
from faceauth.images import grey_from_bgr
from faceauth.liveness import replay_cues
from faceauth.liveness.pose import Pose, plane_residual, pose_of
from faceauth.liveness.replay_cues import RepeatWatch
from faceauth.pictures import load_rgb
from faceauth.port import BgrImage, Frame

_FRAMES_AT_MOST = 900
_PIXELS_AT_MOST = 4096 * 2304
_SUSPICIOUS_SHARE = 0.5
_TURN, _NOD, _CLOSED = 0.35, 0.10, 0.7
"""Changes against the clip's median face that count as moves, as in the challenge."""


@dataclass
class _Seen:
    poses: list[Pose] = field(default_factory=list)
    frames: int = 0
    repeated: int = 0
    moire: int = 0
    border: int = 0


def report_on(path: Path) -> dict[str, object]:
    """Raises `PicturesUnusable` when nothing can be read from `path`."""
    seen, detector, repeats = _Seen(), FaceDetector(), RepeatWatch()
    for bgr in _frames(path):
        seen.frames += 1
        if repeats.repeats(Frame(bgr, float(seen.frames))):
            seen.repeated += 1
            continue
        grey = grey_from_bgr(bgr)
        for face in detector.find(grey)[:1]:
            landmarks = find_landmarks(grey, face)
            seen.poses.append(pose_of(landmarks))
            seen.moire += replay_cues.moire(aligned_chip(grey, landmarks))
            seen.border += replay_cues.border(grey, face)
    if not seen.frames:
        raise PicturesUnusable(
            f"{path.name} holds no frames. Take a video, or a folder of pictures"
        )
    return _summary(seen)


def _summary(seen: _Seen) -> dict[str, object]:
    faces = max(1, len(seen.poses))
    cues = {
        "repeated_frames": round(seen.repeated / seen.frames, 3),
        "moire": round(seen.moire / faces, 3),
        "border": round(seen.border / faces, 3),
    }
    suspicious = any(share > _SUSPICIOUS_SHARE for share in cues.values())
    decision = "suspicious" if suspicious else "no_sign_of_attack"
    return {
        "decision": decision if seen.poses else "no_face",
        "frames": seen.frames,
        "frames_with_face": len(seen.poses),
        "moves_seen": _moves(seen.poses),
        "largest_plane_residual": _largest_residual(seen.poses),
        "cues": cues,
    }


def _moves(poses: list[Pose]) -> list[str]:
    """In order, each once however long it lasts."""
    if not poses:
        return []
    yaw, pitch, openness = (
        float(np.median([getattr(pose, name) for pose in poses]))
        for name in ("yaw", "pitch", "eye_openness")
    )
    found: list[str] = []
    last = ""
    for pose in poses:
        now = ""
        if abs(pose.yaw - yaw) >= _TURN:
            now = "turn_left" if pose.yaw > yaw else "turn_right"
        elif abs(pose.pitch - pitch) >= _NOD:
            now = "nod"
        elif pose.eye_openness < openness * _CLOSED:
            now = "blink"
        if now and now != last:
            found.append(now)
        last = now
    return found


def _largest_residual(poses: list[Pose]) -> float:
    if not poses:
        return 0.0
    return round(max(plane_residual(poses[0], pose) for pose in poses), 3)


def _frames(path: Path) -> Iterator[BgrImage]:
    if path.is_dir():
        for file in sorted(path.iterdir())[:_FRAMES_AT_MOST]:
            try:
                rgb = load_rgb(file)
            except PicturesUnusable:  # Another kind of file; a folder without any is refused.
                continue
            yield np.ascontiguousarray(rgb[:, :, ::-1])
        return
    capture = cv2.VideoCapture(str(path))
    try:
        claimed = capture.get(cv2.CAP_PROP_FRAME_WIDTH) * capture.get(cv2.CAP_PROP_FRAME_HEIGHT)
        if claimed > _PIXELS_AT_MOST:  # Before a decoder asks for the memory.
            raise PicturesUnusable(f"{path.name}: frames larger than 4096 × 2304")
        for _ in range(_FRAMES_AT_MOST):
            there, picture = capture.read()
            if not there:  # The length that a file claims is not looked at.
                return
            if picture.shape[0] * picture.shape[1] > _PIXELS_AT_MOST:
                raise PicturesUnusable(f"{path.name}: frames larger than 4096 × 2304")
            yield np.asarray(picture, dtype=np.uint8)
    finally:
        capture.release()
