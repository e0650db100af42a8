"""A maker's network against pictures of faces, with a small one that goes by brightness."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from faceauth.embedding.onnx_writer import OnnxGraph
from faceauth.errors import ModelUnusable
from faceauth.liveness.anti_spoof import anti_spoof
from faceauth.matcher import CardFaceMatcher, preload
from faceauth.port import MOVES, BgrImage, Frame, LivenessLevel, Verdict
from simulation.camera.scene import Scene
from tests.unit.faceauth.pictures import PHOTOS_DIR, card_photo, needs_demo_photos

SIDE_PX = 80


def manifest(folder: Path, **changes: str) -> Path:
    """Two answers, the mean brightness and its opposite; the first stands for a picture."""
    graph = OnnxGraph("face", (1, 3, SIDE_PX, SIDE_PX))
    weights = np.array([[1 / 3] * 3, [-1 / 3] * 3], np.float32).reshape(2, 3, 1, 1)
    x = graph.node("Conv", ["face", graph.constant("w", weights)], "shades", kernel_shape=[1, 1])
    x = graph.node("GlobalAveragePool", [x], "mean")
    x = graph.node("Flatten", [x], "answers", axis=1)
    data = graph.model(x, (1, 2))
    (folder / "spoof.onnx").write_bytes(data)
    values = {
        "name": '"made up"',
        "licence": '"own"',
        "file": '"spoof.onnx"',
        "sha256": f'"{hashlib.sha256(data).hexdigest()}"',
        "input_px": str(SIDE_PX),
        "around_face": "1.5",
        "rgb": "true",
        "mean": "110.0",
        "scale": "1.0",
        "softmax": "true",
        "genuine_class": "1",
        "genuine_at_least": "0.5",
        "measured": '"nothing"',
    } | changes
    path = folder / "spoof.toml"
    path.write_text("\n".join(f"{key} = {value}" for key, value in values.items() if value))
    return path


def asked_for_moves(matcher: CardFaceMatcher, shade: float) -> bool:
    """Whether a person in this light is asked to move before they are let in."""
    comparison, scene = (
        matcher.compare(matcher.enrol(card_photo("biden"))),
        Scene("biden", PHOTOS_DIR),
    )
    for number in range(60):
        bgr: BgrImage = np.asarray(scene.frame(number * 3, False) * shade, np.uint8)
        seen = comparison.feed(Frame(bgr, number * 60.0))
        if seen.guidance in MOVES:
            return True
        if seen.verdict is Verdict.MATCH:
            return False
    raise AssertionError("neither asked nor let in")


@needs_demo_photos
def test_passive_asks_for_moves_only_where_it_has_its_doubts(tmp_path: Path) -> None:
    preload()
    doubts_bright_faces = manifest(tmp_path, mean="70.0")
    matcher = CardFaceMatcher(LivenessLevel.PASSIVE, anti_spoof_manifest=doubts_bright_faces)
    assert asked_for_moves(matcher, shade=1.0)
    assert not asked_for_moves(matcher, shade=0.45)


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="measured is missing"):
        anti_spoof(manifest(tmp_path / made("a", tmp_path), measured=""))
    with pytest.raises(ModelUnusable, match="2 answers"):
        anti_spoof(manifest(tmp_path / made("b", tmp_path), genuine_class="7"))
    with pytest.raises(ModelUnusable, match="another one"):
        anti_spoof(manifest(tmp_path / made("c", tmp_path), sha256='"00"'))
    with pytest.raises(ModelUnusable, match="No such file"):
        anti_spoof(tmp_path / "absent.toml")


def made(name: str, folder: Path) -> str:
    (folder / name).mkdir()
    return name
