"""The consent questions in each language, from the data files in `consent/texts/`."""

import tomllib
from importlib import resources

from common.errors import Bug
from consent.port import Item, Text

FALLBACK_LANGUAGE = "ja"  # The authoritative wording; every facility's staff can explain it.
_SUFFIX = ".toml"


class TomlConsentTexts:
    """`ConsentTexts` from one TOML file per language, read once. Raises `Bug`."""

    def __init__(self) -> None:
        # Through the package, not a path: it also works inside a frozen application.
        folder = resources.files("consent") / "texts"
        self._texts = {
            language: _parse(file.read_text("utf-8"), language)
            for file in folder.iterdir()
            if file.name.endswith(_SUFFIX) and (language := file.name.removesuffix(_SUFFIX))
        }
        if FALLBACK_LANGUAGE not in self._texts:
            raise Bug(f"consent/texts/{FALLBACK_LANGUAGE}.toml is missing.")

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(sorted(self._texts))

    def text(self, item: Item, language: str) -> Text:
        """Return the question in `language` (BCP 47: "en-GB" finds "en"), else in Japanese.

        `Text.language` says which language it really is: that is what the record must name.
        """
        exact = self._texts.get(language)
        general = self._texts.get(language.partition("-")[0].lower())
        return (exact or general or self._texts[FALLBACK_LANGUAGE])[item]


def _parse(document: str, language: str) -> dict[Item, Text]:
    tables = tomllib.loads(document)
    texts = {}
    for item in Item:
        try:
            table = tables[item.value]
            texts[item] = Text(
                text_id=table["id"],
                version=table["version"],
                language=language,
                title=table["title"],
                body=table["body"],
                agree=table["agree"],
                decline=table["decline"],
            )
        except KeyError as error:
            raise Bug(f"consent/texts/{language}.toml: {item.value} lacks {error}.") from None
    return texts
