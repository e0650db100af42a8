"""The stages joined: a card's photo becomes a reference, live frames become a verdict."""

import cv2
import structlog

from faceauth import calibration as calibrations
from faceauth import quality
from faceauth.calibration import Calibration
from faceauth.comparison import Comparison, EmbeddedPhoto
from faceauth.detection.landmarks import find_landmarks
from faceauth.detection.still import find_still_face
from faceauth.embedding.alignment import aligned_chip
from faceauth.embedding.dlib_embedding import default_embedding
from faceauth.embedding.embed import EmbeddingModel
from faceauth.embedding.models import models
from faceauth.errors import CalibrationUnusable, FaceBug, PhotoUnusable
from faceauth.images import GreyImage, grey_from_rgb
from faceauth.photo import decode_photo
from faceauth.port import (
    Embedding,
    FaceComparison,
    Guidance,
    LivenessLevel,
    PhotoProblem,
    Reference,
)

__all__ = ["DlibFaceMatcher", "preload"]

_log = structlog.get_logger(__name__)


def preload() -> None:
    """Load everything that a forked session worker needs, and start no thread.

    A thread pool does not survive a fork: OpenCV would wait for ever for workers that are gone.
    """
    cv2.setNumThreads(1)
    models()
    default_embedding()


class DlibFaceMatcher:
    """`FaceMatcher` on dlib's detector; `preload()` beforehand makes the first call quick."""

    def __init__(
        self,
        liveness: LivenessLevel = LivenessLevel.ACTIVE,
        model: EmbeddingModel | None = None,
        calibration: Calibration | None = None,
    ) -> None:
        """Without `model` and `calibration`, those of this package; they must belong together.

        Raises `CalibrationUnusable` or `ModelsMissing`.
        """
        self._liveness = liveness
        self._model = model or default_embedding()
        self._calibration = calibration or calibrations.load_shipped()
        if self._calibration.model != self._model.identity:
            raise CalibrationUnusable("it was made for another face model")

    def record_calibration(self) -> None:
        """Put into the log by what thresholds people are let in, once at the kiosk's start."""
        _log.info(
            "face_calibration_in_use",
            calibration_sha256=self._calibration.sha256,
            shipped=self._calibration.sha256 == calibrations.SHIPPED_SHA256,
            threshold=self._calibration.threshold,
            false_accept_target=self._calibration.false_accept_target,
        )

    def enrol(self, photo: bytes | bytearray) -> EmbeddedPhoto:
        """Embed the JPEG 2000 photo (about 0.1 s); raises `PhotoUnusable`."""
        rgb = decode_photo(photo)
        grey = grey_from_rgb(rgb)
        try:
            return EmbeddedPhoto(self._embed_still(grey))
        finally:
            rgb.fill(0)
            grey.fill(0)
            self._model.forget()

    def compare(self, reference: Reference) -> FaceComparison:
        """Start an attempt; `reference` must come from `enrol`."""
        if not isinstance(reference, EmbeddedPhoto):
            raise FaceBug("the reference was not made by this matcher")
        return Comparison(reference, self._model, self._calibration, self._liveness)

    def _embed_still(self, grey: GreyImage) -> Embedding:
        faces = find_still_face(grey)
        if not faces:
            raise PhotoUnusable(PhotoProblem.NO_FACE, "no face was found in it")
        landmarks = find_landmarks(grey, faces[0])
        chip = aligned_chip(grey, landmarks)
        problem = quality.guidance_for_card(quality.measure(grey, faces, landmarks, chip))
        chip.fill(0)
        if problem is Guidance.LOOK_STRAIGHT:
            raise PhotoUnusable(PhotoProblem.POOR, "the face is turned away too far")
        return self._model.embed(grey, landmarks)
