"""What the confinement of a session costs: machine time and memory of all the kiosk's processes.

`make bench NAME=confinement ARGS="--before DIR"`: DIR is a checkout of the version to compare with.
Both play the same scenarios in turns, so that whatever else the machine does meets both.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent.parent
SCENARIOS = ("face", "pin")
PR_SET_CHILD_SUBREAPER = 36
LOOK_EVERY_S = 0.1

PLAY = """
import json, sys
from simulation.demo.world import default_world
from simulation.hardware import CardTransport
from simulation.rehearsal.director import Options, play_repeatedly
from simulation.rehearsal.display import DisplayKind
from simulation.rehearsal.scenario import load
if __name__ == "__main__":
    display = DisplayKind(sys.argv[2])
    options = Options(default_world(), CardTransport.LOOPBACK, display=display)
    (report,) = play_repeatedly(load(sys.argv[1]), options, 1)
    print(json.dumps(report.as_json_object()))
    sys.exit(report.error)
"""


@dataclass(frozen=True)
class Cost:
    """Of one play."""

    report: dict[str, Any]
    """What the rehearsal says of it."""
    cpu_s: float
    memory_mib: float
    """The most that all processes of the kiosk had at one time: PSS, shared pages shared out."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--before", type=Path, help="a checkout of the version to compare with")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    count_whoever_is_left()
    checkouts = {"now": HERE}
    if options.before is not None:
        checkouts = {"before": options.before.resolve(), "now": HERE}
    print("| | machine time | memory |\n|---|---|---|")
    for scenario in SCENARIOS:
        costs: dict[str, list[Cost]] = {name: [] for name in checkouts}
        for _ in range(options.rounds):
            for name, checkout in checkouts.items():
                costs[name].append(played(scenario, checkout))
        for name, each in costs.items():
            cpu_s = statistics.median(cost.cpu_s for cost in each)
            memory_mib = statistics.median(cost.memory_mib for cost in each)
            print(f"| {scenario}, {name} | {cpu_s:.2f} s | {memory_mib:.0f} MiB |", flush=True)


def count_whoever_is_left() -> None:
    """What a play has started, and does not end itself, becomes a child of this process."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def played(scenario: str, checkout: Path = HERE, display: str = "offscreen") -> Cost:
    """One reception, from the start of the kiosk to its end."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(checkout),
        "QT_QPA_PLATFORM": "offscreen",
        "UKETSUKE_DEMO_DIR": str(HERE / ".demo"),
    }
    program = [sys.executable, "-c", PLAY, scenario, display]
    play = subprocess.Popen(program, cwd=checkout, env=environment, stdout=subprocess.PIPE)
    assert play.stdout is not None  # noqa: S101 - A pipe, as said above.
    most_kib, cpu_s = 0, 0.0
    while True:
        most_kib = max(most_kib, sum(map(pss_kib, of_the_kiosk(play.pid))))
        try:
            pid, status, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:  # Nobody is left.
            with play.stdout:
                return Cost(json.loads(play.stdout.read()), cpu_s, most_kib / 1024)
        if pid == 0:
            time.sleep(LOOK_EVERY_S)
            continue
        cpu_s += usage.ru_utime + usage.ru_stime
        if pid == play.pid:
            play.returncode = os.waitstatus_to_exitcode(status)
            if play.returncode:
                raise SystemExit(f"{scenario} did not end as it must in {checkout}")


def of_the_kiosk(pid: int) -> Iterator[int]:
    """It, and what it has started, without the simulators."""
    with suppress(OSError):
        if b"-m\0simulation." in Path(f"/proc/{pid}/cmdline").read_bytes():
            return
        yield pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
        for thread in Path(f"/proc/{pid}/task").iterdir():
            children += (thread / "children").read_text("ascii") if thread.name != str(pid) else ""
        for child in children.split():
            yield from of_the_kiosk(int(child))


def pss_kib(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


if __name__ == "__main__":
    main()
