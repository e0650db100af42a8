"""The matcher on demo people: the right one in, the others not, and what the screen says."""

from collections.abc import Iterator
from itertools import count

import cv2
import numpy as np
import pytest
from PIL import Image

from common.errors import Bug
from faceauth.comparison import EmbeddedPhoto
from faceauth.decision import LOOKS_FOR_NO_MATCH
from faceauth.detection.detect import FaceDetector
from faceauth.detection.face_box import FaceBox
from faceauth.detection.landmarks import Landmarks
from faceauth.errors import PhotoUnusable
from faceauth.face_model import DEFAULT, face_model
from faceauth.images import GreyImage
from faceauth.matcher import CardFaceMatcher, preload
from faceauth.port import (
    BgrImage,
    Embedding,
    FaceComparison,
    Frame,
    Guidance,
    LivenessLevel,
    Observation,
    PhotoProblem,
    Verdict,
)
from simulation.camera.scene import HEIGHT_PX, WIDTH_PX, Scene
from tests.unit.faceauth.pictures import PHOTOS_DIR, card_photo, jpeg2000, needs_demo_photos

FRAMES_PER_LOOK = 5
FRAME_MS = 1000.0  # Frames so far apart are all looked at.


@pytest.fixture(scope="module")
def matcher() -> CardFaceMatcher:
    preload()
    return CardFaceMatcher(LivenessLevel.PASSIVE)


@pytest.fixture(scope="module")
def obama(matcher: CardFaceMatcher) -> EmbeddedPhoto:
    return matcher.enrol(card_photo("obama"))


def take(picture: str | None, dark: bool = False) -> Iterator[BgrImage]:
    scene = Scene(picture, PHOTOS_DIR)
    return (scene.frame(number, dark) for number in count(0, FRAMES_PER_LOOK))


def watch(comparison: FaceComparison, take: Iterator[BgrImage], frames: int) -> list[Observation]:
    """Feed until a verdict, at most `frames` pictures."""
    seen: list[Observation] = []
    for number in range(frames):
        seen.append(comparison.feed(Frame(next(take), number * FRAME_MS)))
        if seen[-1].verdict is not Verdict.UNDECIDED:
            break
    return seen


def smaller(bgr: BgrImage, factor: float) -> BgrImage:
    """The same scene from further away."""
    small = cv2.resize(bgr, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    far = np.full_like(bgr, 190)
    top, left = (HEIGHT_PX - small.shape[0]) // 2, (WIDTH_PX - small.shape[1]) // 2
    far[top : top + small.shape[0], left : left + small.shape[1]] = small
    return far


def side_by_side(left: BgrImage, right: BgrImage) -> BgrImage:
    quarter, half = WIDTH_PX // 4, WIDTH_PX // 2
    middle = slice(quarter, quarter + half)
    return np.hstack([left[:, middle], right[:, middle]])


@needs_demo_photos
@pytest.mark.parametrize(
    ("card", "live"),
    [
        ("obama", "obama"),
        ("obama", "obama2"),
        ("obama", "obama3"),
        ("biden", "biden"),
        ("astronaut", "astronaut"),
    ],
)
def test_the_person_on_the_card_matches(matcher: CardFaceMatcher, card: str, live: str) -> None:
    comparison = matcher.compare(matcher.enrol(card_photo(card)))
    seen = watch(comparison, take(live), frames=6)
    assert seen[-1].verdict is Verdict.MATCH
    assert seen[-1].progress == 1.0


@needs_demo_photos
@pytest.mark.parametrize("live", ["biden", "astronaut"])
def test_another_person_does_not_match(
    matcher: CardFaceMatcher, obama: EmbeddedPhoto, live: str
) -> None:
    seen = watch(matcher.compare(obama), take(live), frames=LOOKS_FOR_NO_MATCH + 3)
    assert seen[-1].verdict is Verdict.NO_MATCH


@needs_demo_photos
def test_a_person_who_steps_in_starts_from_nothing(
    matcher: CardFaceMatcher, obama: EmbeddedPhoto
) -> None:
    comparison = matcher.compare(obama)
    own, other, nobody = take("obama"), take("biden"), take(None)
    assert watch(comparison, own, frames=2)[-1].progress > 0.5
    watch(comparison, nobody, frames=2)
    seen = watch(comparison, other, frames=3)
    assert seen[-1].verdict is Verdict.UNDECIDED
    assert watch(comparison, other, frames=LOOKS_FOR_NO_MATCH)[-1].verdict is Verdict.NO_MATCH


@needs_demo_photos
@pytest.mark.parametrize(
    ("away_ms", "verdict"), [(2_000, Verdict.MATCH), (4_000, Verdict.UNDECIDED)]
)
def test_a_head_that_is_away_for_a_moment_carries_on(
    matcher: CardFaceMatcher, obama: EmbeddedPhoto, away_ms: int, verdict: Verdict
) -> None:
    comparison = matcher.compare(obama)
    own, nobody = take("obama"), take(None)
    for at_ms in (0, 100):
        comparison.feed(Frame(next(own), at_ms))
    for at_ms in range(200, 100 + away_ms, 300):
        assert comparison.feed(Frame(next(nobody), at_ms)).guidance is Guidance.NO_FACE
    assert comparison.feed(Frame(next(own), 100 + away_ms)).verdict is verdict


@needs_demo_photos
def test_a_verdict_stands(matcher: CardFaceMatcher, obama: EmbeddedPhoto) -> None:
    comparison = matcher.compare(obama)
    assert watch(comparison, take("obama"), frames=6)[-1].verdict is Verdict.MATCH
    assert comparison.feed(Frame(next(take("biden")), 99.0)).verdict is Verdict.MATCH


@needs_demo_photos
@pytest.mark.parametrize(
    ("level", "guidance"),
    [(LivenessLevel.PASSIVE, Guidance.NONE), (LivenessLevel.ACTIVE, Guidance.COME_CLOSER)],
)
def test_who_is_to_move_must_be_seen_by_the_first_detector(
    obama: EmbeddedPhoto,
    level: LivenessLevel,
    guidance: Guidance,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class OnlySecondLook(FaceDetector):
        def find(self, grey: GreyImage, *, nodding: bool = False) -> tuple[FaceBox, ...]:
            found = super().find(grey, nodding=nodding)
            self.by_second_look = True
            return found

    monkeypatch.setattr("faceauth.comparison.FaceDetector", OnlySecondLook)
    comparison = CardFaceMatcher(level).compare(obama)
    assert comparison.feed(Frame(next(take("obama")), 0.0)).guidance is guidance


@needs_demo_photos
def test_guidance_for_what_stands_before_the_camera(
    matcher: CardFaceMatcher, obama: EmbeddedPhoto
) -> None:
    alone, other = next(take("obama")), next(take("biden"))
    for bgr, guidance in (
        (next(take(None)), Guidance.NO_FACE),
        (next(take("obama", dark=True)), Guidance.TOO_DARK),
        (smaller(alone, 0.3), Guidance.COME_CLOSER),
        (side_by_side(alone, other), Guidance.SEVERAL_FACES),
        (np.roll(alone, 400, axis=1), Guidance.MOVE_RIGHT),
        (cv2.GaussianBlur(alone, (0, 0), 14), Guidance.HOLD_STILL),
    ):
        comparison = matcher.compare(obama)
        seen = [comparison.feed(Frame(np.add(bgr, step), 0.0)) for step in (0, 1)]
        assert guidance in [observation.guidance for observation in seen]
        assert seen[-1].progress == 0.0


@needs_demo_photos
def test_a_frozen_camera_gives_no_evidence(matcher: CardFaceMatcher, obama: EmbeddedPhoto) -> None:
    comparison = matcher.compare(obama)
    still = next(take("obama"))
    seen = [comparison.feed(Frame(still, float(number))) for number in range(10)]
    assert seen[-1].guidance is Guidance.NO_PICTURE
    assert seen[-1].progress == seen[0].progress < 0.5


def test_a_photo_without_a_face_is_told_from_an_unreadable_one(matcher: CardFaceMatcher) -> None:
    with pytest.raises(PhotoUnusable) as blank:
        matcher.enrol(jpeg2000(Image.new("L", (240, 320), 128)))
    assert blank.value.problem is PhotoProblem.NO_FACE
    with pytest.raises(PhotoUnusable) as broken:
        matcher.enrol(b"no picture")
    assert broken.value.problem is PhotoProblem.UNREADABLE


@needs_demo_photos
def test_nothing_biometric_is_left_after_wiping(
    matcher: CardFaceMatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    buffers: list[Embedding] = []
    network = face_model(DEFAULT).embedding
    embed = network.embed

    def remembered(grey: GreyImage, landmarks: Landmarks) -> Embedding:
        buffers.append(embed(grey, landmarks))
        return buffers[-1]

    monkeypatch.setattr(network, "embed", remembered)
    reference = matcher.enrol(card_photo("obama"))
    comparison = matcher.compare(reference)
    watch(comparison, take("obama"), frames=2)
    assert len(buffers) == 3
    assert all(buffer.any() for buffer in buffers)
    comparison.wipe()
    assert reference.embedding.any()  # The next attempt needs it.
    reference.wipe()
    assert not any(buffer.any() for buffer in buffers)


def test_a_wiped_part_refuses_to_work(matcher: CardFaceMatcher) -> None:
    reference = EmbeddedPhoto(np.ones(128))
    comparison = matcher.compare(reference)
    comparison.wipe()
    with pytest.raises(Bug):
        comparison.feed(Frame(np.zeros((720, 1280, 3), np.uint8), 0.0))
    reference.wipe()
    with pytest.raises(Bug):
        _ = reference.embedding
