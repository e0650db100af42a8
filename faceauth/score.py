"""How unlike two faces are: the Euclidean distance of their embeddings, which have length 1.

0 is the same picture, some 0.6 the same person on another day, some 1.35 a stranger. Nothing about
anybody is in it, so nothing about anybody has to be shipped (docs/adr/0034).

Frames are fused with more weight on those that are more like the card: a blink or a turned head
spoils one frame, not the rest, while a stranger's frames are all unlike.
"""

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float64]
"""… × dimensions; any number of leading axes."""

_TRUST = 0.15
"""A frame that is further away than the nearest by so much has a third of its weight."""


def distance(one: Vectors, other: Vectors) -> NDArray[np.float64]:
    """Smaller is more alike; broadcasts over leading axes."""
    difference = one - other
    length = np.linalg.norm(difference, axis=-1)
    difference.fill(0)
    return np.asarray(length)


def fused_distance(card: Vectors, frames: Vectors) -> NDArray[np.float64]:
    """Of … × frames × dimensions, fused to one face, from … × dimensions."""
    each = distance(card[..., np.newaxis, :], frames)
    weights = np.exp((each.min(axis=-1, keepdims=True) - each) / _TRUST)
    weighted = frames * weights[..., np.newaxis]
    fused = weighted.sum(axis=-2)
    fused /= np.maximum(np.linalg.norm(fused, axis=-1, keepdims=True), 1e-9)
    found = distance(card, fused)
    weighted.fill(0)
    fused.fill(0)
    return found
