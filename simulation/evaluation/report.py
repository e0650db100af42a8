"""`face evaluate`: what the command prints, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceauth.calibration import Calibration
from faceauth.errors import PicturesUnusable
from faceauth.port import Guidance
from faceauth.score import distance, fused_distance
from simulation.evaluation import measures
from simulation.evaluation.degradations import DEGRADATIONS
from simulation.evaluation.pictures import FaceSet, Picture
from simulation.evaluation.stock import DISTANCE_AT_MOST
from simulation.evaluation.trials import (
    AS_THEY_ARE,
    POOR_CARD,
    Sides,
    Trials,
    degraded_by,
    is_usable_card,
    is_usable_frame,
    make_trials,
)

_RATES = {"1e-2": 1e-2, "1e-3": 1e-3, "1e-4": 1e-4}


@dataclass(frozen=True, eq=False)
class Measured:
    """The comparisons of one set, or of all: the product's distances beside the stock ones."""

    name: str
    trials: Trials
    scores: NDArray[np.float64]
    """Of the fused frames."""
    worst_frame: NDArray[np.float64]
    """Of the frame that is least like the card."""

    def accepted(self, threshold: float, frame_threshold: float) -> NDArray[np.bool_]:
        """As the product decides."""
        return (self.scores < threshold) & (self.worst_frame < frame_threshold)

    def only(self, people: NDArray[np.intp]) -> "Measured":
        """Comparisons among these people."""
        trials = self.trials
        rows = np.isin(trials.card_person, people) & np.isin(trials.live_person, people)
        return Measured(self.name, trials.only(rows), self.scores[rows], self.worst_frame[rows])


def measure_set(faces: FaceSet, frames: int, sides: Sides = AS_THEY_ARE) -> Measured:
    """Score every comparison of the set as the product would; raises `PicturesUnusable`."""
    trials = make_trials(faces, frames, sides)
    if not len(trials.cards) or trials.genuine.all() or not trials.genuine.any():
        raise PicturesUnusable(
            f"{faces.name}: needs two people, each with more than {frames} good pictures"
        )
    each = distance(trials.cards[:, np.newaxis], trials.frames)
    fused = fused_distance(trials.cards, trials.frames)
    return Measured(faces.name, trials, fused, each.max(axis=1))


def pooled(sets: Sequence[Measured]) -> Measured:
    """All sets as one; strangers are compared within their own set only."""
    offsets = np.cumsum([0, *(int(each.trials.card_person.max()) + 1 for each in sets)])
    return Measured(
        "pooled",
        Trials(
            np.concatenate([each.trials.cards for each in sets]),
            np.concatenate([each.trials.frames for each in sets]),
            np.concatenate(
                [each.trials.card_person + at for each, at in zip(sets, offsets, strict=False)]
            ),
            np.concatenate(
                [each.trials.live_person + at for each, at in zip(sets, offsets, strict=False)]
            ),
            np.concatenate([each.trials.stock for each in sets]),
        ),
        np.concatenate([each.scores for each in sets]),
        np.concatenate([each.worst_frame for each in sets]),
    )


def report_on(
    measured: Measured, sets: Sequence[FaceSet], calibration: Calibration, draws: int
) -> dict[str, Any]:
    """The figures of one set, or of several pooled."""
    trials = measured.trials
    pictures = [picture for each in sets for person in each.people for picture in person.pictures]
    accepted = measured.accepted(calibration.threshold, calibration.frame_threshold)
    false_accepts, false_rejects = measures.rates(accepted, trials, draws)
    return {
        "identities": sum(len(each.people) for each in sets),
        "images": len(pictures),
        "failure_to_detect": sum(p.live is None or p.card is None for p in pictures),
        "refused_references": sum(p.card is not None and not is_usable_card(p) for p in pictures),
        "refused_frames": sum(p.live is not None and not is_usable_frame(p) for p in pictures),
        "genuine_pairs": int(trials.genuine.sum()),
        "impostor_pairs": int((~trials.genuine).sum()),
        **_tar_at_far(measured.scores, trials),
        "operating_point": {
            "threshold": calibration.threshold,
            "far": false_accepts.as_json(),
            "far_upper_if_only_person_pairs_count": measures.upper_by_person_pairs(
                accepted, trials
            ),
            "frr": false_rejects.as_json(),
            "tar": 1 - false_rejects.value,
        },
        "stock": _stock(trials, false_accepts.value) if np.isfinite(trials.stock).any() else None,
    }


def _stock(trials: Trials, our_far: float) -> dict[str, Any]:
    """Of the stock recipe on the same comparisons."""
    strangers = ~trials.genuine
    same_far = measures.threshold_at(trials.stock, trials, our_far)
    return {
        **_tar_at_far(trials.stock, trials),
        "operating_point": {
            "threshold": DISTANCE_AT_MOST,
            "far": float(np.mean(trials.stock[strangers] <= DISTANCE_AT_MOST)),
            "frr": float(np.mean(trials.stock[trials.genuine] > DISTANCE_AT_MOST)),
        },
        "tar_at_our_far": measures.true_accepts(trials.stock, trials, same_far),
    }


def report_on_degraded(
    faces: FaceSet, frames: int, calibration: Calibration, draws: int
) -> dict[str, dict[str, Any]]:
    """The operating point again with each kind of bad frame, and with a card of 1.5 KB."""
    found: dict[str, dict[str, Any]] = {
        "card of 1.5 KB": _at_operating_point(faces, frames, POOR_CARD, calibration, draws)
    }
    good = [p for person in faces.people for p in person.pictures if is_usable_frame(p)]
    for name in DEGRADATIONS:
        found[name] = {
            **_at_operating_point(faces, frames, degraded_by(name), calibration, draws),
            "frames": len(good),
            "not_found": sum(picture.degraded.get(name) is None for picture in good),
            "refused": sum(_is_refused(picture, name) for picture in good),
        }
    return found


def _is_refused(picture: Picture, degradation: str) -> bool:
    seen = picture.degraded.get(degradation)
    return seen is not None and seen.problem is not Guidance.NONE


def _at_operating_point(
    faces: FaceSet, frames: int, sides: Sides, calibration: Calibration, draws: int
) -> dict[str, Any]:
    try:
        measured = measure_set(faces, frames, sides)
    except PicturesUnusable:  # Too few are found in such a state.
        return {"genuine_pairs": 0, "impostor_pairs": 0, "tar": None, "far": None, "frr": None}
    accepted = measured.accepted(calibration.threshold, calibration.frame_threshold)
    false_accepts, false_rejects = measures.rates(accepted, measured.trials, draws)
    return {
        "genuine_pairs": int(measured.trials.genuine.sum()),
        "impostor_pairs": int((~measured.trials.genuine).sum()),
        "tar": 1 - false_rejects.value,
        "far": false_accepts.as_json(),
        "frr": false_rejects.as_json(),
    }


def _tar_at_far(scores: NDArray[np.float64], trials: Trials) -> dict[str, dict[str, float]]:
    thresholds = {
        name: measures.threshold_at(scores, trials, rate) for name, rate in _RATES.items()
    }
    return {
        "tar_at_far": {
            name: measures.true_accepts(scores, trials, at) for name, at in thresholds.items()
        },
        "thresholds": {
            name: at if np.isfinite(at) else DISTANCE_AT_MOST for name, at in thresholds.items()
        },
    }
