"""Rates of right and wrong decisions, and how sure they are.

Pairs of the same few people are not independent, so intervals come from drawing people anew, with
all their pictures, and never from counting pairs.
"""

from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

from simulation.evaluation.trials import Trials

Scores = NDArray[np.float64]


@dataclass(frozen=True)
class Rate:
    """A share with its 95 % interval."""

    value: float
    low: float
    high: float

    def as_json(self) -> dict[str, float]:
        return {"value": self.value, "ci95_low": self.low, "ci95_high": self.high}


def threshold_at(scores: Scores, trials: Trials, false_accepts: float) -> float:
    """The highest threshold that accepts at most this share of strangers (`score < threshold`)."""
    strangers = np.sort(scores[~trials.genuine])
    return float(strangers[int(np.floor(false_accepts * len(strangers)))])


def true_accepts(scores: Scores, trials: Trials, threshold: float) -> float:
    return float(np.mean(scores[trials.genuine] < threshold))


def rates(accepted: NDArray[np.bool_], trials: Trials, draws: int) -> tuple[Rate, Rate]:
    """False accepts and false rejects of these decisions; `draws` of people for the intervals."""
    genuine = trials.genuine
    random = np.random.default_rng(0)
    people = np.unique(np.concatenate([trials.card_person, trials.live_person]))
    drawn: list[tuple[float, float]] = []
    for _ in range(draws):
        weights = _weights(random.choice(people, len(people)), trials)
        if weights[genuine].sum() and weights[~genuine].sum():
            drawn.append(
                (
                    float(np.average(accepted[~genuine], weights=weights[~genuine])),
                    float(np.average(~accepted[genuine], weights=weights[genuine])),
                )
            )
    spans = np.percentile(np.array(drawn or [(0.0, 0.0)]), (2.5, 97.5), axis=0)
    false_accept = float(np.mean(accepted[~genuine]))
    false_reject = float(np.mean(~accepted[genuine]))
    return (
        Rate(false_accept, float(spans[0, 0]), float(spans[1, 0])),
        Rate(false_reject, float(spans[0, 1]), float(spans[1, 1])),
    )


def upper_by_person_pairs(accepted: NDArray[np.bool_], trials: Trials) -> float:
    """95 % upper bound of false accepts if only pairs of people counted, each as one trial.

    Far too cautious where only some pictures of a pair are accepted, but never zero: it says what
    so few people cannot show.
    """
    strangers = ~trials.genuine
    pairs = np.sort(
        np.stack([trials.card_person[strangers], trials.live_person[strangers]]), axis=0
    )
    count = len(np.unique(pairs, axis=1).T)
    hits = len(np.unique(pairs[:, accepted[strangers]], axis=1).T)
    return binomial_upper(hits, count)


def bootstrap_thresholds(
    scores: Scores, trials: Trials, false_accepts: float, draws: int
) -> NDArray[np.float64]:
    """`threshold_at`, for people drawn anew each time."""
    random = np.random.default_rng(0)
    people = np.unique(trials.card_person)
    strangers = np.flatnonzero(~trials.genuine)
    strangers = strangers[np.argsort(scores[strangers])]
    found = []
    for _ in range(draws):
        weights = _weights(random.choice(people, len(people)), trials)[strangers]
        total = np.cumsum(weights)
        if total[-1]:
            at = min(
                int(np.searchsorted(total, false_accepts * total[-1], "right")), len(total) - 1
            )
            found.append(scores[strangers[at]])
    return np.array(found)


def _weights(drawn: NDArray[np.intp], trials: Trials) -> NDArray[np.int_]:
    size = int(max(trials.card_person.max(), trials.live_person.max())) + 1
    times = np.bincount(drawn, minlength=size)
    own = times[trials.card_person]
    return np.where(trials.genuine, own, own * times[trials.live_person])


def binomial_upper(hits: int, count: int) -> float:
    """Of a share: Clopper-Pearson, one-sided 95 %, by bisection."""
    low, high = hits / max(count, 1), 1.0
    for _ in range(60):
        p = (low + high) / 2
        at_most = sum(comb(count, k) * p**k * (1 - p) ** (count - k) for k in range(hits + 1))
        low, high = (p, high) if at_most > 0.05 else (low, p)
    return high
