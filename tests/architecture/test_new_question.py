"""A new question is its item, its texts and its place in the flow, and nothing else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.architecture.source_tree import PRODUCT_PACKAGES, ROOT, SIMULATION

LIMIT_S = 300

ITEM = """    VACCINATIONS = "vaccinations"
"""
QUESTION = """
[vaccinations]
id = "vaccinations"
version = "1"
title = "予防接種の記録を提供しますか。"
body = "この情報は、あなたの診療のために使用します。"
agree = "提供する"
decline = "提供しない"
"""
PLACE = "    Item.VACCINATIONS,\n"


def test_a_new_question_goes_through_session_ledger_and_service(tmp_path: Path) -> None:
    for package in (*PRODUCT_PACKAGES, SIMULATION, "tests"):
        ignored = shutil.ignore_patterns("__pycache__", "*.qm")
        shutil.copytree(ROOT / package, tmp_path / package, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    _insert(tmp_path / "consent" / "port.py", ITEM, before="    SUBSIDY =")
    _insert(tmp_path / "kiosk" / "session" / "flow.py", PLACE, before="    Item.SUBSIDY,\n")
    for texts in (tmp_path / "consent" / "texts").glob("*.toml"):
        texts.write_text(texts.read_text("utf-8") + QUESTION, "utf-8")
    played = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "tests/flow/test_consents_agree.py",
            "tests/unit/consent/test_texts.py",
            "-k",
            "vaccinations and (arrives or complete)",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
    )
    assert played.returncode == 0, played.stdout
    assert "3 passed" in played.stdout, "agreed, declined, and a text in each language"


def _insert(path: Path, line: str, *, before: str) -> None:
    source = path.read_text("utf-8")
    assert source.count(before) == 1
    path.write_text(source.replace(before, line + before), "utf-8")
