"""What a bench has measured: one shape for all of them, kept as JSON until a page is made of it."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "build" / "figures"


@dataclass(frozen=True)
class Figure:
    """One measured value, and what was measured beside it in the same run."""

    what: str
    value: float
    unit: str
    beside: str = ""
    """The peer that does the same, or the limit that nothing can pass; empty: there is none."""
    beside_value: float | None = None
    size: float | None = None
    """Of whatever grows, where `what` was measured at several sizes,"""
    size_of: str = ""
    """and of what."""


@dataclass(frozen=True)
class Bench:
    """All figures of one bench; `limited_by` says why they are no better."""

    name: str
    title: str
    limited_by: str
    figures: tuple[Figure, ...]


def keep(name: str, title: str, limited_by: str, figures: Sequence[Figure]) -> None:
    """In the place of what the same bench measured before."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    bench = Bench(name, title, limited_by, tuple(figures))
    text = json.dumps(asdict(bench), ensure_ascii=False, indent=1) + "\n"
    (FOLDER / f"{name}.json").write_text(text, "utf-8")


def kept(folder: Path = FOLDER) -> list[Bench]:
    """Of every bench that was run, in the order of their names."""
    return [_read(path) for path in sorted(folder.glob("*.json"))]


def _read(path: Path) -> Bench:
    fields = json.loads(path.read_text("utf-8"))
    figures = tuple(Figure(**each) for each in fields.pop("figures"))
    return Bench(**fields, figures=figures)
