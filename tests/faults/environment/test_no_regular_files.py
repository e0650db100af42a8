"""A pipe or a device in a file's place hangs nothing and is named."""

import os
from itertools import count
from pathlib import Path

import pytest

from common.errors import Fault
from consent.errors import LedgerUnusable
from consent.keys import KeyFile
from kiosk.compose.shared import service
from kiosk.config import Config
from kiosk.config_file import load
from qualification.result_reader import ResultWatch
from tests.unit.kiosk.installation import install


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return load(install(tmp_path, ""))


@pytest.mark.parametrize("setting", ["authority", "certificate", "key", "statement_key"])
def test_a_pipe_in_the_place_of_a_key(config: Config, setting: str) -> None:
    path: Path = getattr(config.service, setting)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(Fault, match=path.name):
        service(config)


def test_a_device_in_the_place_of_the_consent_key(tmp_path: Path) -> None:
    path = tmp_path / "consent.key"
    path.symlink_to("/dev/zero")
    with pytest.raises(LedgerUnusable, match=path.name):
        KeyFile(path, create=False).keys()


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_result_that_is_none_holds_nobody_up(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"OQSsiquc01res_face_1312345678{'0' * 20}_20260401090000.xml"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    minutes = count(step=60.0)
    watch = ResultWatch(
        tmp_path, skip_existing=False, sleep=lambda _s: None, now_s=lambda: next(minutes)
    )
    arrived = next(iter(watch))
    assert arrived.message is None
