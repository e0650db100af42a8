"""Whether tests notice small faults in what must be right (`make prove NAME=mutation`).

`python -m tests.mutation.prove [SUBJECT ...]`: figures and survivors go to `figures.json`, and
with the reasons of `survivors.toml` to `docs/mutation.md`.
"""

import argparse
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.mutation.subjects import SUBJECTS, Subject

ROOT = Path(__file__).resolve().parents[2]
FIGURES = ROOT / "tests" / "mutation" / "figures.json"
REASONS = ROOT / "tests" / "mutation" / "survivors.toml"
PAGE = ROOT / "docs" / "mutation.md"
WANTED_PERCENT = 85

Figures = dict[str, dict[str, object]]


def run(name: str, subject: Subject, jobs: int) -> dict[str, object]:
    """In this process, which is for one subject."""
    import pytest

    from tests.mutation.mutants import mutants
    from tests.mutation.runner import Runner

    all_mutants = [each for file in subject.files for each in mutants(ROOT, file)]
    runner = Runner(ROOT, all_mutants, jobs)
    # Nobody reads why a test fails; to say so costs more than the test.
    says_nothing = ["-q", "-p", "no:faulthandler", "--assert=plain", "--tb=native"]
    arguments = [*says_nothing, "--hypothesis-profile=mutation", *subject.tests]
    status = pytest.main(arguments, plugins=[runner])
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise SystemExit(f"{name}: the tests do not run (pytest says {status})")
    if runner.not_passing:
        print(f"not used, as they fail here: {runner.not_passing}", file=sys.stderr)
    left = sorted(each.name for each in (*runner.survivors, *runner.unreached))
    return {"mutants": len(all_mutants), "survivors": left}


def reasons() -> dict[str, str]:
    """By the name of the mutant."""
    listed = tomllib.loads(REASONS.read_text("utf-8"))["because"]
    return {name: each["why"] for each in listed for name in each["mutants"]}


def page(figures: Figures) -> str:
    why = reasons()
    lines = [
        "# Mutation testing",
        "",
        "Written by `make prove NAME=mutation` (`ARGS=subject` for one). A mutant is the product "
        "with one small fault in it: a comparison turned, a condition or a case left out, a number "
        "one too large, a statement forgotten. It is killed when a test fails, and survives when "
        f"none does. At least {WANTED_PERCENT} % of each subject have to be killed; whatever "
        "survives is listed with the reason.",
        "",
        "| Subject | Files | Mutants | Killed | Survived | Killed, % |",
        "|---|---|---:|---:|---:|---:|",
    ]
    for name, figure in figures.items():
        count, left = _counts(figure)
        files = ", ".join(f"`{file}`" for file in SUBJECTS[name].files)
        percent = 100 * (count - left) / count
        lines.append(f"| {name} | {files} | {count} | {count - left} | {left} | {percent:.1f} |")
    for name, figure in figures.items():
        survivors = figure["survivors"]
        assert isinstance(survivors, list)
        lines += ["", f"## What survives: {name}", ""]
        by_reason: dict[str, list[str]] = {}
        for each in survivors:
            by_reason.setdefault(why.get(each, "Not looked at yet."), []).append(each)
        for reason, mutants in sorted(by_reason.items()):
            lines += [f"{reason}", "", *(f"- {each}" for each in mutants), ""]
        while lines[-1] == "":
            lines.pop()
    return "\n".join(lines) + "\n"


def _counts(figure: dict[str, object]) -> tuple[int, int]:
    count, survivors = figure["mutants"], figure["survivors"]
    assert isinstance(count, int)
    assert isinstance(survivors, list)
    return count, len(survivors)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("subjects", metavar="SUBJECT", nargs="*", choices=[*SUBJECTS, []])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--one", choices=SUBJECTS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(run(asked.one, SUBJECTS[asked.one], asked.jobs)))
        return 0
    enough = True
    for name in asked.subjects or SUBJECTS:
        done = subprocess.run(
            [sys.executable, "-m", __spec__.name, "--one", name, "--jobs", str(asked.jobs)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        figures: Figures = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
        figures[name] = json.loads(done.stdout.splitlines()[-1])
        count, left = _counts(figures[name])
        percent = 100 * (count - left) / count
        enough = enough and percent >= WANTED_PERCENT
        print(f"{name:12}{count:>6} mutants{left:>5} survive{percent:>7.1f} % killed", flush=True)
        ordered = {each: figures[each] for each in SUBJECTS if each in figures}
        FIGURES.write_text(json.dumps(ordered, indent=1, ensure_ascii=False) + "\n", "utf-8")
        PAGE.write_text(page(ordered), "utf-8")
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
