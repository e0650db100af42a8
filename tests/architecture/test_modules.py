"""Rules that every module of the product keeps."""

import ast
import importlib.metadata
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source_tree import DEVICE_PACKAGES, ROOT, SIMULATION, Module, modules


def is_empty(module: Module) -> bool:
    return not module.tree.body


def test_every_module_says_what_it_is_for() -> None:
    silent = [m for m in modules() if not is_empty(m) and not ast.get_docstring(m.tree)]
    assert [str(module) for module in silent] == []


@pytest.mark.parametrize("package", [*DEVICE_PACKAGES, "common", "kiosk", SIMULATION])
def test_a_package_draws_its_errors(package: str) -> None:
    path = ROOT / package / "errors.py"
    if not path.exists():
        assert not any(
            isinstance(node, ast.Raise)
            for module in modules()
            if module.package == package
            for node in ast.walk(module.tree)
        ), f"{package} raises, and has no errors.py"
        return
    drawn = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    classes = [
        node.name
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and _is_error(node)
    ]
    assert [name for name in classes if name not in drawn] == []


def test_no_error_has_the_name_of_an_event() -> None:
    classes = {
        (node.name, module.name)
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }
    events = {name for name, module in classes if module in ("kiosk.session.events", "reader.port")}
    assert sorted(f"{m}.{name}" for name, m in classes if name in events and "errors" in m) == []


def _is_error(node: ast.ClassDef) -> bool:
    return bool(node.bases) and not any(
        isinstance(base, ast.Name) and base.id in {"Enum", "StrEnum", "IntEnum"}
        for base in node.bases
    )


def test_packaging_folder_does_not_shadow_the_library() -> None:
    """Build tools import a library of that name; a folder without `__init__.py` stays behind it."""
    assert not (ROOT / "packaging" / "__init__.py").exists()
    found = subprocess.run(
        [sys.executable, "-c", "import packaging; print(packaging.__file__)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert Path(found) == Path(
        str(importlib.metadata.distribution("packaging").locate_file("packaging/__init__.py"))
    )
