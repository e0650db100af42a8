"""The same application and windows as the tests of the screens."""

from tests.ui.conftest import compiled_qml, glass_of, languages

__all__ = ["compiled_qml", "glass_of", "languages"]
