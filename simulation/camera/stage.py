"""The simulated camera's file on the stage: what stands before it, and what is wrong with it."""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

_FILE_NAME = "camera.json"


@dataclass(frozen=True)
class CameraStage:
    """The default is a working camera with nobody before it."""

    picture: str | None = None  # A name of `cutouts.CUTOUTS`.
    wears: str | None = None  # A name in `occluders`, before the person's face.
    clip: str | None = None  # Path of a video file; shown instead of a picture.
    plugged: bool = True
    frozen: bool = False
    dark: bool = False
    move: str | None = None  # A name of `performer.Move`, made once for each count below.
    moves_made: int = 0


class StageFile:
    """Reads and writes `CameraStage` in a stage directory; writing is atomic."""

    def __init__(self, stage_dir: Path) -> None:
        self._path = stage_dir / _FILE_NAME

    def read(self) -> CameraStage:
        try:
            return CameraStage(**json.loads(self._path.read_text()))
        except FileNotFoundError:
            return CameraStage()

    def write(self, stage: CameraStage) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(f".{os.getpid()}.tmp")
        draft.write_text(json.dumps(asdict(stage)))
        draft.replace(self._path)

    def version(self) -> tuple[int, int] | None:
        """Changes with every write; None while the file is missing."""
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return None
        return status.st_mtime_ns, status.st_ino


class CameraHandler:
    """Steers the simulated camera from any process: a hand in front of the lens."""

    def __init__(self, stage_dir: Path) -> None:
        self._file = StageFile(stage_dir)

    @property
    def stage(self) -> CameraStage:
        return self._file.read()

    def stand(self, picture: str) -> None:
        """Let the person of that picture stand before the camera, the face bare."""
        self._change(picture=picture, wears=None, clip=None)

    def wear(self, occluder: str | None) -> None:
        """Put that before the person's face, or take away what is there."""
        self._change(wears=occluder)

    def play(self, clip: Path) -> None:
        """Show a recorded clip instead."""
        self._change(picture=None, clip=str(clip))

    def perform(self, move: str) -> None:
        """Let the person turn the head, nod or blink, once (a value of `performer.Move`)."""
        stage = self._file.read()
        self._file.write(replace(stage, move=move, moves_made=stage.moves_made + 1))

    def leave(self) -> None:
        self._change(picture=None, clip=None)

    def unplug(self) -> None:
        self._change(plugged=False)

    def plug(self) -> None:
        """Plug in again; freezing and darkness end with it."""
        self._change(plugged=True, frozen=False, dark=False)

    def freeze(self) -> None:
        """Repeat the last picture, as a hung driver does."""
        self._change(frozen=True)

    def darken(self) -> None:
        self._change(dark=True)

    def _change(self, **changes: str | bool | None) -> None:
        self._file.write(replace(self._file.read(), **changes))  # type: ignore[arg-type]
