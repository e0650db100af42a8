"""dlib's detector and landmarks, loaded once per process and shared by every stage.

The files come with the `face_recognition_models` package. It is only located, never imported: its
import needs a setuptools that newer environments lack, and `face_recognition` ends the process
when that fails.
"""

import functools
import importlib.util
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dlib  # type: ignore[import-untyped]

from faceauth.errors import ModelsMissing

LANDMARKS_68 = "shape_predictor_68_face_landmarks.dat"
EMBEDDING = "dlib_face_recognition_resnet_model_v1.dat"


@dataclass(frozen=True)
class Models:
    """dlib's objects; the package ships no types for them."""

    detector: Any
    """Keeps the picture that it searches: for one thread at a time, which holds `detecting`."""
    detecting: threading.Lock
    landmarks_68: Any


@functools.cache
def models() -> Models:
    """The models of this process; half a second the first time. Raises `ModelsMissing`."""
    return Models(
        detector=dlib.get_frontal_face_detector(),
        detecting=threading.Lock(),
        landmarks_68=dlib.shape_predictor(str(model_file(LANDMARKS_68))),
    )


def model_file(name: str) -> Path:
    """Where the package has it; raises `ModelsMissing`."""
    package = importlib.util.find_spec("face_recognition_models")
    for location in (package and package.submodule_search_locations) or ():
        path = Path(location) / "models" / name
        if path.is_file():
            return path
    raise ModelsMissing("the face models are not installed; run the set-up again")
