"""`python -m tests.visual.prove`: every look of every screen; prints defects, count and time."""

import argparse
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from kiosk.screen.event_loop import EventLoop
from simulation.rehearsal.display import DisplayKind, open_display
from tests.ui.kiosk_parts import FINE, FORMATS
from tests.visual.looks import (
    VIEWS,
    colour_defects,
    defects,
    every_look,
    has_other_colours,
    put_on,
)
from tests.visual.opened import open_glass

LOOKS_PER_PART = 1_000


@dataclass(frozen=True)
class Part:
    """Each `step`th look of a format from `first` on."""

    format: str
    first: int
    step: int
    opengl: bool


def prove(part: Part) -> tuple[int, int]:
    """Look at them; returns looks and defects."""
    EventLoop(offscreen=not part.opengl)
    seen = wrong = 0
    with open_glass(part.format) as glass:
        for look in islice(every_look(part.format), part.first, None, part.step):
            put_on(glass, look)
            found = colour_defects(glass) if has_other_colours(look) else defects(glass, look)
            for defect in found:
                wrong += 1
                print(f"{look} {VIEWS[look.view]}: {defect}", flush=True)
            seen += 1
        drawn_by = glass.window.rendererInterface().graphicsApi().name
    print(f"{part.format}, {drawn_by}: {seen} seen, {wrong} defects", flush=True)
    return seen, wrong


def parts(step: int, *, opengl: bool) -> list[Part]:
    """Of about the same size, so that all cores are busy to the end."""
    looks = sum(1 for _ in every_look("portrait"))  # As many as in any other format
    count = max(1, looks // step // LOOKS_PER_PART)
    return [
        Part(size, number * step, count * step, opengl)
        for number in range(count)
        for size in reversed(FORMATS)  # The finest first: it takes longest.
    ]


@contextmanager
def display(*, opengl: bool) -> Iterator[None]:
    """A real one where OpenGL is to draw."""
    if not opengl:
        yield
        return
    with open_display(DisplayKind.X11, FINE[:2]) as opened:
        os.environ.clear()
        os.environ.update(opened.environment)
        yield


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", type=int, nargs="?", default=1, help="only each STEPth look")
    parser.add_argument("--opengl", action="store_true", help="real windows, drawn by OpenGL")
    chosen = parser.parse_args()
    started = time.monotonic()
    processes = multiprocessing.get_context("spawn")
    with (
        display(opengl=chosen.opengl),
        # One for each core, each with a fresh window for each part.
        processes.Pool(os.cpu_count(), maxtasksperchild=1) as pool,
    ):
        totals = pool.map(prove, parts(chosen.step, opengl=chosen.opengl), chunksize=1)
    seen, wrong = (sum(column) for column in zip(*totals, strict=True))
    print(f"{seen} looks, {wrong} defects, {time.monotonic() - started:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
