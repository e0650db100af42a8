"""The result folder as other programs see it."""

from pathlib import Path


def names(folder: Path) -> list[str]:
    """All that a receipt computer lists: files, in their order."""
    return sorted(path.name for path in folder.iterdir() if path.is_file())
