"""Distances and fused frames, beside the same reckoned slowly and by itself."""

import math

import numpy as np
import pytest

from faceauth.score import Vectors, distance, fused_distance

TRUST = 0.15
CARD: Vectors = np.eye(4)[0]


def turned(degrees: float, axis: int) -> Vectors:
    """Of length 1, so far from the card."""
    vector: Vectors = math.cos(math.radians(degrees)) * CARD
    vector[axis] = math.sin(math.radians(degrees))
    return vector


def slowly(card: Vectors, frames: list[Vectors]) -> float:
    each = [math.dist(card, frame) for frame in frames]
    weights = [math.exp((min(each) - one) / TRUST) for one in each]
    weighted = [weight * frame for weight, frame in zip(weights, frames, strict=True)]
    fused = np.sum(weighted, axis=0)
    return math.dist(card, fused / np.linalg.norm(fused))


def test_a_right_angle_is_the_root_of_two_away() -> None:
    assert float(distance(CARD, np.eye(4)[1])) == pytest.approx(math.sqrt(2))
    assert float(distance(CARD, CARD)) == 0.0


def test_many_are_measured_at_once_as_each_by_itself() -> None:
    others = np.array([turned(degrees, 1) for degrees in (0, 30, 90)])
    assert distance(CARD, others) == pytest.approx([math.dist(CARD, one) for one in others])


@pytest.mark.parametrize("degrees", [(10, 20, 30), (0, 5, 90), (40, 40, 40)])
def test_frames_count_by_how_alike_they_are(degrees: tuple[int, int, int]) -> None:
    frames = [turned(each, axis) for axis, each in enumerate(degrees, start=1)]
    assert float(fused_distance(CARD, np.array(frames))) == pytest.approx(slowly(CARD, frames))


def test_several_people_are_reckoned_at_once_as_each_by_itself() -> None:
    people = [[turned(10, 1), turned(25, 2)], [turned(50, 3), turned(5, 1)]]
    cards = np.array([CARD, turned(20, 2)])
    together = fused_distance(cards, np.array(people))
    alone = [slowly(card, frames) for card, frames in zip(cards, people, strict=True)]
    assert together == pytest.approx(alone)


def test_frames_that_lean_to_both_sides_are_fused_to_the_middle() -> None:
    frames = np.array([turned(80, 1), turned(-80, 1)])
    assert float(fused_distance(CARD, frames)) == pytest.approx(0.0, abs=1e-6)


def test_frames_that_cancel_each_other_out_are_nobodys() -> None:
    opposite = np.array([np.eye(4)[1], -np.eye(4)[1]])
    assert float(fused_distance(CARD, opposite)) == pytest.approx(1.0)
