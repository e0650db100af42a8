"""Qt's linter would find something; that it finds nothing is a check of its own."""

import subprocess
import sys
from pathlib import Path

from tests.architecture.source_tree import ROOT

LIMIT_S = 120


def test_a_misspelt_property_of_the_bridge_is_found(tmp_path: Path) -> None:
    (tmp_path / "Broken.qml").write_text(
        "import QtQuick\nimport Uketsuke.Kiosk\n"
        "Item { id: root; required property Bridge bridge; x: root.bridge.progres }\n"
    )
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "qmllint.py", tmp_path],
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 1
    assert "progres" in done.stdout
