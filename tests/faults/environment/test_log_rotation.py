"""logrotate renames or truncates the log, and sends SIGHUP."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from kiosk import log
from tests.unit.kiosk.installation import NO_CAMERA, install


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "kiosk.jsonl"
    sink = log.configure(path)
    yield path
    structlog.reset_defaults()
    sink.close()


def events(path: Path) -> list[str]:
    return [json.loads(line)["event"] for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("makes_new", [True, False])
def test_after_a_rename_the_new_file_is_written(path: Path, makes_new: bool) -> None:
    logger, old = structlog.get_logger("x"), path.with_suffix(".1")
    logger.info("before")
    path.rename(old)
    if makes_new:
        path.touch()
    logger.info("after")
    assert (events(old), events(path)) == (["before"], ["after"])


def test_a_truncated_log_begins_anew(path: Path) -> None:
    logger = structlog.get_logger("x")
    logger.info("before")
    os.truncate(path, 0)
    logger.info("after")
    assert events(path) == ["after"]


def test_sighup_ends_no_kiosk(tmp_path: Path) -> None:
    """Here it ends a moment later by itself: there is no display."""
    config = install(tmp_path, NO_CAMERA)
    code = (
        "import os, signal, sys; from kiosk.cli.main import run\n"
        "from kiosk.compose import run as composed\n"
        "composed.run_unwatched = lambda *_: os.kill(os.getpid(), signal.SIGHUP)\n"
        f"run({str(config)!r}, unwatched=True); print('goes on')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode != -signal.SIGHUP
    assert done.stdout == "goes on\n"
