"""What is not on the list never reaches a log."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from kiosk import log
from kiosk.audit import audit
from kiosk.session.events import CardTaken
from tests.session.story import Story


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    sink = log.configure(tmp_path / "log.jsonl")
    yield tmp_path / "log.jsonl"
    structlog.reset_defaults()
    sink.close()


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_fields_that_nobody_allowed_are_left_out(path: Path) -> None:
    structlog.get_logger("x").warning("pin_wrong", pin="1234", name="見本", attempts_left=2)
    (line,) = lines(path)
    assert line["attempts_left"] == 2
    assert not {"pin", "name"} & line.keys()


def test_every_change_of_phase_leaves_one_audit_line(path: Path) -> None:
    story = Story()
    before = story.state
    story.read_card()
    audit(before, CardTaken(), story.state)
    (line,) = lines(path)
    assert (line["from_phase"], line["to_phase"]) == ("Idle", "ChoosingMethod")
    assert line["session_id"] == "s1"


def test_a_log_that_cannot_be_written_does_not_stop_the_kiosk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sink = log.configure(tmp_path)  # A folder, as after a wrong setting.
    structlog.get_logger("x").warning("still_running")
    structlog.reset_defaults()
    sink.close()
    assert str(tmp_path) in capsys.readouterr().err
