"""The simulated camera's control file: what stands before it, and what is wrong with it."""

from pathlib import Path

from simulation.control_file import ControlFile, ControlState

_FILE_NAME = "camera.json"


class CameraState(ControlState):
    """The default is a working camera with nobody before it."""

    picture: str | None = None  # A name of `cutouts.CUTOUTS`.
    wears: str | None = None  # A name in `occluders`, before the person's face.
    clip: str | None = None  # Path of a video file; shown instead of a picture.
    plugged: bool = True
    frozen: bool = False
    dark: bool = False
    move: str | None = None  # A name of `head_motion.Move`, made once for each count below.
    moves_made: int = 0


def control_file(control_dir: Path) -> ControlFile[CameraState]:
    return ControlFile(control_dir / _FILE_NAME, CameraState())


class CameraHandler:
    """Steers the simulated camera from any process: a hand in front of the lens."""

    def __init__(self, control_dir: Path) -> None:
        self._file = control_file(control_dir)

    @property
    def state(self) -> CameraState:
        return self._file.read()

    def stand(self, picture: str) -> None:
        """Let the person of that picture stand before the camera, the face bare."""
        self._file.change(picture=picture, wears=None, clip=None)

    def wear(self, occluder: str | None) -> None:
        """Put that before the person's face, or take away what is there."""
        self._file.change(wears=occluder)

    def play(self, clip: Path) -> None:
        """Show a recorded clip instead."""
        self._file.change(picture=None, clip=str(clip))

    def perform(self, move: str) -> None:
        """Let the person turn the head, nod or blink, once (a value of `head_motion.Move`)."""
        self._file.change(move=move, moves_made=self._file.read().moves_made + 1)

    def leave(self) -> None:
        self._file.change(picture=None, clip=None)

    def unplug(self) -> None:
        self._file.change(plugged=False)

    def plug(self) -> None:
        """Plug in again; freezing and darkness end with it."""
        self._file.change(plugged=True, frozen=False, dark=False)

    def freeze(self) -> None:
        """Repeat the last picture, as a hung driver does."""
        self._file.change(frozen=True)

    def darken(self) -> None:
        self._file.change(dark=True)
