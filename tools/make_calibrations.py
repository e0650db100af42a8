"""`python tools/make_calibrations.py [FOLDER…] [--model dlib] [--check]`: those that come with it.

Makes the calibrations of all models anew, or of one, from the research sets they were made from
(docs/face-accuracy.md says which), and puts their hashes into the manifests; with `--check`
(`make prove NAME=calibrations`) compares what would be written with what is there. FOLDER… are
casia, lfw and orl, else those in UKETSUKE_FACES_DIR. Minutes for each model.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MODELS = ROOT / "faceauth" / "models"
ADVICE = "calibrate anew on people of the clinic's own who agreed to it"
HOW = {
    "sface": [
        "--provenance",
        "Research sets CASIA-FaceV5 (15 people), LFW (4), ORL (15), as card photo and live frames; "
        f"for trials: {ADVICE}",
    ],
    "dlib": [
        "--target=1e-3",
        "--only-these",
        "--provenance",
        "Research sets CASIA-FaceV5 (15 people), LFW (4), ORL (15), for people of these groups "
        f"alone; for comparison and trials: {ADVICE}",
    ],
}
SETS = ("casia", "lfw", "orl")
OF_ONE_RUN = ("made_on", "public_key", "signature")
"""What differs each time: the date, and a key that signs once."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=usual_folders())
    parser.add_argument("--model", choices=sorted(HOW))
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    missing = [str(folder) for folder in chosen.folders if not folder.is_dir()]
    if missing or not chosen.folders:
        print(f"skipped: {', '.join(missing or SETS)} not there; name their folders")
        return 0 if chosen.check else 2
    models = [chosen.model] if chosen.model else sorted(HOW)
    if chosen.check:
        return 0 if all([is_as_made(model, chosen.folders) for model in models]) else 1
    for model in models:
        sha256 = calibrate(model, chosen.folders, shipped(model))
        manifest = MODELS / f"{model}.toml"
        text = manifest.read_text("utf-8")
        named = re.sub(r'(?m)^calibration_sha256 = ".*"$', f'calibration_sha256 = "{sha256}"', text)
        manifest.write_text(named, "utf-8")
    return 0


def usual_folders() -> list[Path]:
    folder = os.environ.get("UKETSUKE_FACES_DIR")
    return [Path(folder) / name for name in SETS] if folder else []


def shipped(model: str) -> Path:
    return MODELS / f"{model}-calibration.json"


def is_as_made(model: str, folders: list[Path]) -> bool:
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "calibration.json"
        calibrate(model, folders, made)
        same = lasting(made) == lasting(shipped(model))
    print(f"{shipped(model).name}: {'as it is made' if same else 'made otherwise'}", flush=True)
    return same


def calibrate(model: str, folders: list[Path], out: Path) -> str:
    command = [sys.executable, "-m", "kiosk.cli", "face", "calibrate", *map(str, folders)]
    made = subprocess.run(
        [*command, "--model", model, "--out", str(out), *HOW[model]],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return str(json.loads(made.stdout)["calibration_sha256"])


def lasting(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text("utf-8"))
    together = {**document, **document["content"]}
    return {key: value for key, value in together.items() if key not in {*OF_ONE_RUN, "content"}}


if __name__ == "__main__":
    sys.exit(main())
