"""Texts are compiled when they are stale, and a fault names the file and the remedy."""

import os
import shutil
from pathlib import Path

import pytest

from common.errors import Fault
from kiosk.screen import translations
from kiosk.screen.translations import I18N_DIR, LANGUAGES, Languages, ensure_compiled


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for source in I18N_DIR.glob("*.ts"):
        shutil.copy(source, tmp_path)
    monkeypatch.setattr(translations, "I18N_DIR", tmp_path)
    return tmp_path


def test_compiles_what_is_missing(folder: Path) -> None:
    ensure_compiled()
    compiled = {path.name for path in folder.glob("*.qm*")}
    assert compiled == {path.with_suffix(".qm").name for path in folder.glob("*.ts")}
    assert compiled >= {f"uketsuke_{language}.qm" for language in LANGUAGES}


def test_compiles_what_is_stale_and_nothing_else(folder: Path) -> None:
    ensure_compiled()
    for path in folder.glob("*.qm"):
        os.utime(path, (1, 1))
    os.utime(folder / "uketsuke_en.ts", (0, 0))
    ensure_compiled()
    assert (folder / "uketsuke_en.qm").stat().st_mtime == 1
    assert (folder / "uketsuke_ja.qm").stat().st_mtime > 1


def test_a_broken_source_is_named(folder: Path) -> None:
    (folder / "uketsuke_en.ts").write_text("<TS><context>")
    with pytest.raises(Fault, match=r"uketsuke_en\.ts could not be compiled"):
        ensure_compiled()


def test_a_broken_compiled_file_is_named(folder: Path, qapp: object) -> None:
    ensure_compiled()
    (folder / "uketsuke_ja.qm").write_bytes(b"no")
    with pytest.raises(Fault, match=r"uketsuke_ja\.qm cannot be read"):
        Languages()
