"""Where the fields of 照合番号B stand on the card's front: shared by scanner and simulator."""

from dataclasses import dataclass

WIDTH_MM, HEIGHT_MM = 85.60, 53.98  # ISO/IEC 7810 ID-1
CORNER_RADIUS_MM = 3.18


@dataclass(frozen=True)
class Box:
    """From the upper left corner of the upright card."""

    left_mm: float
    top_mm: float
    right_mm: float
    bottom_mm: float


NAME = Box(4.0, 4.0, 56.0, 8.5)
ADDRESS = Box(4.0, 10.0, 82.0, 18.5)
PHOTO = Box(4.5, 21.5, 25.5, 49.5)
BIRTH = Box(29.0, 24.0, 82.0, 28.5)
EXPIRY = Box(29.0, 32.0, 72.0, 36.5)
CODE = Box(29.0, 40.0, 48.0, 44.5)
TEXT_MM = 3.2
