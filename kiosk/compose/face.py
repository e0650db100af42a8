"""The face matcher with the model and calibration that the configuration names."""

from faceauth import calibration as face_calibration
from faceauth.embedding.onnx_embedding import OnnxEmbedding, OnnxModel
from faceauth.matcher import DlibFaceMatcher
from kiosk.config import Config


def face_matcher(config: Config) -> DlibFaceMatcher:
    face = config.face
    model = calibration = None
    if face.model is not None:
        model = OnnxEmbedding(
            OnnxModel(
                face.model,
                face.model_sha256,
                face.model_input_px,
                face.model_mean,
                face.model_scale,
            )
        )
    if face.calibration is not None:
        calibration = face_calibration.load(face.calibration, face.calibration_sha256)
    return DlibFaceMatcher(face.liveness, model, calibration)
