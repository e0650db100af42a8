"""What turns a face into numbers: the port of its adapters.

Everything is embedded in grey, the live picture too: the card's photo is grey, and both must be
seen alike.
"""

from typing import Protocol

from faceauth.detection.landmarks import Landmarks
from faceauth.images import GreyImage
from faceauth.port import Embedding


class EmbeddingModel(Protocol):
    """A network with its alignment; not thread-safe."""

    @property
    def identity(self) -> str:
        """Names the weights and what is done around them: a calibration belongs to one."""
        ...

    def embed(self, grey: GreyImage, landmarks: Landmarks) -> Embedding:
        """Numbers of length 1."""
        ...

    def forget(self) -> None:
        """Overwrite what the last call left in buffers."""
        ...
