"""The real camera's adapter: why it fails, and that it comes back; no camera is needed here."""

import errno
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from faceauth.camera import opencv_camera
from faceauth.camera.opencv_camera import OpenCvCamera, probe, problem_of_errno
from faceauth.errors import CameraLost
from faceauth.port import CameraProblem, Frame

DEADLINE_S = 60.0


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """A video that OpenCV captures from like from a device; at its end it is as if unplugged."""
    path = tmp_path / "clip.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 30, (320, 240))
    for shade in range(0, 200, 40):
        writer.write(np.full((240, 320, 3), shade, np.uint8))
    writer.release()
    return path


def open_clip(device: str) -> cv2.VideoCapture:
    if not Path(device).exists():
        raise CameraLost(CameraProblem.ABSENT, device)
    return cv2.VideoCapture(device)


@pytest.mark.parametrize("device", ["97", "/dev/no-such-camera"])
def test_an_absent_camera_is_named_with_its_remedy(device: str) -> None:
    with pytest.raises(CameraLost) as lost:
        probe(device)
    assert lost.value.why is CameraProblem.ABSENT
    assert device in str(lost.value)
    assert "Plug it in" in str(lost.value)


def test_an_absent_camera_cannot_be_opened_but_can_be_closed() -> None:
    camera = OpenCvCamera("97")
    try:
        with pytest.raises(CameraLost, match="camera 97"):
            camera.open()
        with pytest.raises(CameraLost):
            camera.latest(0.0, 10)
    finally:
        camera.close()


def test_a_video_file_does_not_pass_for_a_camera(clip: Path) -> None:
    with pytest.raises(CameraLost):
        probe(str(clip))


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.EACCES, CameraProblem.PERMISSION_DENIED),
        (errno.EPERM, CameraProblem.PERMISSION_DENIED),
        (errno.EBUSY, CameraProblem.BUSY),
        (errno.ENOENT, CameraProblem.ABSENT),
        (errno.ENODEV, CameraProblem.ABSENT),
        (errno.ENXIO, CameraProblem.ABSENT),
    ],
)
def test_the_systems_refusal_is_understood(number: int, problem: CameraProblem) -> None:
    assert problem_of_errno(number) is problem


def test_every_problem_has_a_remedy_of_its_own() -> None:
    messages = {str(CameraLost(problem, "0")) for problem in CameraProblem}
    assert len(messages) == len(CameraProblem)


def test_a_lost_camera_is_reported_and_picked_up_again(
    clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opencv_camera, "open_capture", open_clip)
    away = clip.with_suffix(".away")
    camera = OpenCvCamera(str(clip))
    try:
        first = next_frame(camera, 0.0)
        clip.rename(away)
        wait_until_lost(camera)
        away.rename(clip)
        assert next_frame(camera, first.captured_at_ms).bgr.shape == (240, 320, 3)
    finally:
        camera.close()


@pytest.mark.parametrize(
    ("turn_degrees", "shape", "bright_corner"),
    [
        (0, (240, 320, 3), (0, 0)),
        (90, (320, 240, 3), (0, -1)),
        (180, (240, 320, 3), (-1, -1)),
        (270, (320, 240, 3), (-1, 0)),
    ],
)
def test_a_camera_mounted_turned_shows_people_upright(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    turn_degrees: int,
    shape: tuple[int, ...],
    bright_corner: tuple[int, int],
) -> None:
    monkeypatch.setattr(opencv_camera, "open_capture", open_clip)
    picture = np.zeros((240, 320, 3), np.uint8)
    picture[:80, :80] = 255
    path = tmp_path / "corner.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 30, (320, 240))
    writer.write(picture)
    writer.release()
    camera = OpenCvCamera(str(path), turn_degrees)
    try:
        bgr = next_frame(camera, 0.0).bgr
    finally:
        camera.close()
    assert bgr.shape == shape
    corners = [(0, 0), (0, -1), (-1, 0), (-1, -1)]
    assert [at for at in corners if bgr[at].mean() > 200] == [bright_corner]


class InfraredCapture:
    """Sixteen grey bits a pixel."""

    def read(self) -> tuple[bool, object]:
        return True, np.zeros((240, 320), np.uint16)

    def release(self) -> None:
        pass


def test_a_camera_without_colours_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opencv_camera, "open_capture", lambda _device: InfraredCapture())
    camera = OpenCvCamera("0")
    try:
        with pytest.raises(CameraLost, match="no colour pictures") as lost:
            camera.open()
    finally:
        camera.close()
    assert lost.value.why is CameraProblem.WRONG_FORMAT
    with pytest.raises(CameraLost, match="no colour pictures"):
        probe("0")


def next_frame(camera: OpenCvCamera, newer_than_ms: float) -> Frame:
    """Ask as the worker does: again after each loss."""
    deadline = time.monotonic() + DEADLINE_S
    while time.monotonic() < deadline:
        try:
            camera.open()
            frame = camera.latest(newer_than_ms, 1000)
        except CameraLost:
            continue
        if frame is not None:
            return frame
    pytest.fail("no frame came")


def wait_until_lost(camera: OpenCvCamera) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while time.monotonic() < deadline:
        try:
            camera.latest(time.monotonic() * 1000, 100)
        except CameraLost as lost:
            if lost.why is CameraProblem.ABSENT:
                return
    pytest.fail("the loss was not reported")
