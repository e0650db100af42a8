"""The face matcher with the model that the configuration names."""

from faceauth.matcher import CardFaceMatcher
from kiosk.config import Config


def face_matcher(config: Config) -> CardFaceMatcher:
    return CardFaceMatcher(config.face.liveness, config.face.model)
