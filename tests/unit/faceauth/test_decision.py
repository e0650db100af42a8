"""The policy: a pure function of the reference, the good frames and the calibration."""

from dataclasses import replace

import numpy as np
import pytest

from faceauth import decision
from faceauth.calibration import Calibration
from faceauth.decision import decide, progress
from faceauth.port import Embedding, Verdict
from faceauth.score import distance

CALIBRATION = Calibration(
    model="test",
    threshold=0.6,
    frame_threshold=0.8,
    false_accept_target=1e-3,
    provenance="made up",
    made_on="2026-01-01",
    sha256="",
)

REFERENCE: Embedding = np.eye(128)[0]


def at(distance: float, axis: int = 1) -> Embedding:
    """Of length 1, so far from the reference, in the direction of `axis`."""
    along = 1 - distance**2 / 2
    embedding: Embedding = along * REFERENCE
    embedding[axis] = np.sqrt(1 - along**2)
    return embedding


NEAR, FAR, STRANGER = 0.59, 0.61, 0.81


@pytest.mark.parametrize(
    ("distances", "verdict"),
    [
        ([], Verdict.UNDECIDED),
        ([0.0] * (decision.FRAMES_FOR_MATCH - 1), Verdict.UNDECIDED),
        ([NEAR] * decision.FRAMES_FOR_MATCH, Verdict.MATCH),
        ([FAR] * decision.FRAMES_FOR_MATCH, Verdict.UNDECIDED),
        ([FAR] * (decision.LOOKS_FOR_NO_MATCH - 1), Verdict.UNDECIDED),
        ([FAR] * decision.LOOKS_FOR_NO_MATCH, Verdict.NO_MATCH),
        ([FAR, NEAR - 0.1, NEAR], Verdict.MATCH),
    ],
)
def test_verdict_by_distance(distances: list[float], verdict: Verdict) -> None:
    frames = [at(each) for each in distances]
    assert decide(CALIBRATION, REFERENCE, frames, len(frames)) is verdict


def test_one_frame_of_a_stranger_is_not_hidden_by_the_average() -> None:
    frames = [at(0.0), at(0.0), at(STRANGER)]
    assert decide(CALIBRATION, REFERENCE, frames, 3) is Verdict.UNDECIDED


def test_looks_at_frames_that_do_not_count_come_to_an_end() -> None:
    assert decide(CALIBRATION, REFERENCE, [], decision.LOOKS_FOR_NO_MATCH - 1) is Verdict.UNDECIDED
    assert decide(CALIBRATION, REFERENCE, [], decision.LOOKS_FOR_NO_MATCH) is Verdict.NO_MATCH


def test_after_a_frame_of_nobodys_there_is_a_pause() -> None:
    assert not decision.is_due(0, 999.0)
    assert decision.is_due(0, 1_000.0)
    assert decision.is_due(1, 1.0)


def test_differing_frames_average_out() -> None:
    frames = [at(FAR, axis) for axis in range(1, 1 + decision.FRAMES_FOR_MATCH)]
    assert decide(CALIBRATION, REFERENCE, frames, 3) is Verdict.MATCH


def test_deciding_changes_nothing_and_repeats() -> None:
    frames = [at(NEAR), at(0.1, 2), at(0.2, 3)]
    before = [frame.copy() for frame in frames]
    first = decide(CALIBRATION, REFERENCE, frames, 3)
    assert decide(CALIBRATION, REFERENCE, frames, 3) is first
    assert all((frame == copy).all() for frame, copy in zip(frames, before, strict=True))
    assert (np.eye(128)[0] == REFERENCE).all()


def test_progress_grows_to_one_and_stays() -> None:
    steps = [progress(frames) for frames in range(decision.LOOKS_FOR_NO_MATCH)]
    assert steps[0] == 0.0
    assert steps == sorted(steps)
    assert steps[decision.FRAMES_FOR_MATCH] == steps[-1] == 1.0


def test_good_frames_are_looked_at_for_ten_seconds() -> None:
    at_ms, last_ms, frames = 0.0, float("-inf"), 0
    while frames < decision.LOOKS_FOR_NO_MATCH:
        if decision.is_due(frames, at_ms - last_ms):
            last_ms, frames = at_ms, frames + 1
        at_ms += 40.0
    assert 8_000 <= at_ms <= 11_000


def test_what_is_just_as_far_away_as_is_too_far_is_too_far() -> None:
    frames = [at(NEAR)] * decision.FRAMES_FOR_MATCH
    exactly = replace(CALIBRATION, threshold=decision.fused(REFERENCE, frames))
    assert not decision.is_match(exactly, REFERENCE, frames)
    by_itself = float(distance(REFERENCE, frames[0]))
    assert not decision.may_be_same(
        replace(CALIBRATION, frame_threshold=by_itself), REFERENCE, frames[0]
    )


def test_the_first_frames_follow_at_once_and_no_further_one() -> None:
    due = [decision.is_due(frames, 0.0) for frames in range(1, decision.FRAMES_FOR_MATCH + 1)]
    assert due == [True, True, False]


def test_progress_is_the_share_of_the_frames_that_are_wanted() -> None:
    assert progress(1) == pytest.approx(1 / decision.FRAMES_FOR_MATCH)
