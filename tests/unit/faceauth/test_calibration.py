"""The calibration file: whole, signed, and without anything about a person."""

import base64
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
)

from faceauth.calibration import Calibration, load, parse, read_signing_key, serialise
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


def test_a_file_of_another_format_is_refused_as_such() -> None:
    key = Ed25519PrivateKey.generate()
    document = json.loads(serialise(OWN, {}, key))
    content = document["content"] | {"format": 4}
    signed = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    signature = base64.b64encode(key.sign(signed)).decode()
    data = json.dumps(document | {"content": content, "signature": signature}).encode()
    with pytest.raises(ModelUnusable, match="format 4"):
        parse(data, sha256(data), "own.json")


def test_the_shipped_ones_are_read_with_the_hash_of_their_manifest() -> None:
    manifest = read_manifest(manifest_path(DEFAULT))
    data = manifest.calibration.read_bytes()
    read = load(manifest.calibration, sha256(data))
    assert 0 < read.threshold <= read.frame_threshold


def test_whoever_signs_once_needs_no_key() -> None:
    keys = [read_signing_key(None) for _ in range(2)]
    assert keys[0].public_key() != keys[1].public_key()


def pem(key: Ed25519PrivateKey | X25519PrivateKey, encryption: KeySerializationEncryption) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)


def test_a_key_in_a_file_signs(tmp_path: Path) -> None:
    key = Ed25519PrivateKey.generate()
    path = tmp_path / "key.pem"
    path.write_bytes(pem(key, NoEncryption()))
    assert read_signing_key(path).public_key() == key.public_key()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "No such file"),
        (b"no key", "no unencrypted PEM key"),
        (pem(Ed25519PrivateKey.generate(), BestAvailableEncryption(b"1")), "no unencrypted"),
        (pem(X25519PrivateKey.generate(), NoEncryption()), "no Ed25519 key"),
    ],
)
def test_what_is_no_key_to_sign_with_is_refused(
    tmp_path: Path, content: bytes | None, problem: str
) -> None:
    path = tmp_path / "key.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelUnusable, match=problem):
        read_signing_key(path)
