"""Readers through a pcscd of the test's own. A process talks to one: clients are children."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from simulation.card_slot.pcscd import PrivatePcscd, why_unavailable
from tests.unit.reader.conftest import cards_dir, hanako, new_card, photos_dir, world_dir

__all__ = ["cards_dir", "hanako", "new_card", "photos_dir", "world_dir"]

PATIENCE_S = 60.0


@pytest.fixture
def pcscd() -> PrivatePcscd:
    """Not yet started: readers can be added."""
    reason = why_unavailable()
    if reason is not None:
        pytest.skip(reason)
    return PrivatePcscd()


@dataclass(frozen=True)
class Watcher:
    """A presence monitor in a process of its own."""

    process: subprocess.Popen[str]

    def refuse(self, reader: str) -> None:
        """The kiosk finds no My Number Card there."""
        assert self.process.stdin is not None
        self.process.stdin.write(reader + "\n")
        self.process.stdin.flush()

    def until(self, wanted: str) -> list[str]:
        """What is told, up to and with `wanted`."""
        assert self.process.stdout is not None
        seen = list[str]()
        patience = threading.Timer(PATIENCE_S, self.process.kill)
        patience.start()
        try:
            for line in self.process.stdout:
                seen.append(line.rstrip())
                if seen[-1] == wanted:
                    return seen
        finally:
            patience.cancel()
        raise AssertionError(f"only {seen} was told")


@contextmanager
def watching(pcscd: PrivatePcscd) -> Iterator[Watcher]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.readers.watch"],
        env={**os.environ, **pcscd.environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Watcher(process)
        finally:
            process.kill()
