"""`docs/glossary.md`: the word for each thing in each language, from `tools/glossary.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "glossary.md"
DATA = Path(__file__).parent / "glossary.toml"


@dataclass(frozen=True)
class Term:
    """One thing, by the word of the Japanese texts, which are the authoritative ones."""

    japanese: str
    source: str
    words: dict[str, str]  # By language, forms of a word between |
    never: dict[str, str] = field(default_factory=dict)
    without: list[str] = field(default_factory=list)

    def forms(self, language: str) -> list[str]:
        return self.words[language].split("|")


def terms() -> list[Term]:
    return [Term(**term) for term in tomllib.loads(DATA.read_text("utf-8"))["term"]]


def page() -> str:
    lines = [
        "# Glossary",
        "",
        "Written by `make pages` from `tools/glossary.toml`; do not edit. The texts of the screens",
        "and the consents are held to it by a test. A word that is cut off stands for its forms.",
        "",
        "A review of November 2026 found Japanese, English, Chinese, Korean and Portuguese fit for",
        "use. **Spanish, Vietnamese and Filipino still need a native reader, and やさしい日本語 a",
        "trial with learners**, before a facility relies on them.",
    ]
    for term in terms():
        lines += ["", f"## {term.japanese}", "", f"Source: {term.source}.", ""]
        lines += [
            f"- {language}: {' · '.join(term.forms(language))}"
            + (f" (never: {term.never[language]})" if language in term.never else "")
            for language in term.words
        ]
    return "\n".join(lines) + "\n"
