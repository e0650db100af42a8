"""What goes into the bundle, by rule: a file that is new is in it, unless a rule here says why not.

Python follows imports (PyInstaller); this finds what no import names.
"""

from __future__ import annotations

import json
import subprocess
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatch
from importlib.metadata import Distribution, packages_distributions
from pathlib import Path, PurePosixPath

NO_PRODUCT = ("assets", "console", "simulation", "tests", "tools")
"""The checkout's packages and folders that the bundle leaves out whole."""

LEFT_OUT: Mapping[str, str] = {
    "*.py": "compiled into the program",
    "*.ts": "the source of the .qm beside it",
    "*/py.typed": "for who checks types against the packages",
}
"""Files that the bundle leaves out, by pattern, and why."""

COMPILED = "*.qm"
"""Data that git does not track, because the set-up makes it from what git does."""

NAMED_IN_STRINGS = ("kiosk.compose", "kiosk.worker.preload", "kiosk.worker.preload_faces")
"""Modules that no import statement names, and packages of such: a process that starts another one
does not import what only that one needs."""


def not_locked(lock: Path) -> list[str]:
    """Top-level modules of this environment that no kiosk needs: tools, tests, simulation.

    A library may try to import one of them, and use it where it is there.
    """
    lines = lock.read_text("utf-8").splitlines()
    locked = {line.partition("==")[0] for line in lines if "==" in line and line[0].isalnum()}
    locked.add("uketsuke")
    return [
        module
        for module, owners in packages_distributions().items()
        if not any(owner.lower().replace("_", "-").replace(".", "-") in locked for owner in owners)
    ]


MODELS = "share/uketsuke/models"
"""Where the set-up puts the networks' files, below the environment; so are they in the bundle."""


def model_files(environment: Path) -> list[Path]:
    return sorted((environment / MODELS).iterdir())


def product_packages(root: Path) -> list[str]:
    """The top-level packages of the checkout, less what is not the product's."""
    found = sorted(path.parent.name for path in root.glob("*/__init__.py"))
    return [name for name in found if name not in NO_PRODUCT]


def data_files(root: Path) -> list[PurePosixPath]:
    """Every file of the product's packages that is not Python and not left out by a rule."""
    packages = product_packages(root)
    tracked = _git_files(root, packages, "--cached", "--others", "--exclude-standard")
    compiled = _git_files(root, packages, "--others", "--ignored", "--exclude", COMPILED)
    return [path for path in sorted({*tracked, *compiled}) if not is_left_out(path)]


def is_left_out(path: PurePosixPath) -> bool:
    return any(fnmatch(str(path), pattern) for pattern in LEFT_OUT)


def _git_files(root: Path, folders: Iterable[str], *which: str) -> list[PurePosixPath]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", *which, "--", *folders],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names = [name for name in listed.stdout.split("\0") if name]
    return [PurePosixPath(name) for name in names if (root / name).is_file()]


# What only some kiosks need

PARTS: Mapping[str, tuple[str, ...]] = {
    # Of a camera that reads the card's printed side (docs/adr/0014-surface-ocr.md).
    "ocr": (
        "rapidocr*",
        "onnxruntime*",
        "shapely*",
        "pyclipper*",
        "yaml*",
        "charset_normalizer*",
        "tqdm*",
    ),
    # Of `face.model = "dlib"`.
    "dlib": (f"{MODELS}/dlib_*",),
}
"""Folders of their own beside the bundle, laid over it where they are needed; files by pattern."""


def part_of(path: PurePosixPath) -> str | None:
    """Which part this file of the bundle belongs to; None: the bundle itself."""
    for part, patterns in PARTS.items():
        if any(fnmatch(str(path), pattern) for pattern in patterns):
            return part
    return None


def part_of_library(library: Distribution) -> str | None:
    """Which part most of it belongs to; its Python goes into the program all the same."""
    parts = {part_of(PurePosixPath(str(file))) for file in library.files or []}
    return next((part for part in PARTS if part in parts), None)


# Qt

QT_PLUGINS: Mapping[str, str] = {
    "platforms/libqxcb.so": "an X display",
    "platforms/libqwayland.so": "a Wayland display",
    "platforms/libqoffscreen.so": "checks on a machine without display",
    "wayland-graphics-integration-client/*": "OpenGL under Wayland",
    "wayland-shell-integration/libxdg-shell.so": "windows under Wayland",
    "xcbglintegrations/*": "OpenGL under X",
}
"""The plugins of Qt that a kiosk uses, and what for. It shows no picture files, prints nothing,
lets nobody debug it, and has neither desktop nor keyboard."""


QT_NAMED_ONLY = ("PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtOpenGL")
"""Modules of PySide6 that others of it import for types that no kiosk touches: 10 MB."""

EMPTY_MODULES = f"""
import sys
from types import ModuleType

for name in {QT_NAMED_ONLY!r}:
    sys.modules[name] = ModuleType(name)
"""
"""Run at the start of each process of the bundle, in their place."""


def qml_modules_used(scanner: Path, qml: Path, qt_qml: Path) -> set[PurePosixPath]:
    """The folders below `qt_qml` that the screens import, and what these import in turn."""
    scanned = subprocess.run(
        [scanner, "-rootPath", qml, "-importPath", qml, "-importPath", qt_qml],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    paths = (Path(each["path"]) for each in json.loads(scanned.stdout) if "path" in each)
    return {
        PurePosixPath(path.relative_to(qt_qml)) for path in paths if path.is_relative_to(qt_qml)
    }


def is_used_of_qt(path: PurePosixPath, qml_modules: set[PurePosixPath]) -> bool:
    """Whether a kiosk uses this file of PySide6, by its path below the folder `Qt`."""
    below = PurePosixPath(*path.parts[1:])
    match path.parts[0]:
        case "qml":  # The types' descriptions are for qmllint.
            return below.parent in qml_modules and below.suffix != ".qmltypes"
        case "plugins":
            return any(fnmatch(str(below), pattern) for pattern in QT_PLUGINS)
        case "translations":  # The screens bring their own texts.
            return False
        case _:
            return True


# Shared libraries

OF_THE_C_LIBRARY = ("libmvec.so.1",)
"""Parts of the C library that PyInstaller does not know as such: the system's own fit together."""


def libraries_needed(
    roots: Iterable[Path], libraries: Iterable[Path], needs: Callable[[Path], Iterable[str]]
) -> set[str]:
    """The names of those of `libraries` that the roots need, and what these need in turn."""
    there = {path.name: path for path in libraries}
    needed: set[str] = set()
    open_ones = deque(roots)
    while open_ones:
        for name in needs(open_ones.popleft()):
            if name in there and name not in needed:
                needed.add(name)
                open_ones.append(there[name])
    return needed
