"""The console's wheel: its own package whole, with pages and words, and nothing else."""

import subprocess
import sys
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from tests.architecture.source_tree import ROOT, tracked_files

LIMIT_S = 60


def test_it_holds_the_console_whole_and_adds_one_command(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT / "console",
        check=True,
        capture_output=True,
        timeout=LIMIT_S,
    )
    (file,) = tmp_path.glob("uketsuke_console-*.whl")
    with ZipFile(file) as wheel:
        names = set(wheel.namelist())
        (listed,) = (name for name in names if name.endswith("/entry_points.txt"))
        added = wheel.read(listed).decode()
    tops = {PurePosixPath(name).parts[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"console"}
    wanted = {path.as_posix() for path in tracked_files() if path.parts[0] == "console"}
    assert "console/templates/board.html" in wanted
    assert wanted - names == set()
    assert added == "[uketsuke.commands]\nconsole = console.cli:add_commands\n"
