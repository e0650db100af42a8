"""Whether the screens can be read: without a font for it, Japanese is drawn as boxes."""

from PySide6.QtGui import QFontDatabase

from kiosk.errors import SetupFault


def check_fonts() -> None:
    """Nobody may consent to boxes. Raises `SetupFault`; there is an application already."""
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Japanese):
        raise SetupFault(
            "No font with Japanese characters is installed, so that the screens could not be "
            "read. Install the fonts: apt-get install fonts-morisawa-bizud-gothic fonts-noto-cjk."
        )
