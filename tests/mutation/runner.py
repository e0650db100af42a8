"""Runs mutants in a process that has collected the tests once: each in a fork, by its own tests.

A fork takes the fault over by giving the functions of the module the code of the mutant, and runs
only tests that reach the place of the fault, the quickest first, until one fails.
"""

import functools
import gc
import json
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType, FunctionType

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.mutants import Mutant

CPU_LIMIT_FACTOR = 10
CPU_LIMIT_AT_LEAST_S = 5
"""A mutant that computes for so much longer than its tests do hangs: it was noticed."""

WAITS_AT_MOST_S = 120
"""Of a mutant, for what never comes."""


_CACHED = type(functools.cache(len))


@dataclass(frozen=True)
class Reach:
    """What one test reaches."""

    seconds: float
    lines: frozenset[tuple[str, int]]
    passed: bool


class Runner:
    """A plugin of pytest that runs mutants instead of a loop over all tests."""

    def __init__(self, root: Path, mutants: Sequence[Mutant], jobs: int) -> None:
        self._root = root
        self._mutants = mutants
        self._jobs = jobs
        self._files = {str(root / mutant.file): mutant.file for mutant in mutants}
        self.survivors: list[Mutant] = []
        self.unreached: list[Mutant] = []
        self.not_passing: list[str] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        reach = self._reach(session)
        self.not_passing = [
            item.nodeid for item, each in zip(session.items, reach, strict=True) if not each.passed
        ]
        functions = _functions_by_place(self._files)
        caches = [each for each in gc.get_objects() if isinstance(each, _CACHED)]
        gc.collect()
        gc.freeze()
        running: dict[int, Mutant] = {}
        for mutant in self._mutants:
            tests = sorted(
                (each.seconds, number)
                for number, each in enumerate(reach)
                if each.passed and _reaches(each, mutant)
            )
            if not tests:
                self.unreached.append(mutant)
                continue
            if len(running) >= self._jobs:
                self._wait(running)
            seconds = sum(each for each, _ in tests)
            items = [session.items[number] for _, number in tests]
            pid = os.fork()
            if pid == 0:
                try:
                    _infect(self._root, mutant, functions)
                    for cache in caches:
                        cache.cache_clear()
                    _run(items, seconds)
                finally:  # With an error: such a product would not even start.
                    os._exit(1)
            running[pid] = mutant
        while running:
            self._wait(running)
        return True

    def _wait(self, running: dict[int, Mutant]) -> None:
        pid, status = os.wait()
        mutant = running.pop(pid)
        if status == 0:
            self.survivors.append(mutant)
        print("." if status == 0 else "x", end="", flush=True, file=sys.__stderr__)

    def _reach(self, session: pytest.Session) -> list[Reach]:
        """In a fork as well: what tests leave in the process must not reach the mutants."""
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            with os.fdopen(writing, "w") as told:
                for item, following in _with_next(session.items):
                    told.write(json.dumps(self._reach_of(item, following)) + "\n")
                    told.flush()
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as told:
            all_told = [json.loads(line) for line in told]
        os.waitpid(pid, 0)
        assert len(all_told) == len(session.items), "a test has ended the process"
        return [
            Reach(seconds, frozenset((file, line) for file, line in lines), passed)
            for seconds, lines, passed in all_told
        ]

    def _reach_of(
        self, item: pytest.Item, following: pytest.Item | None
    ) -> tuple[float, list[tuple[str, int]], bool]:
        files, seen = self._files, set[tuple[str, int]]()

        def in_file(frame: FrameType, event: str, _: object) -> object:
            if event == "line":
                seen.add((files[frame.f_code.co_filename], frame.f_lineno))
            return in_file

        def trace(frame: FrameType, _event: str, _: object) -> object:
            return in_file if frame.f_code.co_filename in files else None

        began = time.process_time()
        sys.settrace(trace)  # type: ignore[arg-type]
        try:
            passed = _passes(item, following)
        finally:
            sys.settrace(None)
        return time.process_time() - began, sorted(seen), passed


def _reaches(reach: Reach, mutant: Mutant) -> bool:
    if not mutant.function:
        return any(file == mutant.file for file, _ in reach.lines)
    lines = range(mutant.first_line, mutant.last_line + 1)
    return any((mutant.file, line) in reach.lines for line in lines)


def _with_next(items: Sequence[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    yield from zip(items, [*items[1:], None], strict=True)


def _passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    reports = runtestprotocol(item, nextitem=following, log=False)
    return all(report.outcome != "failed" for report in reports)


def _run(items: Sequence[pytest.Item], seconds: float) -> None:
    """In a fork, which it ends with 0 when no test has noticed anything."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    limit_s = max(CPU_LIMIT_AT_LEAST_S, seconds * CPU_LIMIT_FACTOR)
    signal.setitimer(signal.ITIMER_PROF, limit_s)  # Ends the process, as nobody handles it.
    signal.alarm(WAITS_AT_MOST_S)
    if all(_passes(item, following) for item, following in _with_next(items)):
        os._exit(0)


def _functions_by_place(files: dict[str, str]) -> dict[tuple[str, str, int], list[FunctionType]]:
    found: dict[tuple[str, str, int], list[FunctionType]] = {}
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename in files:
            code = each.__code__
            place = code.co_filename, code.co_qualname, code.co_firstlineno
            found.setdefault(place, []).append(each)
    return found


def _infect(
    root: Path, mutant: Mutant, functions: dict[tuple[str, str, int], list[FunctionType]]
) -> None:
    if mutant.value:
        _set_value(root, mutant)
    else:
        for code in _all_codes(mutant.made):
            place = code.co_filename, code.co_qualname, code.co_firstlineno
            for function in functions.get(place, ()):
                if function.__code__ != code:
                    function.__code__ = code


def _set_value(root: Path, mutant: Mutant) -> None:
    """Wherever it was imported to."""
    path = str(root / mutant.file)
    modules = [module for module in list(sys.modules.values()) if module is not None]
    own = next(each for each in modules if getattr(each, "__file__", None) == path)
    before = getattr(own, mutant.value)
    after = eval(mutant.made, vars(own))
    for module in modules:
        if vars(module).get(mutant.value) is before:
            setattr(module, mutant.value, after)


def _all_codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _all_codes(each)
