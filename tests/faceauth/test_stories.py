"""People as they come, made from demo portraits: let in, or told the one thing that helps."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from faceauth.comparison import EmbeddedPhoto
from faceauth.matcher import DlibFaceMatcher, preload
from faceauth.port import BgrImage, Frame, Guidance, LivenessLevel, Verdict
from faceauth.sim.scene import Scene
from tests.faceauth.pictures import PHOTOS_DIR, card_photo, needs_demo_photos

pytestmark = needs_demo_photos

FACE_PX = (640, 320)
"""Centre of the simulated face; its side is 230."""

Story = Callable[[BgrImage], BgrImage]


@pytest.fixture(scope="module")
def matcher() -> DlibFaceMatcher:
    preload()
    return DlibFaceMatcher(LivenessLevel.PASSIVE)


@pytest.fixture(scope="module")
def card(matcher: DlibFaceMatcher) -> EmbeddedPhoto:
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


def glasses(bgr: BgrImage) -> BgrImage:
    drawn = bgr.copy()
    x, y = FACE_PX
    for side in (-1, 1):
        cv2.ellipse(drawn, (x + side * 52, y - 45), (42, 30), 0, 0, 360, (40, 40, 40), 4)
    cv2.line(drawn, (x - 12, y - 50), (x + 12, y - 50), (40, 40, 40), 4)
    return drawn


def back_light(left: float) -> Story:
    """A window behind: all around the person burns out; `left` is the face's share of its light."""

    def story(bgr: BgrImage) -> BgrImage:
        drawn = np.zeros(bgr.shape[:2], np.float32)
        cv2.ellipse(drawn, FACE_PX, (130, 190), 0, 0, 360, 1.0, -1)
        cv2.ellipse(drawn, (FACE_PX[0], 720), (380, 260), 0, 0, 360, 1.0, -1)
        person = np.asarray(cv2.GaussianBlur(drawn, (0, 0), 8))[..., np.newaxis]
        return np.asarray(bgr * left * person + 255 * (1 - person), np.uint8)

    return story


def seen(
    matcher: DlibFaceMatcher, card: EmbeddedPhoto, story: Story
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
    [lit(0.45, 1.6), lit(1.15, 0.6), glasses, moved(120), moved(-100), back_light(0.16)],
    ids=["very dark skin", "very pale skin", "glasses", "wheelchair", "tall", "window behind"],
)
def test_they_are_let_in_without_being_told_anything(
    matcher: DlibFaceMatcher, card: EmbeddedPhoto, story: Story
) -> None:
    assert seen(matcher, card, story) == (Verdict.MATCH, {Guidance.NONE})


@pytest.mark.parametrize(
    ("story", "told"),
    [
        (back_light(0.08), Guidance.TOO_BRIGHT),
        (lit(0.2), Guidance.TOO_DARK),
        (moved(300), Guidance.CENTRE_FACE),
    ],
    ids=["sun behind", "dim room", "small child"],
)
def test_they_are_told_the_one_thing_that_helps(
    matcher: DlibFaceMatcher, card: EmbeddedPhoto, story: Story, told: Guidance
) -> None:
    verdict, all_told = seen(matcher, card, story)
    assert verdict is Verdict.UNDECIDED
    assert all_told == {told}
