"""A maker's network that tells a face from a picture of one.

None comes with the kiosk: no network that may be shipped is fit to refuse anybody. What one
suspects makes the person move, it turns nobody away (docs/adapters.md).
"""

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from faceauth import model_files
from faceauth.detection.face_box import FaceBox
from faceauth.errors import ModelPart, ModelUnusable
from faceauth.network import OpenCvNetwork
from faceauth.port import BgrImage


@dataclass(frozen=True)
class AntiSpoofManifest:
    """A TOML file with these keys; `file` lies beside it."""

    name: str
    licence: str
    file: str
    sha256: str
    input_px: int
    around_face: float
    """Side of what it is shown, in sides of the detector's square."""
    rgb: bool
    """Whether red comes first."""
    mean: float
    scale: float
    """Each value becomes (value - mean) * scale."""
    softmax: bool
    """Whether its answers still have to be made probabilities."""
    genuine_class: int
    """Which of its answers stands for a face that is there."""
    genuine_at_least: float
    """Below that mean over the frames of an attempt, it is suspicious."""
    measured: str
    """What the limit rests on: recordings, and how many of each kind are told right."""


class AntiSpoof:
    """Not thread-safe."""

    def __init__(self, manifest: AntiSpoofManifest, folder: Path) -> None:
        """Raises `ModelUnusable`."""
        self._manifest = manifest
        graph = model_files.read_model(folder / manifest.file, manifest.sha256)
        side = manifest.input_px
        try:
            self._network = OpenCvNetwork.from_onnx(graph)
            answers = self._network.run(np.zeros((1, 3, side, side), np.float32))
        except cv2.error:
            raise ModelUnusable(
                ModelPart.NETWORK, f"{manifest.file}: no network that OpenCV can run"
            ) from None
        if not 0 <= manifest.genuine_class < answers.shape[1]:
            raise ModelUnusable(
                ModelPart.NETWORK, f"{manifest.file}: it has {answers.shape[1]} answers"
            )

    def genuine(self, bgr: BgrImage, face: FaceBox) -> float:
        """How surely this is a face that is there, 0..1."""
        how = self._manifest
        scale = how.input_px / (face.side * how.around_face)
        offset = how.input_px / 2 - np.array(face.centre) * scale
        matrix = np.array([[scale, 0.0, offset[0]], [0.0, scale, offset[1]]])
        size = (how.input_px, how.input_px)
        seen = cv2.warpAffine(bgr, matrix, size, borderMode=cv2.BORDER_REPLICATE)
        values = (seen[:, :, ::-1] if how.rgb else seen).astype(np.float32)
        images = ((values - how.mean) * how.scale).transpose(2, 0, 1)[np.newaxis]
        (answers,) = self._network.run(np.ascontiguousarray(images, np.float32))
        seen.fill(0)
        values.fill(0)
        return float((_softmax(answers) if how.softmax else answers)[how.genuine_class])

    def is_suspicious(self, genuine: list[float]) -> bool:
        """Of the frames of one attempt."""
        return bool(genuine) and float(np.mean(genuine)) < self._manifest.genuine_at_least

    def forget(self) -> None:
        self._network.forget()


@functools.cache
def anti_spoof(path: Path) -> AntiSpoof:
    """By its manifest; raises `ModelUnusable`."""
    try:
        values: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        manifest = AntiSpoofManifest(
            **{name: kind(values[name]) for name, kind in AntiSpoofManifest.__annotations__.items()}
        )
    except OSError as error:
        raise ModelUnusable(ModelPart.ANTI_SPOOF, f"{path.name}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise ModelUnusable(ModelPart.ANTI_SPOOF, f"{path.name}: no TOML file") from None
    except KeyError as error:
        missing = f"{path.name}: {error.args[0]} is missing"
        raise ModelUnusable(ModelPart.ANTI_SPOOF, missing) from None
    except (TypeError, ValueError) as error:
        raise ModelUnusable(ModelPart.ANTI_SPOOF, f"{path.name}: {error}") from None
    return AntiSpoof(manifest, path.parent)


def _softmax(answers: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(answers - answers.max())
    return np.asarray(powers / powers.sum())
