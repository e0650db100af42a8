"""What face authentication raises.

    FaceAuthError
    ├── FaceEnvironmentError      the world's fault: a device, a card, a file
    │   ├── CameraLost            no picture comes from the camera (why: CameraProblem)
    │   ├── PhotoUnusable         the card's photo is no reference (problem: PhotoProblem)
    │   ├── ModelsMissing         the model files are not installed
    │   ├── ManifestUnusable      the description of a model is missing or wrong
    │   ├── CalibrationUnusable   the calibration file is missing, changed or for another model
    │   ├── PicturesUnusable      no picture to compare or to measure with
    │   └── PictureMissing        the simulated camera was told to show what is not there
    └── FaceBug                   ours: a call in the wrong order or with the wrong thing

No message holds anything about a person.
"""

from faceauth.port import CameraProblem, PhotoProblem


class FaceAuthError(Exception):
    """Base of everything this package raises on purpose."""


class FaceEnvironmentError(FaceAuthError):
    """The world's fault; the message names the remedy."""


_CAMERA_REMEDY = {
    CameraProblem.ABSENT: "it is not there. Plug it in, or correct the configured device",
    CameraProblem.PERMISSION_DENIED: (
        "permission denied. Add the kiosk's user to the group 'video' and log in again"
    ),
    CameraProblem.BUSY: "another program uses it. Close that program",
    CameraProblem.STOPPED: "it delivers no picture. Unplug it and plug it in again",
    CameraProblem.WRONG_FORMAT: (
        "it delivers no colour pictures. Configure the other device of that camera, or another one"
    ),
}


class CameraLost(FaceEnvironmentError):
    """No picture can be had now; the camera goes on trying by itself."""

    def __init__(self, why: CameraProblem, device: str) -> None:
        super().__init__(f"camera {device}: {_CAMERA_REMEDY[why]}")
        self.why = why
        self.device = device


class PhotoUnusable(FaceEnvironmentError):
    """The card's photo cannot serve as a reference; PIN and staff remain."""

    def __init__(self, problem: PhotoProblem, detail: str) -> None:
        super().__init__(f"card photo {problem.value}: {detail}; use the PIN or call staff")
        self.problem = problem


class ModelsMissing(FaceEnvironmentError):
    """A network's file is not there, or not the one that was named."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(
            f"face model {file}: {why}. Run the set-up again, or correct the manifest that "
            "face.model names"
        )


class ManifestUnusable(FaceEnvironmentError):
    """The description of a face model is missing or wrong."""

    def __init__(self, manifest: str, why: str) -> None:
        super().__init__(f"face model manifest {manifest}: {why}; correct it, or face.model")


class CalibrationUnusable(FaceEnvironmentError):
    """Without thresholds nobody can be let in."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"face calibration: {detail}; correct the manifest that face.model names")


class PicturesUnusable(FaceEnvironmentError):
    """A file or folder given to a command holds nothing that it can use."""


class PictureMissing(FaceEnvironmentError):
    """A picture that the simulated camera was told to show does not exist or is no picture."""


class FaceBug(FaceAuthError):
    """A broken promise between our own parts."""
