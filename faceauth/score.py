"""How unlike two faces are, measured in how unlike strangers around them usually are.

The network packs some groups of people more densely than others: a distance of 0.45 is a stranger
in one part of its space and the same person on another day in the next. So the distance between
card and live face is divided by what a stranger's distance is expected to be there:

    score = |card - live| / 2 · (1/r(card) + 1/r(live))
    r(x)² = min( |x - m₁|² + v₁, |x - m₂|² + v₂, …, farthest )

A group has a mean m and a spread v, the mean squared distance of its people from m; then
|x - m|² + v is the expected squared distance from x to one of them. `farthest` keeps a face that is
unlike every known group from being treated leniently. About 0.3 is the same person, 1 a stranger.

Nothing in it is one person's vector: means over a group, and one number each.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float64]
"""… × dimensions; any number of leading axes."""


@dataclass(frozen=True, eq=False)
class Density:
    """How strangers lie: all that is known about the space of one embedding model."""

    means: Vectors
    """groups × dimensions."""
    spreads: NDArray[np.float64]
    """groups; squared distance."""
    farthest: float
    """Squared distance."""

    def score(self, one: Vectors, other: Vectors) -> NDArray[np.float64]:
        """Smaller is more alike; symmetric; broadcasts over leading axes."""
        distance = np.linalg.norm(one - other, axis=-1)
        return np.asarray(
            distance / 2 * (self.expected(one) ** -0.5 + self.expected(other) ** -0.5)
        )

    def expected(self, x: Vectors) -> NDArray[np.float64]:
        """Squared distance to a stranger of the densest group that `x` may belong to."""
        offsets = x[..., np.newaxis, :] - self.means
        expected = np.min(np.sum(offsets**2, axis=-1) + self.spreads, axis=-1)
        return np.asarray(np.minimum(expected, self.farthest))
