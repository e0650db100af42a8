"""What a kiosk holds has a licence that is written down, and its words are at hand."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.source_tree import ROOT


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    spec = importlib.util.spec_from_file_location("licences", ROOT / "tools" / "licences.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["licences"] = module
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current(licences: ModuleType) -> None:
    assert licences.PAGE.read_text("utf-8") == licences.page(), "run `make licences`"


def test_every_library_brings_its_words(licences: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "licences"
    licences.copy_texts(folder)
    for library in licences.libraries():
        texts = list((folder / library.metadata["Name"].lower()).iterdir())
        assert texts, library.metadata["Name"]
        assert all(text.stat().st_size > 0 for text in texts)
    assert "Apache License" in (folder / "LICENSE").read_text("utf-8")
    assert "GNU LESSER" in (folder / "pyside6_essentials" / "LGPL-3").read_text("utf-8")
