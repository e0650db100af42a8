"""A kiosk without a camera above the card: what is printed there has to be typed."""

from reader.errors import SurfaceUnreadable
from reader.port import SurfaceReading


class NoSurfaceScanner:
    """Implements `SurfaceScanner` where there is none."""

    def scan(self) -> SurfaceReading:
        raise SurfaceUnreadable("This kiosk has no camera above the card.")
