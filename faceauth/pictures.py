"""Single pictures from files, each taken through all stages: for commands and measurements."""

import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from faceauth import quality
from faceauth.detection.detect import find_still_face
from faceauth.detection.landmarks import find_landmarks
from faceauth.embedding.alignment import aligned_chip
from faceauth.errors import PicturesUnusable
from faceauth.face_model import EmbeddingModel
from faceauth.images import GreyImage, RgbImage, grey_from_rgb
from faceauth.port import Embedding, Guidance

_FORMATS = ("JPEG", "PNG", "BMP", "PPM", "JPEG2000", "WEBP", "TIFF")
_PIXELS_AT_MOST = 5_000_000
"""After a JPEG was reduced on the way: decoding takes up to twelve bytes a pixel, 60 MB."""

_SIDE_AT_MOST_PX = 1600
"""Larger pictures are reduced: a camera has no more."""


@dataclass(frozen=True, eq=False)
class Seen:
    """A picture as one of the two sides of a comparison saw it."""

    embedding: Embedding
    view: quality.FaceView

    @property
    def problem(self) -> Guidance:
        """Why the quality gate refuses it as a live frame; NONE when it does not."""
        return quality.guidance_for_still(self.view)

    @property
    def problem_as_card(self) -> Guidance:
        return quality.guidance_for_card(self.view)


@dataclass
class StageTimes:
    """Milliseconds of every call, by stage."""

    detect: list[float] = field(default_factory=list)
    landmarks: list[float] = field(default_factory=list)
    embed: list[float] = field(default_factory=list)

    def medians_ms(self) -> dict[str, float]:
        stages = {"detect": self.detect, "landmarks": self.landmarks, "embed": self.embed}
        return {name: round(float(np.median(ms)), 2) for name, ms in stages.items() if ms}


def load_rgb(path: Path) -> RgbImage:
    """Decode a picture file; raises `PicturesUnusable` whatever is wrong with it."""
    try:
        with Image.open(path, formats=_FORMATS) as image:
            if "progressive" not in image.info:  # That kind is unfolded whole in any case.
                image.draft(None, (_SIDE_AT_MOST_PX // 2,) * 2)
            if image.width * image.height > _PIXELS_AT_MOST:
                raise PicturesUnusable(
                    f"{path.name}: {image.width} × {image.height} px is too large. Take one of at "
                    "most 5 million pixels"
                )
            if image.mode.startswith("I"):
                return _from_16_bit(np.asarray(image))
            # Phones store a turned picture with the turn beside it.
            reduced = ImageOps.exif_transpose(image).convert("RGB")
            reduced.thumbnail((_SIDE_AT_MOST_PX, _SIDE_AT_MOST_PX))
            return np.array(reduced)
    except PicturesUnusable:
        raise
    except Exception as error:
        # Pillow's readers let struct, assertion and memory errors through, among others.
        raise PicturesUnusable(
            f"{path.name} is no readable picture. Take a whole JPEG, PNG, BMP, PPM, JPEG 2000, "
            f"WebP or TIFF file ({type(error).__name__})"
        ) from None


def see(rgb: RgbImage, model: EmbeddingModel, times: StageTimes) -> Seen | None:
    """Take one picture through all stages; None when no face is found."""
    grey = grey_from_rgb(rgb)
    at = time.perf_counter()
    faces = find_still_face(grey)
    at = _lap(times.detect, at)
    if not faces:
        return None
    landmarks = find_landmarks(grey, faces[0])
    at = _lap(times.landmarks, at)
    embedding = model.embed(grey, landmarks)
    _lap(times.embed, at)
    chip = aligned_chip(grey, landmarks)
    view = quality.measure(grey, faces, landmarks, chip)
    return Seen(embedding, view)


def _from_16_bit(values: GreyImage) -> RgbImage:
    span = max(1, int(values.max()))
    grey = (values.astype(np.float64) * (255 / span)).astype(np.uint8)
    return np.repeat(grey[:, :, np.newaxis], 3, axis=2)


def _lap(into: list[float], since: float) -> float:
    now = time.perf_counter()
    into.append((now - since) * 1000)
    return now
