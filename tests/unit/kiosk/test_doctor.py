"""`uketsuke doctor` on a kiosk with nothing plugged in."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.kiosk.installation import NO_CAMERA, install


def findings(config: Path) -> tuple[int, dict[str, dict[str, str]]]:
    command = [sys.executable, "-m", "kiosk.cli", "doctor", "--json", "--config", str(config)]
    done = subprocess.run(
        command,
        env={**os.environ, "PCSCLITE_CSOCK_NAME": "/nonexistent", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, {each["subject"]: each for each in found}


def test_what_is_there_and_what_is_missing_with_its_remedy(tmp_path: Path) -> None:
    config = install(tmp_path, NO_CAMERA)
    code, found = findings(config)
    assert code == 1
    assert {s for s, each in found.items() if each["verdict"] == "ok"} >= {
        "configuration", "files", "results", "fonts", "proof",
    }  # fmt: skip
    assert found["reader"]["verdict"] == "fail"
    assert "systemctl enable --now pcscd.socket" in found["reader"]["text"]
    assert found["service"]["verdict"] == "fail"


@pytest.mark.parametrize("wrong", ["[kamera]\n"])
def test_a_broken_configuration_is_the_only_finding(tmp_path: Path, wrong: str) -> None:
    code, found = findings(install(tmp_path, wrong))
    assert code == 1
    assert set(found) == {"configuration"}
    assert "perhaps camera" in found["configuration"]["text"]
