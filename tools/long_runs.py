"""`make bench NAME=...` and `make prove NAME=...`: what takes too long for `make test`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class LongRun:
    """Commands of Python, in order; `ARGS` of the Makefile come after the last."""

    shows: str
    commands: Sequence[Sequence[str]]


def module(name: str, *arguments: str) -> list[str]:
    return ["-m", name, *arguments]


BENCHES = {
    "confinement": LongRun(
        'machine time and memory of a reception; ARGS="--before DIR": beside another checkout',
        [["tools/bench_confinement.py"]],
    ),
    "console": LongRun(
        "a call until it stands on the desk, with ten kiosks; 10,000 receptions on one page",
        [module("tests.console.bench")],
    ),
    "face": LongRun(
        "how fast a face is decided, stock face_recognition beside it", [["tools/bench_face.py"]]
    ),
    "reader": LongRun(
        "APDUs and time before the PIN, beside OpenSC on the same card",
        [module("tests.unit.reader.compare_with_opensc")],
    ),
    "service": LongRun(
        "the online service: 100 kiosks, 100,000 persons, SQLite and PostgreSQL",
        [module("tests.unit.qualification.bench_service")],
    ),
    "ui": LongRun(
        "how quickly the kiosk starts, answers a finger and shows the camera",
        [module("tests.visual.bench")],
    ),
}

CORE_TESTS = (
    "tests/flow/session",
    "tests/unit/common",
    "tests/unit/consent",
    "tests/unit/limit_info",
    "tests/unit/qualification/test_oqs_round_trip.py",
    "tests/unit/qualification/test_oqs_xml.py",
    "tests/unit/reader/test_malformed.py",
    "tests/unit/reader/test_protocol.py",
    "tests/unit/faceauth/test_decision.py",
)
"""Those that reach what pyproject.toml lists as covered whole."""

PROOFS = {
    "coverage": LongRun(
        "every line and branch of the core is reached by its own tests (about a minute)",
        [
            module("coverage", "run", "-m", "pytest", "-q", *CORE_TESTS),
            module("coverage", "report"),
        ],
    ),
    "deb": LongRun(
        "the packages of dist/ in a clean Debian 12: installed, provisioned, two sessions, purged",
        [module("tests.packages.prove_deb")],
    ),
    "delivery": LongRun(
        "500 receptions while service, share, clock and the delivery process fail (three minutes)",
        [module("tests.faults.prove_delivery")],
    ),
    "durability": LongRun(
        "the kiosk killed at 500 random moments, its power cut at every write",
        [
            module("tests.faults.durability.power_cut", "40"),
            module("tests.faults.durability.kill_test", "500"),
        ],
    ),
    "fuzz": LongRun(
        "whatever strangers can send, from a fuzzer (an hour; ARGS=seconds for each target)",
        [module("tests.faults.fuzz.prove")],
    ),
    "liveness": LongRun(
        "hundreds of simulated attacks on the active challenge", [["tools/prove_liveness.py"]]
    ),
    "privacy": LongRun(
        "what of known patients is left on disk and in memory, also after kills (fifteen minutes)",
        [module("tests.faults.privacy")],
    ),
    "reader": LongRun(
        "a million malformed card answers (about ten minutes)",
        [module("tests.unit.reader.malformed", "1000000")],
    ),
    "scenarios": LongRun(
        "every scenario in both flow profiles on every display (about forty minutes)",
        [module("tests.flow.rehearsal.prove")],
    ),
    "stories": LongRun(
        "what staff and patients are told, through pcscd and without (about ten minutes)",
        [module("tests.flow.rehearsal.prove_stories")],
    ),
    "screens": LongRun(
        "every screen in every format, size, theme and language (about forty minutes)",
        [module("tests.visual.prove")],
    ),
    "update": LongRun(
        "the bundle at its place, updated by its commands in a real window (five minutes; root)",
        [module("tests.packages.prove_update")],
    ),
}

KINDS = {"bench": BENCHES, "prove": PROOFS}


def main() -> int:
    kind, name, *arguments = sys.argv[1:]
    known = KINDS[kind]
    if name not in known:
        for each, run in known.items():
            print(f"make {kind} NAME={each:<12}{run.shows}")
        return 2 if name else 0
    *before, last = known[name].commands
    for command in (*before, [*last, *arguments]):
        done = subprocess.run([sys.executable, *command], cwd=ROOT, check=False)
        if done.returncode != 0:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
