"""What may be in the tree."""

import re
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, tracked_files

# Written in two halves, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(
    "|".join(["/wo" + "rk/", "/ro" + "ot/", r"/ho" + r"me/\w", "/opt/py" + "pi"])
)
PACKAGE_HOSTS = re.compile(
    "|".join(
        ["pypi" + r"\.org", "pythonhosted" + r"\.org", "registry" + r"\.npmjs", "/sim" + "ple/?$"]
    )
)
PICTURES = {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".jp2", ".j2k"}
PICTURE_SIGNATURES = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n",
    b"GIF8",
    b"BM",
    b"II*\0",
    b"MM\0*",
    b"\0\0\0\x0cjP  ",
    b"\xff\x4f\xff\x51",
)
DRAWN = {Path("docs/screens"), Path("docs/performance-figures")}
"""Pictures of the screens, and plots."""


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in tracked_files():
        text = (ROOT / path).read_text("utf-8", errors="replace")
        found += [
            f"{path}:{number}"
            for number, line in enumerate(text.splitlines(), start=1)
            if pattern.search(line)
        ]
    return found


@pytest.mark.parametrize("pattern", [MACHINE_PATHS, PACKAGE_HOSTS], ids=["paths", "hosts"])
def test_nothing_ties_the_tree_to_one_machine(pattern: re.Pattern[str]) -> None:
    assert lines_with(pattern) == []


def test_no_photograph_is_kept() -> None:
    """Portraits are fetched at set-up; only what the product draws is kept."""
    kept = [
        path
        for path in tracked_files()
        if DRAWN.isdisjoint(path.parents)
        and (path.suffix.lower() in PICTURES or _first_bytes(path).startswith(PICTURE_SIGNATURES))
    ]
    assert kept == []


def test_no_key_or_certificate_is_kept() -> None:
    kept = [
        path
        for path in tracked_files()
        if path.suffix in {".pem", ".key", ".der", ".p12", ".pfx", ".db", ".sqlite"}
    ]
    assert kept == []


def _first_bytes(path: Path) -> bytes:
    with (ROOT / path).open("rb") as file:
        return file.read(12)
