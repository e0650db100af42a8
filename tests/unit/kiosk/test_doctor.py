"""`uketsuke doctor` on a kiosk with nothing plugged in."""

import json
import os
import subprocess
import sys
import tarfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulation.demo.world import FACILITY_CODE, KIOSK_ID
from simulation.service.pki import make_pki
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


def test_a_certificate_that_ends_soon_is_told_before_it_does(tmp_path: Path) -> None:
    made_at = datetime.now(UTC) - timedelta(days=310)  # It lasts a year.
    make_pki(tmp_path / "pki", FACILITY_CODE, KIOSK_ID, made_at)
    _, found = findings(install(tmp_path, NO_CAMERA))
    assert found["certificate"]["verdict"] == "warn"
    assert "in 54 days" in found["certificate"]["text"]


def test_a_key_that_a_tpm_could_seal_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = install(tmp_path, NO_CAMERA)
    (tmp_path / "state" / "consent.key").touch()
    command = tmp_path / "bin" / "systemd-creds"
    command.parent.mkdir()
    command.write_text("#!/bin/sh\n[ $1 = has-tpm2 ]\n", "ascii")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}:{os.environ['PATH']}")
    _, found = findings(config)
    assert found["consent key"]["verdict"] == "warn"
    assert "uketsuke provision seal --backup" in found["consent key"]["text"]


def test_an_archive_for_support_holds_findings_and_no_secret(tmp_path: Path) -> None:
    config = install(tmp_path, NO_CAMERA)
    (tmp_path / "kiosk.jsonl").write_text('{"event": "camera_lost"}\n', "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kiosk.cli", "diagnose", "--config", config, "--to", tmp_path],
        env={**os.environ, "PCSCLITE_CSOCK_NAME": "/nonexistent", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (path,) = tmp_path.glob("uketsuke-*.tar.gz")
    assert path.stat().st_mode & 0o077 == 0
    with tarfile.open(path) as archive:
        content = {
            Path(member.name).name: archive.extractfile(member).read().decode("utf-8")  # type: ignore[union-attr]
            for member in archive.getmembers()
        }
    assert set(content) == {
        "versions.json", "doctor.json", "settings.json", "status.json", "kiosk.jsonl",
    }  # fmt: skip
    assert json.loads(content["settings.json"])["facility"]["code"] == FACILITY_CODE
    assert "camera_lost" in content["kiosk.jsonl"]
    assert not any("PRIVATE KEY" in text for text in content.values())
