"""The whole of an active attempt, on pictures: demo people who perform, and attacks on them."""

from collections.abc import Callable

import pytest

from faceauth.matcher import CardFaceMatcher, preload
from faceauth.port import MOVES, BgrImage, Frame, Guidance, LivenessLevel, Verdict
from simulation.camera.head_motion import STRAIGHT, Move, Posture, posture_at
from simulation.camera.scene import Scene
from tests.unit.faceauth.pictures import PHOTOS_DIR, card_photo, needs_demo_photos

FRAME_MS = 80.0
FRAMES_AT_MOST = 250

pytestmark = needs_demo_photos

Camera = Callable[[int, Guidance, float], BgrImage]
"""Frame number, the move that the screen asks for, and for how long it has."""


@pytest.fixture(scope="module")
def matcher() -> CardFaceMatcher:
    preload()
    return CardFaceMatcher(LivenessLevel.ACTIVE)


def play(matcher: CardFaceMatcher, card: str, camera: Camera) -> tuple[Verdict, set[Guidance]]:
    """Until a verdict; returns it with the moves that were asked for."""
    comparison = matcher.compare(matcher.enrol(card_photo(card)))
    asked, since_ms = Guidance.NONE, 0.0
    all_asked: set[Guidance] = set()
    for number in range(FRAMES_AT_MOST):
        at_ms = number * FRAME_MS
        seen = comparison.feed(Frame(camera(number, asked, at_ms - since_ms), at_ms))
        if seen.verdict is not Verdict.UNDECIDED:
            return seen.verdict, all_asked
        if seen.guidance is not asked:
            asked, since_ms = seen.guidance, at_ms
            all_asked |= {asked} & MOVES
    return Verdict.UNDECIDED, all_asked


def posture(asked: Guidance, waited_ms: float) -> Posture:
    return posture_at(Move(asked.value), waited_ms) if asked in MOVES else STRAIGHT


def moving(picture: str) -> Camera:
    scene = Scene(picture, PHOTOS_DIR)
    return lambda number, asked, ms: scene.frame(number * 3, False, posture(asked, ms))


def photograph(picture: str) -> Camera:
    scene = Scene(picture, PHOTOS_DIR)
    return lambda number, _asked, _ms: scene.frame(number * 3, False)


def test_the_person_who_moves_when_asked_is_let_in(matcher: CardFaceMatcher) -> None:
    verdict, asked = play(matcher, "biden", moving("biden"))
    assert verdict is Verdict.MATCH
    assert len(asked) >= 2


def test_a_photograph_is_not_let_in(matcher: CardFaceMatcher) -> None:
    verdict, asked = play(matcher, "biden", photograph("biden"))
    assert verdict is Verdict.NO_MATCH
    assert asked


def test_another_person_cannot_make_the_moves(matcher: CardFaceMatcher) -> None:
    """The right person is matched, then somebody else stands there and does as asked."""
    right, other = moving("biden"), moving("obama")

    def swapped(number: int, asked: Guidance, ms: float) -> BgrImage:
        return (other if asked in MOVES else right)(number, asked, ms)

    verdict, _ = play(matcher, "biden", swapped)
    assert verdict is not Verdict.MATCH
