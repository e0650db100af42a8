"""`uketsuke run` with a maker's terminal: what is in its way is one clear line at the start."""

from pathlib import Path

import pytest

from simulation.card_slot.pcscd import PrivatePcscd, why_unavailable
from simulation.demo.world import default_world
from tests.unit.kiosk.test_commands import NOWHERE, complaint
from tests.unit.terminal.installed import install_example, install_kiosk


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    return install_kiosk(tmp_path)


def test_without_an_adapter_it_does_not_start(installed: Path) -> None:
    said = complaint("run", "--config", str(installed), PCSCLITE_CSOCK_NAME=NOWHERE)
    assert "none is installed" in said


def test_a_key_for_face_records_that_is_none_is_named(installed: Path) -> None:
    other = installed.parent / "pki" / "authority.pem"  # A certificate.
    text = installed.read_text("utf-8")
    installed.write_text(
        text.replace(str(default_world().cards / "card_face_ca.pem"), str(other)), "utf-8"
    )
    said = complaint("run", "--config", str(installed), PCSCLITE_CSOCK_NAME=NOWHERE)
    assert f"card_face_authority: {other} holds no RSA public key" in said


@pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable()))
def test_an_adapter_that_lacks_something_ends_it_with_what_it_says(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    install_example(site, b"1234")
    (site / "example_terminal.key").unlink()
    monkeypatch.setenv("PYTHONPATH", f"{site}:{Path.cwd()}")
    with PrivatePcscd() as daemon:
        said = complaint("run", "--config", str(installed), **daemon.environment)
    assert "adapter example cannot be used (FileNotFoundError" in said
