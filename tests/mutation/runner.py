"""Runs mutants in a process that has collected the tests once: each in a fork, by its own tests.

A fork takes the fault over by giving the functions of the module the code of the mutant, and runs
only tests that reach the place of the fault, until one fails: first those that noticed another
fault in the same function, then the quickest.
"""

import ast
import functools
import gc
import json
import os
import signal
import struct
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType

import pytest
from _pytest.runner import runtestprotocol
from coverage import Coverage

from tests.mutation.mutants import Mutant

CPU_LIMIT_FACTOR = 10
CPU_LIMIT_AT_LEAST_S = 2
"""A mutant that computes for so much longer than the test does hangs: it was noticed."""

WAITS_AT_MOST_S = 60
"""Of a mutant that computes nothing, for what never comes."""
IDLE_CPU_S = 0.05
"""Less than that in all this time."""


_CACHED = type(functools.cache(len))
_NUMBER = struct.Struct("=I")


@dataclass(frozen=True)
class Reach:
    """What one test reaches."""

    seconds: float
    passed: bool
    lines: frozenset[tuple[str, int]]


class Runner:
    """A plugin of pytest that runs mutants instead of a loop over all tests."""

    def __init__(self, root: Path, mutants: Sequence[Mutant], jobs: int) -> None:
        self._root = root
        self._mutants = mutants
        self._jobs = jobs
        self._files = {str(root / mutant.file): mutant.file for mutant in mutants}
        self._running: dict[int, tuple[Mutant, int]] = {}
        """By process: what it runs, and where it tells the tests that it begins."""
        self._noticed: defaultdict[tuple[str, str], Counter[int]] = defaultdict(Counter)
        """How many mutants of a function each test has killed."""
        self.survivors: list[Mutant] = []
        self.unreached: list[Mutant] = []
        self.not_passing: list[str] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        reach = self._reach(session.items)
        self.not_passing = [
            item.nodeid for item, each in zip(session.items, reach, strict=True) if not each.passed
        ]
        functions = _functions_by_place(self._files)
        caches = [each for each in gc.get_objects() if _is_cache_of(each, self._root)]
        gc.collect()
        gc.freeze()
        for mutant in self._mutants:
            noticed = self._noticed[mutant.file, mutant.function]
            numbers = [
                number
                for number, each in enumerate(reach)
                if each.passed and _reaches(each, mutant)
            ]
            if not numbers:
                self.unreached.append(mutant)
                continue
            numbers.sort(key=lambda number: (-noticed[number], reach[number].seconds))
            if len(self._running) >= self._jobs:
                self._wait()
            reading, writing = os.pipe()
            pid = os.fork()
            if pid == 0:
                try:
                    _infect(self._root, mutant, functions)
                    for cache in caches:
                        cache.cache_clear()
                    tests = [(each, session.items[each], reach[each].seconds) for each in numbers]
                    _run(tests, writing)
                finally:  # With an error: such a product would not even start.
                    os._exit(1)
            os.close(writing)
            self._running[pid] = mutant, reading
        while self._running:
            self._wait()
        return True

    def _wait(self) -> None:
        pid, status = os.wait()
        mutant, reading = self._running.pop(pid)
        with os.fdopen(reading, "rb") as telling:
            begun = telling.read()
        if status == 0:
            self.survivors.append(mutant)
        elif begun:
            (last,) = _NUMBER.unpack(begun[-_NUMBER.size :])
            self._noticed[mutant.file, mutant.function][last] += 1
        print("." if status == 0 else "x", end="", flush=True, file=sys.__stderr__)

    def _reach(self, items: Sequence[pytest.Item]) -> list[Reach]:
        """In a fork as well: what tests leave in the process must not reach the mutants."""
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            with os.fdopen(writing, "w") as telling:
                json.dump(self._reach_here(items), telling)
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as heard:
            told = heard.read()
        os.waitpid(pid, 0)
        assert told, "a test has ended the process"
        return [
            Reach(seconds, passed, frozenset((file, line) for file, line in lines))
            for seconds, passed, lines in json.loads(told)
        ]

    def _reach_here(
        self, items: Sequence[pytest.Item]
    ) -> list[tuple[float, bool, list[tuple[str, int]]]]:
        coverage = Coverage(data_file=None, config_file=False, include=list(self._files))
        coverage.set_option("run:disable_warnings", ["already-imported"])
        coverage.start()
        found: list[tuple[float, bool, list[tuple[str, int]]]] = []
        for number, (item, following) in enumerate(_with_next(items)):
            coverage.switch_context(str(number))
            began = time.process_time()
            passed = _passes(item, following)
            found.append((time.process_time() - began, passed, []))
        coverage.stop()
        for path, file in self._files.items():
            for line, tests in coverage.get_data().contexts_by_lineno(path).items():
                for test in filter(None, tests):
                    found[int(test)][2].append((file, line))
        return found


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


def _run(tests: Sequence[tuple[int, pytest.Item, float]], writing: int) -> None:
    """In a fork, which it ends with 0 when no test has noticed anything."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    _end_when_idle()
    following = [item for _, item, _ in tests[1:]]
    for (number, item, seconds), after in zip(tests, [*following, None], strict=True):
        os.write(writing, _NUMBER.pack(number))
        limit_s = max(CPU_LIMIT_AT_LEAST_S, seconds * CPU_LIMIT_FACTOR)
        signal.setitimer(signal.ITIMER_PROF, limit_s)  # Ends the process, as nobody handles it.
        if not _passes(item, after):
            return
    os._exit(0)


def _end_when_idle() -> None:
    """How long it takes says nothing: on a busy machine everything is slow."""
    before = time.process_time()

    def look(_signal: int, _frame: FrameType | None) -> None:
        nonlocal before
        now = time.process_time()
        if now - before < IDLE_CPU_S:
            os._exit(1)
        before = now

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, WAITS_AT_MOST_S, WAITS_AT_MOST_S)


def _is_cache_of(each: object, root: Path) -> bool:
    """Of a function of the product: what it holds may be what a mutant would not give."""
    if not isinstance(each, _CACHED):
        return False
    file = str(getattr(sys.modules.get(each.__wrapped__.__module__), "__file__", ""))
    return file.startswith(f"{root}/") and "site-packages" not in file


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
    """Wherever it was imported to, with the values of its module that are made of it."""
    path = root / mutant.file
    modules = [module for module in list(sys.modules.values()) if module is not None]
    own = next(each for each in modules if getattr(each, "__file__", None) == str(path))
    _rebind(modules, own, mutant.value, eval(mutant.made, vars(own)))
    changed = {mutant.value}
    for node in ast.parse(path.read_text("utf-8")).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                uses = {each.id for each in ast.walk(value) if isinstance(each, ast.Name)}
                if uses & changed and name not in changed:
                    made = compile(ast.Expression(value), str(path), "eval")
                    _rebind(modules, own, name, eval(made, vars(own)))
                    changed.add(name)
            case _:
                pass


def _rebind(modules: Sequence[ModuleType], own: ModuleType, name: str, after: object) -> None:
    before = getattr(own, name)
    for module in modules:
        if vars(module).get(name) is before:
            setattr(module, name, after)


def _all_codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _all_codes(each)
