"""生年月日, of which day, month or year may be unknown: then its digits are zeros."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Birthdate:
    digits: str = field(repr=False)
    """yyyyMMdd"""

    def __post_init__(self) -> None:
        """Raises `ValueError` for what is no date even with unknown parts."""
        if len(self.digits) != 8 or not (self.digits.isascii() and self.digits.isdigit()):
            raise ValueError("a date of birth has eight digits")
        year, month, day = self._parts()
        date(year or 2000, month or 1, day or 1)  # 2000: a leap year.

    @classmethod
    def of(cls, day: date) -> "Birthdate":
        return cls(f"{day:%Y%m%d}")

    @property
    def day(self) -> date | None:
        """None where a part of it is unknown."""
        year, month, day = self._parts()
        return date(year, month, day) if year and month and day else None

    def __str__(self) -> str:
        return self.digits

    def _parts(self) -> tuple[int, int, int]:
        return int(self.digits[:4]), int(self.digits[4:6]), int(self.digits[6:])
