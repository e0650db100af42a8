"""`docs/log.md`: every event that the product logs, from the code and `kiosk/log_events.toml`."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "log.md"
EVENTS = ROOT / "kiosk" / "log_events.toml"
LEVELS = ("debug", "info", "warning", "error")
LOGGERS = ("log", "_log")


@dataclass(frozen=True)
class Logged:
    """One call of a logger in the code."""

    event: str
    level: str
    fields: frozenset[str]


def logged() -> Iterator[Logged]:
    """All calls in the product's packages, by reading the sources."""
    packages = sorted(path.parent for path in ROOT.glob("*/__init__.py"))
    for package in packages:
        if package.name not in ("assets", "simulation", "tests"):
            for path in sorted(package.rglob("*.py")):
                yield from _logged_in(ast.parse(path.read_text("utf-8")))


def _logged_in(tree: ast.Module) -> Iterator[Logged]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=logger), attr=level),
                args=[ast.Constant(value=str(event))],
                keywords=fields,
            ) if logger in LOGGERS and level in LEVELS:
                yield Logged(event, level, frozenset(each.arg or "**" for each in fields))


def page() -> str:
    """Raises `KeyError` for an event without an entry."""
    said = tomllib.loads(EVENTS.read_text("utf-8"))
    levels: dict[str, set[str]] = {}
    fields: dict[str, set[str]] = {}
    for each in logged():
        levels.setdefault(each.event, set()).add(each.level)
        fields.setdefault(each.event, set()).update(each.fields)
    rows = [
        " | ".join(
            (
                f"| `{event}`",
                ", ".join(level for level in LEVELS if level in levels[event]),
                said[event]["means"],
                said[event].get("todo", ""),
                " ".join(f"`{field}`" for field in sorted(fields[event])) + " |",
            )
        )
        for event in sorted(levels)
    ]
    return "\n".join(
        [
            "# The log",
            "",
            "Written by `make pages`; do not edit. One JSON object in a line: `event`, `level`,",
            "`timestamp` and the fields below. Fields that are not listed in `kiosk/log.py` are",
            "dropped, so nothing personal can come in. Each session has a new `session_id`.",
            "",
            "| Event | Level | Means | What to do | Fields |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )
