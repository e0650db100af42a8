"""Whole attempts as at the kiosk: a camera's frames of one person against a card, to a verdict.

The camera sees the person's pictures in turn, half a second each, at the size of a face before the
kiosk; they sway, and no frame has the noise of another. Time is the camera's, and what each frame
took to compute, of this thread alone; frames that come meanwhile are lost, as in the product.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, pi, sin
from pathlib import Path
from statistics import median
from typing import Any

import cv2
import numpy as np

from common.errors import Bug
from faceauth.comparison import Comparison, EmbeddedPhoto
from faceauth.detection.detect import find_still_face
from faceauth.detection.face_box import FaceBox
from faceauth.detection.landmarks import find_landmarks
from faceauth.embedding.alignment import aligned_chip
from faceauth.errors import PhotoUnusable, PicturesUnusable
from faceauth.face_model import FaceModel
from faceauth.images import RgbImage, grey_from_rgb
from faceauth.matcher import CardFaceMatcher
from faceauth.pictures import load_rgb
from faceauth.port import (
    BgrImage,
    FaceComparison,
    FaceMatcher,
    Frame,
    Guidance,
    LivenessLevel,
    Reference,
    Verdict,
)
from faceauth.quality import guidance_for_still, measure
from kiosk.session.identification import FACE_ATTEMPTS
from simulation.evaluation.degradations import DEGRADATIONS, Degradation
from simulation.evaluation.measures import binomial_upper
from simulation.evaluation.pictures import CARD_BYTES, as_card_photo, picture_files

WITHIN_MS = 3_000
_GIVEN_UP_AFTER_MS = 15_000
_SHOWN_MS = 500
_CAMERA_FRAME_MS = 1000 / 30
_STRANGERS_FRAME_MS = 200
"""They are looked at once a second in any case, and take long."""

_FRAME_PX = (1280, 720)
_FACE_PX = 230
"""Side of the detector's square at 60 cm, and where its middle is."""
_FACE_AT_PX = (640, 330)

_SWAY_PX, _SWAY_MS = 7, 4_000
_NOISE, _NOISE_ROOM_PX = 2.0, 64

AS_IT_IS, POOR_CARD = "as it is", "card of 1.5 KB"
KINDS = (AS_IT_IS, POOR_CARD, *DEGRADATIONS)
STRANGERS = "strangers"


@dataclass(frozen=True, eq=False)
class Portrait:
    """A picture that was good enough to be compared, and where the face is in it."""

    rgb: RgbImage
    face: FaceBox


@dataclass(frozen=True)
class Attempt:
    verdict: Verdict
    took_ms: float
    """From the first frame in which somebody was seen."""


def portraits_of(folder: Path) -> Mapping[str, Sequence[Portrait]]:
    """By person; raises `PicturesUnusable` when there are not two people with two pictures."""
    people = {}
    for person in sorted(path for path in folder.iterdir() if path.is_dir()):
        portraits = [found for path in picture_files(person) if (found := _portrait(path))]
        if len(portraits) > 1:
            people[person.name] = portraits
    if len(people) < 2:
        raise PicturesUnusable(f"{folder}: needs two people with two good pictures each")
    return people


def _portrait(path: Path) -> Portrait | None:
    try:
        rgb = load_rgb(path)
    except PicturesUnusable:
        return None
    grey = grey_from_rgb(rgb)
    faces = find_still_face(grey)
    if not faces:
        return None
    points = find_landmarks(grey, faces[0])
    view = measure(grey, faces, points, aligned_chip(grey, points))
    return Portrait(rgb, faces[0]) if guidance_for_still(view) is Guidance.NONE else None


def attempts_of(
    people: Mapping[str, Sequence[Portrait]], kind: str, matcher: FaceMatcher, per_person: int
) -> Iterator[Attempt]:
    """Each person before the camera with `per_person` of their own cards."""
    for portraits in people.values():
        for own, reference in _cards(portraits, kind, matcher, per_person):
            others = [portraits[(own + n) % len(portraits)] for n in range(1, len(portraits))]
            yield _attempt(matcher, reference, _Stream(others, kind), _CAMERA_FRAME_MS)


@dataclass(frozen=True)
class WithOthersThresholds:
    """`FaceMatcher` whose thresholds come from people that it will not see."""

    matcher: CardFaceMatcher
    model: FaceModel

    def enrol(self, photo: bytes | bytearray) -> Reference:
        return self.matcher.enrol(photo)

    def compare(self, reference: Reference) -> FaceComparison:
        if not isinstance(reference, EmbeddedPhoto):
            raise Bug("the reference was not made by this matcher")
        return Comparison(reference, self.model, LivenessLevel.PASSIVE, None)


def strangers_visits(
    people: Mapping[str, Sequence[Portrait]], matcher: FaceMatcher, per_person: int
) -> Iterator[Attempt]:
    """Each person with the cards of the next `per_person` people; with each all their tries."""
    names = list(people)
    for number, name in enumerate(names):
        stream = _Stream(people[name], AS_IT_IS)
        for step in range(1, min(per_person, len(names) - 1) + 1):
            other = people[names[(number + step) % len(names)]]
            for _, reference in _cards(other, AS_IT_IS, matcher, 1):
                yield _visit(matcher, reference, stream)


def report_on(attempts: Sequence[Attempt]) -> dict[str, Any]:
    """How many were let in soon, and how soon those were who were let in."""
    matches = [each.took_ms for each in attempts if each.verdict is Verdict.MATCH]
    return {
        "attempts": len(attempts),
        "matches": len(matches),
        "within_3_s": sum(took <= WITHIN_MS for took in matches),
        "median_ms": round(median(matches)) if matches else None,
        "p95_ms": round(float(np.percentile(matches, 95))) if matches else None,
        "matches_upper_95": binomial_upper(len(matches), len(attempts)),
    }


def _cards(
    portraits: Sequence[Portrait], kind: str, matcher: FaceMatcher, at_most: int
) -> Iterator[tuple[int, Reference]]:
    size = CARD_BYTES // 2 if kind == POOR_CARD else CARD_BYTES
    for number, portrait in enumerate(portraits[:at_most]):
        try:
            yield number, matcher.enrol(as_card_photo(portrait.rgb, size))
        except PhotoUnusable:
            continue  # Told at once, and not an attempt.


def _visit(matcher: FaceMatcher, reference: Reference, stream: "_Stream") -> Attempt:
    """One attempt after the other, as often as a kiosk lets somebody try."""
    for number in range(FACE_ATTEMPTS):
        began_ms = number * _GIVEN_UP_AFTER_MS
        attempt = _attempt(matcher, reference, stream, _STRANGERS_FRAME_MS, began_ms)
        if attempt.verdict is Verdict.MATCH:
            break
    return attempt


def _attempt(
    matcher: FaceMatcher,
    reference: Reference,
    stream: "_Stream",
    frame_ms: float,
    began_ms: float = 0.0,
) -> Attempt:
    comparison = matcher.compare(reference)
    number, first_ms, took_ms = ceil(began_ms / frame_ms), None, 0.0
    try:
        while number * frame_ms < began_ms + _GIVEN_UP_AFTER_MS:
            at_ms = number * frame_ms
            bgr = stream.at(at_ms)
            started = time.thread_time()
            seen = comparison.feed(Frame(bgr, at_ms))
            busy_ms = (time.thread_time() - started) * 1000
            if first_ms is None and seen.guidance is not Guidance.NO_FACE:
                first_ms = at_ms
            took_ms = at_ms + busy_ms - (at_ms if first_ms is None else first_ms)
            if seen.verdict is not Verdict.UNDECIDED:
                return Attempt(seen.verdict, took_ms)
            number = int((at_ms + busy_ms) // frame_ms) + 1
        return Attempt(Verdict.UNDECIDED, took_ms)
    finally:
        comparison.wipe()


class _Stream:
    """What the camera sees of one person."""

    def __init__(self, portraits: Sequence[Portrait], kind: str) -> None:
        degrade = DEGRADATIONS.get(kind)
        self._stills = [_at_the_kiosk(each, degrade) for each in portraits]
        room = (_FRAME_PX[1] + _NOISE_ROOM_PX, _FRAME_PX[0] + _NOISE_ROOM_PX, 3)
        noise = np.random.default_rng(0).normal(0, _NOISE, room)
        self._noise = noise.round().astype(np.int8)

    def at(self, at_ms: float) -> BgrImage:
        still = self._stills[int(at_ms // _SHOWN_MS) % len(self._stills)]
        sway_px = _SWAY_PX * sin(2 * pi * at_ms / _SWAY_MS)
        shift = np.array([[1.0, 0.0, sway_px], [0.0, 1.0, sway_px / 2]])
        moved = cv2.warpAffine(still, shift, _FRAME_PX, borderMode=cv2.BORDER_REPLICATE)
        x, y = (int(at_ms) * step % _NOISE_ROOM_PX for step in (23, 37))
        noise = self._noise[y : y + _FRAME_PX[1], x : x + _FRAME_PX[0]]
        return np.asarray(cv2.add(moved, noise, dtype=cv2.CV_8U), np.uint8)


def _at_the_kiosk(portrait: Portrait, degrade: Degradation | None) -> BgrImage:
    rgb, face = portrait.rgb, portrait.face
    shown = rgb if degrade is None else degrade(rgb, face.side)
    away = shown.shape[1] / rgb.shape[1]  # Less of a face that is further away.
    scale = _FACE_PX / face.side
    offset = np.array(_FACE_AT_PX) - np.array(face.centre) * away * scale
    matrix = np.array([[scale, 0.0, offset[0]], [0.0, scale, offset[1]]])
    bgr = np.ascontiguousarray(shown[:, :, ::-1])
    placed = cv2.warpAffine(bgr, matrix, _FRAME_PX, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(placed, np.uint8)
