"""What a fleet's owner sees of a kiosk, and that it names nobody."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

from kiosk.metrics import Counters, lines
from kiosk.session import events
from kiosk.session.screens import StopReason
from kiosk.session.states import (
    Completed,
    Delivery,
    Idle,
    ReadingCard,
    Rules,
    Session,
    State,
    Stopped,
)
from tests.architecture.source_tree import ROOT

SESSION = Session("a1b2")
"""Whose id must not be seen."""

RULES = Rules(proof=None, has_camera=False, has_staff_password=False)


def states() -> tuple[State, State, State]:
    idle = State(Idle(), 0, RULES)
    reading = replace(idle, phase=ReadingCard(SESSION), since_ms=1_000)
    completed = Completed(SESSION, 1, Delivery.DONE, None)
    return idle, reading, replace(idle, phase=completed, since_ms=3_500)


def test_a_reception_is_counted_with_its_method_and_the_time_of_its_phases() -> None:
    idle, reading, completed = states()
    counters = Counters()
    counters.observe(idle, events.TimePassed(), reading)
    counters.observe(reading, events.PinAccepted("a1b2", 1), completed)
    text = "\n".join(_page(counters))
    assert 'uketsuke_sessions_total{outcome="completed",method="pin"} 1' in text
    assert 'uketsuke_phase_seconds_sum{phase="ReadingCard"} 2.500' in text
    assert "a1b2" not in text


def test_a_stop_is_counted_by_its_reason_and_the_next_patient_begins_anew() -> None:
    idle, reading, _ = states()
    stopped = replace(idle, phase=Stopped(StopReason.CARD_UNREADABLE))
    counters = Counters()
    counters.observe(reading, events.FaceMatched("a1b2", 1), reading)
    counters.observe(reading, events.TimePassed(), stopped)
    counters.observe(stopped, events.TimePassed(), idle)
    counters.observe(reading, events.TimePassed(), stopped)
    reason = StopReason.CARD_UNREADABLE.value
    assert counters.sessions == {(reason, "face"): 1, (reason, "none"): 1}
    assert counters.face_attempts == {"matched": 1}


def test_a_kiosk_that_does_not_run_is_told() -> None:
    ends = datetime(2027, 1, 1, tzinfo=UTC)
    text = list(lines(None, {}, version="1.0", certificate_ends=ends))
    assert "uketsuke_up 0" in text
    assert f"uketsuke_certificate_end_seconds {round(ends.timestamp())}" in text


def test_alerts_and_dashboard_ask_for_what_there_is() -> None:
    idle, reading, completed = states()
    counters = Counters()
    counters.observe(idle, events.FaceMatched("a1b2", 1), reading)
    counters.observe(reading, events.PinAccepted("a1b2", 1), completed)
    there = set(re.findall(r"(?m)^uketsuke_\w+", "\n".join(_page(counters))))
    folder = ROOT / "packaging" / "monitoring"
    asked = {
        name
        for file in ("alerts.yml", "dashboard.json")
        for name in re.findall(r"uketsuke_\w+", (folder / file).read_text("utf-8"))
    }
    assert asked - there == set()
    assert len(json.loads((folder / "dashboard.json").read_text("utf-8"))["panels"]) >= 10


def _page(counters: Counters) -> list[str]:
    status: dict[str, object] = dict.fromkeys(
        (
            "camera_works", "service_works", "card_left", "reports_waiting", "reports_refused",
            "results_waiting", "clock_ahead_s", "screen_sign_ms", "reader_sign_ms",
            "delivery_sign_ms",
        ),
        1,
    ) | {"phase": "Idle", "reader_problem": None}  # fmt: skip
    found = lines(
        status,
        counters.as_json_object(),
        version="1.0",
        certificate_ends=datetime(2027, 1, 1, tzinfo=UTC),
    )
    return list(found)
