"""What a reception costs by each way, and the preview on each display.

`make bench NAME=reception`: the whole kiosk on the loopback reader, from its start to its end. What
the patient waits for the machine is told apart from what the machine waits for the patient.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from bench_confinement import Cost, count_whoever_is_left, played

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kiosk.session import delays
from simulation.rehearsal.scenario import load
from tests.bench.figure import Figure, keep

WAYS = {"pin": "PIN", "face": "face", "staff-check": "staff's eyes"}
"""Scenarios, and how the identity is proven in each."""
PREVIEW, WITHOUT = "nobody-before-the-camera", "pin"
"""The camera's picture is shown, with nobody in it; then, and in the other, a PIN is typed."""
PREVIEW_S = load(PREVIEW).situation.patience * delays.FACE_MS / 1000
DISPLAYS = ("offscreen", "x11", "wayland")
CAMERA_FPS = 30.0
LIMITED_BY = (
    "of the time: the service's answers, and looking at frames until there are enough good ones; "
    "what is asked of the service runs while the patient reads. Of memory: a process with the "
    "models for each session, and one that stands ready. Of the preview in a window, where there "
    "is no GPU: Mesa, which draws on the same cores."
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    count_whoever_is_left()
    figures: list[Figure] = []
    for scenario, way in WAYS.items():
        costs = [played(scenario) for _ in range(rounds)]
        figures += of_way(way, costs)
    for display in DISPLAYS:
        figures += of_display(display, rounds)
    for figure in figures:
        print(f"{figure.what:64}{figure.value:10.1f} {figure.unit}", flush=True)
    keep("reception", "A reception, whole", LIMITED_BY, figures)


def of_way(way: str, costs: Sequence[Cost]) -> list[Figure]:
    def median(values: Sequence[float]) -> float:
        return statistics.median(values)

    service_ms = median([cost.report["service_ms"] for cost in costs])
    return [
        Figure(
            f"{way}: the patient waits for the machine",
            median([cost.report["machine_ms"] for cost in costs]),
            "ms",
            "the service alone",
            service_ms,
        ),
        Figure(f"{way}: commands to the card", median([c.report["apdu_count"] for c in costs]), ""),
        Figure(
            f"{way}: machine time with start and simulators",
            median([cost.cpu_s for cost in costs]),
            "s",
        ),
        Figure(f"{way}: memory of the kiosk", median([cost.memory_mib for cost in costs]), "MiB"),
    ]


def of_display(display: str, rounds: int) -> list[Figure]:
    """Frames that reach the glass, how much of one core camera, search and picture take, and how
    long the screen stood still in a session without them."""
    fps, cpu_s, stalls_ms = [], [], []
    for _ in range(rounds):
        cost, without = played(PREVIEW, display=display), played(WITHOUT, display=display)
        cpu_s.append(cost.cpu_s - without.cpu_s)
        fps.append(cost.report["preview_fps"] or 0.0)
        stalls_ms.append(without.report["gui_stall_max_ms"])
    share = 100 * statistics.median(cpu_s) / PREVIEW_S
    return [
        Figure(f"preview, {display}", statistics.median(fps), "/s", "the camera", CAMERA_FPS),
        Figure(f"preview, {display}: of one core, with all that looks at it", share, "%"),
        Figure(f"longest stall, PIN, {display}", statistics.median(stalls_ms), "ms"),
    ]


if __name__ == "__main__":
    main()
