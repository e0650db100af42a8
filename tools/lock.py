"""`make lock`: write the lock files anew, for every platform, by hash, naming no package host."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = [str(ROOT / ".venv" / "bin" / "uv"), "pip", "compile", "--quiet"]
FOR_EVERY_PLATFORM = ["--universal", "--python-version", "3.11", "--generate-hashes"]
SAYING_HOW = ["--custom-compile-command", "make lock"]
DEV_ON_TOP = ["--group", "dev", "-c", "requirements.lock", "--no-emit-package", "uketsuke"]
FILES = [
    ["pyproject.toml", "-o", "requirements.lock"],
    [
        "pyproject.toml",
        "simulation/pyproject.toml",
        "console/pyproject.toml",
        *DEV_ON_TOP,
        "-o",
        "requirements-dev.lock",
    ],
    ["tools/uv.in", "--no-annotate", "-o", "tools/uv.txt"],
]


def main() -> int:
    os.chdir(ROOT)
    options = sys.argv[1:]
    for file in FILES:
        command = [*COMPILE, *FOR_EVERY_PLATFORM, *SAYING_HOW, *options, *file]
        code = subprocess.run(command, check=False).returncode
        if code != 0:
            print(f"Locking {file[-1]} failed; see above. The old file is kept.", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
