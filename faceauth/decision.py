"""Who is let in: the one place that turns embeddings into a verdict. Pure; the numbers that matter
come from the calibration."""

from collections.abc import Sequence

import numpy as np

from faceauth.calibration import Calibration
from faceauth.port import Embedding, Verdict
from faceauth.score import distance, fused_distance

FRAMES_FOR_MATCH = 3
"""Fused to one face: noise and expression average out, the person stays."""

LOOKS_FOR_NO_MATCH = 12
_LATER_FRAMES_MS = 1_000
"""After the first three at once, one a second: ten seconds of good frames, time to take off a mask
or push up glasses. Each is one more chance for a stranger too, so there are not more of them."""


def decide(
    calibration: Calibration, reference: Embedding, frames: Sequence[Embedding], looks: int
) -> Verdict:
    """Judge the frames that count so far against the embedded card photo, after so many `looks`.

    Frames from before one that is nobody's (`may_be_same`) do not count.
    """
    if len(frames) >= FRAMES_FOR_MATCH and is_match(calibration, reference, frames):
        return Verdict.MATCH
    return Verdict.NO_MATCH if looks >= LOOKS_FOR_NO_MATCH else Verdict.UNDECIDED


def is_due(frames: int, waited_ms: float) -> bool:
    """Is a further good frame to be looked at, so long after the last one that was?"""
    return 0 < frames < FRAMES_FOR_MATCH or waited_ms >= _LATER_FRAMES_MS


def is_match(calibration: Calibration, reference: Embedding, frames: Sequence[Embedding]) -> bool:
    """Is it the same person, and none of the frames somebody else's, hidden by the average?"""
    return fused(reference, frames) < calibration.threshold and all(
        may_be_same(calibration, reference, frame) for frame in frames
    )


def may_be_same(calibration: Calibration, reference: Embedding, frame: Embedding) -> bool:
    """One frame by itself: far too lenient to let anybody in, enough to notice a swap."""
    return float(distance(reference, frame)) < calibration.frame_threshold


def fused(reference: Embedding, frames: Sequence[Embedding]) -> float:
    """Distance of all frames as one face; smaller is more alike."""
    together = np.array(frames)
    found = float(fused_distance(reference, together))
    together.fill(0)  # Its owner can only wipe what it holds.
    return found


def progress(frames: int) -> float:
    """How much of the evidence for a match is gathered, 0..1."""
    return min(1.0, frames / FRAMES_FOR_MATCH)
