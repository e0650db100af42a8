"""A kiosk without a camera above the card: the printed side is never read."""

from reader.errors import SurfaceUnreadable
from reader.port import SurfaceReading


class NoSurfaceScanner:
    """Implements `SurfaceScanner` where there is none: the PIN and staff remain."""

    def scan(self) -> SurfaceReading:
        raise SurfaceUnreadable("This kiosk has no camera above the card.")
