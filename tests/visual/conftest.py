"""The same application and windows as the tests of the screens."""

from tests.ui.conftest import glass_of, languages

__all__ = ["glass_of", "languages"]
