"""`python -m tests.visual.prove`: every look of every screen; prints defects, count and time."""

import multiprocessing
import os
import sys
import time
from itertools import islice

from kiosk.ui.wishes import COLOURS
from tests.ui.kiosk_parts import FORMATS
from tests.visual.looks import VIEWS, defects, every_look, put_on
from tests.visual.opened import open_glass

PARTS = 10  # Of each format: one that takes longer than the others keeps all cores busy.


def prove(task: tuple[str, int, int]) -> tuple[int, int]:
    """Look at each `step`th look of a format from `first` on; returns looks and defects."""
    size, first, step = task
    from kiosk.ui.event_loop import EventLoop

    EventLoop(offscreen=True)
    seen = wrong = 0
    with open_glass(size) as glass:
        looks = (look for look in every_look() if look.format == size)
        for look in islice(looks, first, None, step):
            put_on(glass, look)
            # The letters have the same places in the other colours.
            for defect in defects(glass, look, ink=look.colours == COLOURS[0]):
                wrong += 1
                print(f"{look} {VIEWS[look.view]}: {defect}", flush=True)
            seen += 1
    print(f"{size}: {seen} seen, {wrong} defects", flush=True)
    return seen, wrong


def main() -> int:
    """`python -m tests.visual.prove [STEP]`: with a step only each STEPth look."""
    step = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    started = time.monotonic()
    # A process for each core, each with a fresh window for each part.
    with multiprocessing.get_context("spawn").Pool(os.cpu_count(), maxtasksperchild=1) as pool:
        tasks = [(size, part * step, PARTS * step) for part in range(PARTS) for size in FORMATS]
        totals = pool.map(prove, tasks, chunksize=1)
    seen, wrong = (sum(column) for column in zip(*totals, strict=True))
    print(f"{seen} looks, {wrong} defects, {time.monotonic() - started:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
