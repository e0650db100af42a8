"""APCER and BPCER (ISO/IEC 30107-3) of presentations to a kiosk that were written down.

One line for each presentation: `species,outcome`. A species is a kind of attack instrument, or
`bona_fide` for people who are there themselves. An outcome is `accepted`, `refused`, or
`no_response` where the kiosk never came to a decision.
"""

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from faceauth.errors import PicturesUnusable
from simulation.evaluation.measures import binomial_upper

BONA_FIDE = "bona_fide"
OUTCOMES = ("accepted", "refused", "no_response")


@dataclass(frozen=True)
class Share:
    count: int
    of: int

    def as_json(self) -> dict[str, Any]:
        return {
            "count": self.count,
            "of": self.of,
            "rate": self.count / self.of if self.of else None,
            "upper_95": binomial_upper(self.count, self.of) if self.of else None,
        }


def report(path: Path) -> dict[str, Any]:
    """Raises `PicturesUnusable` where a line is none of those."""
    outcomes = _outcomes(path)
    genuine = outcomes.pop(BONA_FIDE, Counter())
    species = {name: _attack(counted) for name, counted in sorted(outcomes.items())}
    rates = [
        each["apcer"]["rate"] for each in species.values() if each["apcer"]["rate"] is not None
    ]
    return {
        "species": species,
        "apcer_highest": max(rates, default=None),
        "bpcer": _share(genuine, "refused").as_json(),
        "bpnrr": Share(genuine["no_response"], genuine.total()).as_json(),
    }


def _attack(counted: "Counter[str]") -> dict[str, Any]:
    return {
        "apcer": _share(counted, "accepted").as_json(),
        "apnrr": Share(counted["no_response"], counted.total()).as_json(),
    }


def _share(counted: "Counter[str]", wrong: str) -> Share:
    """Of the presentations that the kiosk decided on."""
    return Share(counted[wrong], counted["accepted"] + counted["refused"])


def _outcomes(path: Path) -> "dict[str, Counter[str]]":
    found: dict[str, Counter[str]] = defaultdict(Counter)
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            for number, row in enumerate(csv.reader(lines), start=1):
                if not row or row == ["species", "outcome"]:
                    continue
                if len(row) != 2 or row[1] not in OUTCOMES:
                    raise PicturesUnusable(
                        f"{path.name}, line {number}: write species,outcome with an outcome of "
                        f"{', '.join(OUTCOMES)}"
                    )
                found[row[0]][row[1]] += 1
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PicturesUnusable(f"{path.name} cannot be read ({type(error).__name__})") from None
    return found
