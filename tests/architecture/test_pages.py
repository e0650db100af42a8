"""Pages that are made from code and data are as these are now."""

import importlib
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.session.screens import StopReason
from kiosk.session.stops import STOPS
from tests.architecture.source_tree import ROOT


@pytest.fixture(scope="module")
def tools() -> Iterator[dict[str, ModuleType]]:
    sys.path.insert(0, str(ROOT / "tools"))
    yield {
        name: importlib.import_module(name)
        for name in ("pages", "glossary", "licences", "log_page")
    }
    sys.path.remove(str(ROOT / "tools"))


def test_every_page_is_current(tools: dict[str, ModuleType]) -> None:
    pages = tools["pages"].PAGES.items()
    old = [path.name for path, page in pages if path.read_text("utf-8") != page()]
    assert old == [], "run `make pages`"


def test_every_event_of_the_log_is_explained_and_no_other(tools: dict[str, ModuleType]) -> None:
    explained = tomllib.loads(tools["log_page"].EVENTS.read_text("utf-8"))
    assert {each.event for each in tools["log_page"].logged()} == set(explained)


def test_every_library_brings_the_words_of_its_licence(
    tools: dict[str, ModuleType], tmp_path: Path
) -> None:
    folder = tmp_path / "licences"
    licences = tools["licences"]
    licences.copy_own_texts(folder)
    licences.copy_texts(folder, licences.libraries(), licences.MODELS, ["libc6"])
    for library in licences.libraries():
        texts = list((folder / library.metadata["Name"].lower()).iterdir())
        assert texts, library.metadata["Name"]
        assert all(text.stat().st_size > 0 for text in texts)
    assert "Apache License" in (folder / "LICENSE").read_text("utf-8")
    assert "Shiqi Yu" in (folder / "models" / "yunet-licence.txt").read_text("utf-8")
    assert "GNU LESSER" in (folder / "pyside6_essentials" / "LGPL-3").read_text("utf-8")
    assert "GNU C Library" in (folder / "debian" / "libc6").read_text("utf-8")


def test_every_stop_has_its_row_and_codes_of_ours_are_marked() -> None:
    assert set(STOPS) == set(StopReason)
    codes = [stop.code for stop in STOPS.values()]
    assert {code for code in codes if not code.startswith("U")} == {"001", "002", "006"}
    ours = [code for code in codes if code.startswith("U")]
    assert len(ours) == len(set(ours))


def test_the_one_page_names_files_that_are_there() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    named = re.findall(r"`([\w/.-]+\.(?:py|qml|toml))`", page)
    places = (ROOT, ROOT / "kiosk", ROOT / "kiosk/screen/qml/Uketsuke/Screens")
    assert [name for name in named if not any((place / name).exists() for place in places)] == []
