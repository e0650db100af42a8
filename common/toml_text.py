"""TOML that people or strangers wrote, read with one kind of error."""

import tomllib
from typing import Any


def read_toml(content: bytes) -> dict[str, Any]:
    """Raises `UnicodeDecodeError`, `tomllib.TOMLDecodeError`."""
    try:
        # Editors of Windows put a byte order mark before the text.
        return tomllib.loads(content.decode("utf-8-sig"))
    except RecursionError:
        raise tomllib.TOMLDecodeError("it is nested too deep") from None
