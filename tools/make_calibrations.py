"""`python tools/make_calibrations.py FOLDER… [--model dlib] [--check]`: those that come with it.

Makes the calibration of a model anew from the research sets it was made from (docs/face-accuracy.md
says which), and puts its hash into the manifest; with `--check` compares what would be written with
what is there. Minutes for each model.
"""

import argparse
import json
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
OF_ONE_RUN = ("made_on", "public_key", "signature")
"""What differs each time: the date, and a key that signs once."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--model", choices=sorted(HOW), default="sface")
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    shipped = MODELS / f"{chosen.model}-calibration.json"
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / shipped.name
        sha256 = calibrate(chosen.model, chosen.folders, made)
        if chosen.check:
            same = lasting(made) == lasting(shipped)
            print(f"{shipped.name}: {'as it is made' if same else 'made otherwise'}")
            return 0 if same else 1
        shipped.write_bytes(made.read_bytes())
    manifest = MODELS / f"{chosen.model}.toml"
    text = manifest.read_text("utf-8")
    named = re.sub(r'(?m)^calibration_sha256 = ".*"$', f'calibration_sha256 = "{sha256}"', text)
    manifest.write_text(named, "utf-8")
    return 0


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
