"""A face in a picture of unknown scale: a card's photo, or one out of a folder."""

from faceauth.detection.detect import find_faces
from faceauth.detection.face_box import FaceBox
from faceauth.detection.yunet import find_by_yunet
from faceauth.images import GreyImage

_SEARCH_WIDTHS_PX = (480, 320, 800)
"""Taken in turn: the usual portrait, one that fills the picture, one in a wide scene."""


def find_still_face(grey: GreyImage) -> tuple[FaceBox, ...]:
    """All faces at the first scale that shows any, the largest first; empty when there is none."""
    for width_px in _SEARCH_WIDTHS_PX:
        faces = find_faces(grey, width_px)
        if faces:
            return faces
    return find_by_yunet(grey)
