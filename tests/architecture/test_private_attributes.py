"""Tests see what a user of a class sees: they read no attribute that is private to it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source_tree import ROOT

OF_THE_LIBRARY = {
    "os._exit",  # Public in spite of its name.
    "forkserver._forkserver",  # A kiosk forked from a test has no other way to its fork server.
    "forkserver._forkserver._forkserver_pid",
    "forkserver._forkserver._forkserver_address",
}


def private_reads(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="self" | "cls")):
                pass
            case ast.Attribute(attr=name) if _is_private(name):
                yield ast.unparse(node)
            case ast.ImportFrom(names=names):
                yield from (alias.name for alias in names if _is_private(alias.name))
            case ast.Call(
                func=ast.Attribute(attr="setattr"), args=[owner, ast.Constant(str(name)), *_]
            ) if _is_private(name):
                yield f"{ast.unparse(owner)}.{name}"
            case ast.Constant(value=str(text)) if "\nfrom " in text or "\nimport " in text:
                yield from private_reads(_parsed(text))  # A program for a process of its own.


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _parsed(text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SyntaxError:  # Another language.
        return ast.Module(body=[], type_ignores=[])


def test_no_test_reads_a_private_attribute() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {read}"
        for path in sorted(Path(ROOT / "tests").rglob("*.py"))
        for read in private_reads(ast.parse(path.read_text("utf-8")))
        if read not in OF_THE_LIBRARY
    ]
    assert found == []


def test_one_would_be_found() -> None:
    program = "\n".join(["", "from kiosk import _hidden", "print(display._x)"])
    test = [f"run({program!r})", "thing.part._secret", "monkeypatch.setattr(thing, '_part', 0)"]
    assert set(private_reads(ast.parse("\n".join(test)))) == {
        "_hidden",
        "display._x",
        "thing.part._secret",
        "thing._part",
    }
