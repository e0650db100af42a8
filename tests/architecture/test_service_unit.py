"""The unit that an installer copies is one that systemd takes, and fits the configuration."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.config_file import load
from tests.architecture.source_tree import ROOT

UNIT = (ROOT / "packaging" / "uketsuke.service").read_text("utf-8")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_finds_nothing_wrong_with_it(tmp_path: Path) -> None:
    # Neither the compositor nor the account need be on the machine that tests.
    text = re.sub(r"(?m)^ExecStart=.*", "ExecStart=/bin/true", UNIT)
    unit = tmp_path / "uketsuke.service"
    unit.write_text(re.sub(r"(?m)^User=.*", "User=root", text), "utf-8")
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_it_leaves_the_folders_of_the_example_configuration_writable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("UKETSUKE_FACILITY__CODE", "1312345678")
    hidden = re.findall(r"(?m)^InaccessiblePaths=(.*)$", UNIT)[0].replace("-/", "/").split()
    read_only = ["/usr", "/boot", "/etc"]  # ProtectSystem=full
    config = load(ROOT / "packaging" / "uketsuke.toml")
    written = [config.storage.results, config.storage.state, config.log.file]
    for path in written:
        assert path is not None
        assert not [folder for folder in hidden + read_only if path.is_relative_to(folder)]


def test_nothing_of_a_patient_reaches_a_disk() -> None:
    settings = set(UNIT.splitlines())
    assert {"MemorySwapMax=0", "LimitCORE=0"} <= settings


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize(
    "unit",
    [
        "uketsuke.service",
        "monitoring/uketsuke-metrics.service",
        "debian/uketsuke-update.service",
    ],
)
def test_it_exposes_little(unit: str) -> None:
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=25"]
    done = subprocess.run(
        [*command, str(ROOT / "packaging" / unit)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout.splitlines()[-1]
