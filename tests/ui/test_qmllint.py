"""Qt's linter finds nothing in the QML files, and would find something."""

from pathlib import Path

import pytest

from kiosk.screen import qmllint


def test_the_scenes_are_clean() -> None:
    assert qmllint.lint() == ""


def test_a_misspelt_property_of_the_bridge_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Broken.qml").write_text(
        "import QtQuick\nimport Uketsuke.Kiosk\n"
        "Item { id: root; required property Bridge bridge; x: root.bridge.progres }\n"
    )
    monkeypatch.setattr(qmllint, "QML_DIR", tmp_path)
    assert "progres" in qmllint.lint()
