"""A camera at the counter: the kiosk's own adapter opens it as it opens any other.

What a driver would do is done by a small library (`v4l2_camera.c`) that the kiosk's processes are
started with; what it sees is drawn here, by the same scenes that the demo shows.
"""

import mmap
import shutil
import struct
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2
import numpy as np

from simulation.camera.scene import Scene

DEVICE = "/dev/full"
"""A character device that nothing else asks for pictures."""

_SOURCE = Path(__file__).with_name("v4l2_camera.c")
_SLOTS, _SLOT_BYTES = 4, 1 << 20
"""As `struct shared` of the library has them."""
_WRITTEN = struct.Struct("<I")
_FIRST_SLOT = _WRITTEN.size * (1 + _SLOTS)
_FRAME_S = 1 / 30


def why_unavailable() -> str | None:
    return None if shutil.which("cc") else "there is no C compiler (build-essential)"


class CameraAtTheCounter:
    """30 frames/s of whoever stands there, as JPEG, as USB cameras send them."""

    def __init__(self, folder: Path, photos: Path) -> None:
        self._photos = photos
        self._file = folder / "camera"
        self._file.write_bytes(bytes(_FIRST_SLOT + _SLOTS * _SLOT_BYTES))
        self._scene = Scene(None, photos)
        self.environment = {
            "LD_PRELOAD": str(_library(folder)),
            "V4L2_CAMERA_PICTURES": str(self._file),
        }

    def show(self, picture: str | None) -> None:
        """Somebody steps before it, or away."""
        self._scene = Scene(picture, self._photos)

    @contextmanager
    def running(self) -> Iterator[None]:
        stop = threading.Event()
        thread = threading.Thread(target=self._run, args=(stop,), name="camera at the counter")
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    def _run(self, stop: threading.Event) -> None:
        with self._file.open("r+b") as file, mmap.mmap(file.fileno(), 0) as shared:
            number = 0
            while not stop.wait(_FRAME_S):
                number += 1
                there, jpeg = cv2.imencode(".jpg", self._scene.frame(number, dark=False))
                assert there
                slot = number % _SLOTS
                at = _FIRST_SLOT + slot * _SLOT_BYTES
                shared[at : at + jpeg.size] = np.ascontiguousarray(jpeg).tobytes()
                _WRITTEN.pack_into(shared, _WRITTEN.size * (1 + slot), jpeg.size)
                _WRITTEN.pack_into(shared, 0, number)  # Last: from now on it is shown.


def _library(folder: Path) -> Path:
    made = folder / "v4l2_camera.so"
    options = ["-shared", "-fPIC", "-O2", "-Wall", "-Werror"]
    command = ["cc", *options, "-o", str(made), str(_SOURCE), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return made
