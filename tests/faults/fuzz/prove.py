"""Bytes that a fuzzer makes, guided by which of our lines they reach (`make prove NAME=fuzz`).

`python -m tests.faults.fuzz.prove [SECONDS] [TARGET ...]`: so long for each target, an hour in
all by default. What crashed one is kept in `build/fuzz/`; it becomes a test of what it broke.
"""

import re
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CRASHES = ROOT / "build" / "fuzz"
HOUR_S = 3600
LONGEST_INPUT_BYTES = 70_000
MEMORY_MB = 2_000
ANSWER_WITHIN_S = 10


def fuzz(name: str, seconds: int) -> None:
    """In a process of its own: libFuzzer ends it."""
    import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]  # Not on every platform.

    with atheris.instrument_imports(
        include=["reader", "faceauth", "kiosk", "qualification", "console"]
    ):
        from tests.faults.fuzz.seeds import demo_card, seeds
        from tests.faults.fuzz.targets import targets

    content = demo_card()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as ends:
        for number, seed in enumerate(seeds(content)[name]):
            (Path(folder) / str(number)).write_bytes(seed)
        options = [
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST_INPUT_BYTES}",
            f"-rss_limit_mb={MEMORY_MB}",
            f"-timeout={ANSWER_WITHIN_S}",
            f"-artifact_prefix={CRASHES}/{name}-",
            "-print_final_stats=1",
        ]
        atheris.Setup([name, *options, folder], targets(content, ends)[name])
        atheris.Fuzz()


def one(name: str, seconds: int) -> bool:
    """Fuzz one target, tell the figures; whether it never crashed."""
    done = subprocess.run(
        [sys.executable, "-m", __spec__.name, "--one", name, str(seconds)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    said = done.stdout + done.stderr
    tries = re.search(r"number_of_executed_units:\s*(\d+)", said)
    lines = re.findall(r"cov: (\d+)", said)
    passed = done.returncode == 0
    print(
        f"{name:24}{tries[1] if tries else '?':>10} inputs{lines[-1] if lines else '?':>7} places"
        f"  {'no crash' if passed else 'CRASHED'}",
        flush=True,
    )
    if not passed:
        print(said[-3000:], file=sys.stderr)
    return passed


def main() -> int:
    from tests.faults.fuzz.seeds import demo_card, seeds

    numbers = [int(each) for each in sys.argv[1:] if each.isdecimal()]
    CRASHES.mkdir(parents=True, exist_ok=True)
    known = list(seeds(demo_card()))
    names = [each for each in sys.argv[1:] if each in known] or known
    seconds = numbers[0] if numbers else HOUR_S // len(known)
    passed = [one(name, seconds) for name in names]
    return 0 if all(passed) else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        fuzz(sys.argv[2], int(sys.argv[3]))
    sys.exit(main())
