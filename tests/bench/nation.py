"""A day of all facilities: when their kiosks call the service, and where somebody waits.

Each facility has one kiosk, to which patients come one by one; those who waited before the door
come in a row when it opens. So a kiosk itself takes the edge off the morning. What the service
then sees meets as many sessions a second as it can carry; the rest waits its turn.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FACILITIES = 230_000
RECEPTIONS = 2_000_000
"""Of a day."""

OPENS_S = 9 * 3600
"""Nearly all at once: what is worst for the service."""
OPENINGS = ((8.5, 0.15), (9.0, 0.75), (9.5, 0.10))
"""Hours, and the share of facilities that open then."""
CLOCKS_DIFFER_S = 60.0
"""A door is opened some seconds before or after the hour (standard deviation)."""

MORNING_PEAK_H, AFTERNOON_PEAK_H = (9.8, 1.0), (15.5, 1.5)
"""When patients come: mean and standard deviation in hours after midnight. Who comes before the
door is open waits there."""
IN_THE_MORNING = 0.6

AT_THE_KIOSK_S = 40.0
"""Until the next may place a card: most of it people, who read and type (median)."""
AT_THE_KIOSK_SPREAD = 0.4
"""Of the logarithm."""
PROVEN_AFTER = 0.3
"""Of that time, when the identity is proven and the service is asked."""

DAY_S = 24 * 3600


@dataclass(frozen=True)
class Day:
    calls_s: NDArray[np.float64]
    """When each session asks the service, in seconds after midnight; sorted."""
    waited_s: NDArray[np.float64]
    """How long each patient stood behind others at the kiosk."""

    def per_second(self) -> NDArray[np.int64]:
        """Sessions that begin in each second of the day."""
        return np.bincount(self.calls_s.astype(np.int64), minlength=DAY_S)[:DAY_S]


def day(
    facilities: int = FACILITIES,
    receptions: int = RECEPTIONS,
    seed: int = 1,
    *,
    spread: bool = True,
) -> Day:
    """`spread`: as `OPENINGS` says; else all facilities open at nine to the second."""
    chance = np.random.default_rng(seed)
    where = np.sort(chance.integers(0, facilities, receptions))
    opens_s = _openings(facilities, chance, spread=spread)
    comes_s = _arrivals(receptions, opens_s[where], chance)
    order = np.lexsort((comes_s, where))
    comes_s, where = comes_s[order], where[order]
    takes_s = AT_THE_KIOSK_S * np.exp(chance.normal(0, AT_THE_KIOSK_SPREAD, receptions))
    begins_s = _one_by_one(where, comes_s, takes_s)
    return Day(np.sort(begins_s + PROVEN_AFTER * takes_s), begins_s - comes_s)


def _openings(facilities: int, chance: np.random.Generator, *, spread: bool) -> NDArray[np.float64]:
    if not spread:
        return np.full(facilities, float(OPENS_S))
    hours, shares = zip(*OPENINGS, strict=True)
    at_s = chance.choice(np.array(hours) * 3600.0, facilities, p=shares)
    return np.asarray(at_s + chance.normal(0, CLOCKS_DIFFER_S, facilities))


def _arrivals(
    receptions: int, opens_s: NDArray[np.float64], chance: np.random.Generator
) -> NDArray[np.float64]:
    """At the kiosk: nobody reaches it before the door is open."""
    morning = chance.random(receptions) < IN_THE_MORNING
    mean = np.where(morning, MORNING_PEAK_H[0], AFTERNOON_PEAK_H[0])
    deviation = np.where(morning, MORNING_PEAK_H[1], AFTERNOON_PEAK_H[1])
    comes_s = chance.normal(mean, deviation) * 3600
    return np.asarray(np.maximum(comes_s, opens_s))


def _one_by_one(
    where: NDArray[np.int64], comes_s: NDArray[np.float64], takes_s: NDArray[np.float64]
) -> NDArray[np.float64]:
    """When each begins: after they came, and after whoever is before them at their facility."""
    first = np.flatnonzero(np.diff(where, prepend=-1))
    turn = np.arange(len(where)) - np.repeat(first, np.diff(np.append(first, len(where))))
    begins_s = comes_s.copy()
    for nth in range(1, int(turn.max()) + 1 if len(turn) else 0):  # All facilities' nth at once.
        at = np.flatnonzero(turn == nth)
        begins_s[at] = np.maximum(comes_s[at], begins_s[at - 1] + takes_s[at - 1])
    return begins_s


@dataclass(frozen=True)
class Carried:
    """What becomes of a day at a service that carries so many sessions a second."""

    per_s: float
    most_waiting: float
    """Sessions whose answer is due."""
    longest_wait_s: float
    late: float
    """Share of sessions that wait longer than patients are used to (`LATE_S`)."""
    behind_s: float
    """For how much of the day somebody waits for more than that."""


LATE_S = 3.0
"""The ministry expects an answer after 3 to 7 s in all."""


def carried(sessions: NDArray[np.int64], per_s: float) -> Carried:
    """`sessions`: that begin in each second. First come, first served."""
    waiting = 0.0
    backlog = np.empty(len(sessions))
    for second, count in enumerate(sessions.tolist()):
        waiting = max(0.0, waiting + count - per_s)
        backlog[second] = waiting
    waits_s = backlog / per_s
    late = waits_s > LATE_S
    total = max(1, int(sessions.sum()))
    return Carried(
        per_s,
        float(backlog.max()),
        float(waits_s.max()),
        float(sessions[late].sum()) / total,
        float(late.sum()),
    )


def needed_per_s(sessions: NDArray[np.int64], wait_s: float) -> float:
    """The least that a service must carry for nobody to wait longer than `wait_s`."""
    low, high = float(sessions.mean()), float(sessions.max())
    while high - low > 1:
        middle = (low + high) / 2
        if carried(sessions, middle).longest_wait_s > wait_s:
            low = middle
        else:
            high = middle
    return high
