"""`make prove NAME=scenarios`: every scenario in both flow profiles, or one, on every display.

Each is played by the command in a process of its own, so that one that freezes stops itself only.
With names of scenarios only those are played, with `--profile` only in that flow; what was played
before is kept beside them. Every report goes to build/scenarios.json; once it has all of them, and
all ended as they must, the first part of docs/performance.md is written.
"""

import json
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from kiosk.session.flow import FlowName
from simulation.demo.orientation import Orientation
from simulation.rehearsal import scenario as scenarios
from simulation.rehearsal.display import DisplayKind
from tests.bench.machine import machine

TABLE = Path("docs/performance.md")
REPORTS = Path("build/scenarios.json")
LIMIT_S = 240
"""More than a rehearsal gives itself."""

ORIENTATION_OF = dict(zip(FlowName, Orientation, strict=True))
"""Each profile in an orientation of its own: both are played on every display."""


@dataclass(frozen=True)
class Play:
    scenario: str
    profile: FlowName
    display: DisplayKind
    problem: str | None
    """None when it ended as it must."""
    report: dict[str, Any]
    """What the rehearsal says of it; empty when it could not end by itself."""


def main() -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=scenarios.names())
    parser.add_argument("--profile", type=FlowName, choices=list(FlowName))
    arguments = parser.parse_args()
    wanted = arguments.names
    profiles = list(FlowName) if arguments.profile is None else [arguments.profile]
    plays = _kept()
    for play in _played(wanted, profiles):
        plays[play.scenario, play.profile, play.display] = play
        outcome = play.report.get("outcome") if play.problem is None else f"WRONG: {play.problem}"
        print(
            f"{play.display.value:10}{play.profile.value:17}{play.scenario:33}{outcome}", flush=True
        )
        _keep(plays.values())
    every = [plays.get(key) for key in product(scenarios.names(), FlowName, DisplayKind)]
    there = [play for play in every if play is not None]
    failed = sum(play.problem is not None for play in there)
    print(f"{len(there)} of {len(every)} played, {failed} not as they must; see {REPORTS}")
    if failed == 0 and len(there) == len(every):
        _, *others = TABLE.read_text("utf-8").partition("\n## ")  # Measured by other means.
        TABLE.write_text(_page(there) + "".join(others), "utf-8")
    return 1 if failed else 0


def _kept() -> dict[tuple[str, FlowName, DisplayKind], Play]:
    if not REPORTS.exists():
        return {}
    plays = [
        Play(
            report["scenario"],
            FlowName(report["profile"]),
            DisplayKind(report["display"]),
            report["problem"],
            report,
        )
        for report in json.loads(REPORTS.read_text("utf-8"))
    ]
    return {(play.scenario, play.profile, play.display): play for play in plays}


def _keep(plays: Iterable[Play]) -> None:
    REPORTS.parent.mkdir(exist_ok=True)
    lines = [json.dumps(_as_json(play), ensure_ascii=False) for play in plays]
    REPORTS.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")


def _played(names: Sequence[str], profiles: Sequence[FlowName]) -> Iterator[Play]:
    for display, profile, name in product(DisplayKind, profiles, names):
        yield _play(name, profile, display)


def _play(name: str, profile: FlowName, display: DisplayKind) -> Play:
    command = [
        *(sys.executable, "-m", "kiosk.cli", "rehearse", name, "--transport", "loopback", "--json"),
        *("--display", display.value, "--profile", profile.value),
        *("--orientation", ORIENTATION_OF[profile].value),
    ]
    try:
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", timeout=LIMIT_S, check=False
        )
    except subprocess.TimeoutExpired:
        return Play(name, profile, display, f"not over after {LIMIT_S} s", {})
    if not done.stdout:  # It has ended itself, and says where its threads stood.
        return Play(name, profile, display, done.stderr or f"exit code {done.returncode}", {})
    report = json.loads(done.stdout)
    return Play(name, profile, display, report["error"], report)


def _as_json(play: Play) -> dict[str, Any]:
    return {
        **play.report,
        "scenario": play.scenario,
        "profile": play.profile.value,
        "display": play.display.value,
        "problem": play.problem,
    }


def _page(plays: Sequence[Play]) -> str:
    displays = [display.value for display in DisplayKind]
    lines = [
        "# How smoothly the screens run",
        "",
        f"Made by `make prove NAME=scenarios` on {date.today().isoformat()}: {machine()}.",
        "",
        f"Each scenario was played on each display, {_flows(plays)}; all ended as they must. A "
        "cell has the longest time for which the screen stood still, and how many of the camera's "
        "frames (30/s) reached the glass while the face was looked at, of several plays the worst. "
        "A face that is known at once leaves half a second to count in.",
        "",
        "`offscreen` is drawn by Qt's software renderer into memory. `x11` and `wayland` are real "
        "windows of 1080×1920 and 1920×1080, drawn by OpenGL; no GPU was there, so Mesa's llvmpipe "
        "drew on the same cores that everything else ran on, the X server and cage included.",
        "",
        f"| Scenario | {' | '.join(displays)} |",
        f"|---|{'---|' * len(displays)}",
    ]
    for name in dict.fromkeys(play.scenario for play in plays):
        cells = [
            _cell([play.report for play in plays if (play.scenario, play.display) == (name, kind)])
            for kind in DisplayKind
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    totals = [_cell([p.report for p in plays if p.display is kind]) for kind in DisplayKind]
    lines.append(f"| **the worst of all** | {' | '.join(totals)} |")
    return "\n".join(lines) + "\n"


def _flows(plays: Sequence[Play]) -> str:
    profiles = dict.fromkeys(play.profile for play in plays)
    return " and ".join(
        f"in {ORIENTATION_OF[profile].value} in the flow `{profile.value}`" for profile in profiles
    )


def _cell(reports: Sequence[dict[str, Any]]) -> str:
    stall = f"{max(report['gui_stall_max_ms'] for report in reports)} ms"
    rates = [report["preview_fps"] for report in reports if report["preview_fps"] is not None]
    return f"{stall}, {min(rates):.1f}/s" if rates else stall


if __name__ == "__main__":
    sys.exit(main())
