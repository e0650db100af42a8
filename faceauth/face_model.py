"""A face model as a manifest describes it: a network, what it is fed, and its calibration.

`faceauth/models/` has the manifests that come with the kiosk; a maker writes one for a network of
its own, or for one of these with thresholds of its own (docs/adapters.md).
"""

import functools
import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from faceauth import calibration as calibrations
from faceauth import model_files
from faceauth.calibration import Calibration
from faceauth.detection.landmarks import Landmarks
from faceauth.embedding.dlib_embedding import DlibEmbedding
from faceauth.embedding.onnx_embedding import OnnxEmbedding, OnnxModel
from faceauth.errors import ModelPart, ModelUnusable
from faceauth.images import GreyImage
from faceauth.port import Embedding

DEFAULT = "sface"

_SHIPPED = Path(__file__).parent / "models"


class EmbeddingModel(Protocol):
    """A network with its alignment; not thread-safe.

    Everything is embedded in grey, the live picture too: the card's photo is grey, and both must be
    seen alike.
    """

    @property
    def identity(self) -> str:
        """Names the weights and what is done around them: a calibration belongs to one."""
        ...

    def embed(self, grey: GreyImage, landmarks: Landmarks) -> Embedding:
        """Numbers of length 1."""
        ...

    def forget(self) -> None:
        """Overwrite what the last call left in buffers."""
        ...


@dataclass(frozen=True)
class Manifest:
    """A TOML file, read and checked; `network` and `calibration` lie beside it."""

    path: Path
    sha256: str
    """Of the manifest."""
    name: str
    licence: str
    alignment: str
    """`arcface`, or `dlib` for dlib's own network."""
    network: OnnxModel
    calibration: Path
    calibration_sha256: str


@dataclass(frozen=True, eq=False)
class FaceModel:
    """What tells faces apart, and from where on."""

    manifest: Manifest
    embedding: EmbeddingModel
    calibration: Calibration


def names() -> list[str]:
    """The models that come with the kiosk."""
    return sorted(path.stem for path in _SHIPPED.glob("*.toml"))


def face_model(name: str) -> FaceModel:
    """By name, or the path of a manifest; kept, so the first call of a process pays for it.

    Raises `ModelUnusable`.
    """
    return _face_model(manifest_path(name))


def manifest_path(name: str) -> Path:
    return _SHIPPED / f"{name}.toml" if name in names() else Path(name)


@functools.cache
def _face_model(path: Path) -> FaceModel:
    manifest = read_manifest(path)
    embedding = embedding_of(manifest)
    calibration = calibrations.load(manifest.calibration, manifest.calibration_sha256)
    if calibration.model != embedding.identity:
        raise ModelUnusable(
            ModelPart.CALIBRATION, f"{manifest.calibration.name} was made for another face model"
        )
    return FaceModel(manifest, embedding, calibration)


def embedding_of(manifest: Manifest) -> EmbeddingModel:
    """Without its calibration, which may have to be made yet; raises `ModelUnusable`."""
    if manifest.alignment == "dlib":
        return DlibEmbedding(manifest.network.path)
    return OnnxEmbedding(manifest.network)


def read_manifest(path: Path) -> Manifest:
    """Raises `ModelUnusable`."""
    try:
        data = path.read_bytes()
        values = tomllib.loads(data.decode("utf-8"))
        return _manifest(path, hashlib.sha256(data).hexdigest(), values)
    except OSError as error:
        known = ", ".join(names())
        raise ModelUnusable(
            ModelPart.MANIFEST,
            f"{path.name}: {error.strerror} (those that come with the kiosk: {known})",
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise ModelUnusable(ModelPart.MANIFEST, f"{path.name}: no TOML file") from None
    except KeyError as error:
        raise ModelUnusable(
            ModelPart.MANIFEST, f"{path.name}: {error.args[0]} is missing"
        ) from None
    except (TypeError, ValueError) as error:
        raise ModelUnusable(ModelPart.MANIFEST, f"{path.name}: {error}") from None


def _manifest(path: Path, sha256: str, values: dict[str, Any]) -> Manifest:
    alignment, input_px = str(values["alignment"]), int(values["input_px"])
    if alignment not in ("arcface", "dlib"):
        raise ValueError(f"alignment is {alignment!r}, not arcface or dlib")
    if not 32 <= input_px <= 512:
        raise ValueError(f"input_px is {input_px}, not 32 to 512")
    return Manifest(
        path=path,
        sha256=sha256,
        name=str(values["name"]),
        licence=str(values["licence"]),
        alignment=alignment,
        network=OnnxModel(
            path=_beside(path, str(values["file"])),
            sha256=str(values["sha256"]),
            input_px=input_px,
            mean=float(values["mean"]),
            scale=float(values["scale"]),
            mirrored=bool(values["mirrored"]),
        ),
        calibration=path.parent / str(values["calibration"]),
        calibration_sha256=str(values["calibration_sha256"]),
    )


def _beside(manifest: Path, name: str) -> Path:
    """A maker's network lies beside its manifest; else it is one that the set-up fetched."""
    own = manifest.parent / name
    return own if own.exists() else model_files.folder() / name
