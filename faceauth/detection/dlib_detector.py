"""dlib's face detector, made once per process and shared by every stage."""

import functools
import threading
from dataclasses import dataclass
from typing import Any

import dlib  # type: ignore[import-untyped]


@dataclass(frozen=True)
class DlibDetector:
    """dlib's object; the package ships no types for it."""

    hog: Any
    """Keeps the picture that it searches: for one thread at a time, which holds `detecting`."""
    detecting: threading.Lock


@functools.cache
def dlib_detector() -> DlibDetector:
    """The one of this process."""
    return DlibDetector(dlib.get_frontal_face_detector(), threading.Lock())
