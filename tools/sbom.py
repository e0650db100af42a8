"""What a package is made of, as CycloneDX 1.5 (JSON): libraries, Debian's files, models."""

from __future__ import annotations

import json
import platform
import subprocess
from collections.abc import Iterable, Mapping
from importlib.metadata import Distribution, version
from pathlib import Path
from typing import Any

import licences


def write(
    path: Path,
    name: str,
    of_libraries: Iterable[Distribution],
    models: Iterable[licences.Model] = (),
    debian: Mapping[str, str] | None = None,
) -> None:
    """`name` is the package's; `debian`: whose files of Debian are in it, with their versions."""
    libraries = {library.metadata["Name"]: library for library in of_libraries}
    interpreter = {"type": "platform", "name": "cpython", "version": platform.python_version()}
    components = [
        *(() if debian is None else (interpreter,)),
        *(_library(each) for each in libraries.values()),
        *(_package(*each) for each in sorted((debian or {}).items())),
        *(_model(each) for each in models),
    ]
    product = {"type": "application", "name": name, "version": version("uketsuke")}
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": product},
        "components": components,
    }
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")


def debian_packages(sources: Iterable[Path]) -> dict[str, str]:
    """The packages that own them, by name, each with its version."""
    # Libraries lie in /lib or in /usr/lib, which are one folder: dpkg knows them by either name.
    paths = {name for path in sources for name in _names(path.resolve())}
    asked = subprocess.run(
        ["dpkg-query", "--search", *sorted(paths)],
        capture_output=True,
        encoding="utf-8",
        check=False,  # It fails when it does not know one of them.
    )
    owners = {line.partition(":")[0] for line in asked.stdout.splitlines()}
    return {owner: _version(owner) for owner in owners}


def _names(path: Path) -> list[str]:
    if not path.is_relative_to("/usr/lib"):
        return [str(path)] if path.is_relative_to("/lib") else []
    return [str(path), str(Path("/", path.relative_to("/usr")))]


def _version(package: str) -> str:
    asked = ["dpkg-query", "--show", "--showformat=${Version}\n", package]
    return subprocess.run(asked, capture_output=True, encoding="utf-8", check=True).stdout.split()[
        0
    ]


def _library(library: Distribution) -> dict[str, Any]:
    name, held = library.metadata["Name"], library.version
    return {
        "type": "library",
        "name": name,
        "version": held,
        "purl": f"pkg:pypi/{name.lower().replace('_', '-')}@{held}",
        "licenses": [{"license": {"name": licences.licence_of(library)}}],
    }


def _package(name: str, held: str) -> dict[str, Any]:
    purl = f"pkg:deb/debian/{name}@{held}"
    return {"type": "library", "name": name, "version": held, "purl": purl}


def _model(model: licences.Model) -> dict[str, Any]:
    return {
        "type": "machine-learning-model",
        "name": model.name,
        "description": f"comes in {model.comes_in}",
        "licenses": [{"license": {"name": model.terms}}],
    }
