"""The stages joined: a card's photo becomes a reference, live frames become a verdict."""

from pathlib import Path

import cv2
import structlog

from common.errors import Bug
from faceauth import quality
from faceauth.comparison import Comparison, EmbeddedPhoto
from faceauth.detection import landmarks, yunet
from faceauth.detection.detect import find_still_face
from faceauth.detection.dlib_detector import dlib_detector
from faceauth.embedding.alignment import aligned_chip
from faceauth.errors import PhotoUnusable
from faceauth.face_model import DEFAULT, face_model
from faceauth.images import GreyImage, grey_from_rgb
from faceauth.liveness.anti_spoof import anti_spoof
from faceauth.photo import decode_photo
from faceauth.port import (
    Embedding,
    FaceComparison,
    Guidance,
    LivenessLevel,
    PhotoProblem,
    Reference,
)

__all__ = ["CardFaceMatcher", "preload"]

_log = structlog.get_logger(__name__)


def preload() -> None:
    """Load everything that a forked session worker needs, and start no thread.

    A thread pool does not survive a fork: OpenCV would wait for ever for workers that are gone.
    """
    cv2.setNumThreads(1)
    dlib_detector()
    landmarks.preload()
    yunet.preload()
    face_model(DEFAULT)


class CardFaceMatcher:
    """`FaceMatcher`; `preload()` beforehand makes the first call quick."""

    def __init__(
        self,
        liveness: LivenessLevel = LivenessLevel.ACTIVE,
        model: str = DEFAULT,
        anti_spoof_manifest: Path | None = None,
    ) -> None:
        """`model` is a name or a manifest's path; raises what `face_model` does."""
        self._liveness = liveness
        self._anti_spoof = anti_spoof(anti_spoof_manifest) if anti_spoof_manifest else None
        self._model = face_model(model)
        landmarks.preload()
        yunet.preload()

    def record_model(self) -> None:
        """Put into the log by what model and thresholds people are let in, once at the start."""
        calibration = self._model.calibration
        _log.info(
            "face_model_in_use",
            face_model=self._model.manifest.name,
            manifest_sha256=self._model.manifest.sha256,
            calibration_sha256=calibration.sha256,
            threshold=calibration.threshold,
            false_accept_target=calibration.false_accept_target,
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
            landmarks.forget()
            yunet.forget()
            self._model.embedding.forget()

    def compare(self, reference: Reference) -> FaceComparison:
        """Start an attempt; `reference` must come from `enrol`."""
        if not isinstance(reference, EmbeddedPhoto):
            raise Bug("the reference was not made by this matcher")
        return Comparison(reference, self._model, self._liveness, self._anti_spoof)

    def _embed_still(self, grey: GreyImage) -> Embedding:
        faces = find_still_face(grey)
        if not faces:
            raise PhotoUnusable(PhotoProblem.NO_FACE, "no face was found in it")
        points = landmarks.find_landmarks(grey, faces[0])
        chip = aligned_chip(grey, points)
        problem = quality.guidance_for_card(quality.measure(grey, faces, points, chip))
        chip.fill(0)
        if problem is Guidance.LOOK_STRAIGHT:
            raise PhotoUnusable(PhotoProblem.POOR, "the face is turned away too far")
        return self._model.embedding.embed(grey, points)
