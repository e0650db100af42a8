"""The language in which the demo speaks to whoever steers it; the patient's is another matter."""

from collections.abc import Mapping
from enum import Enum


class DemoLanguage(Enum):
    JAPANESE = "ja"
    ENGLISH = "en"


def language_of_locale(environment: Mapping[str, str]) -> DemoLanguage:
    """Japanese where the locale of messages is, else English."""
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, named), "")  # As POSIX has it: the first that is set decides.
    language = locale.replace(".", "_").split("_")[0]
    return DemoLanguage.JAPANESE if language == "ja" else DemoLanguage.ENGLISH
