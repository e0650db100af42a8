"""`make test`: every check, each with its time; all run, even after one has failed.

With names only these: `python tools/check.py format lint types`, as before each commit.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
PYTHON = str(BIN / "python")


PYTEST = [PYTHON, "-m", "pytest", "-q", "--durations=10"]
BUNDLE = "tests/bundle"
SESSIONS = ["tests/counter", "tests/flow/rehearsal", "tests/unit/terminal", "tests/unit/worker"]
PROCESSES_AND_PICTURES = [
    "tests/unit/kiosk",
    "tests/faults/durability",
    "tests/unit/delivery",
    "tests/visual",
]
"""Groups that run beside the rest."""

AT_ONCE = 3
"""More would make windows and faces late: each starts processes of its own."""


@dataclass(frozen=True)
class Check:
    name: str
    command: Sequence[str]
    is_tests: bool = False  # Runs beside the other tests; its output is shown either way.


def checks(root: Path) -> list[Check]:
    ruff, mypy = str(BIN / "ruff"), str(BIN / "mypy")
    set_up_files = sorted(str(path) for path in (root / "tools").glob("*.py"))
    return [
        Check("format", [ruff, "format", "--check", "."]),
        Check("lint", [ruff, "check", "."]),
        Check("types", [mypy]),
        Check("types of tools", [mypy, *set_up_files]),
        Check("QML lint", [PYTHON, str(root / "tools" / "qmllint.py")]),
        Check("shell lint", ["shellcheck", *shell_scripts(root)]),
        Check(
            "tests of parts",
            [
                *PYTEST,
                *(f"--ignore={folder}" for folder in (*SESSIONS, *PROCESSES_AND_PICTURES, BUNDLE)),
            ],
            True,
        ),
        Check("tests of whole sessions", [*PYTEST, *SESSIONS], True),
        # Building it takes a core for a minute: that must not make the others late.
        Check("tests of the bundle", ["nice", *PYTEST, BUNDLE], True),
        Check("tests of processes and pictures", [*PYTEST, *PROCESSES_AND_PICTURES], True),
    ]


def shell_scripts(root: Path) -> list[str]:
    """The files of the checkout that a shell runs, told by their first line."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names = [name for name in listed.stdout.split("\0") if name and (root / name).is_file()]
    return [name for name in names if _first_line(root / name) in SHELL_LINES]


SHELL_LINES = {b"#!/usr/bin/env bash", b"#!/bin/bash", b"#!/bin/sh", b"#!/usr/bin/env sh"}


def _first_line(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.readline(40).rstrip()


def run_checks(every: Sequence[Check], root: Path) -> int:
    """Run them in order, the tests side by side; return 0 when all passed, else 1."""
    # Without a display of their own the tests' windows would open on the person's.
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    started = time.monotonic()
    results = [_run(check, root, env) for check in every if not check.is_tests]
    tests = [check for check in every if check.is_tests]
    if tests:
        print(f"== {' and '.join(check.name for check in tests)}, side by side", flush=True)
        with ThreadPoolExecutor(AT_ONCE) as executor:
            results += executor.map(lambda check: _run(check, root, env), tests)
    total_s = time.monotonic() - started
    print("\nSummary")
    for result in results:
        print(f"   {result.verdict}  {result.took_s:6.1f} s  {result.name}")
    failed = [result for result in results if not result.passed]
    print(f"{len(results) - len(failed)} of {len(results)} checks passed in {total_s:.1f} s.")
    return 1 if failed else 0


@dataclass(frozen=True)
class Result:
    name: str
    passed: bool
    took_s: float

    @property
    def verdict(self) -> str:
        return "passed" if self.passed else "FAILED"


def _run(check: Check, root: Path, env: dict[str, str]) -> Result:
    """Run one and print it whole, so that two that run together do not mix."""
    started = time.monotonic()
    try:
        done = subprocess.run(
            check.command,
            cwd=root,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        passed, output = done.returncode == 0, done.stdout
    except FileNotFoundError:
        passed, output = False, f"{check.command[0]} is not there: run `make setup`."
    result = Result(check.name, passed, time.monotonic() - started)
    shown = [] if passed and not check.is_tests else [output.rstrip()]
    lines = [f"== {check.name}", *shown, f"   {result.verdict} ({result.took_s:.1f} s)"]
    print("\n".join(lines), flush=True)
    return result


def main() -> int:
    every = checks(ROOT)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="; ".join(c.name for c in every))
    names = parser.parse_args().names
    if unknown := set(names) - {check.name for check in every}:
        parser.error(f"no such check: {', '.join(sorted(unknown))}")
    chosen = [check for check in every if not names or check.name in names]
    try:
        return run_checks(chosen, ROOT)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
