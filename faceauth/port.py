"""What the kiosk needs of face authentication: a camera, a face model, a running comparison."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

BgrImage = NDArray[np.uint8]
"""Height × width × 3, blue-green-red, as OpenCV delivers it."""

Embedding = NDArray[np.float64]
"""128 numbers; Euclidean distance tells likeness (dlib's face recognition network)."""


@dataclass(frozen=True, eq=False)
class Frame:
    """One picture of the camera, not mirrored."""

    bgr: BgrImage
    captured_at_ms: float  # time.monotonic() * 1000


class Camera(Protocol):
    """Delivers the latest frame; raises `faceauth.errors.CameraLost` and recovers by itself."""

    def open(self) -> None: ...

    def latest(self, newer_than_ms: float, timeout_ms: int) -> Frame | None:
        """The newest frame taken after `newer_than_ms`; None when none came in time."""
        ...

    def close(self) -> None: ...


class Guidance(Enum):
    """The one thing the patient should do now, or NONE while all is well."""

    NONE = "none"
    NO_FACE = "no_face"
    SEVERAL_FACES = "several_faces"
    COME_CLOSER = "come_closer"
    STEP_BACK = "step_back"
    MOVE_LEFT = "move_left"  # The person's own left
    MOVE_RIGHT = "move_right"
    MOVE_UP = "move_up"
    MOVE_DOWN = "move_down"
    LOOK_STRAIGHT = "look_straight"
    HOLD_STILL = "hold_still"
    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    UNCOVER_EYES = "uncover_eyes"  # Of dark glasses.
    UNCOVER_MOUTH = "uncover_mouth"  # Of a mask or a hand.
    NO_PICTURE = "no_picture"  # The camera stopped delivering.
    TURN_LEFT = "turn_left"  # The person's own left; the moves below prove that somebody is there.
    TURN_RIGHT = "turn_right"
    NOD = "nod"
    BLINK = "blink"


MOVES = frozenset({Guidance.TURN_LEFT, Guidance.TURN_RIGHT, Guidance.NOD, Guidance.BLINK})


class LivenessLevel(Enum):
    """What protects against a photograph or a screen held before the camera."""

    OFF = "off"
    PASSIVE = "passive"  # Repeated and screen-like pictures are refused.
    ACTIVE = "active"  # Moves are asked for as well, in an order that nobody can foresee.


class CameraProblem(Enum):
    """Why the camera delivers nothing; each has its own remedy."""

    ABSENT = "absent"
    PERMISSION_DENIED = "permission_denied"
    BUSY = "busy"  # Another program has it.
    STOPPED = "stopped"  # It is there, but no picture comes.
    NO_CAPTURE = "no_capture"  # The node is there, but no picture comes out of that kind.
    WRONG_FORMAT = "wrong_format"  # Infrared or depth instead of colours.


class PhotoProblem(Enum):
    """Why the card's photo cannot serve as a reference."""

    UNREADABLE = "unreadable"
    NO_FACE = "no_face"
    POOR = "poor"  # A face, but turned away too far to be compared.


class Verdict(Enum):
    UNDECIDED = "undecided"
    MATCH = "match"
    NO_MATCH = "no_match"


@dataclass(frozen=True)
class Observation:
    """What one frame changed in the comparison."""

    guidance: Guidance
    progress: float  # 0..1, how much of the evidence is gathered
    verdict: Verdict
    face_below: float = 0.0
    """How far the face is below the middle of the frame, of its height; 0 without one."""


class FaceComparison(Protocol):
    """One attempt to match a live person against one reference; not thread-safe."""

    def feed(self, frame: Frame) -> Observation: ...

    def wipe(self) -> None:
        """Overwrite everything biometric that this attempt holds."""
        ...


class FaceMatcher(Protocol):
    """Turns a card's photo into attempts."""

    def enrol(self, photo: bytes | bytearray) -> "Reference":
        """Embed the JPEG 2000 photo; raises `faceauth.errors.PhotoUnusable(problem)`."""
        ...

    def compare(self, reference: "Reference") -> FaceComparison: ...


class Reference(Protocol):
    """The embedded card photo; wiped at the end of the session."""

    def wipe(self) -> None: ...
