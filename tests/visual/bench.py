"""`python -m tests.visual.bench`: how quickly the glass answers, with both cores busy.

Prints p50, p99 and the greatest of: the GUI thread's stalls in whole sessions, from a tap to the
picture that answers it, and the preview's frames per second at 1280×720. Before, with the cores
free, how long the kiosk takes to start.
"""

import multiprocessing
import os
import time
from collections.abc import Sequence
from statistics import median

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer

from kiosk.screen.event_loop import EventLoop
from simulation.demo.world import default_world
from simulation.hardware import CardTransport
from simulation.rehearsal import scenario as scenarios
from simulation.rehearsal.director import Options, play_repeatedly
from simulation.rehearsal.drawn import PreviewMeter
from tests.bench.figure import Figure, keep
from tests.visual import cold_start
from tests.visual.gallery import STORY
from tests.visual.opened import open_glass

TAPS = 30
PREVIEW_S = 3.0
CAMERA_FPS = 30
SESSIONS = 2


def burn() -> None:
    while True:
        pass


def main() -> None:
    cold_start.main()
    EventLoop(offscreen=True)
    load = [multiprocessing.Process(target=burn, daemon=True) for _ in range(os.cpu_count() or 2)]
    print(f"{os.cpu_count()} cores, {len(load)} of them kept busy")
    for process in load:
        process.start()
    try:
        taps = taps_ms()
        print(f"tap to picture, ms: {_summary(taps)}", flush=True)
        fps = preview_fps()
        print(f"preview, frames per second: {fps:.1f}", flush=True)
        stalls = stalls_ms()
        print(f"longest stall of each session, ms: {_summary(stalls)}", flush=True)
    finally:
        for process in load:
            process.terminate()
    keep(
        "ui",
        "The screen, with every core kept busy by others",
        "drawing, which the software renderer does on a core that it has to share here.",
        [
            Figure("from a tap to the picture that answers it, median", median(taps), "ms"),
            Figure("and the slowest", max(taps), "ms"),
            Figure("preview", fps, "frames/s", "the camera", CAMERA_FPS),
            Figure("longest stall of a session, median", median(stalls), "ms"),
        ],
    )


def taps_ms() -> list[float]:
    """From a finger on a PIN key to the drawn dot."""
    times = []
    with open_glass("portrait") as glass:
        glass.show(STORY["5-pin"].screen)
        for n in range(TAPS):
            before = time.monotonic()
            glass.tap("eraseAll" if n % 5 == 4 else f"digit{n % 10}")
            glass.settle()
            times.append((time.monotonic() - before) * 1000)
    return times


def preview_fps() -> float:
    """Frames that reach the glass in a second while a camera delivers 30."""
    with open_glass("portrait") as glass:
        glass.picture.bgr = np.random.default_rng(1).integers(0, 255, (720, 1280, 3), np.uint8)
        meter = PreviewMeter(glass.window)
        glass.show(STORY["4-face"].screen)

        def next_frame() -> None:
            glass.picture.number += 1

        camera = QTimer()
        camera.timeout.connect(next_frame)
        camera.start(1000 // CAMERA_FPS)
        loop = QEventLoop()
        QTimer.singleShot(int(PREVIEW_S * 1000), loop.quit)
        loop.exec()
        camera.stop()
        return meter.per_second or 0.0


def stalls_ms() -> list[float]:
    options = Options(default_world(), CardTransport.LOOPBACK)
    return [
        float(report.gui_stall_max_ms)
        for name in scenarios.names()
        if name in ("pin", "face")
        for report in play_repeatedly(scenarios.load(name), options, SESSIONS)
    ]


def _summary(values: Sequence[float]) -> str:
    ordered = sorted(values)
    p99 = ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))]
    return f"p50 {median(ordered):.1f}, p99 {p99:.1f}, max {ordered[-1]:.1f}"


if __name__ == "__main__":
    main()
