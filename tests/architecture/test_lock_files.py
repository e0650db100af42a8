"""The lock files hold what pyproject asks for, by hash, and name no place to get it from."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.source_tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUNTIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEVELOPMENT = [Requirement(text) for text in PROJECT["dependency-groups"]["dev"]]
LOCKS = ["requirements.lock", "requirements-dev.lock", "tools/uv.txt"]
ENTRY = re.compile(r"^(?P<requirement>[\w.-]+\S*==.*?) \\\n(?P<hashes>(?: +--hash=.*\n?)+)", re.M)


@dataclass(frozen=True)
class Locked:
    """One entry: a package, the version chosen, the hashes that its archive may have."""

    name: str
    version: str
    hashes: tuple[str, ...]


def locked(lock: str) -> list[Locked]:
    """The entries that hold for this Python and system; a lock file serves several."""
    found = []
    for entry in ENTRY.finditer((ROOT / lock).read_text("utf-8")):
        requirement = Requirement(entry["requirement"])
        if requirement.marker is None or requirement.marker.evaluate():
            (pin,) = requirement.specifier
            hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry["hashes"]))
            found.append(Locked(canonicalize_name(requirement.name), pin.version, hashes))
    return found


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [("requirements.lock", RUNTIME), ("requirements-dev.lock", [*RUNTIME, *DEVELOPMENT])],
)
def test_every_direct_dependency_is_locked_at_a_version_it_allows(
    lock: str, wanted: list[Requirement]
) -> None:
    versions = {entry.name: entry.version for entry in locked(lock)}
    stale = [
        str(need)
        for need in wanted
        if not need.specifier.contains(versions.get(canonicalize_name(need.name), "0"))
    ]
    assert stale == [], "run `make lock`"


def test_development_takes_the_same_versions_as_the_product() -> None:
    assert set(locked("requirements.lock")) <= set(locked("requirements-dev.lock"))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    starts = re.findall(r"^[\w.-]+.*", text, re.M)
    assert len(starts) == len(ENTRY.findall(text)) > 0
    assert [entry.name for entry in locked(lock) if not entry.hashes] == []


@pytest.mark.parametrize("lock", [*LOCKS, "tools/demo-photos.txt"])
def test_no_lock_file_names_a_place(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-i|--index-url|--extra-index-url|-f|--find-links)\b", text, re.M)


def test_dlib_comes_built() -> None:
    """`dlib` itself would need a compiler and nine minutes; `dlib-bin` is the same, built."""
    names = {entry.name for entry in locked("requirements.lock")}
    assert "dlib-bin" in names
    assert "dlib" not in names


def test_every_debian_package_has_its_reason() -> None:
    lines = (ROOT / "tools" / "debian-packages.txt").read_text("utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in entries if not re.fullmatch(r"[a-z0-9.+-]+\s+# .+", line)] == []
    names = [line.split()[0] for line in entries]
    assert len(names) == len(set(names))


def test_every_dependency_is_explained() -> None:
    record = (ROOT / "docs" / "adr" / "0010-dependencies.md").read_text("utf-8")
    explained = set(re.findall(r"`([\w.-]+)`", record))
    wanted = {need.name for need in [*RUNTIME, *DEVELOPMENT]}
    assert sorted(wanted - explained) == []


def test_decision_records_are_numbered_without_gaps() -> None:
    names = sorted(path.name for path in Path(ROOT, "docs", "adr").glob("*.md"))
    assert [name[:4] for name in names] == [f"{n:04}" for n in range(1, len(names) + 1)]
