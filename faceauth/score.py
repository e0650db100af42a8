"""How unlike two faces are, measured in how unlike strangers around them usually are.

The network packs some groups of people more densely than others: a distance of 0.45 is a stranger
in one part of its space and the same person on another day in the next. So the distance between
card and live face is divided by what a stranger's distance is expected to be there:

    score = |card - live| / 2 · (1/r(card) + 1/r(live))      after the nuisance is damped
    r(x)² = min( |x - m₁|² + v₁, |x - m₂|² + v₂, …, farthest )

A group has a mean m and a spread v, the mean squared distance of its people from m; then
|x - m|² + v is the expected squared distance from x to one of them. `farthest` keeps a face that is
unlike every known group from being treated leniently. About 0.3 is the same person, 1 a stranger.

The nuisance are the few directions in which pictures of one person differ most (pose and light,
mostly): they say least about who it is, so they count less.

Frames are fused with more weight on those that are more like the card: a blink or a turned head
spoils one frame, not the rest, while a stranger's frames are all unlike.

Nothing in it is one person's vector: means over a group and one number each, and directions over
everybody.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float64]
"""… × dimensions; any number of leading axes."""


_DAMPING = 0.6
"""How much of the nuisance is taken away."""

_TRUST = 0.15
"""A frame whose score is worse than the best by so much has a third of its weight."""


@dataclass(frozen=True, eq=False)
class Density:
    """How strangers lie: all that is known about the space of one embedding model."""

    means: Vectors
    """groups × dimensions, damped."""
    spreads: NDArray[np.float64]
    """groups; squared distance."""
    farthest: float
    """Squared distance."""
    nuisance: Vectors
    """directions × dimensions, of length 1 and upright to each other; there may be none."""

    def score(self, one: Vectors, other: Vectors) -> NDArray[np.float64]:
        """Smaller is more alike; symmetric; broadcasts over leading axes."""
        one, other = damped(one, self.nuisance), damped(other, self.nuisance)
        distance = np.linalg.norm(one - other, axis=-1)
        nearness = self.expected(one) ** -0.5 + self.expected(other) ** -0.5
        _wipe(one, other)
        return np.asarray(distance / 2 * nearness)

    def fused_score(self, card: Vectors, frames: Vectors) -> NDArray[np.float64]:
        """Of … × frames × dimensions, fused to one face, against … × dimensions."""
        each = self.score(card[..., np.newaxis, :], frames)
        weights = np.exp((each.min(axis=-1, keepdims=True) - each) / _TRUST)
        weights /= weights.sum(axis=-1, keepdims=True)
        weighted = frames * weights[..., np.newaxis]
        fused = weighted.sum(axis=-2)
        score = self.score(card, fused)
        _wipe(weighted, fused)
        return score

    def expected(self, x: Vectors) -> NDArray[np.float64]:
        """Squared distance to a stranger of the densest group that the damped `x` may belong to."""
        offsets = x[..., np.newaxis, :] - self.means
        expected = np.min(np.sum(offsets**2, axis=-1) + self.spreads, axis=-1)
        _wipe(offsets)
        return np.asarray(np.minimum(expected, self.farthest))


def damped(x: Vectors, nuisance: Vectors) -> Vectors:
    """`x` with less of what tells pictures apart rather than people."""
    # Not `@`: it would leave a copy of `x` in the linear algebra library's own buffer.
    along = np.einsum("...d,kd->...k", x, nuisance)
    return np.asarray(x - _DAMPING * along @ nuisance)


def _wipe(*vectors: Vectors) -> None:
    """Copies of a face must not outlive the comparison."""
    for each in vectors:
        each.fill(0)
