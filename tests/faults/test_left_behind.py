"""What is left in a kiosk's memory once its patient has gone."""

import re
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from tests.faults.frames_left_behind import PIECE_PX
from tests.faults.memory import how_many_are_in

LIMIT_S = 120
WITHIN_S = 30
LAST = 25


def test_no_frame_of_the_camera_is_left(tmp_path: Path) -> None:
    pieces = tmp_path / "pieces"
    command = [sys.executable, "-m", "tests.faults.frames_left_behind", str(pieces)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as kiosk:
        assert kiosk.stdout is not None
        assert kiosk.stdout.readline() == "gone\n"
        frames = as_drawn(pieces.read_bytes())
        assert len(frames) >= 2 * LAST, "too few frames were shown"
        deadline = time.monotonic() + WITHIN_S
        any_of_them = re.compile(b"|".join(re.escape(piece) for piece in frames[-2 * LAST :]))
        while found := how_many_are_in(kiosk.pid, any_of_them):
            assert time.monotonic() < deadline, f"{found} pieces of frames are left"
        said, _ = kiosk.communicate("end\n", timeout=LIMIT_S)
        assert "as it must" in said


def as_drawn(pieces: bytes) -> list[bytes]:
    """The middle of a row of each frame, as the camera gives it and as the scene draws it."""
    bgr = np.frombuffer(pieces, np.uint8).reshape(-1, PIECE_PX, 3)
    opaque = np.full((*bgr.shape[:2], 1), 255, np.uint8)
    drawn = np.concatenate([bgr, opaque], axis=2)
    return [each.tobytes() for pair in zip(bgr, drawn, strict=True) for each in pair]
