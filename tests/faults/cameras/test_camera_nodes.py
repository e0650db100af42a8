"""Two cameras with one name, and nodes that open and never give a picture."""

import fcntl
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from faceauth.camera.device_names import lasting_name
from faceauth.camera.opencv_camera import probe
from faceauth.errors import CameraLost
from faceauth.port import CameraProblem
from kiosk.confinement.process import missing_here


def test_two_cameras_of_one_model_without_serial_keep_their_sockets(tmp_path: Path) -> None:
    """Whichever came last owns the name by id: after a replug it is the other one."""
    for folder in ("by-id", "by-path"):
        (tmp_path / folder).mkdir()
    face, surface = tmp_path / "video0", tmp_path / "video2"
    for number, node in enumerate((face, surface)):
        node.touch()
        (tmp_path / "by-path" / f"pci-usb-0:{number + 1}-video-index0").symlink_to(node)
    shared = tmp_path / "by-id" / "usb-046d_C270_HD_WEBCAM-video-index0"
    for owner, other in ((face, surface), (surface, face)):
        shared.unlink(missing_ok=True)
        shared.symlink_to(owner)
        assert Path(lasting_name(str(face), tmp_path)).resolve() == face
        assert Path(lasting_name(str(surface), tmp_path)).resolve() == surface
        kept = lasting_name(str(owner), tmp_path)
        shared.unlink()
        shared.symlink_to(other)
        assert Path(kept).resolve() == owner


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero"])
def test_a_device_that_is_no_camera_is_named(device: str) -> None:
    with pytest.raises(CameraLost, match=r"no camera.*index0") as lost:
        probe(device)
    assert lost.value.why is CameraProblem.NO_CAPTURE
    assert device in str(lost.value)


def capable_of(device: int, node: int) -> Callable[[int, int, bytearray], int]:
    """A driver's answer: what the device can do, and what this node of it can."""

    def ioctl(_descriptor: int, _request: int, answer: bytearray) -> int:
        struct.pack_into("<II", answer, 84, device, node)
        return 0

    return ioctl


def test_the_node_for_metadata_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fcntl, "ioctl", capable_of(device=0x84A0_0001, node=0x04A0_0000))
    with pytest.raises(CameraLost) as lost:
        probe("/dev/null")
    assert lost.value.why is CameraProblem.NO_CAPTURE


def test_the_node_for_pictures_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fcntl, "ioctl", capable_of(device=0x84A0_0001, node=0x0420_0001))
    with pytest.raises(CameraLost) as lost:
        probe("/dev/null")
    assert lost.value.why is not CameraProblem.NO_CAPTURE


IN_A_WORKER = """
import sys
from pathlib import Path
from faceauth.camera.opencv_camera import OpenCvCamera
from faceauth.errors import CameraLost
from kiosk.confinement import kernel, landlock
from kiosk.confinement.process import program_files
from kiosk.confinement.reach import Reach
node = Path(sys.argv[1])
camera = OpenCvCamera(str(node))
kernel.prctl(38, 1)  # No new privileges.
landlock.restrict(Reach(reads=program_files(), devices=(node,)))
said = None
while said != "permission_denied":
    try:
        camera.open()
    except CameraLost as lost:
        if lost.why.value != said:
            said = lost.why.value
            print(said, flush=True)
"""


@pytest.mark.skipif("landlock" in missing_here(), reason="this kernel has no Landlock")
def test_plugged_in_again_a_camera_is_closed_to_the_worker_that_had_it(tmp_path: Path) -> None:
    node = tmp_path / "video0"
    node.touch()
    with subprocess.Popen(
        [sys.executable, "-c", IN_A_WORKER, str(node)], stdout=subprocess.PIPE, text=True
    ) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "absent\n"  # It may be opened, and is no device.
        (tmp_path / "new").touch()
        (tmp_path / "new").replace(node)
        assert worker.stdout.readline() == "permission_denied\n"
        worker.kill()
