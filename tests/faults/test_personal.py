"""Faces are found in memory by their likeness, and nothing else is taken for one."""

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.faults.personal import DIMENSIONS, Faces

_RANDOM = np.random.default_rng(7)


def unit(numbers: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(numbers / np.linalg.norm(numbers), np.float64)


FACE = unit(_RANDOM.normal(size=DIMENSIONS))
SAME_PERSON = unit(FACE + 0.05 * _RANDOM.normal(size=DIMENSIONS))
STRANGER = unit(_RANDOM.normal(size=DIMENSIONS))


def among_others(found: bytes) -> bytes:
    """Pointers before, text behind, as memory is."""
    before = np.arange(0x7F0000000000, 0x7F0000000000 + 64, dtype="<u8").tobytes()
    return before + found + "見本 text ".encode() * 40


@pytest.mark.parametrize(
    ("content", "times"),
    [
        (FACE.tobytes(), 1),
        (SAME_PERSON.tobytes(), 1),
        (np.concatenate([STRANGER, SAME_PERSON, FACE]).tobytes(), 2),
        ((FACE * 12).astype(np.float32).tobytes(), 1),  # As the network gives it.
        (STRANGER.tobytes(), 0),
        ((_RANDOM.normal(size=3000) * 0.05).astype(np.float32).tobytes(), 0),  # Weights.
        (bytes(4096), 0),
    ],
)
def test_a_face_is_found_by_likeness(content: bytes, times: int) -> None:
    assert Faces(FACE[np.newaxis]).times_in(among_others(content)) == times
