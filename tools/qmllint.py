"""Checks every QML file with Qt's linter, knowing the types that Python gives to QML.

`python tools/qmllint.py [FOLDER…]` prints what it finds and exits with 1 if there is anything.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import PySide6

from kiosk.screen import cpp_types
from kiosk.screen.window import QML_DIR

DOCK_DIR = Path(__file__).resolve().parents[1] / "simulation" / "demo"
SCENES = (QML_DIR, DOCK_DIR)
PYTHON_TYPES = [
    *(
        QML_DIR.parent / f"{name}.py"
        for name in ("bridge", "fitter", "keypad", "preferences", "preview", "staff_desk")
    ),
    DOCK_DIR / "dock.py",
]
IMPORT_NAME = "Uketsuke.Kiosk"
QT_DIR = Path(PySide6.__file__).parent
TOOL_TIMEOUT_S = 120


def lint(scenes: Iterable[Path] = SCENES) -> str:
    """All complaints of the linter; empty when there is none."""
    with tempfile.TemporaryDirectory() as folder:
        _describe_python_types(Path(folder))
        files = sorted(str(path) for folder in scenes for path in folder.rglob("*.qml"))
        # Without limits: a warning is a fault here.
        command = [str(QT_DIR / "qmllint"), "--max-warnings", "0"]
        command += ["-I", folder, "-I", str(QML_DIR), *files]
        done = _run(command)
        return "" if done.returncode == 0 else done.stdout + done.stderr


def _describe_python_types(folder: Path) -> None:
    """Write a QML module that declares the Python classes, as the linter reads modules."""
    module = folder.joinpath(*IMPORT_NAME.split("."))
    module.mkdir(parents=True)
    metatypes = module / "metatypes.json"
    metatypes.write_text(json.dumps(_python_metatypes()))
    types = module / "kiosk.qmltypes"
    registrar = [str(QT_DIR / "Qt" / "libexec" / "qmltyperegistrar")]
    registrar += ["--import-name", IMPORT_NAME, "--major-version", "1", "--minor-version", "0"]
    registrar += [f"--generate-qmltypes={types}", f"--foreign-types={_qt_metatypes()}"]
    _run([*registrar, "-o", str(module / "unused.cpp"), str(metatypes)], check=True)
    (module / "qmldir").write_text(f"module {IMPORT_NAME}\nimport QtQuick\ntypeinfo {types.name}\n")


def _python_metatypes() -> list[dict[str, Any]]:
    dump = [sys.executable, str(QT_DIR / "scripts" / "metaobjectdump.py"), "--compact"]
    files: list[dict[str, Any]] = json.loads(
        _run([*dump, *map(str, PYTHON_TYPES)], check=True).stdout
    )
    for declared in (c for file in files for c in file["classes"]):
        for prop in declared.get("properties", []):
            # PySide's tool leaves `constant=True` out; ours either notify or never change.
            prop["constant"] = "notify" not in prop
            # It reads the source, and so knows a type of C++ by what we call it.
            prop["type"] = getattr(cpp_types, prop["type"], prop["type"])
    return files


def _qt_metatypes() -> str:
    return ",".join(str(path) for path in (QT_DIR / "Qt" / "metatypes").glob("*_metatypes.json"))


def _run(command: list[str], *, check: bool = False) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, check=check, capture_output=True, text=True, timeout=TOOL_TIMEOUT_S
    )


if __name__ == "__main__":
    complaints = lint([Path(folder) for folder in sys.argv[1:]] or SCENES)
    print(complaints, end="")
    sys.exit(1 if complaints else 0)
