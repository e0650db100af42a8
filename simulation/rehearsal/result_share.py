"""The receipt computer's folder as a network share: it can be lost and come back."""

from pathlib import Path


class ResultShare:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._elsewhere = folder.with_name(f"{folder.name}-lost")

    def lose(self) -> None:
        self._folder.rename(self._elsewhere)

    def restore(self) -> None:
        self._elsewhere.rename(self._folder)
