"""What staff can do, who may do it, and that other programs cannot ask for anything else."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.staff.acts import (
    Act,
    AllowVisualCheck,
    ClosedFor,
    Leave,
    OfferMethods,
    PutBackInService,
    Reset,
    Restart,
    Role,
    SetBrightness,
    SetLanguage,
    SetTextSize,
    SetVolume,
    ShowMessage,
    TakeOutOfService,
    from_wire,
    may,
    to_wire,
)
from kiosk.staff.audit_file import AuditFile, entries, verify

ACTS: list[Act] = [
    Reset(),
    AllowVisualCheck(),
    OfferMethods(),
    SetLanguage("vi"),
    SetTextSize(3),
    SetVolume(0),
    SetBrightness(100),
    TakeOutOfService(ClosedFor.BREAK, "13:00 から"),
    PutBackInService(),
    ShowMessage("受付までお越しください"),
    Restart(),
    Leave(),
]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act).__name__)
def test_an_act_comes_over_the_wire_as_it_is(act: Act) -> None:
    assert from_wire(json.loads(json.dumps(to_wire(act)))) == act


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"act": "reboot"},
        {"act": "reset", "hard": True},
        {"act": "set-volume", "volume": 4},
        {"act": "set-volume", "volume": True},
        {"act": "set-brightness", "percent": 0},
        {"act": "set-text-size"},
        {"act": "show-message", "text": "x" * 121},
        {"act": "show-message", "text": "two\nlines"},
        {"act": "show-message", "text": None},
        {"act": "take-out-of-service", "reason": "fire"},
        {"act": ["reset"]},
    ],
)
def test_nothing_else_is_an_act(said: dict[str, Any]) -> None:
    assert from_wire(said) is None


def test_only_administrators_leave() -> None:
    assert [act for act in ACTS if not may(Role.RECEPTION, act)] == [Leave()]
    assert all(may(Role.ADMINISTRATOR, act) for act in ACTS)


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    file = tmp_path / "audit"
    for number in range(3):
        AuditFile(file, "kiosk-1").record("001 佐藤", f"act-{number}", done=number != 1)
    return file


def test_all_that_was_done_is_there_and_intact(audit: Path) -> None:
    assert verify(audit).intact
    assert [(e.sequence, e.who, e.what, e.done) for e in entries(audit)] == [
        (1, "001 佐藤", "act-0", True),
        (2, "001 佐藤", "act-1", False),
        (3, "001 佐藤", "act-2", True),
    ]
    assert audit.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("tampered", "line"),
    [
        (lambda lines: [lines[0].replace(b"act-0", b"act-9"), *lines[1:]], "line 2"),
        (lambda lines: [lines[0], lines[2]], "line 2"),
        (lambda lines: [lines[1], lines[0], lines[2]], "line 1"),
        (lambda lines: lines[1:], "line 1"),
        (lambda lines: [*lines, b"\x00garbage\n"], "line 4"),
    ],
)
def test_whatever_is_tampered_with_is_named(audit: Path, tampered: Any, line: str) -> None:
    audit.write_bytes(b"".join(tampered(audit.read_bytes().splitlines(keepends=True))))
    assert verify(audit).problems[0].startswith(line)


def test_a_cut_end_shows_in_the_head(audit: Path) -> None:
    before = verify(audit).head
    audit.write_bytes(b"".join(audit.read_bytes().splitlines(keepends=True)[:2]))
    assert verify(audit).head != before


def test_a_torn_line_is_named_and_the_next_one_is_whole(audit: Path) -> None:
    audit.write_bytes(audit.read_bytes()[:-10])
    AuditFile(audit, "kiosk-1").record("002 鈴木", "reset")
    assert verify(audit).problems[0] == "line 3: no entry"
    assert [e.what for e in entries(audit)][-1] == "reset"


def test_a_disk_that_takes_nothing_stops_nobody(tmp_path: Path) -> None:
    AuditFile(tmp_path / "no" / "such", "kiosk-1").record("001", "reset")
