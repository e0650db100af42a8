"""Pages made of what benches have measured: each figure stands there, with what was beside it."""

from pathlib import Path

import cv2
import pytest

from tests.bench import nation, page, scale
from tests.bench.figure import Bench, Figure

BENCH = Bench(
    "reader",
    "A card, read",
    "the air.",
    (
        Figure("wall time", 420.0, "ms", "pkcs15-tool", 840.0),
        Figure("commands", 17.0, ""),
        *(Figure("sessions", 50.0 - n, "/s", "", None, 10.0**n, "persons") for n in (3, 4, 5)),
    ),
)
MEASURED = scale.Measured(
    sqlite_per_s=60.0,
    server_cpu_ms=14.0,
    database_cpu_ms=4.0,
    by_persons=((1e3, 60.0), (1e6, 54.0)),
    by_processes=((1, 50.0), (2, 80.0)),
)


def test_a_figure_stands_beside_its_peer_with_their_ratio() -> None:
    text = page.page([BENCH], [])
    assert "| wall time | 420 ms | pkcs15-tool: 840 ms | 0.50 |" in text
    assert "| commands | 17.0 |  |  |" in text
    assert "What limits it: the air." in text


def test_what_was_measured_at_several_sizes_is_drawn(tmp_path: Path) -> None:
    (plot,) = page.draw([BENCH], tmp_path)
    picture = cv2.imread(str(plot))
    assert picture is not None
    assert picture.std() > 0
    assert f"performance-figures/{plot.name}" in page.page([BENCH], [plot])


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(1234.5, "ms", "1,234 ms"), (12.34, "MiB", "12.3 MiB"), (0.123, "s", "0.12 s")],
)
def test_figures_have_three_digits(value: float, unit: str, text: str) -> None:
    assert page.said(value, unit) == text


def test_the_country_needs_more_than_one_process() -> None:
    usual, at_once = (nation.day(2_000, 200_000, spread=spread) for spread in (True, False))
    text = scale.page(MEASURED, usual, at_once)
    assert "| one process, SQLite (measured) | 60.0 /s |" in text
    assert "| 1,000,000 | 54.0 /s |" in text
    assert MEASURED.lost_by_decade == pytest.approx(2 / 60)
