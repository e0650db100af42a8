"""Where a face is in a picture."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FaceBox:
    """A square around a face, from the brows to the chin, in pixels of the full frame."""

    left: float
    top: float
    side: float

    @property
    def centre(self) -> tuple[float, float]:
        return self.left + self.side / 2, self.top + self.side / 2
