"""`make prove NAME=liveness`: simulated attacks on the challenge, and simulated honest people.

Each goes through a whole challenge of two moves, drawn as in the product. Photographs, flat and
bent, are turned, tilted or bent towards what is asked for, as far as a face is still found in them,
by somebody who reads the screen and never errs; people who perform
(simulation/camera/head_motion.py) do as asked. Who must be refused or let in by moves alone is
counted: no face is compared here.
Takes the demo photographs, or any folder of frontal pictures, and how many attacks of each kind
there are at most: ARGS="FOLDER 600" (an hour on two cores), or a part of it, whose counts add up:
ARGS="FOLDER 600 --only bent --part 2/10".
"""

import argparse
import functools
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice, product
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import cv2
import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from faceauth.detection import landmarks, yunet  # noqa: E402
from faceauth.detection.detect import FaceDetector, find_still_face  # noqa: E402
from faceauth.detection.face_box import FaceBox  # noqa: E402
from faceauth.images import GreyImage  # noqa: E402
from faceauth.liveness.challenge import Challenge, Outcome, draw_moves  # noqa: E402
from faceauth.liveness.pose import Pose, pose_of  # noqa: E402
from faceauth.port import Guidance  # noqa: E402
from simulation.camera.head_motion import LONGEST_MS, Head, Move, hold, posture_at  # noqa: E402
from tests.unit.faceauth.pictures import PHOTOS_DIR  # noqa: E402

FRAME_MS = 50.0
REACTION_MS = 400.0
ATTACKS_AT_MOST = 600
KINDS = ("flat", "bent", "people")
PERFORMANCES = 2
"""Of each person, with moves drawn anew."""

FRONTAL_YAW_AT_MOST = 0.2
WIDTH_PX = 480
VIEW_PX = (640, 480)
HEAD = Head((320, 240), 200)
"""Before a camera; how near a face is hardly matters, as it is scaled before it is looked at."""

STEPS = 8
"""On the way to the farthest; each is held for two frames, by a hand that is not quite still."""

PERFORMED_MS = np.arange(400.0, LONGEST_MS + 70.0, 70.0)

Show = Callable[[Guidance], Iterator[GreyImage]]
"""The pictures that answer a move, from straight to the farthest."""

STRAIGHT_FRAMES_AT_MOST = 200
"""Ten seconds; the longest pause before a move is under one."""

NOISE, NOISE_ROOM_PX = 3.0, 64

Takes = Sequence[tuple[GreyImage, Show]]
_TAKES: list[tuple[GreyImage, Show]] = []
_RANDOM = np.random.default_rng(0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=PHOTOS_DIR)
    parser.add_argument("attacks", nargs="?", type=int, default=ATTACKS_AT_MOST)
    parser.add_argument("--only", choices=KINDS)
    parser.add_argument("--part", default="1/1", metavar="K/N")
    chosen = parser.parse_args()
    part, parts = map(int, chosen.part.split("/"))
    cv2.setNumThreads(1)  # Its threads do not survive a fork.
    landmarks.preload()
    yunet.preload()
    photographs = list(frontal_photographs(chosen.folder))
    for kind in KINDS if chosen.only is None else (chosen.only,):
        report(kind, limited(takes_of(kind, photographs), chosen.attacks), part - 1, parts)


def takes_of(kind: str, photographs: Sequence[tuple[GreyImage, FaceBox]]) -> Takes:
    match kind:
        case "flat":
            return [
                (grey, functools.partial(turned_photograph, grey, angle, distance))
                for (grey, _), angle, distance in product(
                    photographs, (35, 40, 45, 55), (1.2, 2, 4)
                )
            ]
        case "bent":
            return [
                (grey, functools.partial(bent_photograph, grey, arc, shift))
                for (grey, _), arc, shift in product(
                    photographs, (60, 90, 120, 150), (0.2, 0.35, 0.5)
                )
            ]
        case _:
            seen = [before_the_camera(*each) for each in photographs]
            return [
                (grey, functools.partial(performance, grey)) for grey in (*seen,) * PERFORMANCES
            ]


def limited(takes: Takes, at_most: int) -> Takes:
    """Spread over all of them."""
    keep = np.linspace(0, len(takes) - 1, min(len(takes), at_most)).astype(int)
    return [takes[i] for i in keep]


def report(kind: str, takes: Takes, first: int, step: int) -> None:
    """Play them on all cores; the takes reach the others by forking."""
    _TAKES[:] = takes
    with get_context("fork").Pool() as pool:
        outcomes = pool.map(outcome_of_take, range(first, len(takes), step), chunksize=4)
    name, counted = {
        "flat": ("flat photographs let in", Outcome.PASSED),
        "bent": ("bent photographs let in", Outcome.PASSED),
        "people": ("people refused", Outcome.FAILED),
    }[kind]
    count = outcomes.count(counted)
    share = count / max(1, len(outcomes))
    print(f"{name:28}{count:5} of {len(outcomes)} ({share:.2%})", flush=True)


def outcome_of_take(number: int) -> Outcome:
    global _RANDOM
    _RANDOM = np.random.default_rng(number)
    return outcome_of(*_TAKES[number])


def outcome_of(grey: GreyImage, show: Show) -> Outcome:
    """Play a whole challenge; who does not get to its end has failed it."""
    challenge, detector, at_ms = Challenge(draw_moves()), FaceDetector(), 0.0
    looks = [look_at(shaken(grey), detector) for _ in range(5)]
    straight = [look.pose for look in looks if look is not None and look.sure]
    if not straight:
        return Outcome.FAILED
    while True:  # Again and again, until the challenge has had enough of it.
        at_ms, asked, outcome = look_straight(challenge, straight, at_ms)
        if asked is Guidance.NONE:
            return Outcome.FAILED if outcome is Outcome.UNDERWAY else outcome
        at_ms += REACTION_MS
        for shown in show(asked):
            look = look_at(shaken(shown), detector, nodding=asked is Guidance.NOD)
            at_ms += FRAME_MS
            stand = None if look is None else challenge.feed(look.pose, at_ms, sure=look.sure)
            if stand and stand.outcome is Outcome.FAILED:
                return Outcome.FAILED
            if stand and stand.asked is not asked:
                break


def look_straight(
    challenge: Challenge, straight: Sequence[Pose], at_ms: float
) -> tuple[float, Guidance, Outcome]:
    """Until a move is asked for or all is over; returns when, which, and how it ended.

    Still underway and without a move after a while: it did not look as straight as at first.
    """
    for pose in islice(cycle(straight), STRAIGHT_FRAMES_AT_MOST):
        at_ms += FRAME_MS
        stand = challenge.feed(pose, at_ms)
        if stand.outcome is not Outcome.UNDERWAY or stand.asked is not Guidance.NONE:
            break
    return at_ms, stand.asked, stand.outcome


def turned_photograph(
    grey: GreyImage, degrees: float, distance: float, move: Guidance
) -> Iterator[GreyImage]:
    """About its upright middle, or tilted for a nod; each step is held for two frames."""
    for step in (*range(1, STEPS + 1), *range(STEPS, -1, -1)):
        angle = degrees * step / STEPS
        for _ in range(2):
            if move is Guidance.NOD:
                yield lying(turned(lying(grey), angle, distance))
            else:
                yield turned(grey, angle if move is Guidance.TURN_LEFT else -angle, distance)


def bent_photograph(
    grey: GreyImage, arc: float, shift: float, move: Guidance
) -> Iterator[GreyImage]:
    """Over an upright cylinder, or a lying one for a nod, which is turned; two frames a step."""
    for step in (*range(1, STEPS + 1), *range(STEPS, -1, -1)):
        by = shift * step / STEPS
        for _ in range(2):
            if move is Guidance.NOD:
                yield lying(bend(lying(grey), arc, by))
            else:
                yield bend(grey, arc, by if move is Guidance.TURN_LEFT else -by)


def performance(grey: GreyImage, move: Guidance) -> Iterator[GreyImage]:
    for elapsed_ms in PERFORMED_MS:
        held = hold(grey, HEAD, posture_at(Move(move.value), elapsed_ms))
        yield held  # Two frames of each posture, at 30 frames/s.
        yield held


def lying(grey: GreyImage) -> GreyImage:
    return np.ascontiguousarray(grey.T)


@dataclass(frozen=True)
class Look:
    """What one frame shows to the challenge."""

    pose: Pose
    sure: bool


def look_at(grey: GreyImage, detector: FaceDetector, *, nodding: bool = False) -> Look | None:
    """As `faceauth.comparison` does; None when no face is found."""
    faces = detector.find(grey, nodding=nodding)
    if not faces:
        return None
    pose = pose_of(landmarks.find_landmarks(grey, faces[0]))
    return Look(pose, sure=not detector.by_second_look)


def shaken(grey: GreyImage) -> GreyImage:
    """As the next frame of a camera sees it: a little elsewhere, with fresh noise."""
    x, y, degrees = _RANDOM.normal(0, (1.5, 1.5, 0.5))
    matrix = cv2.getRotationMatrix2D((grey.shape[1] / 2, grey.shape[0] / 2), degrees, 1.0)
    matrix[:, 2] += (x, y)
    height, width = grey.shape
    moved = cv2.warpAffine(grey, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)
    left, top = _RANDOM.integers(0, NOISE_ROOM_PX, 2)
    noise = room_of_noise(height, width)[top : top + height, left : left + width]
    return np.asarray(cv2.add(moved, noise, dtype=cv2.CV_8U), np.uint8)


@functools.cache
def room_of_noise(height: int, width: int) -> "np.ndarray[Any, np.dtype[np.int8]]":
    """Each frame takes another part of it."""
    shape = (height + NOISE_ROOM_PX, width + NOISE_ROOM_PX)
    return np.random.default_rng(0).normal(0, NOISE, shape).round().astype(np.int8)


def before_the_camera(grey: GreyImage, face: FaceBox) -> GreyImage:
    """Whoever is on the picture, with the room around them that a camera's picture has.

    Many a portrait ends at the cheek: the head would turn out of it.
    """
    scale = HEAD.side_px / face.side
    offset = np.array(HEAD.centre_px) - np.array(face.centre) * scale
    matrix = np.array([[scale, 0.0, offset[0]], [0.0, scale, offset[1]]])
    seen = cv2.warpAffine(grey, matrix, VIEW_PX, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(seen, np.uint8)


def frontal_photographs(folder: Path) -> Iterator[tuple[GreyImage, FaceBox]]:
    """Each 480 px wide, and where the face is."""
    for path in sorted(folder.rglob("*")):
        picture = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE) if path.is_file() else None
        if picture is None:
            continue
        scale = WIDTH_PX / picture.shape[1]
        grey = np.asarray(cv2.resize(picture, None, fx=scale, fy=scale), np.uint8)
        for face in find_still_face(grey)[:1]:
            if abs(pose_of(landmarks.find_landmarks(grey, face)).yaw) < FRONTAL_YAW_AT_MOST:
                yield grey, face


def turned(grey: GreyImage, degrees: float, distance: float) -> GreyImage:
    """A flat picture turned about its upright middle, seen from `distance` of its own widths."""
    height, width = grey.shape
    angle = np.radians(degrees)
    corners = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]) * [width, height]
    depth = distance * width + corners[:, 0] * np.sin(angle)
    seen = corners * [np.cos(angle), 1.0] * (distance * width / depth)[:, np.newaxis]
    middle = np.array([width, height]) / 2
    matrix = cv2.getPerspectiveTransform(
        (corners + middle).astype(np.float32), (seen + middle).astype(np.float32)
    )
    return np.asarray(cv2.warpPerspective(grey, matrix, (width, height), borderValue=160), np.uint8)


def bend(grey: GreyImage, arc_degrees: float, shift: float) -> GreyImage:
    """A picture on an upright cylinder that is turned by `shift` of its arc."""
    source_x, y = bend_maps(grey.shape[0], grey.shape[1], arc_degrees, shift)
    return np.asarray(cv2.remap(grey, source_x, y, cv2.INTER_LINEAR, borderValue=160), np.uint8)


@functools.lru_cache(maxsize=64)
def bend_maps(
    height: int, width: int, arc_degrees: float, shift: float
) -> "tuple[np.ndarray[Any, np.dtype[np.float32]], np.ndarray[Any, np.dtype[np.float32]]]":
    """Where each pixel comes from."""
    arc = np.radians(arc_degrees)
    radius = width / arc
    y, x = np.mgrid[:height, :width].astype(np.float32)
    along = np.arcsin(np.clip((x - width / 2) / radius, -0.999, 0.999)) - shift * arc
    return (along / arc * width + width / 2).astype(np.float32), y


if __name__ == "__main__":
    main()
