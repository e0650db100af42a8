"""`make prove-liveness`: simulated attacks on the active challenge, and simulated honest people.

Photographs, flat and bent, are turned before the camera as far as a face is still found in them,
towards the side that is asked for; then people who perform (faceauth/sim/performer.py) do the same.
Takes the demo photographs, or any folder of frontal pictures: ARGS=FOLDER.
"""

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import cv2
import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from faceauth.images import GreyImage  # noqa: E402
from faceauth.landmarks import find_landmarks  # noqa: E402
from faceauth.liveness.challenge import Challenge, Outcome  # noqa: E402
from faceauth.liveness.pose import Pose, pose_of  # noqa: E402
from faceauth.matcher import preload  # noqa: E402
from faceauth.port import Guidance  # noqa: E402
from faceauth.sim.performer import Head, Move, hold, posture_at  # noqa: E402
from faceauth.still import find_still_face  # noqa: E402
from tests.faceauth.pictures import PHOTOS_DIR  # noqa: E402

TURNS = (Guidance.TURN_LEFT, Guidance.TURN_RIGHT)
FRAME_MS = 50.0
ATTACKS_AT_MOST = 600
FRONTAL_YAW_AT_MOST = 0.2
WIDTH_PX = 480
STEPS = 12
"""On the way to the farthest; each is held for two frames, by a hand that is not quite still."""

_RANDOM = np.random.default_rng(0)


def main() -> None:
    preload()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PHOTOS_DIR
    faces = list(frontal_faces(folder))
    flat = [
        (grey, [turned(grey, degrees * (step + 1) / STEPS, distance) for step in range(STEPS)])
        for (grey, _), degrees, distance in limited(product(faces, (-55, -40, 40, 55), (1.2, 2, 4)))
    ]
    report("flat photographs", flat)
    bent = [
        (grey, [bend(grey, arc, shift * (step + 1) / STEPS) for step in range(STEPS)])
        for (grey, _), arc, shift in limited(
            product(faces, (60, 90, 120, 150), (-0.5, -0.3, 0.3, 0.5))
        )
    ]
    report("bent photographs", bent)
    honest = [
        (grey, [hold(grey, head, posture_at(move, ms)) for ms in np.arange(400.0, 1200.0, 70.0)])
        for (grey, head), move in product(faces, (Move.TURN_LEFT, Move.TURN_RIGHT))
    ]
    report("people who turn as asked", honest)


def limited(attacks: Iterator) -> list:  # type: ignore[type-arg]
    """Spread over all of them."""
    listed = list(attacks)
    keep = np.linspace(0, len(listed) - 1, min(len(listed), ATTACKS_AT_MOST)).astype(int)
    return [listed[i] for i in keep]


def report(name: str, takes: list[tuple[GreyImage, list[GreyImage]]]) -> None:
    """How many pass when one turn is asked for, whichever of the two suits them."""
    passed = sum(any(passes(take, turn) for turn in TURNS) for take in map(poses, takes))
    print(f"{name:28}{passed:5} of {len(takes)} pass a turn ({passed / max(1, len(takes)):.2%})")


def poses(take: tuple[GreyImage, list[GreyImage]]) -> list[Pose | None]:
    """Of the picture held straight, then of each step; None where no face is found."""
    held = (shaken(grey) for grey in take[1] for _ in range(2))
    return [pose_in(take[0]), *(pose_in(grey) for grey in held)]


def passes(seen: list[Pose | None], asked: Guidance) -> bool:
    """Play the pictures to a challenge of one turn, as an attacker with good timing would."""
    straight, challenge = seen[0], Challenge((asked,))
    if straight is None:
        return False
    at_ms, stand = 0.0, challenge.feed(straight, 0.0)
    while stand.asked is Guidance.NONE:
        at_ms += FRAME_MS
        stand = challenge.feed(straight, at_ms)
    at_ms += 400.0
    for pose in seen[1:]:
        at_ms += FRAME_MS
        if pose is not None:
            stand = challenge.feed(pose, at_ms)
        if stand.outcome is Outcome.FAILED or stand.turned:
            break
    return stand.turned


def pose_in(grey: GreyImage) -> Pose | None:
    faces = find_still_face(grey)
    return pose_of(find_landmarks(grey, faces[0])) if faces else None


def shaken(grey: GreyImage) -> GreyImage:
    """As the next frame of a camera sees it: a little elsewhere, with fresh noise."""
    x, y, degrees = _RANDOM.normal(0, (1.5, 1.5, 0.5))
    matrix = cv2.getRotationMatrix2D((grey.shape[1] / 2, grey.shape[0] / 2), degrees, 1.0)
    matrix[:, 2] += (x, y)
    moved = cv2.warpAffine(grey, matrix, grey.shape[::-1], borderMode=cv2.BORDER_REPLICATE)
    return np.clip(moved + _RANDOM.normal(0, 3, grey.shape), 0, 255).astype(np.uint8)


def frontal_faces(folder: Path) -> Iterator[tuple[GreyImage, Head]]:
    """Each with room around it, 480 px wide."""
    for path in sorted(folder.rglob("*")):
        picture = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE) if path.is_file() else None
        if picture is None:
            continue
        scale = WIDTH_PX / picture.shape[1]
        grey = np.asarray(cv2.resize(picture, None, fx=scale, fy=scale), np.uint8)
        for face in find_still_face(grey)[:1]:
            if abs(pose_of(find_landmarks(grey, face)).yaw) < FRONTAL_YAW_AT_MOST:
                yield grey, Head(face.centre, face.side)


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
    height, width = grey.shape
    arc = np.radians(arc_degrees)
    radius = width / arc
    y, x = np.mgrid[:height, :width].astype(np.float32)
    along = np.arcsin(np.clip((x - width / 2) / radius, -0.999, 0.999)) - shift * arc
    source_x = (along / arc * width + width / 2).astype(np.float32)
    return np.asarray(cv2.remap(grey, source_x, y, cv2.INTER_LINEAR, borderValue=160), np.uint8)


if __name__ == "__main__":
    main()
