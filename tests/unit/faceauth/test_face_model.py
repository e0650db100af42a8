"""A model by its manifest: those that come with the kiosk, and a maker's own."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from faceauth.calibration import Calibration, serialise
from faceauth.detection.detect import find_still_face
from faceauth.detection.landmarks import Landmarks, find_landmarks
from faceauth.embedding.onnx_writer import OnnxGraph
from faceauth.errors import ModelUnusable
from faceauth.face_model import embedding_of, face_model, names, read_manifest
from faceauth.images import GreyImage, grey_from_bgr
from simulation.camera.scene import Scene
from tests.unit.faceauth.pictures import PHOTOS_DIR, needs_demo_photos

SIDE_PX = 112
DIMENSIONS = 16


def network() -> bytes:
    """Averages the picture over a grid of 4 × 4, of one channel."""
    graph = OnnxGraph("face", (1, 3, SIDE_PX, SIDE_PX))
    first = graph.constant("first", np.array([1, 0, 0], np.float32).reshape(1, 3, 1, 1))
    x = graph.node("Conv", ["face", first], "one_channel", kernel_shape=[1, 1])
    x = graph.node("AveragePool", [x], "grid", kernel_shape=[28, 28], strides=[28, 28])
    x = graph.node("Flatten", [x], "numbers", axis=1)
    return graph.model(x, (1, DIMENSIONS))


class Maker:
    """Writes a model of its own; what is given replaces what the manifest would say."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "own.onnx").write_bytes(network())

    def manifest(self, **changes: str) -> Path:
        values = {
            "name": '"own"',
            "licence": '"own"',
            "file": '"own.onnx"',
            "sha256": f'"{hashlib.sha256((self.folder / "own.onnx").read_bytes()).hexdigest()}"',
            "alignment": '"arcface"',
            "input_px": str(SIDE_PX),
            "mean": "127.5",
            "scale": "0.0078125",
            "mirrored": "true",
            "calibration": '"own.json"',
            "calibration_sha256": '""',
        } | changes
        path = self.folder / "own.toml"
        path.write_text("\n".join(f"{key} = {value}" for key, value in values.items() if value))
        return path

    def calibrated(self, for_model: str) -> Path:
        calibration = Calibration(for_model, 0.9, 1.0, 1e-4, "made up", "2026-01-01", "")
        data = serialise(calibration, {}, Ed25519PrivateKey.generate())
        (self.folder / "own.json").write_bytes(data)
        return self.manifest(calibration_sha256=f'"{hashlib.sha256(data).hexdigest()}"')


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    return Maker(tmp_path)


def face_of(picture: str, frame: int = 0) -> tuple[GreyImage, Landmarks]:
    grey = grey_from_bgr(Scene(picture, PHOTOS_DIR).frame(frame, False))
    return grey, find_landmarks(grey, find_still_face(grey)[0])


@needs_demo_photos
@pytest.mark.parametrize("name", names())
def test_a_model_that_comes_with_the_kiosk_tells_people_apart(name: str) -> None:
    model = face_model(name)
    own, other = (model.embedding.embed(*face_of(picture)) for picture in ("obama", "biden"))
    again = model.embedding.embed(*face_of("obama", frame=40))
    assert np.linalg.norm(own) == pytest.approx(1.0)
    assert np.linalg.norm(own - again) < model.calibration.threshold
    assert np.linalg.norm(own - other) > model.calibration.frame_threshold


@needs_demo_photos
def test_a_makers_network_embeds_faces(maker: Maker) -> None:
    embedding = embedding_of(read_manifest(maker.manifest()))
    one, other = embedding.embed(*face_of("obama")), embedding.embed(*face_of("astronaut"))
    assert one.shape == (DIMENSIONS,)
    assert np.linalg.norm(one) == pytest.approx(1.0)
    assert np.linalg.norm(one - other) > 0.1
    grid = one.reshape(4, 4)
    assert np.allclose(grid, grid[:, ::-1], atol=1e-5)  # The mirror image is in it.


def test_a_makers_model_is_used_with_its_calibration(maker: Maker) -> None:
    identity = embedding_of(read_manifest(maker.manifest())).identity
    assert face_model(str(maker.calibrated(identity))).calibration.threshold == 0.9


def test_a_calibration_for_another_model_is_refused(maker: Maker) -> None:
    with pytest.raises(ModelUnusable, match="another face model"):
        face_model(str(maker.calibrated("another")))


def test_a_makers_own_thresholds_go_with_a_network_of_the_kiosk(maker: Maker) -> None:
    shipped = face_model("sface")
    maker.calibrated(shipped.embedding.identity)
    own = hashlib.sha256((maker.folder / "own.json").read_bytes()).hexdigest()
    text = shipped.manifest.path.read_text("utf-8")
    text = text.replace(shipped.manifest.calibration.name, "own.json")
    manifest = maker.folder / "sface-here.toml"
    manifest.write_text(text.replace(shipped.manifest.calibration_sha256, own))
    model = face_model(str(manifest))
    assert model.manifest.network == shipped.manifest.network
    assert model.calibration.threshold == 0.9


def test_a_changed_network_is_refused(maker: Maker) -> None:
    path = maker.manifest()
    (maker.folder / "own.onnx").write_bytes(network() + b"\0")
    with pytest.raises(ModelUnusable, match="another one"):
        embedding_of(read_manifest(path))


def test_a_file_that_is_no_network_is_refused(maker: Maker) -> None:
    (maker.folder / "own.onnx").write_bytes(b"no network")
    with pytest.raises(ModelUnusable, match="no network"):
        embedding_of(read_manifest(maker.manifest()))


def test_a_network_that_is_not_there_is_named(maker: Maker) -> None:
    with pytest.raises(ModelUnusable, match=r"gone\.onnx: No such file.*set-up"):
        embedding_of(read_manifest(maker.manifest(file='"gone.onnx"')))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"licence": ""}, "licence is missing"),
        ({"alignment": '"none"'}, "not arcface or dlib"),
        ({"input_px": "9999"}, "not 32 to 512"),
        ({"mean": '"grey"'}, "could not convert"),
        ({"name": "own"}, "no TOML"),
    ],
)
def test_what_is_wrong_in_a_manifest_is_said(
    maker: Maker, changes: dict[str, str], why: str
) -> None:
    with pytest.raises(ModelUnusable, match=why):
        read_manifest(maker.manifest(**changes))


def test_a_name_that_is_none_says_which_there_are() -> None:
    with pytest.raises(ModelUnusable, match="dlib, sface"):
        face_model("sfcae")
