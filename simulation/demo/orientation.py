"""How a panel may hang: for demo and rehearsals; a kiosk takes the size that its monitor has."""

from enum import Enum


class Orientation(Enum):
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"

    @property
    def size_px(self) -> tuple[int, int]:
        """Of a Full HD panel hung that way."""
        return (1080, 1920) if self is Orientation.PORTRAIT else (1920, 1080)
