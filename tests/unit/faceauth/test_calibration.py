"""The calibration file: whole, signed, for its model, and without anybody's vector."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from faceauth.calibration import load, load_shipped, parse, serialise
from faceauth.embedding.dlib_embedding import default_embedding
from faceauth.errors import CalibrationUnusable
from faceauth.matcher import DlibFaceMatcher


def written(**changes: object) -> bytes:
    calibration = replace(load_shipped(), **changes)  # type: ignore[arg-type]
    return serialise(calibration, {}, Ed25519PrivateKey.generate())


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_the_shipped_one_belongs_to_the_shipped_model() -> None:
    calibration = load_shipped()
    assert calibration.model == default_embedding().identity
    assert calibration.false_accept_target <= 1e-3
    assert "calibrate anew" in calibration.provenance
    assert calibration.density.means.shape == (2, 128)  # Two groups, and nothing per person.


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    data = written(threshold=0.5)
    path = tmp_path / "own.json"
    path.write_bytes(data)
    read = load(path, sha256(data).upper())
    assert read.threshold == 0.5
    assert np.array_equal(read.density.means, load_shipped().density.means)


def test_a_lowered_threshold_is_noticed() -> None:
    data = written()
    document = json.loads(data)
    document["content"]["threshold"] = 0.99
    edited = json.dumps(document).encode()
    with pytest.raises(CalibrationUnusable, match="SHA-256"):
        parse(edited, sha256(data), "own.json")
    with pytest.raises(CalibrationUnusable, match="signature"):
        parse(edited, sha256(edited), "own.json")


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"content": 1}'])
def test_what_is_no_calibration_is_refused(data: bytes) -> None:
    with pytest.raises(CalibrationUnusable):
        parse(data, sha256(data), "own.json")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CalibrationUnusable, match=r"own\.json"):
        load(tmp_path / "own.json", "0" * 64)


def test_a_calibration_for_another_model_is_refused() -> None:
    data = written(model="another")
    with pytest.raises(CalibrationUnusable, match="another face model"):
        DlibFaceMatcher(calibration=parse(data, sha256(data), "own.json"))
