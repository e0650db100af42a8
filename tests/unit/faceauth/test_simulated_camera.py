"""The simulated camera keeps the camera's promises, and obeys its handler."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from faceauth.errors import CameraLost
from faceauth.port import CameraProblem, Frame
from simulation.camera.camera import CameraHandler, SimulatedCamera
from simulation.camera.scene import Scene
from simulation.errors import SimulationFault
from tests.unit.faceauth.pictures import PHOTOS_DIR, needs_demo_photos
from tests.waiting import eventually

DEADLINE_S = 60.0
WAIT_MS = 60_000


@pytest.fixture
def handler(tmp_path: Path) -> CameraHandler:
    return CameraHandler(tmp_path)


@pytest.fixture
def camera(tmp_path: Path) -> Iterator[SimulatedCamera]:
    camera = SimulatedCamera(tmp_path, PHOTOS_DIR)
    camera.open()
    yield camera
    camera.close()


def after(camera: SimulatedCamera, newer_than_ms: float = 0.0) -> Frame:
    frame = camera.latest(newer_than_ms, WAIT_MS)
    assert frame is not None
    return frame


def until(camera: SimulatedCamera, seen: Callable[[Frame, Frame], bool]) -> None:
    """Wait until two successive frames satisfy `seen`."""
    deadline = time.monotonic() + DEADLINE_S
    before = after(camera)
    while time.monotonic() < deadline:
        frame = after(camera, before.captured_at_ms)
        if seen(before, frame):
            return
        before = frame
    pytest.fail("the camera did not follow its stage")


def test_frames_are_fresh_720p_and_never_alike(camera: SimulatedCamera) -> None:
    one = after(camera)
    two = after(camera, one.captured_at_ms)
    assert one.bgr.shape == (720, 1280, 3)
    assert one.bgr.dtype == np.uint8
    assert two.captured_at_ms > one.captured_at_ms
    assert not np.array_equal(one.bgr, two.bgr)


def test_the_latest_frame_wins(camera: SimulatedCamera) -> None:
    first = after(camera)
    until(camera, lambda _, frame: frame.captured_at_ms > first.captured_at_ms + 100)
    for newer_than_ms in (0.0, first.captured_at_ms):
        assert after(camera, newer_than_ms).captured_at_ms > first.captured_at_ms + 100


def test_no_frame_in_time_is_none(camera: SimulatedCamera) -> None:
    assert camera.latest(time.monotonic() * 1000 + 60_000, 1) is None


def problem_of(camera: SimulatedCamera) -> CameraProblem | None:
    try:
        camera.latest(0.0, WAIT_MS)
    except CameraLost as lost:
        return lost.why
    return None


def test_plugged_in_again_it_comes_back_to_who_opens_it_anew(
    camera: SimulatedCamera, handler: CameraHandler
) -> None:
    handler.unplug()
    with pytest.raises(CameraLost) as lost:
        until(camera, lambda _, frame: False)
    assert lost.value.why is CameraProblem.ABSENT
    handler.plug()
    assert eventually(lambda: problem_of(camera) is CameraProblem.PERMISSION_DENIED)
    camera.close()
    camera.open()
    assert after(camera).bgr.any()


def test_opening_an_unplugged_camera_says_so_and_goes_on_looking(tmp_path: Path) -> None:
    handler, camera = CameraHandler(tmp_path), SimulatedCamera(tmp_path, PHOTOS_DIR)
    handler.unplug()
    try:
        with pytest.raises(CameraLost, match="not there"):
            camera.open()
        handler.plug()
        assert eventually(lambda: problem_of(camera) is CameraProblem.PERMISSION_DENIED)
    finally:
        camera.close()


def test_a_frozen_camera_repeats_itself(camera: SimulatedCamera, handler: CameraHandler) -> None:
    handler.freeze()
    until(camera, lambda before, frame: np.array_equal(before.bgr, frame.bgr))


def test_a_darkened_camera_is_dark_until_plugged_anew(
    camera: SimulatedCamera, handler: CameraHandler
) -> None:
    handler.darken()
    until(camera, lambda _, frame: frame.bgr.mean() < 30)
    handler.plug()
    until(camera, lambda _, frame: frame.bgr.mean() > 100)


def test_closing_wipes_the_last_picture(tmp_path: Path) -> None:
    camera = SimulatedCamera(tmp_path, PHOTOS_DIR)
    camera.open()
    last = after(camera)
    until(camera, lambda before, frame: frame.captured_at_ms > last.captured_at_ms)
    CameraHandler(tmp_path).freeze()  # So that no newer picture takes its place.
    until(camera, lambda before, frame: before.bgr is frame.bgr)
    last = after(camera)
    camera.close()
    assert not last.bgr.any()


def test_a_clip_is_played_over_and_over(
    camera: SimulatedCamera, handler: CameraHandler, tmp_path: Path
) -> None:
    clip = tmp_path / "clip.avi"
    writer = cv2.VideoWriter(str(clip), cv2.VideoWriter.fourcc(*"MJPG"), 30, (320, 240))
    for shade in (40, 220):
        writer.write(np.full((240, 320, 3), shade, np.uint8))
    writer.release()
    handler.play(clip)
    until(camera, lambda before, frame: before.bgr.mean() < 100 < frame.bgr.mean())
    until(camera, lambda before, frame: before.bgr.mean() > 100 > frame.bgr.mean())
    assert after(camera).bgr.shape == (240, 320, 3)


@needs_demo_photos
def test_a_person_stands_there_and_leaves(camera: SimulatedCamera, handler: CameraHandler) -> None:
    def suit(frame: Frame) -> bool:
        return bool(frame.bgr[700, 640].mean() < 100)

    handler.stand("obama")
    until(camera, lambda _, frame: suit(frame))
    handler.leave()
    until(camera, lambda _, frame: not suit(frame))


@pytest.mark.parametrize("picture", ["obama", "nobody-we-know"])
def test_a_picture_that_is_not_there_is_named(tmp_path: Path, picture: str) -> None:
    with pytest.raises(SimulationFault, match=picture):
        Scene(picture, tmp_path)
