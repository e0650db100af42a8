"""Qt's linter finds nothing in the QML files, and would find something."""

import subprocess
import sys
from pathlib import Path

from tests.architecture.source_tree import ROOT

LIMIT_S = 120


def lint(*folders: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "tools" / "qmllint.py", *folders],
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
    )


def test_the_scenes_are_clean() -> None:
    done = lint()
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_a_misspelt_property_of_the_bridge_is_found(tmp_path: Path) -> None:
    (tmp_path / "Broken.qml").write_text(
        "import QtQuick\nimport Uketsuke.Kiosk\n"
        "Item { id: root; required property Bridge bridge; x: root.bridge.progres }\n"
    )
    done = lint(tmp_path)
    assert done.returncode == 1
    assert "progres" in done.stdout
