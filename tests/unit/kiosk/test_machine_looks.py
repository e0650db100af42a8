"""What `uketsuke doctor` says of monitors, touch panels, processors and folders."""

from pathlib import Path

import pytest

from kiosk.compose import machine_looks
from kiosk.compose.finding import Doubt
from kiosk.config import Sound
from kiosk.errors import SetupFault
from kiosk.processor import check_processor

TOUCH_PANEL = """I: Bus=0003 Vendor=0eef Product=c000 Version=0111
N: Name="eGalax Inc. USB TouchController"
B: PROP=2
B: EV=b
"""
KEYBOARD = """I: Bus=0011 Vendor=0001 Product=0001 Version=ab41
N: Name="AT Translated Set 2 keyboard"
B: PROP=0
B: EV=120013
"""


def test_monitors_are_named_with_their_size(tmp_path: Path) -> None:
    for name, status, modes in (
        ("card0-HDMI-A-1", "connected\n", "1080x1920\n1920x1080\n"),
        ("card0-DP-1", "disconnected\n", ""),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "status").write_text(status, "ascii")
        (tmp_path / name / "modes").write_text(modes, "ascii")
    assert machine_looks.display(tmp_path) == "HDMI-A-1 1080x1920"
    (tmp_path / "card0-HDMI-A-1" / "status").write_text("disconnected\n", "ascii")
    found = machine_looks.display(tmp_path)
    assert isinstance(found, Doubt)
    assert "no monitor is connected" in found


def test_a_touch_panel_is_told_from_a_keyboard(tmp_path: Path) -> None:
    devices = tmp_path / "devices"
    devices.write_text(f"{KEYBOARD}\n{TOUCH_PANEL}", "utf-8")
    assert machine_looks.touch(devices) == "eGalax Inc. USB TouchController"
    devices.write_text(KEYBOARD, "utf-8")
    found = machine_looks.touch(devices)
    assert isinstance(found, Doubt)
    assert "no touch panel" in found


def test_a_processor_without_avx_is_named_with_what_to_do(tmp_path: Path) -> None:
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text("flags\t\t: fpu sse4_2 avx avx2\n", "utf-8")
    check_processor(cpuinfo)
    cpuinfo.write_text("flags\t\t: fpu sse4_2\n", "utf-8")
    with pytest.raises(SetupFault, match=r"no AVX.*camera\.kind"):
        check_processor(cpuinfo)


def test_results_are_tried_as_they_are_written_and_leave_nothing(tmp_path: Path) -> None:
    assert "be renamed" in machine_looks.results(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_sound_device_is_tried() -> None:
    assert machine_looks.sound(Sound(device="null")) == "null"
    with pytest.raises(SetupFault, match="no-such-device"):
        machine_looks.sound(Sound(device="no-such-device"))


def test_a_kernel_that_cannot_shut_in_what_reads_cards_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(machine_looks, "missing_here", lambda: ("landlock",))
    found = machine_looks.confinement()
    assert isinstance(found, Doubt)
    assert "no landlock" in found
    assert "Linux 5.13" in found
