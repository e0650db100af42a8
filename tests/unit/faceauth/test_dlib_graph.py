"""dlib's network in OpenCV: the same numbers, faster, and without holding Python up."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import dlib
import numpy as np
import pytest

from faceauth.detection.detect import find_still_face
from faceauth.detection.landmarks import find_landmarks
from faceauth.embedding.alignment import CHIP_PX, dlib_chips
from faceauth.embedding.dlib_embedding import network_input
from faceauth.embedding.dlib_graph import DIMENSIONS, embedding_graph
from faceauth.errors import ModelUnusable
from faceauth.face_model import manifest_path, read_manifest
from faceauth.images import RgbImage
from faceauth.network import OpenCvNetwork
from tests.unit.faceauth.pictures import PHOTOS_DIR

ALIKE = 1e-4

FACES_DIR = Path(os.environ.get("UKETSUKE_FACES_DIR", PHOTOS_DIR))
"""Any folder of pictures, searched to any depth: all its faces are compared."""


WEIGHTS = read_manifest(manifest_path("dlib")).network.path


@pytest.fixture(scope="module")
def graph() -> bytes:
    return embedding_graph(WEIGHTS, batch=1)


@pytest.fixture(scope="module")
def network(graph: bytes) -> OpenCvNetwork:
    cv2.setNumThreads(1)
    return OpenCvNetwork.from_onnx(graph)


def made_up_chips() -> Iterator[RgbImage]:
    random = np.random.default_rng(0)
    for blur in (0.5, 3, 12):
        noise = random.integers(0, 256, (CHIP_PX, CHIP_PX, 3), dtype=np.uint8)
        yield np.asarray(cv2.GaussianBlur(noise, (0, 0), blur), dtype=np.uint8)
    yield np.zeros((CHIP_PX, CHIP_PX, 3), np.uint8)
    yield np.full((CHIP_PX, CHIP_PX, 3), 255, np.uint8)


def faces() -> Iterator[RgbImage]:
    for path in sorted(FACES_DIR.rglob("*")):
        grey = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE) if path.is_file() else None
        if grey is None:
            continue
        picture = np.asarray(grey, dtype=np.uint8)
        for box in find_still_face(picture)[:1]:
            yield from dlib_chips(picture, find_landmarks(picture, box), (0.25,))


def test_the_graph_gives_dlibs_numbers(network: OpenCvNetwork) -> None:
    reference = dlib.face_recognition_model_v1(str(WEIGHTS))
    worst = 0.0
    for chip in (*made_up_chips(), *faces()):
        expected = np.array(reference.compute_face_descriptor(chip))
        (found,) = network.run(network_input(chip[np.newaxis].copy()))
        assert found.shape == (DIMENSIONS,)
        worst = max(worst, float(np.abs(found - expected).max()))
    assert worst < ALIKE


def test_python_goes_on_while_the_network_runs(network: OpenCvNetwork) -> None:
    images = np.zeros((1, 3, CHIP_PX, CHIP_PX), np.float32)
    done = threading.Event()

    def run() -> None:
        for _ in range(10):
            network.run(images.copy())
        done.set()

    threading.Thread(target=run, daemon=True).start()
    ticks, deadline = 0, time.monotonic() + 30
    while not done.is_set() and time.monotonic() < deadline:
        ticks += 1
    assert ticks > 10_000  # A call that held the GIL would leave a few per call.


def test_another_model_file_is_refused(tmp_path: Path) -> None:
    changed = bytearray(WEIGHTS.read_bytes())
    changed[1_000_000] ^= 1
    other = tmp_path / "model.dat"
    other.write_bytes(changed)
    with pytest.raises(ModelUnusable, match="set-up"):
        embedding_graph(other, batch=1)
