"""A share that cannot do what a disk can: each result comes through, whole and once."""

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qualification.errors import ResultNotWritten
from qualification.port import OqsResult
from qualification.result_folder import ResultFolder

FACILITY = "1312345678"
RESULT = OqsResult("<XmlMsg>見本</XmlMsg>".encode())
NOW = datetime(2026, 11, 23, 4, 0, 0, tzinfo=UTC)
REFUSALS = (errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)

Call = Callable[..., object]


class Share:
    """A folder of which single calls are refused."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder / "share"
        self.folder.mkdir()
        self._memory = folder / "mount.json"
        self._patch = patch

    def refuse(self, call: str, code: int, where: Callable[..., bool] = lambda *_: True) -> None:
        real: Call = getattr(os, call)

        def refused(*arguments: object, **options: object) -> object:
            if where(*arguments):
                raise OSError(code, os.strerror(code))
            return real(*arguments, **options)

        self._patch.setattr(os, call, refused)

    def deliver(self, key: str = "a") -> str:
        """By a delivery process that has just been started."""
        sink = ResultFolder(self.folder, FACILITY, self._memory)
        sink.stage(RESULT, key)
        return sink.publish(key, NOW)

    def publish_again(self, key: str = "a") -> str:
        return ResultFolder(self.folder, FACILITY, self._memory).publish(key, NOW)

    @property
    def results(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.glob("*.xml")}


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Share:
    return Share(tmp_path, monkeypatch)


def arrives_once(share: Share) -> None:
    name = share.deliver()
    assert share.results == {name: RESULT.xml}
    (share.folder / name).unlink()  # The receipt computer takes it.
    assert share.publish_again() == name, "the kiosk was killed before it could note that"
    assert share.results == {}
    assert share.deliver("b") in share.results


@pytest.mark.parametrize("code", REFUSALS)
def test_nothing_can_be_synced(share: Share, code: int) -> None:
    share.refuse("fsync", code)
    arrives_once(share)


@pytest.mark.parametrize("code", REFUSALS)
def test_hard_links_are_refused(share: Share, code: int) -> None:
    share.refuse("link", code)
    arrives_once(share)


def test_folders_may_be_written_but_not_listed(share: Share) -> None:
    def is_to_list(path: str | Path, flags: int = 0, *_: object) -> bool:
        return Path(path).is_dir() and not flags & os.O_PATH

    share.refuse("open", errno.EACCES, is_to_list)
    share.refuse("listdir", errno.EACCES)
    share.refuse("scandir", errno.EACCES, lambda path=".", *_: Path(path) != share.folder)
    arrives_once(share)


@pytest.mark.parametrize("code", [errno.EPERM, errno.EACCES])
def test_no_folder_may_be_made(share: Share, code: int) -> None:
    share.refuse("mkdir", code)
    arrives_once(share)


@pytest.mark.parametrize("code", [*REFUSALS, errno.EXDEV])
def test_nothing_can_be_renamed(share: Share, code: int) -> None:
    share.refuse("replace", code, lambda source, *_: str(source).endswith(".part"))
    arrives_once(share)


def seen_while_it_appears(share: Share, patch: pytest.MonkeyPatch) -> set[int]:
    """The sizes that a result has for a consumer who looks at each step of the kiosk's."""
    seen: set[int] = set()
    for call in ("link", "open", "write", "pwrite", "ftruncate", "fsync", "replace", "unlink"):
        real: Call = getattr(os, call)

        def looked_at(*arguments: object, real: Call = real, **options: object) -> object:
            done = real(*arguments, **options)
            seen.update(path.stat().st_size for path in share.folder.glob("*.xml"))
            return done

        patch.setattr(os, call, looked_at)
    share.deliver()
    return seen


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP])
def test_where_nothing_can_be_renamed_no_half_result_is_seen(
    share: Share, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    share.refuse("replace", code, lambda source, *_: str(source).endswith(".part"))
    assert seen_while_it_appears(share, monkeypatch) == {len(RESULT.xml)}


def test_where_no_second_name_can_be_given_it_is_empty_or_whole(
    share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    share.refuse("replace", errno.EACCES, lambda source, *_: str(source).endswith(".part"))
    share.refuse("link", errno.EACCES)
    assert seen_while_it_appears(share, monkeypatch) == {0, len(RESULT.xml)}


@pytest.mark.parametrize("half", [b"", b"<XmlMsg>"])
def test_a_copy_that_was_interrupted_is_made_whole(share: Share, half: bytes) -> None:
    share.refuse("replace", errno.EACCES, lambda source, *_: str(source).endswith(".part"))
    share.refuse("link", errno.EACCES)
    name = share.deliver()
    (share.folder / name).unlink()
    (share.folder / name).write_bytes(half)
    sink = ResultFolder(share.folder, FACILITY, share.folder.parent / "mount.json")
    sink.stage(RESULT, "a")
    assert sink.publish("a", NOW) == name
    assert share.results == {name: RESULT.xml}


def test_a_pipe_in_the_place_of_a_result_hangs_nothing(share: Share) -> None:
    share.refuse("replace", errno.EACCES, lambda source, *_: str(source).endswith(".part"))
    share.refuse("link", errno.EACCES)
    name = share.deliver()
    (share.folder / name).unlink()
    os.mkfifo(share.folder / name)
    sink = ResultFolder(share.folder, FACILITY, share.folder.parent / "mount.json")
    sink.stage(RESULT, "a")
    with pytest.raises(ResultNotWritten):
        sink.publish("a", NOW)


def test_nothing_may_be_renamed_or_deleted(share: Share) -> None:
    """The right to make files, not to take them away."""
    staged = ".part"
    share.refuse("replace", errno.EACCES, lambda source, *_: str(source).endswith(staged))
    share.refuse("unlink", errno.EACCES, lambda path, *_: ".uketsuke" in str(path))
    arrives_once(share)
    left = [path.stat().st_size for path in share.folder.rglob("*.part")]
    assert set(left) == {0}, "nothing personal may stay there"


def test_the_answer_to_a_rename_is_lost(share: Share, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace

    def renames_and_is_lost(source: Path, target: Path) -> None:
        real(source, target)
        raise OSError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", renames_and_is_lost)
        # The file that remembers the mount is replaced too, and may be lost as well.
        with pytest.raises(ResultNotWritten, match="does not answer"):
            share.deliver()
    (name,) = share.results
    assert share.publish_again() == name
    assert share.results == {name: RESULT.xml}


def test_a_disk_that_fails_is_not_taken_for_a_share_that_cannot(share: Share) -> None:
    share.refuse("fsync", errno.EIO)
    with pytest.raises(ResultNotWritten):
        share.deliver()
    assert share.results == {}
