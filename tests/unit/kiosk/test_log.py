"""What is not on the list never reaches a log."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from kiosk import log
from kiosk.audit import audit
from kiosk.session.events import CardRemoved
from tests.flow.session.story import Story

PACKAGES = ("common", "consent", "faceauth", "kiosk", "limit_info", "qualification", "reader")


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    sink = log.configure(tmp_path / "log.jsonl")
    yield tmp_path / "log.jsonl"
    structlog.reset_defaults()
    sink.close()


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_fields_that_nobody_allowed_are_left_out(path: Path) -> None:
    structlog.get_logger("x").warning("pin_wrong", pin="1234", name="見本", attempt=2)
    (line,) = lines(path)
    assert line["attempt"] == 2
    assert not {"pin", "name"} & line.keys()


def logged_fields() -> set[str]:
    """All that the kiosk's code gives to a log."""
    sources = Path(log.__file__).parents[1]
    files = (f for package in PACKAGES for f in (sources / package).rglob("*.py"))
    calls = (
        node
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    )
    return {
        str(keyword.arg)
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in ("info", "warning", "error")
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id in ("log", "_log")
        for keyword in call.keywords
    }


def test_the_list_allows_what_is_logged_and_nothing_else() -> None:
    by_structlog = {"event", "level", "timestamp"}
    assert logged_fields() | by_structlog == log.ALLOWED_FIELDS


def test_every_change_of_phase_leaves_one_audit_line(path: Path) -> None:
    story = Story()
    before = story.state
    story.read_card()
    audit(before, CardRemoved("reader"), story.state)
    (line,) = lines(path)
    assert (line["from_phase"], line["to_phase"]) == ("Idle", "ChoosingMethod")
    assert line["session_id"] == "s1"


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (log.Level.DEBUG, ["event", "phase_changed"]),
        (log.Level.INFO, ["phase_changed"]),
        (log.Level.WARNING, []),
    ],
)
def test_the_level_decides_what_is_said(tmp_path: Path, level: log.Level, said: list[str]) -> None:
    sink = log.configure(tmp_path / "log.jsonl", level)
    story = Story()
    before = story.state
    story.read_card()
    audit(before, CardRemoved("reader"), story.state)
    structlog.reset_defaults()
    sink.close()
    assert [line["event"] for line in lines(tmp_path / "log.jsonl")] == said


def test_a_log_that_cannot_be_written_does_not_stop_the_kiosk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sink = log.configure(tmp_path)  # A folder, as after a wrong setting.
    structlog.get_logger("x").warning("still_running")
    structlog.reset_defaults()
    sink.close()
    assert str(tmp_path) in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device on this system")
def test_a_full_disk_is_said_once_and_does_not_stop_the_kiosk(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with log.to_file(Path("/dev/full")):
        structlog.get_logger("x").warning("still_running")
        structlog.get_logger("x").warning("still_running")
    (line,) = capsys.readouterr().err.splitlines()
    assert line == "uketsuke: the log /dev/full: No space left on device"
