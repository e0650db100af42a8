"""The console's words, in Japanese and English, from the data files in `console/texts/`."""

import tomllib
from dataclasses import dataclass
from importlib import resources

LANGUAGES = ("ja", "en")


@dataclass(frozen=True)
class Words:
    """One language."""

    language: str
    tables: dict[str, dict[str, str]]

    def say(self, key: str) -> str:
        """Of `section.name`; a name that is not there stands for itself: it may be newer."""
        section, _, name = key.partition(".")
        return self.tables[section].get(name, name)


def load_words() -> dict[str, Words]:
    folder = resources.files("console") / "texts"
    return {
        language: Words(language, tomllib.loads((folder / f"{language}.toml").read_text("utf-8")))
        for language in LANGUAGES
    }


def language_of(accepted: str) -> str:
    """Of a browser's Accept-Language: Japanese, unless English comes first."""
    for part in accepted.lower().split(","):
        code = part.split(";")[0].strip()[:2]
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]
