"""The active challenge: who is there passes, what is shown to the camera does not."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from faceauth.liveness.challenge import TURNS, Challenge, Outcome, Stand, draw_moves
from faceauth.liveness.pose import Pose
from faceauth.port import Guidance

FRAME_MS = 40.0
REACTION_MS = 400.0

FRONT = np.array(
    [[0, 0], [3, 30], [15, 60], [85, 60], [97, 30], [100, 0], [50, 5], [50, 15], [50, 25],
     [50, 35], [42, 42], [50, 45], [58, 42], [20, 2], [40, 2], [60, 2], [80, 2]], float
)  # fmt: skip
NOSE = slice(6, 13)
STILL = Pose(0.02, 0.5, 0.26, FRONT, 40.0, 42.0, tip_aside=0.0, tip_before_bridge=0.0)


def turned(yaw: float) -> Pose:
    """A head turns: the nose moves against the jaw."""
    points = FRONT.copy()
    points[NOSE, 0] += yaw * 40
    tip = {"tip_aside": yaw / 2, "tip_before_bridge": yaw / 4}
    return replace(STILL, yaw=yaw, rigid_points=points, **tip)


MADE = {
    Guidance.TURN_LEFT: turned(0.45),
    Guidance.TURN_RIGHT: turned(-0.45),
    Guidance.NOD: replace(STILL, pitch=0.63),
    Guidance.BLINK: replace(STILL, eye_openness=0.12),
}

Patient = Callable[[Guidance, float], Pose]
"""What the camera sees so long after a move was asked for."""


def obedient(asked: Guidance, waited_ms: float) -> Pose:
    if asked not in MADE or not REACTION_MS <= waited_ms < 2 * REACTION_MS:
        return STILL
    begins = waited_ms < REACTION_MS + 2 * FRAME_MS
    return turned(MADE[asked].yaw / 2) if begins and asked in TURNS else MADE[asked]


Seen = Callable[[Pose], bool]
"""Whether the first detector sees a face in that pose."""


def run(moves: Sequence[Guidance], patient: Patient, seen: Seen = lambda _: True) -> Stand:
    """Play at 25 frames/s until the challenge is over, at most half a minute."""
    challenge = Challenge(moves)
    asked, since_ms = Guidance.NONE, 0.0
    for number in range(750):
        at_ms = number * FRAME_MS
        pose = patient(asked, at_ms - since_ms)
        stand = challenge.feed(pose, at_ms, sure=seen(pose))
        if stand.outcome is not Outcome.UNDERWAY:
            return stand
        if stand.asked is not asked:
            asked, since_ms = stand.asked, at_ms
    return stand


@pytest.mark.parametrize("first", MADE)
@pytest.mark.parametrize("second", MADE)
def test_who_does_as_asked_passes(first: Guidance, second: Guidance) -> None:
    stand = run((first, second), obedient)
    assert stand.outcome is Outcome.PASSED
    assert stand.done == 2


def test_who_does_nothing_fails_in_time() -> None:
    assert run((Guidance.TURN_LEFT,), lambda *_: STILL).outcome is Outcome.FAILED


@pytest.mark.parametrize("asked", [*TURNS, Guidance.NOD])
def test_a_recording_that_shows_another_move_fails(asked: Guidance) -> None:
    """A clip runs through everything; only one order of moves can be the one asked for."""
    for wrong in {*TURNS} - {asked}:

        def clip(_asked: Guidance, waited_ms: float, shown: Guidance = wrong) -> Pose:
            return obedient(shown, waited_ms)

        stand = run((asked, Guidance.NOD), clip)
        assert stand.outcome is Outcome.FAILED
        assert stand.done == 0


def test_what_moves_at_once_did_not_wait_to_be_asked() -> None:
    def eager(asked: Guidance, waited_ms: float) -> Pose:
        return MADE.get(asked, STILL)

    assert run((Guidance.TURN_LEFT, Guidance.NOD), eager).outcome is Outcome.FAILED


def test_a_flat_picture_that_seems_to_turn_fails() -> None:
    """The yaw of its landmarks may be off, but they move as one plane."""

    def flat(asked: Guidance, waited_ms: float) -> Pose:
        if asked not in MADE or waited_ms < REACTION_MS:
            return STILL
        narrower = FRONT * [0.7, 1.0]
        return replace(turned(0.45), rigid_points=narrower)

    assert run((Guidance.TURN_LEFT, Guidance.NOD), flat).outcome is Outcome.FAILED


def test_landmarks_that_jump_are_no_turn() -> None:
    def jumping(asked: Guidance, waited_ms: float) -> Pose:
        return MADE[asked] if asked in MADE and waited_ms >= REACTION_MS else STILL

    assert run((Guidance.TURN_LEFT, Guidance.NOD), jumping).outcome is Outcome.FAILED


def test_landmarks_that_are_astray_for_three_frames_are_no_turn() -> None:
    """As those of bent paper, before and after which it seems to look straight."""

    def flickering(asked: Guidance, waited_ms: float) -> Pose:
        number = round((waited_ms - REACTION_MS) / FRAME_MS)
        if asked not in MADE or number < 0:
            return STILL
        return (STILL, turned(0.15), *(MADE[asked],) * 3)[number % 5]

    assert run((Guidance.TURN_LEFT, Guidance.NOD), flickering).outcome is Outcome.FAILED


def test_who_turns_far_and_stays_there_is_counted_on_the_way_and_back() -> None:
    """Turned so far, a picture would look the same."""
    far = replace(turned(0.6), eye_distance_px=24.0)
    way = (turned(0.15), *(turned(0.45),) * 2, *(far,) * 10, *(turned(0.45),) * 2, turned(0.15))

    def patient(asked: Guidance, waited_ms: float) -> Pose:
        number = round((waited_ms - REACTION_MS) / FRAME_MS)
        if asked is not Guidance.TURN_LEFT:
            return obedient(asked, waited_ms)
        return way[number] if 0 <= number < len(way) else STILL

    assert run((Guidance.TURN_LEFT, Guidance.NOD), patient).outcome is Outcome.PASSED


def test_a_head_may_turn_until_only_the_second_detector_sees_it() -> None:
    stand = run((Guidance.TURN_LEFT, Guidance.NOD), obedient, lambda pose: pose.yaw < 0.3)
    assert stand.outcome is Outcome.PASSED


def test_what_only_the_second_detector_sees_does_not_nod() -> None:
    stand = run((Guidance.NOD, Guidance.TURN_LEFT), obedient, lambda pose: pose.pitch < 0.6)
    assert (stand.outcome, stand.done) == (Outcome.FAILED, 0)


def test_a_picture_turned_until_its_landmarks_go_astray_fails() -> None:
    def tilted(asked: Guidance, waited_ms: float) -> Pose:
        if asked not in MADE or waited_ms < REACTION_MS:
            return STILL
        return replace(turned(0.45), eye_distance_px=24.0)

    assert run((Guidance.TURN_LEFT, Guidance.NOD), tilted).outcome is Outcome.FAILED


@pytest.mark.parametrize(("tip_aside", "tip_before_bridge"), [(0.25, 0.02), (0.05, 0.12)])
def test_paper_bent_about_an_upright_axis_fails(tip_aside: float, tip_before_bridge: float) -> None:
    """The tip of its nose moves no further than the bridge, or hardly at all."""

    def bent(asked: Guidance, waited_ms: float) -> Pose:
        pose = obedient(asked, waited_ms)
        if pose.yaw < 0.1:
            return pose
        return replace(pose, tip_aside=tip_aside, tip_before_bridge=tip_before_bridge)

    assert run((Guidance.TURN_LEFT, Guidance.NOD), bent).outcome is Outcome.FAILED


def test_nobody_can_foresee_the_moves() -> None:
    drawn = Counter(draw_moves() for _ in range(600))
    assert len(drawn) == 6
    assert min(drawn.values()) > 30
    assert all(set(moves) & set(TURNS) for moves in drawn)
    assert len(set(draw_moves(3))) == 3
