"""Makes a calibration from folders of people: the density, and thresholds on people left out.

Every comparison is scored by a density from which both of its people are left out, with all
their pictures. The threshold of a set lies halfway between two at the false-accept target: the
counted one, or rather the low end of what it could be had other people been there (5 % of draws lie
lower), and that of a normal distribution of strangers. A few people have no lookalikes among them,
so counting alone ends too high. The lowest of all sets counts.
"""

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import NormalDist
from typing import Any

import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from numpy.typing import NDArray

from faceauth.calibration import Calibration, serialise
from faceauth.errors import CalibrationUnusable, PicturesUnusable
from faceauth.score import Density, Vectors, damped
from simulation.evaluation.measures import bootstrap_thresholds, rates
from simulation.evaluation.pictures import FaceSet, Person
from simulation.evaluation.trials import Trials, make_trials

FRAMES = 3
GROUPS = 2
NUISANCE = 2
_PEOPLE_PER_GROUP_AT_LEAST = 10
"""A mean over fewer would come near to one person's vector."""

_FARTHEST_AT = 0.9
"""The share of people nearer to their group than `farthest`."""

_DRAWS = 400
_LOW_END = 0.05
_FRAME_SLACK = 1.4
"""A single frame may be so much worse than the fused ones; strangers' frames are far worse."""


@dataclass(frozen=True, eq=False)
class LeftOut:
    """The trials of one set, scored by densities that knew neither person."""

    name: str
    trials: Trials
    scores: NDArray[np.float64]


def calibrate(
    sets: Sequence[FaceSet], model: str, target: float, provenance: str
) -> tuple[Calibration, list[LeftOut]]:
    """Returns the calibration and the left-out scores that its thresholds come from.

    Raises `PicturesUnusable` when there are too few people.
    """
    left_out = score_left_out(sets)
    threshold = min(_cautious_threshold(each, target) for each in left_out)
    calibration = Calibration(
        model=model,
        density=_rounded(fit([vectors(p) for each in sets for p in _with_faces(each)])),
        threshold=round(threshold, 4),
        frame_threshold=round(threshold * _FRAME_SLACK, 4),
        false_accept_target=target,
        provenance=provenance,
        made_on=datetime.date.today().isoformat(),
        sha256="",
    )
    return calibration, left_out


def write(
    out: Path, calibration: Calibration, left_out: Sequence[LeftOut], key: Ed25519PrivateKey
) -> dict[str, Any]:
    """Sign and write the file; returns its SHA-256 and what its thresholds rest on."""
    details = {each.name: _figures(each, calibration) for each in left_out}
    data = serialise(calibration, details, key)
    try:
        out.write_bytes(data)
    except OSError as error:
        raise CalibrationUnusable(f"{out}: {error.strerror}") from None
    return {
        "sha256": hashlib.sha256(data).hexdigest(),
        "threshold": calibration.threshold,
        "frame_threshold": calibration.frame_threshold,
        "left_out_people": details,
    }


def score_left_out(sets: Sequence[FaceSet]) -> list[LeftOut]:
    """Score every comparison by a density from which both its people are left out."""
    people = {
        (number, index): vectors(person)
        for number, each in enumerate(sets)
        for index, person in enumerate(each.people)
        if _has_face(person)
    }
    found = []
    for number, each in enumerate(sets):
        trials = make_trials(each, FRAMES)
        scores = np.zeros(len(trials.cards))
        pairs = np.sort(np.stack([trials.card_person, trials.live_person]), axis=0)
        for one, other in np.unique(pairs, axis=1).T:
            rows = (pairs[0] == one) & (pairs[1] == other)
            known = [
                own for key, own in people.items() if key not in {(number, one), (number, other)}
            ]
            scores[rows] = fit(known).fused_score(trials.cards[rows], trials.frames[rows])
        found.append(LeftOut(each.name, trials, scores))
    return found


def fit(vectors_of: Sequence[Vectors]) -> Density:
    """Group the people, pictures × dimensions each, and keep each group's mean and spread."""
    nuisance = _nuisance(vectors_of)
    people = damped(np.array([own.mean(axis=0) for own in vectors_of]), nuisance)
    group_of = _two_groups(people)
    sizes = np.bincount(group_of, minlength=GROUPS)
    if sizes.min() < _PEOPLE_PER_GROUP_AT_LEAST:
        raise PicturesUnusable(
            f"a group of {sizes.min()} people is too small: take at least "
            f"{_PEOPLE_PER_GROUP_AT_LEAST} of each kind"
        )
    centres = np.array([people[group_of == group].mean(axis=0) for group in range(GROUPS)])
    squared = np.sum((people - centres[group_of]) ** 2, axis=1)
    # Divided by one less: a group's own mean lies nearer to its people than the true one.
    spreads = np.array(
        [squared[group_of == group].sum() / (sizes[group] - 1) for group in range(GROUPS)]
    )
    open_ended = Density(centres, spreads, np.inf, nuisance)
    farthest = float(np.quantile(open_ended.expected(people), _FARTHEST_AT))
    return replace(open_ended, farthest=farthest)


def _nuisance(vectors_of: Sequence[Vectors]) -> Vectors:
    """The directions in which pictures of one person differ most, over everybody."""
    offsets = np.concatenate([own - own.mean(axis=0) for own in vectors_of])
    _, directions = np.linalg.eigh(offsets.T @ offsets)  # From the least to the most.
    return np.asarray(directions[:, -NUISANCE:].T)


def _rounded(density: Density) -> Density:
    """Four decimals: what is beyond is noise, and need not be shipped."""
    return Density(
        density.means.round(4),
        density.spreads.round(4),
        round(density.farthest, 4),
        density.nuisance.round(4),
    )


def vectors(person: Person) -> Vectors:
    """Of all pictures, as card and as live face."""
    seen = [side for picture in person.pictures for side in (picture.card, picture.live) if side]
    return np.array([side.embedding for side in seen])


def _two_groups(people: Vectors) -> NDArray[np.intp]:
    """Two-means, from the two people who are farthest apart; the same people, the same groups."""
    distances = np.linalg.norm(people[:, np.newaxis] - people, axis=2)
    centres = people[list(np.unravel_index(np.argmax(distances), distances.shape))]
    group_of = np.zeros(len(people), dtype=np.intp)
    while True:
        nearest: NDArray[np.intp] = np.argmin(
            np.linalg.norm(people[:, np.newaxis] - centres, axis=2), axis=1
        )
        if np.array_equal(nearest, group_of) or len(np.unique(nearest)) < GROUPS:
            return nearest
        group_of = nearest
        centres = np.array([people[group_of == group].mean(axis=0) for group in range(GROUPS)])


def _cautious_threshold(left_out: LeftOut, target: float) -> float:
    drawn = bootstrap_thresholds(left_out.scores, left_out.trials, target, _DRAWS)
    counted = float(np.quantile(drawn, _LOW_END))
    strangers = left_out.scores[~left_out.trials.genuine]
    normal = NormalDist(float(strangers.mean()), float(strangers.std())).inv_cdf(target)
    return (counted + normal) / 2


def _figures(left_out: LeftOut, calibration: Calibration) -> dict[str, Any]:
    trials, accepted = left_out.trials, left_out.scores < calibration.threshold
    false_accepts, false_rejects = rates(accepted, trials, _DRAWS)
    return {
        "people": len(np.unique(trials.card_person)),
        "genuine": int(trials.genuine.sum()),
        "impostor": int((~trials.genuine).sum()),
        "far": false_accepts.as_json(),
        "frr": false_rejects.as_json(),
    }


def _with_faces(faces: FaceSet) -> list[Person]:
    return [person for person in faces.people if _has_face(person)]


def _has_face(person: Person) -> bool:
    return any(picture.card or picture.live for picture in person.pictures)
