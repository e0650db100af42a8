"""Results in the receipt computer's folder: whole, never overwritten, or a clear fault."""

import errno
import os
import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qualification.errors import ResultNotWritten
from qualification.port import OqsResult
from qualification.result_folder import ResultFolder

RESULT = OqsResult("<XmlMsg>見本</XmlMsg>".encode())
NOW = datetime(2026, 11, 23, 4, 0, 0, tzinfo=UTC)
NAME = re.compile(r"\AOQSsiquc01res_face_1312345678(\d{14})\.xml\Z")


def test_result_is_delivered_whole_under_its_name(result_folder: Path) -> None:
    name = ResultFolder(result_folder, "1312345678").deliver(RESULT, NOW)
    assert name == "OQSsiquc01res_face_131234567820261123130000.xml"
    assert (result_folder / name).read_bytes() == RESULT.xml
    assert os.listdir(result_folder) == [name]


def test_results_of_one_second_get_different_names(result_folder: Path) -> None:
    sink = ResultFolder(result_folder, "1312345678")
    results = [OqsResult(f"<XmlMsg>{i}</XmlMsg>".encode()) for i in range(5)]
    names = [sink.deliver(result, NOW) for result in results]
    assert len(set(names)) == 5
    assert all(NAME.match(name) for name in names)
    assert [(result_folder / name).read_bytes() for name in names] == [r.xml for r in results]


def test_the_same_result_again_is_found_and_not_written_twice(result_folder: Path) -> None:
    """The kiosk was killed after the file was there and before it could note that."""
    other = OqsResult(b"<XmlMsg>of the same second</XmlMsg>")
    sink = ResultFolder(result_folder, "1312345678")
    sink.deliver(other, NOW)
    name = sink.deliver(RESULT, NOW)
    assert ResultFolder(result_folder, "1312345678").deliver(RESULT, NOW) == name
    assert len(os.listdir(result_folder)) == 2


def test_an_underscore_before_the_time_is_a_setting(result_folder: Path) -> None:
    name = ResultFolder(result_folder, "1312345678", "_").deliver(RESULT, NOW)
    assert name == "OQSsiquc01res_face_1312345678_20261123130000.xml"


def test_share_without_hard_links_is_written_all_the_same(
    result_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", no_links)
    sink = ResultFolder(result_folder, "1312345678")
    names = {sink.deliver(RESULT, NOW), sink.deliver(OqsResult(b"<XmlMsg/>"), NOW)}
    assert len(names) == 2
    assert set(os.listdir(result_folder)) == names


def test_missing_folder_is_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ResultNotWritten, match="not there") as fault:
        ResultFolder(tmp_path / "gone", "1312345678").deliver(RESULT, NOW)
    assert fault.value.path == tmp_path / "gone"
    assert "Create the folder" in fault.value.remedy


def test_file_in_the_place_of_the_folder_is_a_missing_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ResultNotWritten, match="not there"):
        ResultFolder(tmp_path / "file", "1312345678").deliver(RESULT, NOW)


@pytest.mark.parametrize(
    ("step", "code", "why"),
    [
        ("open", errno.EROFS, "may not be written"),
        ("open", errno.EACCES, "may not be written"),
        ("fsync", errno.ENOSPC, "disk is full"),
        ("fsync", errno.EIO, "share does not answer"),
        ("link", errno.ENOSPC, "disk is full"),
    ],
)
def test_fault_of_the_disk_leaves_nothing_behind(
    result_folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, why: str
) -> None:
    sink = ResultFolder(result_folder, "1312345678")

    def fails(*args: object, **kwargs: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fails)
        with pytest.raises(ResultNotWritten, match=why) as fault:
            sink.deliver(RESULT, NOW)
    assert fault.value.remedy
    assert os.listdir(result_folder) == []
    assert sink.deliver(RESULT, NOW) in os.listdir(result_folder)


def test_result_whose_name_could_not_be_made_durable_is_not_written_twice(
    result_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.fsync, []

    def fails_for_the_folder(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(errno.EIO, "gone")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fails_for_the_folder)
    sink = ResultFolder(result_folder, "1312345678")
    with pytest.raises(ResultNotWritten):
        sink.deliver(RESULT, NOW)
    assert os.listdir(result_folder) == [sink.deliver(RESULT, NOW)]


def test_leftover_of_a_power_cut_is_removed_and_a_fresh_one_left(result_folder: Path) -> None:
    old = result_folder / ".OQSsiquc01res_face_old.tmp"
    fresh = result_folder / ".OQSsiquc01res_face_fresh.tmp"
    for path in (old, fresh):
        path.write_bytes(b"half a res")
    an_hour_ago = time.time() - timedelta(hours=1).total_seconds()
    os.utime(old, (an_hour_ago, an_hour_ago))
    ResultFolder(result_folder, "1312345678")
    assert os.listdir(result_folder) == [fresh.name]


def test_result_is_not_for_everybody_on_the_machine(result_folder: Path) -> None:
    name = ResultFolder(result_folder, "1312345678").deliver(RESULT, NOW)
    assert (result_folder / name).stat().st_mode & 0o007 == 0


def test_fault_shows_no_content_of_the_result(tmp_path: Path) -> None:
    with pytest.raises(ResultNotWritten) as fault:
        ResultFolder(tmp_path / "gone", "1312345678").deliver(RESULT, NOW)
    assert "見本" not in str(fault.value)
