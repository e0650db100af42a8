"""Types of C++ that a property has by their name; PySide's own types know Python's only."""

from typing import cast

STRING_LIST = cast(type, "QStringList")
MAP = cast(type, "QVariantMap")
