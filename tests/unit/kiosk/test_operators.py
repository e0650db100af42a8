"""Whatever a command tells its operator is there in Japanese, and nothing else is."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from common.operators import in_japanese
from common.operators_japanese import JAPANESE
from kiosk.cli.main import app
from simulation.cli import add_commands
from tests.architecture.source_tree import ROOT

COMMANDS = [*(ROOT / "kiosk/cli").glob("*.py"), *(ROOT / "simulation/cli").glob("*.py")]
SET_UP = [ROOT / "tools/set_up.py", ROOT / "tools/step.py"]
TELLERS = {"tell", "say", "SetupFault", "StepFailed"}
VALUE = "7"
FORMS = {
    english: re.compile(re.sub(r"\\{\w+\\}", ".*", re.escape(english)), re.DOTALL)
    for english in JAPANESE
}


def helps() -> set[str]:
    """Of every command and of everything that can be given to it."""
    add_commands(app)
    found: set[str] = set()

    def look_at(command: Any) -> None:
        found.update([command.help] if command.help else [])
        found.update(p.help for p in command.params if getattr(p, "help", None))
        for below in getattr(command, "commands", {}).values():
            look_at(below)

    look_at(typer.main.get_command(app))
    return found


def told(node: ast.expr) -> list[str]:
    """What an expression can say, with `VALUE` where something is put in."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=one, orelse=other):
            return [*told(one), *told(other)]
        case ast.FormattedValue(value=ast.IfExp() as choice):
            return told(choice)
        case ast.JoinedStr(values=parts):
            said = [""]
            for part in parts:
                said = [before + after for before in said for after in told(part)]
            return said
    return [VALUE]


def messages(path: Path) -> Iterator[str]:
    """What a file says to operators."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id=name), args=arguments) if name in TELLERS:
                for argument in arguments:
                    yield from (text for text in told(argument) if text != VALUE)


def test_every_help_is_there() -> None:
    assert helps() - set(JAPANESE) == set()


@pytest.mark.parametrize("path", [*COMMANDS, *SET_UP], ids=lambda path: path.stem)
def test_every_message_of_a_command_is_there(path: Path) -> None:
    forms = FORMS.values()
    assert [
        text for text in messages(path) if not any(form.fullmatch(text) for form in forms)
    ] == []


def test_nothing_is_there_that_nobody_says() -> None:
    sources = [path for folder in ("kiosk", "simulation") for path in (ROOT / folder).rglob("*.py")]
    said = helps()
    for path in (*sources, ROOT / "common/errors.py", *SET_UP):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant | ast.JoinedStr):
                said.update(told(node))
    assert [e for e, form in FORMS.items() if not any(map(form.fullmatch, said))] == []


def test_the_same_things_are_put_in() -> None:
    for english, japanese in JAPANESE.items():
        assert set(re.findall(r"\{(\w+)\}", english)) == set(re.findall(r"\{(\w+)\}", japanese))


@pytest.mark.parametrize(
    ("line", "japanese"),
    [
        ("3 waiting", "3 件が待っています"),
        ("[2/7] project: the command uketsuke in .venv ...", None),
        ("uketsuke: /x does not exist.", "uketsuke: /x がありません。"),
        ("uketsuke: something new", "uketsuke: something new"),
    ],
)
def test_messages_stand_in_messages(line: str, japanese: str | None) -> None:
    if japanese is None:
        japanese = "[2/7] project：.venv のコマンド uketsuke ..."
    assert in_japanese(line) == japanese


@pytest.mark.parametrize(
    ("locale", "words"), [("ja_JP.UTF-8", "がありません。"), ("C.UTF-8", "does not exist.")]
)
def test_the_locale_decides(locale: str, words: str) -> None:
    command = [sys.executable, "-m", "kiosk.cli", "face", "compare", "/nowhere", "/nowhere"]
    environment = {**os.environ, "LC_ALL": locale}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == f"uketsuke: /nowhere {words}\n"
