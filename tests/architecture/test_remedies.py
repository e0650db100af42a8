"""Whatever hinders a kiosk is told with what to do about it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source_tree import PRODUCT_PACKAGES, ROOT

WITHOUT = {
    # What was typed, told back: how it has to be is all that there is to do.
    "{} does not exist.",
    "{} must hold {} digits and nothing else.",
    "Only one of --pin-file and --number-b-file can be standard input.",
    "--photo needs --number-b-file, which opens the photo.",
    "A name has 1 to {} letters.",
    "A PIN of staff is 4 to 12 digits, given on standard input.",
    "Name the kiosk's configuration with --config, or its folder with --state.",
}

TWO_PARTS = re.compile(r"[^.:;] ?[.:;] \S", re.DOTALL)


def messages(path: Path) -> Iterator[str]:
    """What each `SetupFault` of a file says, with `{}` where something is put in."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="SetupFault"), args=[message]):
                yield from said(message)


def said(message: ast.expr) -> Iterator[str]:
    match message:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts
            )


@pytest.mark.parametrize("package", PRODUCT_PACKAGES)
def test_a_remedy_follows_what_is_wrong(package: str) -> None:
    without = {
        text
        for path in (ROOT / package).rglob("*.py")
        for text in messages(path)
        # "{}: what is wrong" names the setting first, and what follows needs its own second part.
        if not TWO_PARTS.search(re.sub(r"^(\S+: )+", "", text))
    }
    assert without - WITHOUT == set()
