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
    "bundle": LongRun(
        "how soon the bundle in dist/ is there (make bundle), and its size",
        [module("tests.bench.bundle")],
    ),
    "console": LongRun(
        "a call until it stands on the desk, with ten kiosks; up to 10,000 receptions on a page",
        [module("tests.console.bench")],
    ),
    "delivery": LongRun(
        "how quickly the outbox empties, with 1 to 500 receptions in it",
        [module("tests.bench.delivery")],
    ),
    "face": LongRun(
        "how fast a face is decided, stock face_recognition beside it", [["tools/bench_face.py"]]
    ),
    "reader": LongRun(
        "APDUs and time before the PIN, beside OpenSC on the same card",
        [module("tests.unit.reader.compare_with_opensc")],
    ),
    "reception": LongRun(
        "time, machine time and memory of a reception by each way; the preview on each display",
        [["tools/bench_reception.py"]],
    ),
    "scale": LongRun(
        "docs/scale.md: all facilities of the country, by what `service` has measured",
        [module("tests.bench.scale")],
    ),
    "service": LongRun(
        "the online service: SQLite and PostgreSQL, by persons, kiosks and processes",
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

WALKS = (
    "tests/flow/session/test_walks.py",
    "tests/unit/delivery/test_walks.py",
    "tests/unit/console/test_walks.py",
)

PROOFS = {
    "calibrations": LongRun(
        "the thresholds that ship are those that the research sets give (some minutes)",
        [["tools/make_calibrations.py", "--check"]],
    ),
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
    "machine": LongRun(
        'the package on a PC of its own, in QEMU without KVM; root; ARGS="attract pin": only these',
        [module("tests.packages.prove_machine")],
    ),
    "mutation": LongRun(
        "which small faults no test notices; ARGS=session, consent, card, face or codes (an hour)",
        [module("tests.mutation.prove")],
    ),
    "privacy": LongRun(
        "what of known patients is left on disk, in memory and at the desk (half an hour)",
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
    "soak": LongRun(
        "2,000 patients at one kiosk, with faults (two hours; ARGS=sessions, --seed, --only)",
        [module("tests.soak.prove")],
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
    "walks": LongRun(
        "random walks of session, delivery and console, a hundred times as many as in CI (an hour)",
        [module("pytest", "-q", "--hypothesis-profile=walks", *WALKS)],
    ),
}

KINDS = {"bench": BENCHES, "prove": PROOFS}

ALL = "all"
PAGE = module("tests.bench.page")
"""What every bench has measured, as docs/performance.md."""

COMPUTED = ("scale",)
"""From what others have measured."""

COMPARING = ("confinement",)
"""Of two versions of the kiosk."""


def main() -> int:
    kind, name, *arguments = sys.argv[1:]
    known = KINDS[kind]
    if (kind, name) == ("bench", ALL):
        return _every_bench()
    if name not in known:
        for each, run in known.items():
            print(f"make {kind} NAME={each:<12}{run.shows}")
        if kind == "bench":
            print(f"make bench NAME={ALL:<12}each of them, and docs/performance.md (half an hour)")
        return 2 if name else 0
    return _run(known[name], arguments)


def _every_bench() -> int:
    """One that fails does not keep the others from their figures."""
    measuring = [name for name in BENCHES if name not in (*COMPUTED, *COMPARING)]
    failed = [name for name in (*measuring, *COMPUTED) if _run(BENCHES[name], []) != 0]
    if failed:
        print(f"not as wanted: {', '.join(failed)}", file=sys.stderr)
    done = subprocess.run([sys.executable, *PAGE], cwd=ROOT, check=False)
    return done.returncode or int(bool(failed))


def _run(run: LongRun, arguments: Sequence[str]) -> int:
    *before, last = run.commands
    for command in (*before, [*last, *arguments]):
        done = subprocess.run([sys.executable, *command], cwd=ROOT, check=False)
        if done.returncode != 0:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
