"""What a fleet's owner watches: counts and times without persons, in Prometheus' text format.

`Counters` observes the session in the kiosk; `uketsuke metrics` asks the kiosk for them and for its
state, and adds what the machine's files tell.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kiosk.session import events
from kiosk.session.events import Event
from kiosk.session.states import Completed, Idle, State, Stopped

_METHODS: Mapping[type[Event], str] = {
    events.FaceMatched: "face",
    events.PinAccepted: "pin",
    events.StaffAccepted: "staff",
}
_FACE_ATTEMPTS: Mapping[type[Event], str] = {
    events.FaceMatched: "matched",
    events.FaceNotMatched: "not_matched",
}


@dataclass
class Counters:
    """Since the kiosk's start; an observer of the runner, on its thread."""

    sessions: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By outcome (`completed`, or why it was stopped) and method."""
    phase_count: Counter[str] = field(default_factory=Counter)
    phase_ms: Counter[str] = field(default_factory=Counter)
    face_attempts: Counter[str] = field(default_factory=Counter)
    losses: Counter[str] = field(default_factory=Counter)
    """Of reader, camera, service and of what the session runs in."""
    _method: str = "none"

    def observe(self, old: State, event: Event, new: State) -> None:
        kind = type(event)
        self._method = _METHODS.get(kind, self._method)
        if kind in _FACE_ATTEMPTS:
            self.face_attempts[_FACE_ATTEMPTS[kind]] += 1
        self._count_losses(old, event, new)
        if type(old.phase) is not type(new.phase):
            self._count_phase(old, new)

    def as_json_object(self) -> dict[str, object]:
        """On any thread."""
        return {
            "sessions": [[*key, count] for key, count in sorted(self.sessions.copy().items())],
            "phase_count": self.phase_count.copy(),
            "phase_ms": self.phase_ms.copy(),
            "face_attempts": self.face_attempts.copy(),
            "losses": self.losses.copy(),
        }

    def _count_losses(self, old: State, event: Event, new: State) -> None:
        before, now = old.devices, new.devices
        self.losses["reader"] += before.reader_problem is None and now.reader_problem is not None
        self.losses["camera"] += before.camera_works and not now.camera_works
        self.losses["service"] += before.service_works and not now.service_works
        self.losses["worker"] += isinstance(event, events.WorkerDied)

    def _count_phase(self, old: State, new: State) -> None:
        name = type(old.phase).__name__
        if not isinstance(old.phase, Idle):
            self.phase_count[name] += 1
            self.phase_ms[name] += new.since_ms - old.since_ms
        match new.phase:
            case Completed():
                self.sessions["completed", self._method] += 1
            case Stopped(reason=reason):
                self.sessions[reason.value, self._method] += 1
            case Idle():
                self._method = "none"
            case _:
                pass


def lines(
    status: Mapping[str, Any] | None,
    counters: Mapping[str, Any],
    *,
    version: str,
    certificate_ends: datetime | None,
) -> Iterator[str]:
    """`status` and `counters` as the kiosk's control socket answers; None: it does not run."""
    yield from _metric("info", "gauge", "Which version.", {f'version="{version}"': 1})
    yield from _metric("up", "gauge", "Whether the kiosk answers.", {"": status is not None})
    if certificate_ends is not None:
        ends_s = round(certificate_ends.timestamp())
        yield from _metric(
            "certificate_end_seconds", "gauge", "End of the certificate, Unix time.", {"": ends_s}
        )
    if status is None:
        return
    for name, meaning in _GAUGES.items():
        if status[name] is not None:
            yield from _metric(name, "gauge", meaning, {"": status[name]})
    reader_works = {"": status["reader_problem"] is None}
    yield from _metric("reader_works", "gauge", "Whether the reader is there.", reader_works)
    phase = {f'phase="{status["phase"]}"': 1}
    yield from _metric("phase", "gauge", "What the kiosk is doing.", phase)
    yield from _counter_lines(counters)


_GAUGES = {
    "camera_works": "Whether the camera is there.",
    "service_works": "Whether the online service answered last.",
    "card_left": "Whether a card was forgotten.",
    "reports_waiting": "What the service has not been told yet.",
    "reports_refused": "Receptions that the service refused to hear of.",
    "results_waiting": "What the receipt computer has not got yet.",
    "clock_ahead_s": "Of this clock, before the service's.",
    "screen_sign_ms": "How long ago the screen showed that it runs.",
    "reader_sign_ms": "The same of the reader's thread.",
    "delivery_sign_ms": "The same of the delivery process.",
}
"""Taken from `kiosk.control.Status` by name."""


def _counter_lines(counters: Mapping[str, Any]) -> Iterator[str]:
    sessions = {
        f'outcome="{outcome}",method="{method}"': count
        for outcome, method, count in counters["sessions"]
    }
    yield from _metric("sessions_total", "counter", "Receptions by how they ended.", sessions)
    attempts = {f'result="{each}"': count for each, count in counters["face_attempts"].items()}
    yield from _metric("face_attempts_total", "counter", "Faces compared.", attempts)
    losses = {f'part="{each}"': count for each, count in counters["losses"].items()}
    yield from _metric("losses_total", "counter", "Parts that went away.", losses)
    seconds = {f'phase="{each}"': ms / 1000 for each, ms in counters["phase_ms"].items()}
    yield from _metric("phase_seconds_sum", "counter", "Time spent in each phase.", seconds)
    counts = {f'phase="{each}"': count for each, count in counters["phase_count"].items()}
    yield from _metric("phase_seconds_count", "counter", "How often it was left.", counts)


def _metric(
    name: str, kind: str, meaning: str, values: Mapping[str, float | bool]
) -> Iterator[str]:
    if values:
        yield f"# HELP uketsuke_{name} {meaning}"
        yield f"# TYPE uketsuke_{name} {kind}"
    for labels, value in values.items():
        yield f"uketsuke_{name}{f'{{{labels}}}' if labels else ''} {_number(value)}"


def _number(value: float | bool) -> str:
    return str(int(value)) if float(value).is_integer() else f"{value:.3f}"
