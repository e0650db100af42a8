"""`make prove NAME=stories`: what staff and patients are told, through both ways to a card.

Each story is played in both flow profiles, through the real pcscd with a virtual reader and
through a loopback. The rehearsal compares ledger, service and file about each consent; the file,
where there is one, is then taken by the strictest receipt computer. With names only those.
"""

import json
import subprocess
import sys
import time
from argparse import ArgumentParser
from itertools import product
from pathlib import Path

from kiosk.session.flow import FlowName
from simulation.demo.world import FACILITY_CODE
from simulation.hardware import CardTransport
from tests.results import strict

STORIES = (
    "insurance-lapsed",
    "no-insurance-found",
    "several-insurances",
    "certificate-in-grace",
    "medical-assistance",
    "medical-assistance-with-ticket",
    "specific-disease-and-subsidy",
    "specific-disease-declined",
    "subsidy-used",
    "subsidy-none",
    "pharmacy-two-prescriptions",
    "prescription-electronic",
    "prescription-on-paper",
    "phone-android",
    "phone-iphone",
    "phone-android-not-read",
    "phone-iphone-not-read",
    "phone-iphone-not-confirmed",
    "phone-moved-midway",
    "phone-cannot-register",
    "birth-day-unknown",
    "born-on-the-first",
)
LIMIT_S = 240


def main() -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=STORIES)
    parser.add_argument("--transport", type=CardTransport, choices=list(CardTransport))
    arguments = parser.parse_args()
    only = arguments.transport
    plays = list(product([only] if only else CardTransport, FlowName, arguments.names))
    failed = 0
    for transport, profile, name in plays:
        began = time.monotonic()
        problem, outcome = played(name, transport, profile)
        failed += problem is not None
        took_s = time.monotonic() - began
        said = outcome if problem is None else f"WRONG: {problem}"
        print(f"{transport.value:9}{profile.value:17}{name:32}{took_s:5.1f} s  {said}", flush=True)
    print(f"{len(plays)} played, {failed} not as they must")
    return 1 if failed else 0


def played(name: str, transport: CardTransport, profile: FlowName) -> tuple[str | None, str]:
    """What is wrong, if anything is, and how it ended."""
    command = [sys.executable, "-m", "kiosk.cli", "rehearse", name, "--json"]
    command += ["--transport", transport.value, "--profile", profile.value]
    try:
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", timeout=LIMIT_S, check=False
        )
    except subprocess.TimeoutExpired:
        return f"not over after {LIMIT_S} s", ""
    if not done.stdout:
        return done.stderr.strip() or f"exit code {done.returncode}", ""
    report = json.loads(done.stdout.splitlines()[-1])
    if report["error"] is not None:
        return str(report["error"]), ""
    file = report["result_file"]
    if file is None:
        return None, f"{report['outcome']}, no file"
    try:
        strict.take(Path(file), facility=FACILITY_CODE)
    except strict.NotTaken as why:
        return f"the file is not taken: {why}", ""
    return None, f"{report['outcome']}, its file taken"


if __name__ == "__main__":
    sys.exit(main())
