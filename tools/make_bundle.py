"""`make bundle`: the kiosk in one folder, without sources or Python; skipped when it is current."""

from __future__ import annotations

import argparse
import fcntl
import os
import platform
import sys
import tempfile
from pathlib import Path

import bundled
from step import SetUpStep, StepFailed, digest_of, files_below, run_command

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
TOOLS = ("bundled.py", "licences.py", "sbom.py", "stand_ins.py")
PYINSTALLER = ROOT / ".venv" / "bin" / "pyinstaller"


def digest(voices: Path | None) -> str:
    """Of all that goes in: programs, data, voices, and what else decides."""
    packages = bundled.product_packages(ROOT)
    return digest_of(
        platform.python_version(),
        ROOT / "requirements-dev.lock",
        *files_below(PACKAGING, ["*.py", "*.spec", "*.toml"]),
        *(ROOT / name for name in ("LICENSE", "NOTICE")),
        *(ROOT / "tools" / name for name in TOOLS),
        *(path for package in packages for path in files_below(ROOT / package, ["*.py"])),
        *(ROOT / path for path in bundled.data_files(ROOT)),
        *bundled.model_files(ROOT / ".venv"),
        *([] if voices is None else files_below(voices, ["*.opus"])),
    )


def build(folder: Path, voices: Path | None) -> None:
    for text in sorted((ROOT / "kiosk").glob("**/*.ts")):
        if not text.with_suffix(".qm").exists():
            raise StepFailed(f"{text} is not compiled.", "make setup")
    with tempfile.TemporaryDirectory(prefix="uketsuke-bundle-") as work:
        places: list[str | Path] = ["--distpath", folder, "--workpath", work]
        more: list[str | Path] = [] if voices is None else ["--", "--voices", voices]
        spec = PACKAGING / "uketsuke.spec"
        run_command([PYINSTALLER, "--noconfirm", *places, spec, *more])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the bundle becomes FOLDER/uketsuke")
    parser.add_argument("--voices", type=Path, help="recorded guidance that goes in")
    arguments = parser.parse_args()
    folder, voices = arguments.folder.resolve(), arguments.voices
    step = SetUpStep(
        name="bundle",
        does="the kiosk in one folder",
        digest=lambda: digest(voices),
        run=lambda: build(folder, voices),
        stamp=folder / "uketsuke.stamp",
        makes=(folder / "uketsuke" / "uketsuke",),
    )
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)  # A second one waits, and then finds it current.
    print(f"Building {folder / 'uketsuke'} (about a minute) ...", flush=True)
    try:
        was_built = step.bring_up_to_date()
    except StepFailed as failure:
        print(f"Why it failed: {failure.why}\nWhat to do: {failure.remedy}")
        return 2
    print("done" if was_built else "It was current.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
