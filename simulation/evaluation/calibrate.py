"""Makes a calibration from folders of people: two thresholds, and what they rest on.

The threshold is the lowest of several at the false-accept target. One is counted in each set, or
rather the low end of what would be counted had other people been there (5 % of draws lie lower).
One is that of a normal distribution of strangers, which goes on where a few people have been
counted: with the nearest mean and the widest spread of any set, as a group that is in none may have
both; or of each set by itself, where nobody else will come. What this gives for people it has not
seen is measured twice: with a third of the people left out, drawn again and again, and with each
whole set left out.
"""

import datetime
import hashlib
from collections.abc import Sequence
from pathlib import Path
from statistics import NormalDist
from typing import Any

import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from faceauth.calibration import Calibration, serialise
from faceauth.errors import ModelPart, ModelUnusable, PicturesUnusable
from simulation.evaluation.measures import bootstrap_thresholds, rates
from simulation.evaluation.report import Measured

FRAMES = 3
_FRAME_SLACK = 1.21
"""A single frame may be so much further away than the fused ones: all faces at hand that are
turned, in the dark or out of focus are nearer, and some 3 % of the strangers' frames in the set
that lies densest (docs/face-accuracy.md)."""

_PEOPLE_AT_LEAST = 10
_DRAWS = 400
_LOW_END = 0.05
_NESTED_DRAWS = 24
_LEFT_OUT_SHARE = 1 / 3


def calibrate(
    sets: Sequence[Measured], model: str, target: float, provenance: str, only_these: bool = False
) -> Calibration:
    """Raises `PicturesUnusable` when there are too few people."""
    people = sum(len(np.unique(each.trials.card_person)) for each in sets)
    if people < _PEOPLE_AT_LEAST:
        raise PicturesUnusable(f"{people} people are too few: take at least {_PEOPLE_AT_LEAST}")
    threshold = round(threshold_for(sets, target, only_these), 4)
    return Calibration(
        model=model,
        threshold=threshold,
        frame_threshold=round(threshold * _FRAME_SLACK, 4),
        false_accept_target=target,
        provenance=provenance,
        made_on=datetime.date.today().isoformat(),
        sha256="",
    )


def threshold_for(sets: Sequence[Measured], target: float, only_these: bool) -> float:
    """The highest that keeps the target in each set and, unless `only_these` come, in others."""
    strangers = [each.scores[~each.trials.genuine] for each in sets]
    means, spreads = (list(map(of, strangers)) for of in (np.mean, np.std))
    if not only_these:
        means, spreads = [min(means)], [max(spreads)]
    normal = [
        NormalDist(float(mean), float(spread)).inv_cdf(target)
        for mean, spread in zip(means, spreads, strict=True)
    ]
    return min(*normal, *(_counted(each, target) for each in sets))


def set_left_out(
    sets: Sequence[Measured], target: float, only_these: bool = False
) -> dict[str, dict[str, Any]]:
    """Each set at the threshold that the others give; empty where there is one set only."""
    if len(sets) < 2:
        return {}
    return {
        tested.name: _try(
            tested, threshold_for([s for s in sets if s is not tested], target, only_these)
        )
        for tested in sets
    }


def calibrations_without(
    sets: Sequence[Measured], model: str, target: float
) -> dict[str, Calibration]:
    """For each set the one that the others give. Raises `PicturesUnusable`."""
    return {
        tested.name: calibrate(
            [each for each in sets if each is not tested], model, target, f"all but {tested.name}"
        )
        for tested in sets
    }


def people_left_out(sets: Sequence[Measured], target: float, only_these: bool) -> dict[str, Any]:
    """A third of the people of each set at the threshold that the others give; means of draws."""
    random = np.random.default_rng(0)
    thresholds: list[float] = []
    found: dict[str, list[tuple[float, float]]] = {each.name: [] for each in sets}
    for _ in range(_NESTED_DRAWS):
        known, tested = [], []
        for each in sets:
            people = random.permutation(np.unique(each.trials.card_person))
            left_out = max(1, round(len(people) * _LEFT_OUT_SHARE))
            known.append(each.only(people[left_out:]))
            tested.append(each.only(people[:left_out]))
        thresholds.append(threshold_for(known, target, only_these))
        for each in tested:
            accepted, genuine = _accepted(each, thresholds[-1]), each.trials.genuine
            if genuine.any() and not genuine.all():
                found[each.name].append((accepted[~genuine].mean(), accepted[genuine].mean()))
    return {
        "thresholds": {"mean": float(np.mean(thresholds)), "lowest": min(thresholds)},
        "sets": {
            name: dict(zip(("far", "tar"), np.mean(draws, axis=0).tolist(), strict=True))
            for name, draws in found.items()
            if draws
        },
    }


def write(
    out: Path,
    calibration: Calibration,
    sets: Sequence[Measured],
    key: Ed25519PrivateKey,
    only_these: bool = False,
) -> dict[str, Any]:
    """Sign and write the file; returns its SHA-256 and what its thresholds rest on."""
    target = calibration.false_accept_target
    details = {
        "sets": {each.name: _try(each, calibration.threshold) for each in sets},
        "people_left_out": people_left_out(sets, target, only_these),
        "set_left_out": set_left_out(sets, target, only_these),
    }
    data = serialise(calibration, details, key)
    try:
        out.write_bytes(data)
    except OSError as error:
        raise ModelUnusable(ModelPart.CALIBRATION, f"{out}: {error.strerror}") from None
    return {
        "calibration": out.name,
        "calibration_sha256": hashlib.sha256(data).hexdigest(),
        "threshold": calibration.threshold,
        "frame_threshold": calibration.frame_threshold,
        **details,
    }


def _counted(measured: Measured, target: float) -> float:
    drawn = bootstrap_thresholds(measured.scores, measured.trials, target, _DRAWS)
    return float(np.quantile(drawn, _LOW_END))


def _accepted(measured: Measured, threshold: float) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    return measured.accepted(threshold, threshold * _FRAME_SLACK)


def _try(measured: Measured, threshold: float) -> dict[str, Any]:
    trials = measured.trials
    false_accepts, false_rejects = rates(_accepted(measured, threshold), trials, _DRAWS)
    return {
        "people": len(np.unique(trials.card_person)),
        "genuine": int(trials.genuine.sum()),
        "impostor": int((~trials.genuine).sum()),
        "threshold": threshold,
        "far": false_accepts.as_json(),
        "frr": false_rejects.as_json(),
        "tar": 1 - false_rejects.value,
    }
