"""The stock recipe, to measure against: what the `face_recognition` package does by default.

HOG on the picture enlarged twice, five landmarks, one chip in colour, one threshold of 0.6. Its
network is ours, which gives dlib's numbers to 1e-4 (tests/unit/faceauth/test_dlib_graph.py).
The landmarks' file is only located in that package: its import needs a setuptools that newer
environments lack.
"""

import importlib.util
from pathlib import Path

import dlib
import numpy as np

from faceauth.detection.dlib_detector import dlib_detector
from faceauth.embedding.alignment import CHIP_PX, PLAIN_PADDING
from faceauth.embedding.dlib_embedding import network_input
from faceauth.embedding.dlib_graph import embedding_graph
from faceauth.errors import ModelPart, ModelUnusable
from faceauth.face_model import manifest_path, read_manifest
from faceauth.images import RgbImage
from faceauth.network import OpenCvNetwork
from faceauth.port import Embedding

DISTANCE_AT_MOST = 0.6
_LANDMARKS_5 = "shape_predictor_5_face_landmarks.dat"


class StockRecipe:
    def __init__(self) -> None:
        """Raises `ModelUnusable`."""
        weights = read_manifest(manifest_path("dlib")).network.path
        self._landmarks = dlib.shape_predictor(str(_landmarks_file()))
        self._network = OpenCvNetwork.from_onnx(embedding_graph(weights, batch=1))

    def embed(self, rgb: RgbImage) -> Embedding | None:
        """128 numbers; None when no face is found."""
        faces = dlib_detector().hog(rgb, 1)
        if not faces:
            return None
        shape = self._landmarks(rgb, faces[0])
        chip = dlib.get_face_chip(rgb, shape, CHIP_PX, PLAIN_PADDING)
        (row,) = self._network.run(network_input(chip[np.newaxis].copy()))
        return np.asarray(row, dtype=np.float64)


def _landmarks_file() -> Path:
    package = importlib.util.find_spec("face_recognition_models")
    for location in (package and package.submodule_search_locations) or ():
        return Path(location) / "models" / _LANDMARKS_5
    raise ModelUnusable(
        ModelPart.NETWORK, f"{_LANDMARKS_5}: face_recognition_models is not installed"
    )
