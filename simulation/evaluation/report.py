"""`face evaluate`: what the command prints, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceauth.calibration import Calibration
from faceauth.errors import PicturesUnusable
from simulation.evaluation import measures
from simulation.evaluation.pictures import FaceSet
from simulation.evaluation.stock import DISTANCE_AT_MOST
from simulation.evaluation.trials import Trials, is_usable_card, is_usable_frame, make_trials

_RATES = {"1e-2": 1e-2, "1e-3": 1e-3, "1e-4": 1e-4}


@dataclass(frozen=True, eq=False)
class Measured:
    """The comparisons of one set, or of all: the product's scores beside the stock distances."""

    name: str
    trials: Trials
    scores: NDArray[np.float64]
    accepted: NDArray[np.bool_]


def measure_set(faces: FaceSet, calibration: Calibration, frames: int) -> Measured:
    """Score every comparison of the set as the product would; raises `PicturesUnusable`."""
    trials = make_trials(faces, frames)
    if not len(trials.cards) or trials.genuine.all() or not trials.genuine.any():
        raise PicturesUnusable(
            f"{faces.name}: needs two people, each with more than {frames} good pictures"
        )
    scores = calibration.density.fused_score(trials.cards, trials.frames)
    each = calibration.density.score(trials.cards[:, np.newaxis], trials.frames)
    accepted = (scores < calibration.threshold) & (each < calibration.frame_threshold).all(axis=1)
    return Measured(faces.name, trials, scores, accepted)


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
        np.concatenate([each.accepted for each in sets]),
    )


def report_on(
    measured: Measured, sets: Sequence[FaceSet], calibration: Calibration, draws: int
) -> dict[str, Any]:
    """The figures of one set, or of several pooled."""
    trials = measured.trials
    pictures = [picture for each in sets for person in each.people for picture in person.pictures]
    false_accepts, false_rejects = measures.rates(measured.accepted, trials, draws)
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
                measured.accepted, trials
            ),
            "frr": false_rejects.as_json(),
            "tar": 1 - false_rejects.value,
        },
        "stock": {
            **_tar_at_far(trials.stock, trials),
            "operating_point": {
                "threshold": DISTANCE_AT_MOST,
                "far": float(np.mean(trials.stock[~trials.genuine] <= DISTANCE_AT_MOST)),
                "frr": float(np.mean(trials.stock[trials.genuine] > DISTANCE_AT_MOST)),
            },
            "tar_at_our_far": measures.true_accepts(
                trials.stock,
                trials,
                measures.threshold_at(trials.stock, trials, false_accepts.value),
            ),
        },
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
