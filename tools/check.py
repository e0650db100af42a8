"""`make test`: every check, each with its time; all run, even after one has failed.

The tests are groups of folders, each a process of its own, a few at a time and the longest first.
What only computes runs beside them on what they leave of the machine.

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

STORIES = "tests/flow/rehearsal/test_scenarios.py"
COUNTER = "tests/counter"
WINDOWS = [
    "tests/flow/rehearsal",
    "tests/soak",
    "tests/ui/test_real_window.py",
    "tests/ui/test_whole_monitor.py",
    "tests/unit/kiosk/test_demo_window.py",
    "tests/visual/test_opengl.py",
    "tests/visual/test_real_windows.py",
]
BUNDLE = "tests/bundle"
BUILD_BUNDLE = ["tools/make_bundle.py", "build/tested-bundle"]  # As those tests do.
CONSOLE = "tests/console"
FAULTS = "tests/faults"
LOSSES = ["tests/faults/durability", "tests/faults/test_bad_line.py"]
KIOSKS = ["tests/unit/kiosk", "tests/unit/terminal"]
PROCESSES = ["tests/unit/delivery", "tests/unit/worker"]
PICTURES = "tests/visual"
LOOKS = "tests/visual/test_every_pair.py"
SCREENS = "tests/ui"
CARD_AND_FACE = ["tests/unit/faceauth", "tests/unit/reader"]
SERVICE = ["tests/flow/test_consents_agree.py", "tests/unit/qualification"]

AT_ONCE = (os.cpu_count() or 2) + 1
"""Each of them waits now and then. More would make windows and faces late."""

IN_NO_HURRY_AT_ONCE = 3
"""Also when nothing else runs any more, a core is not left alone because one of them waits."""

NICE = ["nice", "-n", "15"]


@dataclass(frozen=True)
class Check:
    name: str
    command: Sequence[str]
    is_tests: bool = False  # Its output is shown either way.
    in_no_hurry: bool = False
    """It only computes: the others, where somebody waits for a screen, have the machine first."""


def checks(root: Path) -> list[Check]:
    ruff, mypy = str(BIN / "ruff"), str(BIN / "mypy")
    set_up_files = sorted(str(path) for path in (root / "tools").glob("*.py"))
    return [
        Check("format", [ruff, "format", "--check", "."]),
        Check("lint", [ruff, "check", "."]),
        Check("shell lint", ["shellcheck", *shell_scripts(root)]),
        _tests("tests of windows", *WINDOWS, but=[STORIES]),
        _tests("tests of stories", STORIES),
        _tests("tests of kiosks", *KIOSKS, but=WINDOWS),
        _tests("tests of the counter", COUNTER),
        _tests("tests of processes", *PROCESSES),
        _tests("tests of faults", FAULTS, but=LOSSES),
        _tests("tests of the console", CONSOLE),
        _tests("tests of losses", *LOSSES),
        # By now it is built: below.
        _tests("tests of the bundle", BUNDLE),
        Check("bundle", [PYTHON, *BUILD_BUNDLE], in_no_hurry=True),
        _tests("tests of looks", LOOKS, in_no_hurry=True),
        _tests("tests of card and face", *CARD_AND_FACE, in_no_hurry=True),
        _tests("tests of pictures", PICTURES, but=[*WINDOWS, LOOKS], in_no_hurry=True),
        _tests(
            "tests of all else",
            "tests",
            but=[
                *(STORIES, *WINDOWS, COUNTER, BUNDLE, *KIOSKS, *PROCESSES, FAULTS, CONSOLE),
                *(PICTURES, SCREENS, *CARD_AND_FACE, *SERVICE),
            ],
            in_no_hurry=True,
        ),
        _tests("tests of screens", SCREENS, but=WINDOWS, in_no_hurry=True),
        _tests("tests of the service", *SERVICE, in_no_hurry=True),
        Check("types", [mypy], in_no_hurry=True),
        # Each has a cache of its own: they may run at the same time.
        Check(
            "types of tools",
            [mypy, "--cache-dir=.mypy_cache/tools", *set_up_files],
            in_no_hurry=True,
        ),
        Check("QML lint", [PYTHON, str(root / "tools" / "qmllint.py")], in_no_hurry=True),
    ]


def _tests(name: str, *paths: str, but: Sequence[str] = (), in_no_hurry: bool = False) -> Check:
    left_out = [f"--ignore={path}" for path in but]
    return Check(name, [*PYTEST, *paths, *left_out], is_tests=True, in_no_hurry=in_no_hurry)


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
    """Run them side by side; return 0 when all passed, else 1."""
    started = time.monotonic()
    env = environment(root)
    with (
        ThreadPoolExecutor(AT_ONCE) as first,
        ThreadPoolExecutor(IN_NO_HURRY_AT_ONCE) as beside,
    ):
        runs = [
            (beside if check.in_no_hurry else first).submit(_run, check, root, env)
            for check in every
        ]
    results = [run.result() for run in runs]
    total_s = time.monotonic() - started
    print("\nSummary")
    for result in results:
        print(f"   {result.verdict}  {result.took_s:6.1f} s  {result.name}")
    failed = [result for result in results if not result.passed]
    print(f"{len(results) - len(failed)} of {len(results)} checks passed in {total_s:.1f} s.")
    return 1 if failed else 0


def environment(root: Path) -> dict[str, str]:
    """Without a display of their own the tests' windows would open on the person's."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # The tests start hundreds of processes. If each compiles all modules that it imports, that is
    # a quarter of all computing; whoever wants no such files beside the sources has them in build/.
    if env.pop("PYTHONDONTWRITEBYTECODE", None):
        env["PYTHONPYCACHEPREFIX"] = str(root / "build" / "bytecode")
    return env


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
            [*NICE, *check.command] if check.in_no_hurry else check.command,
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
