"""What face authentication raises.

Fault
├── CameraLost          no picture comes from the camera (why: CameraProblem)
├── PhotoUnusable       the card's photo is no reference (problem: PhotoProblem)
├── ModelUnusable       a file of the face model is missing, changed or of another model (part)
└── PicturesUnusable    a command was given no picture to compare or to measure with
Bug                     a call in the wrong order or with the wrong thing

No message holds anything about a person.
"""

from enum import Enum

from common.errors import Fault
from faceauth.port import CameraProblem, PhotoProblem

_CAMERA_REMEDY = {
    CameraProblem.ABSENT: "it is not there. Plug it in, or correct the configured device",
    CameraProblem.PERMISSION_DENIED: (
        "permission denied. Add the kiosk's user to the group 'video' and log in again"
    ),
    CameraProblem.BUSY: "another program uses it. Close that program",
    CameraProblem.STOPPED: "it delivers no picture. Unplug it and plug it in again",
    CameraProblem.NO_CAPTURE: (
        "no picture can be captured there: it is a camera's node for metadata, or no camera. "
        "Configure the camera's first node, whose name under /dev/v4l ends in index0"
    ),
    CameraProblem.WRONG_FORMAT: (
        "it delivers no colour pictures. Configure the other device of that camera, or another one"
    ),
}


class CameraLost(Fault):
    """No picture can be had now; the camera goes on trying by itself."""

    def __init__(self, why: CameraProblem, device: str) -> None:
        super().__init__(f"camera {device}: {_CAMERA_REMEDY[why]}")
        self.why = why
        self.device = device


class PhotoUnusable(Fault):
    """The card's photo cannot serve as a reference; PIN and staff remain."""

    def __init__(self, problem: PhotoProblem, detail: str) -> None:
        super().__init__(f"card photo {problem.value}: {detail}; use the PIN or call staff")
        self.problem = problem


class ModelPart(Enum):
    """Which file of a face model."""

    NETWORK = "face model"
    MANIFEST = "face model manifest"
    CALIBRATION = "face calibration"
    ANTI_SPOOF = "manifest against pictures of faces"


_MODEL_REMEDY = {
    ModelPart.NETWORK: "Run the set-up again, or correct the manifest that face.model names.",
    ModelPart.MANIFEST: "Correct it, or face.model.",
    ModelPart.CALIBRATION: "Correct the manifest that face.model names.",
    ModelPart.ANTI_SPOOF: "Correct it, or face.anti_spoof.",
}


class ModelUnusable(Fault):
    """Without networks and thresholds nobody can be let in."""

    def __init__(self, part: ModelPart, what: str) -> None:
        super().__init__(f"{part.value} {what}.", _MODEL_REMEDY[part])
        self.part = part


class PicturesUnusable(Fault):
    """A file or folder given to a command holds nothing that it can use."""
