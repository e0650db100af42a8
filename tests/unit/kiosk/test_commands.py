"""What goes wrong at the command line is one clear line, exit code 2, no traceback."""

import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from consent.keys import KeyFile
from consent.ledger import SqliteConsentLedger
from kiosk.control import ask
from kiosk.errors import SetupFault
from reader.pcsc import VIRTUAL
from simulation.card_slot.pcscd import PrivatePcscd, why_unavailable
from tests.unit.consent.ledgers import record
from tests.unit.kiosk.test_config import GOOD, written

LIMIT_S = 120
NOWHERE = "/nonexistent/pcscd.comm"


def uketsuke(
    *arguments: str, said: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk.cli", *arguments],
        input=said,
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
        env={**os.environ, **environment},
    )


def complaint(*arguments: str, **environment: str) -> str:
    """The one line that a command ends with that cannot do its work."""
    done = uketsuke(*arguments, **environment)
    assert done.returncode == 2, done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_missing_configuration_is_named(tmp_path: Path) -> None:
    assert "none.toml does not exist" in complaint("run", "--config", str(tmp_path / "none.toml"))


def test_broken_configuration_is_named_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD.replace("[service]", "[service"))
    assert "line 4" in complaint("run", "--config", str(path))


def test_missing_certificate_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    assert "authority.pem is missing" in complaint("run", "--config", str(path))


def test_simulators_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD + "[camera]\nkind = 'simulated'\n")
    assert "camera.kind" in complaint("run", "--config", str(path))


def test_without_pcscd_it_says_what_to_start(installed: Path) -> None:
    said = complaint("run", "--config", str(installed), PCSCLITE_CSOCK_NAME=NOWHERE)
    assert "pcscd" in said


@pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable()))
def test_without_camera_it_names_the_device(installed: Path) -> None:
    with PrivatePcscd() as daemon:
        said = complaint("run", "--config", str(installed), **daemon.environment)
    assert "/dev/video97" in said


@pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable()))
def test_a_virtual_reader_is_refused_unless_the_configuration_names_it(installed: Path) -> None:
    with PrivatePcscd(VIRTUAL.encode("ascii")) as daemon:
        said = complaint("run", "--config", str(installed), **daemon.environment)
    assert "vpcd" in said
    assert "apt-get purge" in said


def test_unusable_certificate_is_named(installed: Path) -> None:
    key = next(installed.parent.glob("pki/kiosks/*/client.key"))
    key.write_text("not a key")
    said = complaint("run", "--config", str(installed), PCSCLITE_CSOCK_NAME=NOWHERE)
    assert "client" in said


def with_consents(installed: Path) -> Path:
    """The state folder of a kiosk that has had patients."""
    state = installed.parent / "state"
    ledger = SqliteConsentLedger(state / "consent.sqlite", KeyFile(state / "consent.key"))
    ledger.append(record(1))
    ledger.close()
    return state


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        ("consent.key", r"consent\.key is missing. Restore it from the backup"),
        ("consent.sqlite", "held 1 entries and does not any more"),
        ("consent.sqlite.witness", "uketsuke consent accept"),
    ],
)
def test_consents_whose_ledger_or_key_is_lost_are_no_fresh_start(
    installed: Path, lost: str, said: str
) -> None:
    state = with_consents(installed)
    (state / lost).unlink()
    for _ in range(2):
        line = complaint("run", "--config", str(installed), PCSCLITE_CSOCK_NAME=NOWHERE)
        assert re.search(said, line)
    assert not (state / lost).exists()


def test_a_damaged_ledger_is_named_with_its_remedy(installed: Path) -> None:
    state = with_consents(installed)
    (state / "consent.sqlite").write_bytes(b"no ledger" * 1000)
    line = complaint("run", "--config", str(installed), PCSCLITE_CSOCK_NAME=NOWHERE)
    assert "consent.sqlite" in line
    assert "restore the backup" in line


@pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable()))
def test_a_kiosk_runs_on_real_parts_until_it_is_told_to_end(
    installed_without_camera: Path,
) -> None:
    installed = installed_without_camera
    with (
        PrivatePcscd() as daemon,
        subprocess.Popen(
            [sys.executable, "-m", "kiosk.cli", "run", "--config", str(installed)],
            env={**os.environ, **daemon.environment},
        ) as kiosk,
    ):
        try:
            assert said_when_running(installed)["phase"] == "Idle"
            assert uketsuke("reset", "--config", str(installed)).returncode == 0
            assert "Idle" in uketsuke("status", "--config", str(installed)).stdout
            second = complaint("run", "--config", str(installed), **daemon.environment)
            assert "running already" in second
        finally:
            kiosk.terminate()
        assert kiosk.wait(LIMIT_S) == 0


def said_when_running(config: Path) -> dict[str, object]:
    """The status as soon as the kiosk answers."""
    deadline = time.monotonic() + LIMIT_S
    while True:
        try:
            return ask(config.parent / "state", "status")
        except SetupFault:
            assert time.monotonic() < deadline, "the kiosk did not come up"
            threading.Event().wait(0.05)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_display_the_demo_says_so() -> None:
    said = complaint("demo", "--transport", "loopback", DISPLAY="", QT_QPA_PLATFORM="")
    assert "display" in said


def test_unknown_person_is_answered_with_the_known_ones() -> None:
    assert "hanako" in complaint("demo", "--person", "nobody")


def test_unknown_choice_of_transport() -> None:
    assert "loopback" in complaint("rehearse", "pin", "--transport", "nfc")


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--language", "xx", "zh-Hans"),
        ("--screens", "/dev/null", "/dev/null cannot be a folder"),
        ("--profile", "x", "leaflet-2024-06"),
        ("--person", "x", "hanako"),
    ],
)
def test_what_a_rehearsal_cannot_do_is_said(option: str, value: str, said: str) -> None:
    assert said in complaint("rehearse", "pin", option, value)


@pytest.mark.parametrize(
    ("command", "option", "value"),
    [
        (("service", "serve"), "--port", "65536"),
        (("service", "serve"), "--delay-ms", "-1"),
        (("surface", "evaluate"), "--seed", "-1"),
    ],
)
def test_a_number_out_of_range_is_named(command: tuple[str, ...], option: str, value: str) -> None:
    done = uketsuke(*command, option, value)
    assert done.returncode == 2
    assert f"Invalid value for '{option}'" in done.stderr


def test_staff_come_and_go_and_it_is_on_record(tmp_path: Path) -> None:
    state = ("--state", str(tmp_path))
    added = uketsuke("staff", "add", "Sato", *state, said="2580\n")
    assert "001" in added.stdout
    assert uketsuke("staff", "add", "Ito", *state, said="12\n").returncode == 2
    assert uketsuke("staff", "list", *state).stdout == "001  reception     Sato\n"
    assert uketsuke("staff", "remove", "001", *state).returncode == 0
    assert uketsuke("staff", "list", *state).stdout == ""
    shown = uketsuke("audit", "show", *state).stdout
    assert "command  staff-added 001" in shown
    assert "command  staff-removed 001" in shown
    assert uketsuke("audit", "verify", *state).returncode == 0
    (audit,) = tmp_path.glob("*.jsonl")
    audit.write_text(audit.read_text().replace("added", "wasnt"))
    assert uketsuke("audit", "verify", *state).returncode == 1


@pytest.mark.parametrize("command", ["verify", "purge"])
def test_ledger_that_is_not_there(command: str, tmp_path: Path) -> None:
    more = ["--before", "2026-01-01"] if command == "purge" else []
    assert str(tmp_path) in complaint("consent", command, "--state", str(tmp_path), *more)
