"""The receipt computer's share goes and comes: nothing is written into its empty mount point."""

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qualification.errors import ResultNotWritten
from qualification.port import OqsResult
from qualification.result_folder import ResultFolder
from tests.results import names

NOW = datetime(2026, 11, 23, 4, 0, 0, tzinfo=UTC)
ROOM = "1m"


class Share:
    """A file system of its own, which keeps what is in it while it is not mounted."""

    def __init__(self, folder: Path) -> None:
        self.mount_point = folder / "share"
        self.memory = folder / "mount.json"
        self._disk = folder / "disk"
        self.mount_point.mkdir()
        self._disk.mkdir()
        _run("mount", "-t", "tmpfs", "-o", f"size={ROOM}", "receipt-computer", self._disk)

    def mount(self) -> None:
        _run("mount", "--bind", self._disk, self.mount_point)

    def unmount(self) -> None:
        _run("umount", self.mount_point)

    def remove(self) -> None:
        for path in (self.mount_point, self._disk):
            with suppress(subprocess.CalledProcessError):
                _run("umount", path)

    def folder(self) -> ResultFolder:
        """As a kiosk that was just started has it."""
        return ResultFolder(self.mount_point, "1312345678", self.memory)

    def deliver(self, key: str) -> str:
        folder = self.folder()
        folder.stage(OqsResult(b"<XmlMsg/>"), key)
        return folder.publish(key, NOW)


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=20)


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Share]:
    try:
        share = Share(tmp_path)
    except (subprocess.CalledProcessError, OSError):
        pytest.skip("this user may not mount")
    try:
        yield share
    finally:
        share.remove()


def test_an_empty_mount_point_gets_no_result(share: Share) -> None:
    share.mount()
    first = share.deliver("a")
    share.unmount()
    with pytest.raises(ResultNotWritten, match="is not there") as fault:
        share.deliver("b")
    assert "Mount it" in fault.value.remedy
    assert list(share.mount_point.iterdir()) == [], "nobody reads what lies there"
    share.mount()
    second = share.deliver("b")
    assert names(share.mount_point) == sorted([first, second])


def test_a_share_that_goes_between_two_steps_keeps_what_was_staged(share: Share) -> None:
    share.mount()
    folder = share.folder()
    folder.stage(OqsResult(b"<XmlMsg/>"), "a")
    share.unmount()
    with pytest.raises(ResultNotWritten):
        folder.publish("a", NOW)
    share.mount()
    name = folder.publish("a", NOW)
    assert names(share.mount_point) == [name]


def test_a_share_that_is_mounted_later_is_used(share: Share) -> None:
    share.deliver("a")
    share.mount()
    name = share.deliver("b")
    assert names(share.mount_point) == [name]


def test_staff_may_move_the_folder_to_the_local_disk(share: Share) -> None:
    share.mount()
    share.deliver("a")
    share.unmount()
    share.memory.unlink()
    name = share.deliver("b")
    assert names(share.mount_point) == [name]
