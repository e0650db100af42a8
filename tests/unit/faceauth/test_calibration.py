"""The calibration file: whole, signed, and without anything about a person."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from faceauth.calibration import Calibration, load, parse, serialise
from faceauth.errors import ModelUnusable
from faceauth.face_model import DEFAULT, manifest_path, names, read_manifest

OWN = Calibration(
    model="own",
    threshold=0.9,
    frame_threshold=1.0,
    false_accept_target=1e-4,
    provenance="made up",
    made_on="2026-01-01",
    sha256="",
)


def written(**changes: object) -> bytes:
    return serialise(replace(OWN, **changes), {}, Ed25519PrivateKey.generate())  # type: ignore[arg-type]


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("name", names())
def test_the_shipped_ones_hold_thresholds_and_figures_alone(name: str) -> None:
    path = read_manifest(manifest_path(name)).calibration
    content = json.loads(path.read_bytes())["content"]
    assert content["false_accept_target"] <= (1e-4 if name == DEFAULT else 1e-3)
    assert "calibrate anew" in content["provenance"]
    assert longest_list(content) == 0  # A mean or a vector would be one.


def longest_list(value: object) -> int:
    if isinstance(value, list):
        return len(value)
    if isinstance(value, dict):
        return max((longest_list(each) for each in value.values()), default=0)
    return 0


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    data = written(threshold=0.5)
    path = tmp_path / "own.json"
    path.write_bytes(data)
    read = load(path, sha256(data).upper())
    assert read == replace(OWN, threshold=0.5, sha256=sha256(data))


def test_a_changed_threshold_is_noticed() -> None:
    data = written()
    document = json.loads(data)
    document["content"]["threshold"] = 0.99
    edited = json.dumps(document).encode()
    with pytest.raises(ModelUnusable, match="SHA-256"):
        parse(edited, sha256(data), "own.json")
    with pytest.raises(ModelUnusable, match="signature"):
        parse(edited, sha256(edited), "own.json")


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"content": 1}'])
def test_what_is_no_calibration_is_refused(data: bytes) -> None:
    with pytest.raises(ModelUnusable):
        parse(data, sha256(data), "own.json")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match=r"own\.json"):
        load(tmp_path / "own.json", "0" * 64)
