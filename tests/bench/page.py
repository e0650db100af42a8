"""The page of all figures: the last part of docs/performance.md, with its plots.

`make bench NAME=all` runs every bench and writes it. What the benches measured is kept beside the
plots in docs/performance-figures, so that others can draw or compare it in their own way.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from matplotlib.figure import Figure as Picture

from tests.bench.figure import Bench, Figure, kept
from tests.bench.machine import machine

PAGE = Path("docs/performance.md")
FIGURES = Path("docs/performance-figures")
HEADING = "## What was measured, and beside what"
_NO_NAME = re.compile(r"[^a-z0-9]+")


def main() -> int:
    benches = kept()
    if not benches:
        print("No bench has been run: make bench NAME=all", file=sys.stderr)
        return 2
    FIGURES.mkdir(exist_ok=True)
    for old in (old for bench in benches for old in FIGURES.glob(f"{bench.name}-*.png")):
        old.unlink()
    text = json.dumps([asdict(bench) for bench in benches], ensure_ascii=False, indent=1)
    (FIGURES / "figures.json").write_text(text + "\n", "utf-8")
    before, *_ = PAGE.read_text("utf-8").partition(HEADING)  # Made by other commands.
    PAGE.write_text(before + page(benches, draw(benches, FIGURES)), "utf-8")
    print("\n".join(table(benches)))
    return 0


def page(benches: Sequence[Bench], plots: Sequence[Path]) -> str:
    lines = [
        HEADING,
        "",
        f"Made by `make bench NAME=all` on {date.today().isoformat()}: {machine()}. Each bench is "
        "`make bench NAME=` with its name. What stands beside a figure was measured in the same "
        "run: a peer that does the same work, or the limit that nothing built like this can pass.",
    ]
    for bench in benches:
        lines += ["", f"### {bench.title} (`{bench.name}`)", "", *rows(bench), ""]
        lines += [f"What limits it: {bench.limited_by}"]
        lines += [
            f"\n![{plot.stem}]({FIGURES.name}/{plot.name})"
            for plot in plots
            if plot.stem.startswith(f"{bench.name}-")
        ]
    return "\n".join(lines) + "\n"


def rows(bench: Bench) -> Iterator[str]:
    yield "| | measured | beside it | ratio |"
    yield "|---|---|---|---|"
    for figure in bench.figures:
        beside, ratio = "", ""
        if figure.beside_value is not None:
            beside = f"{figure.beside}: {said(figure.beside_value, figure.unit)}"
            ratio = f"{figure.value / figure.beside_value:.2f}" if figure.beside_value else ""
        yield f"| {_named(figure)} | {said(figure.value, figure.unit)} | {beside} | {ratio} |"


def table(benches: Sequence[Bench]) -> Iterator[str]:
    """All in one, for the terminal."""
    for bench in benches:
        for figure in bench.figures:
            beside = ""
            if figure.beside_value is not None:
                beside = f"{figure.beside} {said(figure.beside_value, figure.unit)}"
            measured = said(figure.value, figure.unit)
            yield f"{bench.name:14}{_named(figure):64}{measured:>16}  {beside}"


def _named(figure: Figure) -> str:
    if figure.size is None:
        return figure.what
    return f"{figure.what}, {figure.size:,.0f} {figure.size_of}"


def said(value: float, unit: str) -> str:
    """With three digits that mean something."""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f} {unit}".rstrip()


def draw(benches: Sequence[Bench], folder: Path) -> list[Path]:
    """One plot of each figure that was measured at several sizes."""
    plots = []
    for bench in benches:
        series: dict[tuple[str, str, str], list[Figure]] = {}
        for figure in bench.figures:
            if figure.size is not None:
                series.setdefault((figure.what, figure.unit, figure.size_of), []).append(figure)
        for (what, unit, size_of), figures in series.items():
            path = folder / f"{bench.name}-{_NO_NAME.sub('-', what.lower()).strip('-')}.png"
            _plot(figures, what, unit, size_of, path)
            plots.append(path)
    return plots


def _plot(figures: Sequence[Figure], what: str, unit: str, size_of: str, path: Path) -> None:
    picture = Picture(figsize=(7, 4), layout="constrained")
    axes = picture.subplots()
    sizes = [figure.size or 0.0 for figure in figures]
    axes.plot(sizes, [figure.value for figure in figures], marker="o", label=what)
    beside = [(f.size or 0.0, f.beside_value) for f in figures if f.beside_value is not None]
    if beside:
        at, values = zip(*beside, strict=True)
        axes.plot(at, values, linestyle="--", color="grey", label=figures[0].beside)
        axes.legend()
    axes.set(xlabel=size_of, ylabel=unit, title=what, xscale="log", ylim=(0, None))
    axes.grid(visible=True, alpha=0.3)
    picture.savefig(path, format="png", dpi=100, metadata={"Software": None})


if __name__ == "__main__":
    sys.exit(main())
