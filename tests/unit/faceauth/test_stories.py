"""People as they come, made from demo portraits: let in, or told the one thing that helps."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from faceauth.comparison import EmbeddedPhoto
from faceauth.cover import CoverScores
from faceauth.detection.detect import find_faces
from faceauth.detection.landmarks import find_landmarks
from faceauth.images import grey_from_bgr
from faceauth.matcher import CardFaceMatcher, preload
from faceauth.port import BgrImage, Frame, Guidance, LivenessLevel, Verdict
from simulation.camera.occluders import HIDE_EYES, HIDE_MOUTH, Occluder, plain_glasses, thin_lips
from simulation.camera.scene import Scene
from tests.unit.faceauth.pictures import PHOTOS_DIR, card_photo, needs_demo_photos

pytestmark = needs_demo_photos

FACE_PX = (640, 320)
"""Centre of the simulated face; its side is 230."""

FRAME_MS = 33.0

Story = Callable[[BgrImage], BgrImage]


@pytest.fixture(scope="module")
def matcher() -> CardFaceMatcher:
    preload()
    return CardFaceMatcher(LivenessLevel.PASSIVE)


@pytest.fixture(scope="module")
def card(matcher: CardFaceMatcher) -> EmbeddedPhoto:
    return matcher.enrol(card_photo("biden"))


def lit(gain: float, gamma: float = 1.0) -> Story:
    def story(bgr: BgrImage) -> BgrImage:
        shades = np.clip((bgr / 255.0) ** gamma * gain * 255, 0, 255)
        return np.asarray(shades, np.uint8)

    return story


def moved(down_px: int) -> Story:
    def story(bgr: BgrImage) -> BgrImage:
        shift = np.array([[1, 0, 0], [0, 1, down_px]], np.float32)
        size = (bgr.shape[1], bgr.shape[0])
        return np.asarray(
            cv2.warpAffine(bgr, shift, size, borderMode=cv2.BORDER_REPLICATE), np.uint8
        )

    return story


def upright(bgr: BgrImage) -> BgrImage:
    """As a camera on its side sees it: 720 × 1280."""
    middle = bgr[:, 280:1000]
    return np.asarray(cv2.copyMakeBorder(middle, 280, 280, 0, 0, cv2.BORDER_REPLICATE), np.uint8)


def four_to_three(bgr: BgrImage) -> BgrImage:
    return np.asarray(cv2.resize(bgr[:, 160:1120], (640, 480)), np.uint8)


def back_light(left: float) -> Story:
    """A window behind: all around the person burns out; `left` is the face's share of its light."""

    def story(bgr: BgrImage) -> BgrImage:
        drawn = np.zeros(bgr.shape[:2], np.float32)
        cv2.ellipse(drawn, FACE_PX, (130, 190), 0, 0, 360, 1.0, -1)
        cv2.ellipse(drawn, (FACE_PX[0], 720), (380, 260), 0, 0, 360, 1.0, -1)
        person = np.asarray(cv2.GaussianBlur(drawn, (0, 0), 8))[..., np.newaxis]
        return np.asarray(bgr * left * person + 255 * (1 - person), np.uint8)

    return story


def wearing(occluder: Occluder) -> Story:
    """Drawn by the landmarks of the bare face, the same on every frame."""

    def story(bgr: BgrImage) -> BgrImage:
        grey = grey_from_bgr(bgr)
        (face, *_) = find_faces(grey, 640)
        landmarks = find_landmarks(grey, face)
        rgb = np.ascontiguousarray(bgr[:, :, ::-1])
        return np.ascontiguousarray(occluder(rgb, landmarks, np.random.default_rng(1))[:, :, ::-1])

    return story


def seen(
    matcher: CardFaceMatcher, card: EmbeddedPhoto, story: Story
) -> tuple[Verdict, set[Guidance]]:
    comparison, scene = matcher.compare(card), Scene("biden", PHOTOS_DIR)
    told: set[Guidance] = set()
    for number in range(8):
        bgr = story(scene.frame(number * 5, False))
        observation = comparison.feed(Frame(bgr, number * 1000.0))
        told.add(observation.guidance)
        if observation.verdict is not Verdict.UNDECIDED:
            break
    return observation.verdict, told


@pytest.mark.parametrize(
    "story",
    [
        lit(0.45, 1.6),
        lit(1.15, 0.6),
        lit(0.14),
        wearing(plain_glasses),
        wearing(thin_lips),
        moved(230),
        moved(-100),
        back_light(0.16),
        upright,
        four_to_three,
    ],
    ids=[
        "very dark skin",
        "very pale skin",
        "dim room",
        "glasses",
        "thin lips",
        "wheelchair",
        "tall",
        "window behind",
        "camera on its side",
        "4:3",
    ],
)
def test_they_are_let_in_without_being_told_anything(
    matcher: CardFaceMatcher, card: EmbeddedPhoto, story: Story
) -> None:
    assert seen(matcher, card, story) == (Verdict.MATCH, {Guidance.NONE})


@pytest.mark.parametrize(
    ("story", "told"),
    [
        (back_light(0.08), Guidance.TOO_BRIGHT),
        (lit(0.03), Guidance.TOO_DARK),
        (moved(300), Guidance.MOVE_UP),
    ],
    ids=["sun behind", "night", "small child"],
)
def test_they_are_told_the_one_thing_that_helps(
    matcher: CardFaceMatcher, card: EmbeddedPhoto, story: Story, told: Guidance
) -> None:
    verdict, all_told = seen(matcher, card, story)
    assert verdict is Verdict.UNDECIDED
    assert all_told == {told}


@pytest.mark.parametrize(
    ("worn", "occluder", "told"),
    [
        *((worn, occluder, Guidance.UNCOVER_MOUTH) for worn, occluder in HIDE_MOUTH.items()),
        *((worn, occluder, Guidance.UNCOVER_EYES) for worn, occluder in HIDE_EYES.items()),
    ],
)
def test_what_covers_the_face_is_asked_away(
    matcher: CardFaceMatcher, card: EmbeddedPhoto, worn: str, occluder: Occluder, told: Guidance
) -> None:
    comparison, scene = matcher.compare(card), Scene("biden", PHOTOS_DIR)
    put_on = wearing(occluder)
    observed = [
        comparison.feed(Frame(put_on(scene.frame(number, False)), number * FRAME_MS))
        for number in range(8)
    ]
    assert {each.verdict for each in observed} == {Verdict.UNDECIDED}
    # The detector looks at two scales in turn; after that the instruction stands still.
    assert {each.guidance for each in observed[2:]} == {told}, worn


def test_who_takes_the_mask_off_is_let_in(matcher: CardFaceMatcher, card: EmbeddedPhoto) -> None:
    comparison, scene = matcher.compare(card), Scene("biden", PHOTOS_DIR)
    put_on = wearing(HIDE_MOUTH["blue mask"])
    for number in range(6):
        masked = comparison.feed(Frame(put_on(scene.frame(number, False)), number * FRAME_MS))
    assert masked.guidance is Guidance.UNCOVER_MOUTH
    for number in range(8):
        bare = comparison.feed(Frame(scene.frame(number, False), 1000.0 + number * 500))
    assert (bare.guidance, bare.verdict) == (Guidance.NONE, Verdict.MATCH)


def test_who_only_looks_covered_is_compared_in_the_end(
    matcher: CardFaceMatcher, card: EmbeddedPhoto, monkeypatch: pytest.MonkeyPatch
) -> None:
    covered = CoverScores(eyes=-0.5, mouth=0.9)
    monkeypatch.setattr("faceauth.quality.cover_scores", lambda _chip: covered)
    comparison, scene = matcher.compare(card), Scene("biden", PHOTOS_DIR)
    observed = [
        comparison.feed(Frame(scene.frame(second, False), second * 1000.0)) for second in range(10)
    ]
    assert {each.guidance for each in observed} == {Guidance.UNCOVER_MOUTH}
    assert {each.progress for each in observed[:6]} == {0.0}
    assert observed[-1].verdict is Verdict.MATCH
