"""A network in OpenCV's DNN; leaves Python's GIL to others while it runs."""

import cv2
import numpy as np
from numpy.typing import NDArray


class OpenCvNetwork:
    """Not thread-safe: what it is fed and what it answers are kept inside."""

    def __init__(self, network: cv2.dnn.Net) -> None:
        self._network = network
        self._shape: tuple[int, ...] | None = None

    @classmethod
    def from_onnx(cls, graph: bytes) -> "OpenCvNetwork":
        """Raises `cv2.error` when OpenCV cannot read the graph."""
        return cls(cv2.dnn.readNetFromONNX(np.frombuffer(graph, np.uint8)))

    @classmethod
    def from_tflite(cls, graph: bytes) -> "OpenCvNetwork":
        """Raises `cv2.error` when OpenCV cannot read the graph."""
        return cls(cv2.dnn.readNetFromTFLite(np.frombuffer(graph, np.uint8)))

    def run(self, images: NDArray[np.float32], output: str | None = None) -> NDArray[np.float32]:
        """count × channels × height × width to count × numbers; wipes `images`.

        `output` names one of several outputs; without it, the last.
        """
        self._shape = images.shape
        self._network.setInput(images)
        answer = self._network.forward() if output is None else self._network.forward(output)
        images.fill(0)
        return np.array(answer, dtype=np.float32).reshape(len(images), -1)

    def forget(self) -> None:
        """Run on nothing: the layers' buffers are reused, so nothing of a face is left in them."""
        if self._shape is not None:
            self._network.setInput(np.zeros(self._shape, np.float32))
            self._network.forward()
            self._shape = None
