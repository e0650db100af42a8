"""What turns a face into numbers: the port, and what its adapters share.

Everything is embedded in grey, the live picture too: the card's photo is grey, and both must be
seen alike.
"""

from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from faceauth.detection.landmarks import Landmarks
from faceauth.images import GreyImage
from faceauth.port import Embedding


class EmbeddingModel(Protocol):
    """A network with its alignment; not thread-safe."""

    @property
    def identity(self) -> str:
        """Names the weights and what is done around them: a calibration belongs to one."""
        ...

    def embed(self, grey: GreyImage, landmarks: Landmarks) -> Embedding: ...

    def forget(self) -> None:
        """Overwrite what the last call left in buffers."""
        ...


class OpenCvNetwork:
    """An ONNX graph in OpenCV's DNN; leaves Python's GIL to others while it runs."""

    def __init__(self, graph: bytes) -> None:
        """Raises `cv2.error` when OpenCV cannot read the graph."""
        self._network = cv2.dnn.readNetFromONNX(np.frombuffer(graph, np.uint8))
        self._shape: tuple[int, ...] | None = None

    def run(self, images: NDArray[np.float32]) -> NDArray[np.float32]:
        """count × channels × height × width to count × dimensions; wipes `images`."""
        self._shape = images.shape
        self._network.setInput(images)
        answer = np.array(self._network.forward(), dtype=np.float32)
        images.fill(0)
        return answer.reshape(len(images), -1)

    def forget(self) -> None:
        """Run on nothing: the layers' buffers are reused, so nothing of a face is left in them."""
        if self._shape is not None:
            self._network.setInput(np.zeros(self._shape, np.float32))
            self._network.forward()
            self._shape = None
