"""A file is there whole or not at all, for its owner only, and nothing is left beside it."""

import errno
import os
import stat
from pathlib import Path

import pytest

from common.files import create_once, replace_whole


def test_a_file_is_replaced_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    replace_whole(path, b"old")
    replace_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["state.json"]


def test_a_full_disk_leaves_the_old_file_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "state.json"
    replace_whole(path, b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["state.json"]


def test_the_first_of_two_makers_wins(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "key"
    create_once(path, lambda draft: _write(draft, b"first"))
    create_once(path, lambda draft: _write(draft, b"second"))
    assert path.read_bytes() == b"first"
    assert os.listdir(path.parent) == ["key"]


def _write(draft: Path, content: bytes) -> None:
    draft.write_bytes(content)
