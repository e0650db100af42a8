"""The bundle as `make bundle` builds it, but without voices, whose recording takes longer still."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.source_tree import ROOT

FOLDER = ROOT / "build" / "tested-bundle"
BUILD_LIMIT_S = 900


@pytest.fixture(scope="session")
def bundle() -> Path:
    """Its folder; built at most once for what is in the checkout now."""
    # Building it takes a core for a minute: that must not make other tests late.
    done = subprocess.run(
        ["nice", sys.executable, ROOT / "tools" / "make_bundle.py", FOLDER],
        capture_output=True,
        encoding="utf-8",
        timeout=BUILD_LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return FOLDER / "uketsuke"


@pytest.fixture(scope="session")
def rules() -> ModuleType:
    """What belongs into it, as the bundle is made by."""
    spec = importlib.util.spec_from_file_location("bundled", ROOT / "tools" / "bundled.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def bundle_with_ocr(bundle: Path) -> Path:
    """The bundle with that part laid over it."""
    folder = FOLDER / "with-ocr"
    shutil.rmtree(folder, ignore_errors=True)
    for source in (bundle, FOLDER / "uketsuke-ocr"):
        shutil.copytree(source, folder, symlinks=True, copy_function=os.link, dirs_exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def program(bundle: Path) -> Path:
    return bundle / "uketsuke"
