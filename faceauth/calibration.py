"""The calibration: a signed file with the thresholds that belong to one model.

It is made by `uketsuke face calibrate` and loaded by the hash in the model's manifest. The
thresholds are nowhere else, so they cannot be changed on site without another file, which the
kiosk's start records.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from faceauth.errors import ModelPart, ModelUnusable

_FORMAT = 3


@dataclass(frozen=True)
class Calibration:
    """What the decision needs to know; see `docs/face-accuracy.md`."""

    model: str
    """`EmbeddingModel.identity`; distances of another model mean nothing."""
    threshold: float
    """A fused distance below it is the same person, at the false-accept target."""
    frame_threshold: float
    """The same for each frame by itself, looser: no frame of somebody else among the fused."""
    false_accept_target: float
    provenance: str
    made_on: str
    """ISO date."""
    sha256: str
    """Of the file."""


def load(path: Path, sha256: str) -> Calibration:
    """Raises `ModelUnusable`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelUnusable(ModelPart.CALIBRATION, f"{path.name}: {error.strerror}") from None
    return parse(data, sha256, path.name)


def parse(data: bytes, sha256: str, name: str) -> Calibration:
    """Check hash and signature, then read; raises `ModelUnusable`."""
    found = hashlib.sha256(data).hexdigest()
    if found != sha256.lower():
        raise ModelUnusable(
            ModelPart.CALIBRATION, f"{name} has another SHA-256 than its manifest says"
        )
    try:
        document = json.loads(data)
        content = document["content"]
        _check_signature(document, content)
        if content["format"] != _FORMAT:
            raise ModelUnusable(
                ModelPart.CALIBRATION, f"{name} is of format {content['format']}, not {_FORMAT}"
            )
        return Calibration(
            model=str(content["model"]),
            threshold=float(content["threshold"]),
            frame_threshold=float(content["frame_threshold"]),
            false_accept_target=float(content["false_accept_target"]),
            provenance=str(content["provenance"]),
            made_on=str(content["made_on"]),
            sha256=found,
        )
    except (ValueError, KeyError, TypeError):
        raise ModelUnusable(ModelPart.CALIBRATION, f"{name} is no calibration file") from None
    except InvalidSignature:
        raise ModelUnusable(ModelPart.CALIBRATION, f"the signature of {name} is wrong") from None


def serialise(
    calibration: Calibration, details: Mapping[str, object], key: Ed25519PrivateKey
) -> bytes:
    """The bytes of a calibration file; `details` are for people, such as how it was measured."""
    content = {
        "format": _FORMAT,
        "model": calibration.model,
        "made_on": calibration.made_on,
        "provenance": calibration.provenance,
        "false_accept_target": calibration.false_accept_target,
        "threshold": calibration.threshold,
        "frame_threshold": calibration.frame_threshold,
        "details": details,
    }
    public = key.public_key().public_bytes(
        serialization.Encoding.Raw, serialization.PublicFormat.Raw
    )
    document = {
        "public_key": base64.b64encode(public).decode(),
        "signature": base64.b64encode(key.sign(_canonical(content))).decode(),
        "content": content,
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _check_signature(document: dict[str, Any], content: Mapping[str, object]) -> None:
    """Who signed is told by the hash in the configuration; this proves that it was made whole."""
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(document["public_key"]))
    public.verify(base64.b64decode(document["signature"]), _canonical(content))


def _canonical(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()


def read_signing_key(path: Path | None) -> Ed25519PrivateKey:
    """The key in a PEM file, or a new one that signs once; raises `ModelUnusable`."""
    if path is None:
        return Ed25519PrivateKey.generate()
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except OSError as error:
        raise ModelUnusable(ModelPart.CALIBRATION, f"{path.name}: {error.strerror}") from None
    except (ValueError, TypeError):
        raise ModelUnusable(
            ModelPart.CALIBRATION, f"{path.name} is no unencrypted PEM key"
        ) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise ModelUnusable(ModelPart.CALIBRATION, f"{path.name} is no Ed25519 key")
    return key
