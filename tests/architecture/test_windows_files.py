"""What is prepared for Windows is well-formed and names what is there; nothing here has run it."""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pygments.lexers.shell import (  # type: ignore[import-untyped]
    PowerShellLexer,
)
from pygments.token import Comment, Error, String  # type: ignore[import-untyped]

from kiosk.watchdog import EXIT_LEFT
from tests.architecture.source_tree import ROOT

FOLDER = ROOT / "packaging" / "windows"
SCRIPT = FOLDER / "shell-launcher.ps1"
NOT_RUN = re.compile(r"not (been )?run", re.IGNORECASE)
CLOSES = {")": "(", "]": "[", "}": "{"}
VERBS = {"Add", "Enable", "Get", "Invoke", "Join", "New", "Out", "Read", "Set", "Test", "Write"}
"""Approved for the names of commands, as far as the script uses them."""


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_each_says_that_it_has_not_been_run(path: Path) -> None:
    assert NOT_RUN.search(path.read_text("utf-8"))


def test_the_script_has_only_what_the_language_has_and_closes_what_it_opens() -> None:
    tokens = list(PowerShellLexer().get_tokens(SCRIPT.read_text("utf-8")))
    assert [text for kind, text in tokens if kind is Error] == []
    waiting: list[str] = []
    code = "".join(text for kind, text in tokens if kind not in Comment and kind not in String)
    for letter in code:
        if letter in CLOSES.values():
            waiting.append(letter)
        elif letter in CLOSES:
            assert waiting.pop() == CLOSES[letter]
    assert waiting == []


def test_the_script_stops_at_errors_and_uses_approved_names() -> None:
    text = SCRIPT.read_text("utf-8")
    assert "$ErrorActionPreference = 'Stop'" in text
    assert "Set-StrictMode -Version Latest" in text
    code = re.sub(r"'[^'\n]*'|#.*", "", re.sub(r"<#.*?#>", "", text, flags=re.DOTALL))
    names = set(re.findall(r"(?<![\w$-])([A-Z][a-z]+)-[A-Z]\w+", code))
    assert names <= VERBS, names - VERBS


def test_the_script_knows_the_exit_code_of_staff_who_left() -> None:
    assert f"$ExitLeft = {EXIT_LEFT}\n" in SCRIPT.read_text("utf-8")


def test_the_service_is_well_formed_and_starts_a_command_that_there_is() -> None:
    service = ElementTree.parse(FOLDER / "uketsuke-metrics.xml").getroot()
    texts = {each.tag: each.text or "" for each in service}
    assert texts["executable"].endswith("uketsuke.exe")
    assert texts["arguments"].startswith("metrics --port ")
    assert service.findtext("serviceaccount/username") == r"NT AUTHORITY\LocalService"


def test_the_spec_is_python_and_names_what_tools_bundled_has() -> None:
    text = (FOLDER / "uketsuke.spec").read_text("utf-8")
    ast.parse(text)
    rules = (ROOT / "tools" / "bundled.py").read_text("utf-8")
    used = set(re.findall(r"bundled\.(\w+)", text)) - {"py"}
    assert [name for name in used if not re.search(rf"(def |^){name}\b", rules, re.MULTILINE)] == []
