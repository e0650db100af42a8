"""What commands tell the people who run them: in Japanese where the locale is, else in English.

English stands in the code, also in errors that are raised where nobody knows who will read them.
A command translates each finished line as it prints it, by `operators_japanese.JAPANESE`; a line
that is not there stays English. Standard library only: set-up uses it before anything is there.
"""

import os
import re
import sys
from collections.abc import Mapping
from enum import Enum
from functools import cache

from common.operators_japanese import JAPANESE


class OperatorLanguage(Enum):
    JAPANESE = "ja"
    ENGLISH = "en"


def language_of_locale(environment: Mapping[str, str]) -> OperatorLanguage:
    """Japanese where the locale of messages is, else English."""
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, named), "")  # As POSIX has it: the first that is set decides.
    language = locale.replace(".", "_").split("_")[0]
    return OperatorLanguage.JAPANESE if language == "ja" else OperatorLanguage.ENGLISH


def tell(line: str, *, on_error_stream: bool = False) -> None:
    """Print a line for a person, at once."""
    stream = sys.stderr if on_error_stream else sys.stdout
    print(in_their_language(line), file=stream, flush=True)


def in_their_language(line: str) -> str:
    if language_of_locale(os.environ) is OperatorLanguage.JAPANESE:
        return in_japanese(line)
    return line


def in_japanese(line: str) -> str:
    """`line`, or what stands in it at the places of a message that is there; else as it is."""
    if line in JAPANESE:
        return JAPANESE[line]
    for pattern, japanese in _forms():
        found = pattern.fullmatch(line)
        if found is not None:
            said = {name: in_japanese(value) for name, value in found.groupdict().items()}
            return japanese.format_map(said)
    return line


@cache
def _forms() -> list[tuple["re.Pattern[str]", str]]:
    """Messages with places in them; the most of fixed words first, which says most."""
    forms = sorted((english for english in JAPANESE if "{" in english), key=_fixed, reverse=True)
    return [(_pattern(english), JAPANESE[english]) for english in forms]


def _fixed(message: str) -> int:
    return len(re.sub(r"\{\w+\}", "", message))


def _pattern(message: str) -> "re.Pattern[str]":
    parts = re.split(r"\{(\w+)\}", message)
    literals = (re.escape(part) for part in parts[::2])
    places = (f"(?P<{name}>.*?)" for name in parts[1::2])
    return re.compile(
        "".join(part for pair in zip(literals, [*places, ""], strict=True) for part in pair),
        re.DOTALL,
    )
