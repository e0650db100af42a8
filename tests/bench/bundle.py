"""`make bench NAME=bundle`: how soon the bundle in dist/ is there, and how large it is.

`make bundle` beforehand. `ARGS=FOLDER` measures another one.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.architecture.source_tree import ROOT
from tests.bench.figure import Figure, keep
from tests.visual.cold_start import STARTS, starts_ms

HELP_LIMIT_MS, ATTRACT_LIMIT_MS = 300, 2500
SIZE_LIMIT_MB, WITHOUT_VOICES_LIMIT_MB = 350, 200
LIMIT = "the limit"
VOICES = "_internal/kiosk/screen/voices"


def help_ms(program: Path) -> float:
    started_s = time.perf_counter()
    subprocess.run([program, "--help"], stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - started_s) * 1000


def size_mb(folder: Path) -> float:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist" / "uketsuke"
    program = folder / "uketsuke"
    if not program.exists():
        raise SystemExit(f"{program} is not there: make bundle")
    size, voices = size_mb(folder), size_mb(folder / VOICES)
    figures = [
        Figure(
            "from the start to the attract screen, median",
            statistics.median(starts_ms(STARTS, "offscreen", [program])),
            "ms",
            LIMIT,
            ATTRACT_LIMIT_MS,
        ),
        Figure(
            "`--help`, median",
            statistics.median(help_ms(program) for _ in range(STARTS)),
            "ms",
            LIMIT,
            HELP_LIMIT_MS,
        ),
        Figure("the folder", size, "MB", LIMIT, SIZE_LIMIT_MB),
        Figure("without voices", size - voices, "MB", LIMIT, WITHOUT_VOICES_LIMIT_MB),
    ]
    for figure in figures:
        print(f"{figure.what}: {figure.value:.0f} {figure.unit} ({LIMIT}: {figure.beside_value})")
    keep(
        "bundle",
        "The bundle",
        "the size by OpenCV's one library and Qt (docs/adr/0053-a-small-bundle.md); the start by "
        "Python's imports and Qt.",
        figures,
    )


if __name__ == "__main__":
    main()
