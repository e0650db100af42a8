"""The stock recipe, to measure against: what the `face_recognition` package does by default.

HOG on the picture enlarged twice, five landmarks, one chip in colour, one threshold of 0.6. Its
network is ours, which gives dlib's numbers to 1e-4 (tests/unit/faceauth/test_dlib_graph.py).
"""

from pathlib import Path

import dlib  # type: ignore[import-untyped]
import numpy as np

from faceauth.embedding.alignment import CHIP_PX, PLAIN_PADDING
from faceauth.embedding.dlib_embedding import network_input
from faceauth.embedding.dlib_graph import embedding_graph
from faceauth.embedding.embed import OpenCvNetwork
from faceauth.embedding.models import EMBEDDING, model_file, models
from faceauth.images import RgbImage
from faceauth.port import Embedding

DISTANCE_AT_MOST = 0.6
_LANDMARKS_5 = "shape_predictor_5_face_landmarks.dat"


class StockRecipe:
    def __init__(self) -> None:
        """Raises `ModelsMissing`."""
        self._landmarks = dlib.shape_predictor(str(model_file(_LANDMARKS_5)))
        self._network = OpenCvNetwork(embedding_graph(Path(model_file(EMBEDDING)), batch=1))

    def embed(self, rgb: RgbImage) -> Embedding | None:
        """128 numbers; None when no face is found."""
        faces = models().detector(rgb, 1)
        if not faces:
            return None
        shape = self._landmarks(rgb, faces[0])
        chip = dlib.get_face_chip(rgb, shape, CHIP_PX, PLAIN_PADDING)
        (row,) = self._network.run(network_input(chip[np.newaxis].copy()))
        return np.asarray(row, dtype=np.float64)
