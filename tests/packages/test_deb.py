"""What the kiosk's package holds beside the program, and how it is described to Debian."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.update.versions import Choice, Versions
from tests.architecture.source_tree import ROOT


@pytest.fixture(scope="module")
def make_deb() -> Iterator[Any]:
    """A script of `tools/`, which is no package."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        yield __import__("make_deb")
    finally:
        sys.path.remove(str(ROOT / "tools"))


@pytest.fixture
def bundles(tmp_path: Path) -> Path:
    """A bundle in name only."""
    program = tmp_path / "bundles" / "uketsuke"
    program.mkdir(parents=True)
    (program / "uketsuke").write_bytes(b"\x7fELF")
    (program / "sbom.cdx.json").write_text("{}", "utf-8")
    return program.parent


def test_every_file_beside_the_program_is_meant(
    make_deb: Any, bundles: Path, tmp_path: Path
) -> None:
    root = tmp_path / "root"
    make_deb.fill_kiosk(root, bundles)
    there = {path.relative_to(root).as_posix() for path in root.rglob("*") if not path.is_dir()}
    assert there == {
        "etc/logrotate.d/uketsuke",
        "lib/systemd/system/uketsuke-metrics.service",
        "lib/systemd/system/uketsuke-update.service",
        "lib/systemd/system/uketsuke-update.timer",
        "lib/systemd/system/uketsuke.service",
        "lib/systemd/system/user-.slice.d/50-uketsuke.conf",
        "lib/udev/rules.d/60-uketsuke.rules",
        "usr/bin/uketsuke",
        "usr/lib/sysusers.d/uketsuke.conf",
        "usr/lib/tmpfiles.d/uketsuke.conf",
        "usr/lib/uketsuke/uketsuke",
        "usr/share/doc/uketsuke/deploy.md",
        "usr/share/doc/uketsuke/install.md",
        "usr/share/doc/uketsuke/monitoring/alerts.yml",
        "usr/share/doc/uketsuke/monitoring/dashboard.json",
        "usr/share/doc/uketsuke/sbom.cdx.json",
        "usr/share/polkit-1/rules.d/50-uketsuke.rules",
        "usr/share/uketsuke/config.toml",
    }


def test_each_package_is_described(make_deb: Any, tmp_path: Path) -> None:
    for package in make_deb.PACKAGES:
        (tmp_path / package).mkdir()
        make_deb.add_control(package, tmp_path / package, "amd64")
        text = (tmp_path / package / "DEBIAN" / "control").read_text("utf-8")
        fields = dict(line.split(": ", 1) for line in text.splitlines() if line[0] != " ")
        assert fields["Package"] == package
        assert {"Version", "Architecture", "Maintainer", "Depends", "Description"} <= set(fields)
        assert "${" not in text
        assert all(len(line) <= 80 for line in text.partition("Description:")[2].splitlines())


def test_a_kiosk_and_a_virtual_reader_are_never_on_one_machine(make_deb: Any) -> None:
    assert "Conflicts: vsmartcard-vpcd" in make_deb.stanza_of("uketsuke")
    assert "vsmartcard-vpcd" in make_deb.stanza_of("uketsuke-demo")


def test_what_the_unit_needs_is_a_dependency(make_deb: Any) -> None:
    depends = make_deb.stanza_of("uketsuke")
    for package in (
        "fontconfig-config",  # The bundle brings the library, which names folders by it.
        *("pcscd", "cage", "alsa-utils", "fonts-morisawa-bizud-gothic", "logrotate"),
        *("libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),  # Bundles leave them out.
    ):
        assert f"{package}" in depends


@pytest.mark.parametrize(
    ("chosen", "command", "runs"),
    [
        (None, "status", "package"),
        ("0.2.0", "status", "0.2.0"),
        ("0.2.0", "update", "0.2.0"),
        ("0.2.0", "run", "package"),
        ("", "status", "package"),
        ("9.9.9", "status", "package"),
        ("../evil", "status", "package"),
        ("..", "status", "package"),
    ],
)
def test_commands_are_those_of_the_version_that_runs(
    tmp_path: Path, chosen: str | None, command: str, runs: str
) -> None:
    folders = {"package": tmp_path / "lib", "0.2.0": tmp_path / "versions" / "0.2.0"}
    for name, folder in (*folders.items(), ("evil", tmp_path / "evil"), ("", tmp_path)):
        folder.mkdir(parents=True, exist_ok=True)
        program = folder / "uketsuke"
        program.write_text(f'#!/bin/sh\necho "{name} $@"\n')
        program.chmod(0o755)
    choice_file = tmp_path / "version.toml"
    if chosen is not None:
        versions = Versions(tmp_path / "versions", choice_file, tmp_path / "lib")
        versions.choose(Choice(chosen))
    script = (ROOT / "packaging/debian/uketsuke.sh").read_text("utf-8")
    for usual, here in {
        "/usr/lib/uketsuke": folders["package"],
        "/opt/uketsuke/versions": tmp_path / "versions",
        "/var/lib/uketsuke/version.toml": choice_file,
    }.items():
        script = script.replace(usual, str(here))
    done = subprocess.run(
        ["/bin/sh", "-c", script, "uketsuke", command, "--config", "a b"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{runs} {command} --config a b\n"
    assert done.stderr == ""
