"""A maker's own network behind the embedding port, with a small one made here."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from faceauth.detection.landmarks import Landmarks, find_landmarks
from faceauth.detection.still import find_still_face
from faceauth.embedding.dlib_embedding import default_embedding
from faceauth.embedding.onnx_embedding import OnnxEmbedding, OnnxModel
from faceauth.embedding.onnx_writer import OnnxGraph
from faceauth.errors import CalibrationUnusable, ModelsMissing
from faceauth.images import GreyImage, grey_from_bgr
from faceauth.matcher import DlibFaceMatcher
from simulation.camera.scene import Scene
from tests.unit.faceauth.pictures import PHOTOS_DIR, needs_demo_photos

SIDE_PX = 112
DIMENSIONS = 16


def network_file(folder: Path) -> OnnxModel:
    """Averages the picture over a grid of 4 × 4, of one channel."""
    graph = OnnxGraph("face", (1, 3, SIDE_PX, SIDE_PX))
    first = graph.constant("first", np.array([1, 0, 0], np.float32).reshape(1, 3, 1, 1))
    x = graph.node("Conv", ["face", first], "one_channel", kernel_shape=[1, 1])
    x = graph.node("AveragePool", [x], "grid", kernel_shape=[28, 28], strides=[28, 28])
    x = graph.node("Flatten", [x], "numbers", axis=1)
    data = graph.model(x, (1, DIMENSIONS))
    path = folder / "small.onnx"
    path.write_bytes(data)
    return OnnxModel(path, hashlib.sha256(data).hexdigest(), SIDE_PX)


def face_of(picture: str) -> tuple[GreyImage, Landmarks]:
    grey = grey_from_bgr(Scene(picture, PHOTOS_DIR).frame(0, False))
    return grey, find_landmarks(grey, find_still_face(grey)[0])


@needs_demo_photos
def test_it_embeds_faces_and_tells_them_apart(tmp_path: Path) -> None:
    model = OnnxEmbedding(network_file(tmp_path))
    one, other = model.embed(*face_of("obama")), model.embed(*face_of("astronaut"))
    assert one.shape == (DIMENSIONS,)
    assert np.linalg.norm(one) == pytest.approx(1.0)
    assert np.linalg.norm(one - other) > 0.1
    assert np.allclose(one, model.embed(*face_of("obama")))
    grid = one.reshape(4, 4)
    assert np.allclose(grid, grid[:, ::-1], atol=1e-5)  # The mirror image is in it.


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    model = network_file(tmp_path)
    model.path.write_bytes(model.path.read_bytes() + b"\0")
    with pytest.raises(ModelsMissing, match="model_sha256"):
        OnnxEmbedding(model)


def test_a_file_that_is_no_network_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "none.onnx"
    path.write_bytes(b"no network")
    with pytest.raises(ModelsMissing, match="no network"):
        OnnxEmbedding(OnnxModel(path, hashlib.sha256(b"no network").hexdigest()))
    with pytest.raises(ModelsMissing, match=r"face\.model"):
        OnnxEmbedding(OnnxModel(tmp_path / "missing.onnx", ""))


def test_it_needs_a_calibration_of_its_own(tmp_path: Path) -> None:
    model = OnnxEmbedding(network_file(tmp_path))
    assert model.identity != default_embedding().identity
    with pytest.raises(CalibrationUnusable):
        DlibFaceMatcher(model=model)
