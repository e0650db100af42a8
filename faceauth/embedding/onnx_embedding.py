"""Any ONNX embedding model in OpenCV's DNN: how a maker puts in a licensed network.

It takes one aligned face of the ArcFace kind (that is the shape of `cv2.FaceRecognizerSF`), and
needs a calibration of its own: distances of two networks have nothing in common.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from faceauth.detection.landmarks import Landmarks
from faceauth.embedding.alignment import arcface_chip
from faceauth.embedding.embed import OpenCvNetwork
from faceauth.errors import ModelsMissing
from faceauth.images import GreyImage
from faceauth.port import Embedding


@dataclass(frozen=True)
class OnnxModel:
    """A model file, and what it wants to be fed."""

    path: Path
    sha256: str
    input_px: int = 112
    mean: float = 127.5
    scale: float = 1 / 127.5
    """Each pixel becomes (pixel - mean) * scale; SFace itself takes them as they are (0, 1)."""


class OnnxEmbedding:
    """`EmbeddingModel`; embeddings are brought to length 1."""

    def __init__(self, model: OnnxModel) -> None:
        """Raises `ModelsMissing` when the file is not there, another one, or no such network."""
        self._model = model
        self._network = _network(model)
        form = f"{model.sha256} arcface {model.input_px} {model.mean} {model.scale}"
        self.identity = hashlib.sha256(form.encode()).hexdigest()

    def embed(self, grey: GreyImage, landmarks: Landmarks) -> Embedding:
        chip = arcface_chip(grey, landmarks, self._model.input_px)
        rows = [self._run(chip), self._run(np.ascontiguousarray(chip[:, ::-1]))]
        chip.fill(0)
        mean: Embedding = np.mean(rows, axis=0, dtype=np.float64)
        return mean / max(float(np.linalg.norm(mean)), 1e-9)

    def forget(self) -> None:
        self._network.forget()

    def _run(self, chip: GreyImage) -> Embedding:
        """One face a call: exported models often have a fixed batch of one."""
        scaled = (chip.astype(np.float32) - self._model.mean) * self._model.scale
        images = np.ascontiguousarray(scaled.transpose(2, 0, 1)[np.newaxis], dtype=np.float32)
        return np.asarray(self._network.run(images)[0], dtype=np.float64)


def _network(model: OnnxModel) -> OpenCvNetwork:
    name = model.path.name
    try:
        graph = model.path.read_bytes()
    except OSError as error:
        raise ModelsMissing(f"face model {name}: {error.strerror}; correct face.model") from None
    if hashlib.sha256(graph).hexdigest() != model.sha256.lower():
        raise ModelsMissing(f"face model {name} is not the one with face.model_sha256")
    try:
        network = OpenCvNetwork(graph)
        network.run(np.zeros((1, 3, model.input_px, model.input_px), np.float32))
    except cv2.error:
        raise ModelsMissing(
            f"face model {name} is no network for {model.input_px} px faces that OpenCV can run; "
            "correct face.model or face.model_input_px"
        ) from None
    return network
