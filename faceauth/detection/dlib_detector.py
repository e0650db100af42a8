"""dlib's face detector, made once per process and shared by every stage.

`frontal_face.svm` is what `dlib.get_frontal_face_detector()` makes: dlib keeps it so tightly packed
that unpacking it would be most of what a worker loads.
"""

import functools
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dlib

FILE = Path(__file__).parent / "frontal_face.svm"


@dataclass(frozen=True)
class DlibDetector:
    """dlib's object; the package ships no types for it."""

    hog: Any
    """Keeps the picture that it searches: for one thread at a time, which holds `detecting`."""
    detecting: threading.Lock


@functools.cache
def dlib_detector() -> DlibDetector:
    """The one of this process."""
    return DlibDetector(dlib.fhog_object_detector(str(FILE)), threading.Lock())
