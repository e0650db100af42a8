"""`python tools/face_figures.py FOLDER… [--london FOLDER] [--only NAME…]`: docs/face-figures/ anew.

Runs the commands that `docs/face-accuracy.md` names, beside each other on all cores, and writes
what each printed; `make pages` then writes the page's tables. FOLDER… are casia, lfw and orl;
`--london` is where `tools/london_faces.py` wrote its folders. Half an hour on two cores. Times that
are in the figures are of a machine with nothing else to do.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from simulation.evaluation.attempts import KINDS, STRANGERS  # noqa: E402

OUT = ROOT / "docs" / "face-figures"
FACE = ("-m", "kiosk.cli", "face")
NAMES = ("attempts", "evaluate-sface", "evaluate-dlib", "cover", "london")


@dataclass(frozen=True)
class Part:
    """A command whose answer is a file, or some keys of one that it shares with others."""

    name: str
    command: tuple[str, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--london", type=Path)
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES)
    chosen = parser.parse_args()
    parts = [part for part in parts_of(chosen.folders, chosen.london) if part.name in chosen.only]
    found: dict[str, dict[str, Any]] = {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for part, answer in zip(parts, pool.map(answer_of, parts), strict=True):
            found.setdefault(part.name, {}).update(answer)
    for name, answers in found.items():
        (OUT / f"{name}.json").write_text(json.dumps(answers, ensure_ascii=False) + "\n", "utf-8")
    return 0


def parts_of(folders: list[Path], london: Path | None) -> Iterator[Part]:
    """Those that take longest first, but the kinds of attempts in the order of the table."""
    sets = [str(folder) for folder in folders]
    yield Part("evaluate-sface", (*FACE, "evaluate", *sets, "--card-grade", "--json"))
    without = ("--no-degraded", "--no-stock")
    dlib = ("--card-grade", "--model", "dlib", *without, "--json")
    yield Part("evaluate-dlib", (*FACE, "evaluate", *sets, *dlib))
    yield Part("cover", ("tools/fit_cover.py", *sets, "--measure"))
    for kind in (*KINDS, STRANGERS):
        how = ("--per-person", "1", "--strangers", "3", "--only", kind, "--json")
        yield Part("attempts", (*FACE, "attempts", *sets, *how))
    if london is not None:
        groups = sorted(str(folder) for folder in london.glob("london*"))
        one_frame = ("--card-grade", *without, "--per-person-frames", "1", "--json")
        yield Part("london", (*FACE, "evaluate", *groups, *one_frame))


def answer_of(part: Part) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, *part.command], cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    print(f"{part.name} done", file=sys.stderr, flush=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


if __name__ == "__main__":
    sys.exit(main())
