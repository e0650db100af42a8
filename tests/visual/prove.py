"""`python -m tests.visual.prove`: every look of every screen; prints defects, count and time."""

import multiprocessing
import os
import sys
import time
from itertools import islice

from tests.ui.kiosk_parts import FORMATS
from tests.visual.looks import SCREENS, defects, every_look, put_on
from tests.visual.opened import open_glass

PROGRESS_EVERY = 2_000


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
            for defect in defects(glass, look):
                wrong += 1
                print(f"{look} {SCREENS[look.screen]}: {defect}", flush=True)
            seen += 1
            if seen % PROGRESS_EVERY == 0:
                print(f"{size}: {seen} seen, {wrong} defects", flush=True)
    return seen, wrong


def main() -> int:
    """`python -m tests.visual.prove [STEP]`: with a step only each STEPth look."""
    step = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    started = time.monotonic()
    # A process for each core, each with fresh windows for each format.
    with multiprocessing.get_context("spawn").Pool(os.cpu_count(), maxtasksperchild=1) as pool:
        totals = pool.map(prove, [(size, 0, step) for size in FORMATS], chunksize=1)
    seen, wrong = (sum(column) for column in zip(*totals, strict=True))
    print(f"{seen} looks, {wrong} defects, {time.monotonic() - started:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
