"""The active challenge: moves that only somebody who is there can make when asked.

Two moves are drawn by a secret generator, one of them a turn of the head: a turn is what a flat
picture cannot show (the nose moves against the jaw) and a recording does not know when to show.
A move that was not asked for ends the challenge, so a clip with all the moves in it fails too.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import Enum, auto

import numpy as np

from faceauth.liveness.pose import Pose, plane_residual
from faceauth.port import Guidance

TURNS = (Guidance.TURN_LEFT, Guidance.TURN_RIGHT)

_BASELINE_FRAMES = 5
_TURN_AT_LEAST = 0.22
_PLANE_RESIDUAL_AT_LEAST = 0.06
_FORESHORTENED_TO_AT_LEAST = 0.75
"""Change of yaw, and what must be true of the face then: it moved as no plane does, and its eye
distance, to the height of the face, is not much shorter. A picture has to be turned until its
landmarks go astray, or bent. Of 158 real heads at hand that are turned by 0.4 all are beyond the
last two, and so is nearly every one of 81 that are turned by less (docs/face-accuracy.md)."""

_TIP_ASIDE_AT_LEAST = 0.15
_TIP_BEFORE_AT_LEAST = 0.08
"""Changes of `Pose.tip_aside` and `tip_before_bridge`; 98 % of the real heads at hand that are
turned by some 25 degrees are beyond both, a bent photograph hardly ever."""

_ON_THE_WAY = (0.08, 0.27)
"""Changes of yaw that a turning head is seen at, at first; a misfit jumps."""

_TURNED_FRAMES = 4
"""Without one between them that is not turned: landmarks that go astray, as those of bent paper do,
are elsewhere in the next frames, however still it is held. What is turned so far that a picture
would look the same counts neither way."""

_WRONG_TURN_AT_LEAST = 0.25
"""In the other direction, or when something else was asked for: more than anybody sways."""

_NOD_AT_LEAST = 0.09
"""Change of pitch; a head that is held still stays within some 0.02, and a flat photograph that is
tilted within 0.04."""

_CLOSED_BELOW = 0.7
_OPEN_ABOVE = 0.85
"""Of the person's own openness: eyes differ too much for a common limit."""

_NEUTRAL_YAW, _NEUTRAL_PITCH = 0.15, 0.06

_PAUSE_MS = (300, 900)
"""Drawn anew before each move, so that a recording cannot be timed."""

_NOT_BEFORE_MS = 150
"""Nobody reacts faster to a sign; what moves earlier did not wait for it."""

_MOVE_MS = 6_000


class Outcome(Enum):
    UNDERWAY = auto()
    PASSED = auto()
    FAILED = auto()


@dataclass(frozen=True)
class Stand:
    """Where a challenge stands after a frame."""

    outcome: Outcome
    asked: Guidance
    """The move to show on the screen, or NONE during a pause."""
    done: int
    """Moves completed."""
    turned: bool
    """This frame completed a turn: the face is at its farthest from straight."""
    neutral: bool
    """The face looks straight ahead, as before the first move."""


DRAWN = (*TURNS, Guidance.NOD)
"""A blink is recognised too, but how often it is missed could not be measured (no labelled clips),
so nobody is asked for one."""


def draw_moves(count: int = 2) -> tuple[Guidance, ...]:
    """Different moves in secret order, at least one of them a turn."""
    generator = secrets.SystemRandom()
    turn = generator.choice(TURNS)
    others = generator.sample([move for move in DRAWN if move is not turn], count - 1)
    moves = [turn, *others]
    generator.shuffle(moves)
    return tuple(moves)


class Challenge:
    """One run through `moves`; times come from the frames."""

    def __init__(self, moves: Sequence[Guidance]) -> None:
        self._moves = tuple(moves)
        self._done = 0
        self._first: list[Pose] = []
        self._baseline: Pose | None = None
        self._ask_at_ms: float | None = None
        self._asked_at_ms: float | None = None
        self._away = False  # A nod or blink has begun and must end; a turn is on its way.
        self._turned_frames = 0

    def feed(self, pose: Pose, at_ms: float, *, sure: bool = True) -> Stand:
        """Take the next frame's pose, taken at `at_ms`.

        Of a face that the first detector has lost, and is not `sure` of, turns alone are read: a
        bent photograph that only the second one finds may nod.
        """
        if self._baseline is None:
            if sure:
                self._learn(pose)
            return self._stand(Outcome.UNDERWAY)
        neutral = sure and self._is_neutral(pose, self._baseline)
        if self._done == len(self._moves):
            return self._stand(Outcome.PASSED if neutral else Outcome.UNDERWAY, neutral=neutral)
        if self._asked_at_ms is None:
            self._wait_to_ask(neutral, at_ms)
            return self._stand(Outcome.UNDERWAY, neutral=neutral)
        waited_ms = at_ms - self._asked_at_ms
        asked = self._moves[self._done]
        if waited_ms > _MOVE_MS or self._is_wrong(pose, self._baseline, asked):
            return self._stand(Outcome.FAILED)
        if not (sure or asked in TURNS) or not self._is_done(pose, self._baseline, asked):
            return self._stand(Outcome.UNDERWAY)
        if waited_ms < _NOT_BEFORE_MS:
            return self._stand(Outcome.FAILED)
        self._done += 1
        self._ask_at_ms = self._asked_at_ms = None
        self._away, self._turned_frames = False, 0
        return self._stand(Outcome.UNDERWAY, turned=asked in TURNS)

    def _learn(self, pose: Pose) -> None:
        self._first.append(pose)
        if len(self._first) == _BASELINE_FRAMES:
            self._baseline = Pose(
                **{
                    each.name: np.median([getattr(pose, each.name) for pose in self._first], axis=0)
                    for each in fields(Pose)
                }
            )

    def _wait_to_ask(self, neutral: bool, at_ms: float) -> None:
        if not neutral:
            self._ask_at_ms = None
        elif self._ask_at_ms is None:
            self._ask_at_ms = at_ms + _PAUSE_MS[0] + secrets.randbelow(_PAUSE_MS[1] - _PAUSE_MS[0])
        elif at_ms >= self._ask_at_ms:
            self._asked_at_ms = at_ms

    def _is_done(self, pose: Pose, baseline: Pose, asked: Guidance) -> bool:
        if asked in TURNS:
            return self._is_turned(pose, baseline, asked)
        if asked is Guidance.NOD:
            change = abs(pose.pitch - baseline.pitch)
            return self._there_and_back(change >= _NOD_AT_LEAST, change < _NEUTRAL_PITCH)
        openness = pose.eye_openness / baseline.eye_openness
        return self._there_and_back(openness < _CLOSED_BELOW, openness > _OPEN_ABOVE)

    def _is_turned(self, pose: Pose, baseline: Pose, asked: Guidance) -> bool:
        change = _turn(pose, baseline, asked)
        self._away = self._away or _ON_THE_WAY[0] <= change <= _ON_THE_WAY[1]
        turned = (
            self._away
            and change >= _TURN_AT_LEAST
            and plane_residual(baseline, pose) >= _PLANE_RESIDUAL_AT_LEAST
            and _nose_sticks_out(pose, baseline, asked)
        )
        if not turned:
            self._turned_frames = 0
        elif _foreshortening(pose, baseline) >= _FORESHORTENED_TO_AT_LEAST:
            self._turned_frames += 1
        return self._turned_frames >= _TURNED_FRAMES

    def _there_and_back(self, there: bool, back: bool) -> bool:
        if there:
            self._away = True
        return self._away and back

    def _is_wrong(self, pose: Pose, baseline: Pose, asked: Guidance) -> bool:
        if asked in TURNS:
            return _turn(pose, baseline, asked) <= -_WRONG_TURN_AT_LEAST
        return abs(pose.yaw - baseline.yaw) >= _WRONG_TURN_AT_LEAST

    def _is_neutral(self, pose: Pose, baseline: Pose) -> bool:
        return (
            abs(pose.yaw - baseline.yaw) < _NEUTRAL_YAW
            and abs(pose.pitch - baseline.pitch) < _NEUTRAL_PITCH
        )

    def _stand(self, outcome: Outcome, *, neutral: bool = False, turned: bool = False) -> Stand:
        asks = self._asked_at_ms is not None and outcome is Outcome.UNDERWAY
        asked = self._moves[self._done] if asks else Guidance.NONE
        return Stand(outcome, asked, self._done, turned, neutral)


def _turn(pose: Pose, baseline: Pose, asked: Guidance) -> float:
    """How far the head is turned in the direction that was asked for."""
    change = pose.yaw - baseline.yaw
    return change if asked is Guidance.TURN_LEFT else -change


def _nose_sticks_out(pose: Pose, baseline: Pose, asked: Guidance) -> bool:
    """Paper that is bent about an upright axis moves tip and bridge alike, and neither far."""
    sign = 1 if asked is Guidance.TURN_LEFT else -1
    return (
        sign * (pose.tip_aside - baseline.tip_aside) >= _TIP_ASIDE_AT_LEAST
        and sign * (pose.tip_before_bridge - baseline.tip_before_bridge) >= _TIP_BEFORE_AT_LEAST
    )


def _foreshortening(pose: Pose, baseline: Pose) -> float:
    """How much of the eye distance is left, whatever the distance to the camera."""
    now = pose.eye_distance_px / pose.eyes_to_mouth_px
    return now / (baseline.eye_distance_px / baseline.eyes_to_mouth_px)
