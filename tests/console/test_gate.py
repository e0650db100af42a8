"""A kiosk takes a command only for itself, on this line, once, and in time."""

from dataclasses import replace

import pytest

from kiosk.desk_link.gate import Gate, Refusal
from kiosk.desk_link.messages import Command, TryQueueAgain, write_act
from kiosk.staff.acts import ClosedFor, Reset, TakeOutOfService

NOW_MS = 1_000_000
COMMAND = Command("kiosk-1", "drawn", 1, NOW_MS + 5_000, "001 Sato", None, write_act(Reset()))


@pytest.fixture
def gate() -> Gate:
    return Gate("kiosk-1", "drawn")


@pytest.mark.parametrize(
    "act", [Reset(), TryQueueAgain(), TakeOutOfService(ClosedFor.BREAK, "until 13:00")]
)
def test_what_staff_want_comes_through(gate: Gate, act: Reset) -> None:
    assert gate.admit(replace(COMMAND, act=write_act(act)), NOW_MS) == act


def test_the_same_command_a_second_time_is_refused(gate: Gate) -> None:
    assert gate.admit(COMMAND, NOW_MS) == Reset()
    assert gate.admit(COMMAND, NOW_MS) is Refusal.REPEATED
    assert gate.admit(replace(COMMAND, sequence=2), NOW_MS) == Reset()
    assert gate.admit(COMMAND, NOW_MS) is Refusal.REPEATED


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"kiosk_id": "kiosk-2"}, Refusal.OTHER_KIOSK),
        ({"channel": "of an earlier line"}, Refusal.OTHER_CONNECTION),
        ({"expires_ms": NOW_MS - 1}, Refusal.LATE),
        ({"expires_ms": NOW_MS + 3_600_000}, Refusal.LATE),
        ({"act": "{}"}, Refusal.UNKNOWN),
        ({"act": "no json"}, Refusal.UNKNOWN),
        ({"act": "[" * 30_000}, Refusal.UNKNOWN),
        ({"act": '{"act": "leave", "text": 1}'}, Refusal.UNKNOWN),
    ],
)
def test_all_else_is_refused_and_costs_no_number(
    gate: Gate, wrong: dict[str, object], refusal: Refusal
) -> None:
    assert gate.admit(replace(COMMAND, **wrong), NOW_MS) is refusal  # type: ignore[arg-type]
    assert gate.admit(COMMAND, NOW_MS) == Reset()
