"""The dated tables of limits in `limit_info/tables/`, each with its public source."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from common.codes import LimitCategory
from common.errors import Bug
from limit_info.errors import TableMissing


@dataclass(frozen=True)
class Relief:
    """配慮措置: base + (cost - threshold) x 10 % while it is the lower outpatient limit."""

    base_yen: int
    threshold_yen: int


@dataclass(frozen=True)
class Figures:
    """One category's line; None where the rule does not exist for it."""

    base_yen: int
    threshold_yen: int | None
    many_times_yen: int | None
    year_yen: int | None
    outpatient_yen: int | None
    outpatient_year_yen: int | None
    outpatient_relief: Relief | None


@dataclass(frozen=True)
class Table:
    first_day: date
    last_day: date
    figures: Mapping[LimitCategory, Figures]
    code_not_public: Mapping[str, Figures]
    """By the name of the income band: real, and nobody can say yet whose they are."""

    def figures_of(self, category: LimitCategory) -> Figures:
        """Raises `TableMissing` where the code does not tell which band it is."""
        figures = self.figures.get(category)
        if figures is None:
            raise TableMissing(
                f"The payment limits of category {category.value} from {self.first_day:%Y-%m} on "
                "are not known: the codes of its bands are not public. Update the software."
            )
        return figures


def table_for(day: date) -> Table:
    """Return the table that holds for the month of this day. Raises `TableMissing`."""
    tables = all_tables()
    for table in tables:
        if table.first_day <= day <= table.last_day:
            return table
    raise TableMissing(
        f"The payment limits of {day:%Y-%m} are not known, only those of "
        f"{tables[0].first_day:%Y-%m} to {tables[-1].last_day:%Y-%m}. Update the software."
    )


@cache
def all_tables() -> tuple[Table, ...]:
    """All tables, oldest first. Raises `Bug`."""
    folder = resources.files("limit_info") / "tables"
    tables = [
        _parse(file.name, file.read_text("utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(tables, key=lambda table: table.first_day))


def _parse(name: str, document: str) -> Table:
    content = tomllib.loads(document)
    try:
        lines = content["category"]
        bands = content.get("code_not_public", {})
        known = [each for each in LimitCategory if not bands or each.value in lines]
        return Table(
            content["from"],
            content["until"],
            {category: _figures(lines[category.value]) for category in known},
            {band: _figures(line) for band, line in bands.items()},
        )
    except KeyError as error:
        raise Bug(f"limit_info/tables/{name} lacks {error}.") from None


def _figures(line: dict[str, Any]) -> Figures:
    relief = line.get("outpatient_relief")
    return Figures(
        base_yen=line["base"],
        threshold_yen=line.get("threshold"),
        many_times_yen=line.get("many_times"),
        year_yen=line.get("year"),
        outpatient_yen=line.get("outpatient"),
        outpatient_year_yen=line.get("outpatient_year"),
        outpatient_relief=None if relief is None else Relief(relief["base"], relief["threshold"]),
    )
