"""Results in the receipt computer's folder: whole, once, or a clear fault."""

import errno
import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qualification import share_files
from qualification.errors import ResultNotWritten
from qualification.port import OqsResult
from qualification.result_folder import ResultFolder
from tests.results import names, strict

FACILITY = "1312345678"
RESULT = OqsResult("<XmlMsg>見本</XmlMsg>".encode())
NOW = datetime(2026, 11, 23, 4, 0, 0, tzinfo=UTC)


def deliver(folder: Path, result: OqsResult = RESULT, key: str = "a") -> str:
    sink = ResultFolder(folder, FACILITY, folder.with_name("mount.json"))
    sink.stage(result, key)
    return sink.publish(key, NOW)


def test_result_is_delivered_whole_under_the_name_that_readers_look_for(
    result_folder: Path,
) -> None:
    name = deliver(result_folder)
    assert strict.NAME.fullmatch(name)
    assert name.startswith(f"OQSsiquc01res_face_{FACILITY}")
    assert name.endswith("_20261123130000.xml")
    assert (result_folder / name).read_bytes() == RESULT.xml
    assert names(result_folder) == [name]


def test_results_of_one_second_get_different_names(result_folder: Path) -> None:
    delivered = {deliver(result_folder, key=str(i)) for i in range(5)}
    assert set(names(result_folder)) == delivered
    assert len(delivered) == 5


def test_nothing_is_seen_of_a_staged_result(result_folder: Path) -> None:
    ResultFolder(result_folder, FACILITY, result_folder.with_name("mount.json")).stage(RESULT, "a")
    assert names(result_folder) == []
    inside = [path.name for path in result_folder.rglob("*") if path.is_file()]
    assert not any(name.lower().endswith(".xml") for name in inside)


def test_a_reader_that_takes_every_name_at_once_reads_whole_files_only(
    result_folder: Path,
) -> None:
    large = OqsResult(b"<XmlMsg>" + b"x" * 200_000 + b"</XmlMsg>")
    count = 40
    read: list[bytes] = []

    def take() -> None:
        while len(read) < count:
            for name in names(result_folder):
                read.append((result_folder / name).read_bytes())
                (result_folder / name).unlink()

    reader = threading.Thread(target=take, daemon=True)
    reader.start()
    for i in range(count):
        deliver(result_folder, large, str(i))
    reader.join(timeout=60)
    assert read == [large.xml] * count


@pytest.mark.parametrize("taken", [False, True])
def test_published_again_it_is_not_written_twice(result_folder: Path, taken: bool) -> None:
    """The kiosk was killed after the file had appeared and before it could note that."""
    name = deliver(result_folder)
    if taken:
        (result_folder / name).unlink()
    assert (
        ResultFolder(result_folder, FACILITY, result_folder.with_name("mount.json")).publish(
            "a", NOW
        )
        == name
    )
    assert names(result_folder) == ([] if taken else [name])


def test_staged_again_it_is_whole(result_folder: Path) -> None:
    """A power cut left half of it."""
    ResultFolder(result_folder, FACILITY, result_folder.with_name("mount.json")).stage(
        OqsResult(b"x" * 9000), "a"
    )
    name = deliver(result_folder)
    assert (result_folder / name).read_bytes() == RESULT.xml


def test_a_share_that_is_not_there_is_not_taken_for_a_result_that_was(tmp_path: Path) -> None:
    """Where it is mounted lies an empty folder."""
    share, away = tmp_path / "share", tmp_path / "away"
    share.mkdir()
    sink = ResultFolder(share, FACILITY, tmp_path / "mount.json")
    sink.stage(RESULT, "a")
    share.rename(away)
    share.mkdir()
    with pytest.raises(ResultNotWritten, match="not there"):
        sink.publish("a", NOW)
    share.rmdir()
    away.rename(share)
    name = sink.publish("a", NOW)
    assert names(share) == [name]


@pytest.mark.parametrize("leaves_its_mount_point", [True, False])
def test_a_share_that_was_gone_at_the_move_alone_still_has_the_result_to_publish(
    result_folder: Path, monkeypatch: pytest.MonkeyPatch, leaves_its_mount_point: bool
) -> None:
    sink = ResultFolder(result_folder, FACILITY, result_folder.with_name("mount.json"))
    sink.stage(RESULT, "a")
    elsewhere = result_folder.with_name("elsewhere")

    def gone_meanwhile(source: Path, target: Path) -> None:
        result_folder.rename(elsewhere)
        if leaves_its_mount_point:
            result_folder.mkdir()
        try:
            share_files.move(source, target)
        finally:
            elsewhere.replace(result_folder)

    with monkeypatch.context() as patched:
        patched.setattr("qualification.result_folder.move", gone_meanwhile)
        with pytest.raises(ResultNotWritten):
            sink.publish("a", NOW)
    name = sink.publish("a", NOW)
    assert (result_folder / name).read_bytes() == RESULT.xml


def test_missing_folder_is_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ResultNotWritten, match="not there") as fault:
        deliver(tmp_path / "gone")
    assert fault.value.path == tmp_path / "gone"
    assert "Create the folder" in fault.value.remedy
    assert "見本" not in str(fault.value)


def test_file_in_the_place_of_the_folder_is_a_missing_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ResultNotWritten, match="not there"):
        deliver(tmp_path / "file")


@pytest.mark.parametrize(
    ("step", "code", "why"),
    [
        ("open", errno.EROFS, "may not be written"),
        ("open", errno.EACCES, "may not be written"),
        ("fsync", errno.ENOSPC, "disk is full"),
        ("fsync", errno.EIO, "share does not answer"),
    ],
)
def test_fault_of_the_disk_leaves_nothing_behind(
    result_folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, why: str
) -> None:
    def fails(*args: object, **kwargs: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fails)
        with pytest.raises(ResultNotWritten, match=why) as fault:
            deliver(result_folder)
    assert fault.value.remedy
    assert [path for path in result_folder.rglob("*") if path.is_file()] == []
    assert deliver(result_folder) in names(result_folder)


def test_result_is_not_for_everybody_on_the_machine(result_folder: Path) -> None:
    name = deliver(result_folder)
    assert (result_folder / name).stat().st_mode & 0o007 == 0
