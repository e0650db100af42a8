"""Any ONNX embedding model in OpenCV's DNN: SFace, which comes with the kiosk, or a maker's own.

It takes one aligned face of the ArcFace kind, as `cv2.FaceRecognizerSF` does.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from faceauth import model_files
from faceauth.detection.landmarks import Landmarks
from faceauth.embedding.alignment import arcface_chip
from faceauth.errors import ModelPart, ModelUnusable
from faceauth.images import GreyImage
from faceauth.network import OpenCvNetwork
from faceauth.port import Embedding


@dataclass(frozen=True)
class OnnxModel:
    """A model file, and what it wants to be fed."""

    path: Path
    sha256: str
    input_px: int
    mean: float
    scale: float
    """Each pixel becomes (pixel - mean) * scale."""
    mirrored: bool
    """The mean with the mirror image's numbers: twice the time."""


class OnnxEmbedding:
    """`EmbeddingModel`."""

    def __init__(self, model: OnnxModel) -> None:
        """Raises `ModelUnusable` when the file is not there, another one, or no such network."""
        self._model = model
        self._network = _network(model)
        mirrored = " mirrored" if model.mirrored else ""
        form = f"{model.sha256} mesh arcface {model.input_px} {model.mean} {model.scale}{mirrored}"
        self.identity = hashlib.sha256(form.encode()).hexdigest()

    def embed(self, grey: GreyImage, landmarks: Landmarks) -> Embedding:
        chip = arcface_chip(grey, landmarks, self._model.input_px)
        rows = [self._run(chip)]
        if self._model.mirrored:
            rows.append(self._run(np.ascontiguousarray(chip[:, ::-1])))
        chip.fill(0)
        mean: Embedding = np.mean(rows, axis=0, dtype=np.float64)
        for row in rows:
            row.fill(0)
        mean /= max(float(np.linalg.norm(mean)), 1e-9)
        return mean

    def forget(self) -> None:
        self._network.forget()

    def _run(self, chip: GreyImage) -> Embedding:
        """One face a call: exported models often have a fixed batch of one."""
        scaled = (chip.astype(np.float32) - self._model.mean) * self._model.scale
        images = np.ascontiguousarray(scaled.transpose(2, 0, 1)[np.newaxis], dtype=np.float32)
        return np.asarray(self._network.run(images)[0], dtype=np.float64)


def _network(model: OnnxModel) -> OpenCvNetwork:
    graph = model_files.read_model(model.path, model.sha256)
    try:
        network = OpenCvNetwork.from_onnx(graph)
        network.run(np.zeros((1, 3, model.input_px, model.input_px), np.float32))
    except cv2.error:
        why = f"no network for {model.input_px} px faces that OpenCV can run"
        raise ModelUnusable(ModelPart.NETWORK, f"{model.path.name}: {why}") from None
    return network
