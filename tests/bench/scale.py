"""`make bench NAME=scale`: what the whole country would need, from what was measured here.

Joins the figures of `make bench NAME=service` with a day of all facilities (`tests.bench.nation`)
and writes docs/scale.md.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Self

import numpy as np
from matplotlib.figure import Figure as Picture
from numpy.typing import NDArray

from tests.bench import nation
from tests.bench.figure import Bench, kept
from tests.bench.machine import machine
from tests.bench.page import FIGURES, said

PAGE = Path("docs/scale.md")
PLOT = FIGURES / "scale-a-day.png"
BUSY = 0.7
"""How much of a machine is planned to be used at the peak: above it, waits grow quickly."""
DATABASE_CORES = 32
"""Of one large database machine."""
WAIT_S = 1.0
"""The longest that a session may wait for its turn at the service."""
PEOPLE = 120_000_000


@dataclass(frozen=True)
class Measured:
    """Points that the model is joined with."""

    sqlite_per_s: float
    server_cpu_ms: float
    database_cpu_ms: float
    by_persons: Sequence[tuple[float, float]]
    """Persons, sessions a second."""
    by_processes: Sequence[tuple[float, float]]

    @classmethod
    def of(cls, service: Bench) -> Self:
        """Raises `KeyError` when it was measured by an earlier version."""
        values = {figure.what: figure.value for figure in service.figures}
        return cls(
            values["SQLite, 1 process: sessions"],
            values["PostgreSQL, 2 processes: the server's CPU of a session"],
            values["PostgreSQL, 2 processes: the database's CPU of a session"],
            _series(service, "SQLite, 1 process, by persons"),
            _series(service, "PostgreSQL, by processes"),
        )

    @property
    def postgres_per_s(self) -> float:
        """What one large machine carries, its commits written in groups."""
        return BUSY * DATABASE_CORES * 1000 / self.database_cpu_ms

    @property
    def lost_by_decade(self) -> float:
        """Share of the throughput that ten times as many persons cost, by a line through all."""
        sizes, rates = np.array(self.by_persons).T
        slope, at_one = np.polyfit(np.log10(sizes), rates, 1)
        return max(0.0, -float(slope) / float(slope * np.log10(sizes[0]) + at_one))


def _series(bench: Bench, what: str) -> list[tuple[float, float]]:
    return [(f.size or 0.0, f.value) for f in bench.figures if f.what == what]


def main() -> int:
    service = next((bench for bench in kept() if bench.name == "service"), None)
    if service is None:
        print("First: make bench NAME=service", file=sys.stderr)
        return 2
    days = {spread: nation.day(spread=spread) for spread in (True, False)}
    FIGURES.mkdir(exist_ok=True)
    draw(days[True], PLOT)
    PAGE.write_text(page(Measured.of(service), days[True], days[False]), "utf-8")
    print(f"{PAGE} is written")
    return 0


def page(measured: Measured, usual: nation.Day, at_once: nation.Day) -> str:
    return (
        "\n".join(
            [
                "# The whole country on paper",
                "",
                "Made by `make bench NAME=scale` from the figures of `make bench NAME=service` "
                f"({machine()}). The service here plays the real one: what follows says what such "
                "a service would need, and what a kiosk does to it. It is a model; what is "
                "measured in it is said so.",
                *_of_the_day(usual, at_once),
                *_of_the_service(measured, usual.per_second(), at_once.per_second()),
                *_of_partitions(measured, usual.per_second()),
                *_of_size(measured),
                *_of_the_queue(usual),
            ]
        )
        + "\n"
    )


def _of_the_day(usual: nation.Day, at_once: nation.Day) -> Iterator[str]:
    sessions, sharp = usual.per_second(), at_once.per_second()
    hour = sessions[9 * 3600 : 10 * 3600].sum() / sessions.sum()
    yield from [
        "",
        "## A day",
        f"{nation.FACILITIES:,} facilities with one kiosk each, {nation.RECEPTIONS:,} receptions, "
        f"{hour:.0%} of them from nine to ten. {nation.OPENINGS[1][1]:.0%} of the facilities open "
        f"at nine, give or take {nation.CLOCKS_DIFFER_S:.0f} s; who is there before waits at the "
        f"door. A kiosk takes one patient after the other, {nation.AT_THE_KIOSK_S:.0f} s each "
        "(median), of which the machine needs one or two. All of this is assumed, none of it known;"
        " `tests/bench/nation.py` has it in one place.",
        "",
        "| | a usual day | all open at nine to the second |",
        "|---|---|---|",
        f"| sessions in the mean of 24 hours | {sessions.mean():.0f}/s | {sharp.mean():.0f}/s |",
        f"| in the busiest minute | {_busiest(sessions):,.0f}/s | {_busiest(sharp):,.0f}/s |",
        f"| in the busiest second | {sessions.max():,}/s | {sharp.max():,}/s |",
        "",
        f"![sessions a second over a day]({PLOT.relative_to(PAGE.parent)})",
    ]


def _busiest(sessions: NDArray[np.int64], seconds: int = 60) -> float:
    return float(np.convolve(sessions, np.ones(seconds), "valid").max() / seconds)


def _of_the_service(
    measured: Measured, sessions: NDArray[np.int64], sharp: NDArray[np.int64]
) -> Iterator[str]:
    needed, sharp_needed = (nation.needed_per_s(each, WAIT_S) for each in (sessions, sharp))
    yield from [
        "",
        "## What carries it",
        f"So that no session waits longer than {WAIT_S:.0f} s for its turn, the service must carry "
        f"{needed:,.0f} sessions a second on a usual day, and {sharp_needed:,.0f} if all doors "
        "opened at the same second. What one arrangement alone does to a usual day:",
        "",
        "| | carries | most that wait | longest wait | sessions that wait over "
        f"{nation.LATE_S:.0f} s | so for |",
        "|---|---|---|---|---|---|",
    ]
    for name, per_s in (
        ("one process, SQLite (measured)", measured.sqlite_per_s),
        *(
            (f"{count:.0f} process{'es' if count > 1 else ''}, PostgreSQL (measured)", per_s)
            for count, per_s in measured.by_processes
        ),
        (f"one PostgreSQL with {DATABASE_CORES} cores (computed)", measured.postgres_per_s),
        ("partitions, as below", needed),
    ):
        done = nation.carried(sessions, per_s)
        yield (
            f"| {name} | {said(per_s, '/s')} | {done.most_waiting:,.0f} "
            f"| {_time(done.longest_wait_s)} | {done.late:.1%} | {_time(done.behind_s)} |"
        )
    yield from [
        "",
        "One large PostgreSQL is computed from its own CPU, "
        f"{said(measured.database_cpu_ms, 'ms')} for each session (measured), at {BUSY:.0%} of "
        f"{DATABASE_CORES} cores. Neither its locks nor its disk are in it: each session "
        "commits some times, and only commits that are written in groups keep pace.",
    ]


def _of_partitions(measured: Measured, sessions: NDArray[np.int64]) -> Iterator[str]:
    needed = nation.needed_per_s(sessions, WAIT_S)
    databases = ceil(needed / measured.postgres_per_s)
    cores = ceil(needed * measured.server_cpu_ms / 1000 / BUSY)
    yield from [
        "",
        "## Partitioned",
        "Nothing of a session concerns another facility: challenge, session, calls, consents, "
        "reference numbers and the kiosks' ledger heads all belong to one facility's client "
        "certificate. So the service divides by facility, without a transaction that crosses "
        "from one part to another; only persons and revocations are the same for all, and they are "
        "read here, not written.",
        "",
        f"For {needed:,.0f} sessions a second: **{databases} database{'s' if databases > 1 else ''}"
        f"** of {DATABASE_CORES} cores, and {cores} cores for the service's processes, which cost "
        f"{said(measured.server_cpu_ms, 'ms')} of CPU for each session (measured). Twice that "
        "lets one of two places fail at nine o'clock.",
    ]


def _of_size(measured: Measured) -> Iterator[str]:
    largest, _ = max(measured.by_persons)
    decades = np.log10(PEOPLE / largest)
    left = max(0.0, 1 - measured.lost_by_decade * decades)
    yield from [
        "",
        "## More persons",
        "| persons | sessions, SQLite, 1 process (measured) |",
        "|---|---|",
        *(f"| {size:,.0f} | {said(per_s, '/s')} |" for size, per_s in measured.by_persons),
        "",
        "A person is found by one index. Ten times as many cost "
        f"{measured.lost_by_decade:.1%} of the throughput by a line through these; for "
        f"{PEOPLE:,} that leaves {left:.0%} of the last, as long as the index is in memory.",
    ]


def _of_the_queue(usual: nation.Day) -> Iterator[str]:
    median, late, latest = np.percentile(usual.waited_s, [50, 95, 99])
    yield from [
        "",
        "## Where the queue forms",
        "Before the kiosk. A patient stands there while others read and type: "
        f"{_time(float(median))} in the median, {_time(float(late))} for one in twenty, "
        f"{_time(float(latest))} for one in a hundred. It also takes the edge off the service's "
        "morning: however many wait before a door, its kiosk asks for one at a time. What a "
        "machine can do about it is to be quick where the next one waits: the query runs while the "
        "questions are read, and the result goes out while the card is taken.",
        "",
        "At the service a queue forms only where it carries less than the busiest minute. Kiosks "
        "do not make it worse: a call that fails is tried again a few times at growing "
        "intervals, a reception is concluded from the outbox with one call at a time, and the "
        "query has its time limit, after which staff are asked to help.",
    ]


def _time(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    if seconds < 7200:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"


def draw(day: nation.Day, path: Path) -> None:
    minutes = day.per_second().reshape(-1, 60).mean(axis=1)
    picture = Picture(figsize=(8, 4), layout="constrained")
    axes = picture.subplots()
    axes.plot(np.arange(len(minutes)) / 60, minutes)
    axes.set(xlabel="hour", ylabel="sessions a second", xlim=(7, 20), ylim=(0, None))
    axes.grid(visible=True, alpha=0.3)
    picture.savefig(path, format="png", dpi=100, metadata={"Software": None})


if __name__ == "__main__":
    sys.exit(main())
