"""A machine without a font for Japanese: nobody may consent to boxes."""

import os
import subprocess
import sys
from pathlib import Path

CHECK = """
from common.errors import complaint_of
from kiosk.screen.event_loop import EventLoop
from kiosk.screen.fonts import check_fonts
loop = EventLoop(offscreen=True)
try:
    check_fonts()
except Exception as fault:
    print(complaint_of(fault))
"""


def checked(fonts: Path, folder: Path) -> str:
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{fonts}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
    )
    done = subprocess.run(
        [sys.executable, "-c", CHECK],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_without_japanese_the_kiosk_says_what_to_install(tmp_path: Path) -> None:
    assert "apt-get install fonts-morisawa-bizud-gothic" in checked(tmp_path / "none", tmp_path)


def test_with_the_fonts_of_set_up_it_starts(tmp_path: Path) -> None:
    assert checked(Path("/usr/share/fonts"), tmp_path) == ""
