"""Every phase of a session meets every fault: what is seen, what is kept, what is left.

`python -m tests.flow.session.matrix` writes docs/faults.md from it. Each fault names the test
that shows it with the real thing; here is what the session makes of it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from faceauth.port import Guidance
from kiosk.session import effects, events, intents, screens
from kiosk.session.screens import FaceOffer, Standby, StopReason
from kiosk.session.states import (
    CapturingFace,
    Completed,
    Farewell,
    Idle,
    Pending,
    StoringConsent,
    session_of,
)
from kiosk.session.stops import STOPS
from reader.port import ReaderProblem
from tests.flow.session.phases import ALL, Scene, told
from tests.flow.session.story import RULES, Story

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "faults.md"


def idle(_story: Story) -> None:
    """Nobody is there."""


def placing_phone(story: Story) -> None:
    story.state = replace(story.state, rules=replace(RULES, reads_phones=True))
    story.send(intents.PhoneChosen())


def stopped(story: Story) -> None:
    story.read_card()
    story.send(events.CardRefused(story.session_id, StopReason.CARD_UNREADABLE))


SCENES: tuple[Scene, ...] = (idle, placing_phone, *ALL, stopped)


class Kept(Enum):
    """What the ledger has of this reception."""

    NOTHING = "nothing"
    ALL_OR_NOTHING = "all of it or nothing: the commit was under way"
    ALL = "all of it; the report and the result go out"


def _send(*told_events: events.Event) -> Callable[[Story], None]:
    def act(story: Story) -> None:
        for event in told_events:
            story.send(event)

    return act


def _other_card(story: Story) -> None:
    story.place_card()


def _service_restarted(story: Story) -> None:
    """pcscd ends and is back: the card that still lies there is found anew."""
    lay_there = story.state.devices.card is not None
    story.send(events.ReaderLost(ReaderProblem.NO_SERVICE))
    story.send(events.ReaderFound("reader"))
    if lay_there:
        story.place_card()


def _of_session(event: Callable[[str], events.Event]) -> Callable[[Story], None]:
    def act(story: Story) -> None:
        if (session := session_of(story.phase)) is not None:
            story.send(event(session.session_id))

    return act


def _camera_replugged(story: Story) -> None:
    _of_session(lambda session_id: events.FaceOfferKnown(session_id, FaceOffer.NO_CAMERA))(story)
    _of_session(events.CameraReplugged)(story)


def _before_the_camera(guidance: Guidance) -> Callable[[Story], None]:
    """The camera is looked through only while a face is captured; then until its time is over."""

    def act(story: Story) -> None:
        phase = story.phase
        if isinstance(phase, CapturingFace):
            story.send(events.FaceObserved(story.session_id, phase.request_id, guidance, 0.0))
            story.wait_out()

    return act


def _service_fails(reason: StopReason) -> Callable[[Story], None]:
    """The answer to the query, or to the registration, where one is awaited."""

    def act(story: Story) -> None:
        visit = getattr(story.phase, "visit", None)
        if visit is not None and isinstance(visit.query, Pending):
            request_id = visit.query.request_id
            story.send(events.EligibilityFailed(story.session_id, request_id, reason))

    return act


def _service_too_late(story: Story) -> None:
    """Longer than the session waits; its answer comes all the same."""
    visit = getattr(story.phase, "visit", None)
    if visit is None or not isinstance(visit.query, Pending):
        return
    story.wait_out()
    story.send(
        events.EligibilityFailed(
            visit.session.session_id, visit.query.request_id, StopReason.SERVICE_UNREACHABLE
        )
    )


def _no_result(story: Story) -> None:
    phase = story.phase
    if isinstance(phase, Completed | Farewell):
        story.send(events.ResultNotDelivered(story.session_id, phase.request_id))


def _result_hangs(story: Story) -> None:
    if isinstance(story.phase, Completed | Farewell):
        story.wait_out()


def _disk_full(story: Story) -> None:
    phase = story.phase
    if isinstance(phase, StoringConsent):
        story.send(events.ConsentNotStored(story.session_id, phase.request_id))


def _nothing(_story: Story) -> None:
    """The session is not told, and need not be."""


def _restart(story: Story) -> None:
    """The process ends and another one begins; the card still lies there."""
    card = story.state.devices.card
    story.effects += [effects.EndWorker(each) for each in _open_workers(story)]
    fresh = Story(RULES)
    story.state = fresh.state
    if card is not None:
        story.place_card()


@dataclass(frozen=True)
class Fault:
    what: str
    strikes: Callable[[Story], None]
    shown_by: str
    """The test with the real thing."""


FAULTS: tuple[Fault, ...] = (
    Fault(
        "the card is taken away",
        _send(events.CardRemoved("reader")),
        "simulation/rehearsal/scenarios/card-removed-midway.toml",
    ),
    Fault("another card is placed", _other_card, "tests/unit/reader/test_presence.py"),
    Fault(
        "the reader is unplugged",
        _send(events.ReaderLost(ReaderProblem.NO_READER)),
        "simulation/rehearsal/scenarios/reader-unplugged-midway.toml",
    ),
    Fault("pcscd is restarted", _service_restarted, "tests/unit/reader/test_presence.py"),
    Fault(
        "pcscd is stopped",
        _send(events.ReaderLost(ReaderProblem.NO_SERVICE)),
        "tests/unit/reader/test_presence.py",
    ),
    Fault(
        "the camera is lost",
        _of_session(lambda session_id: events.FaceOfferKnown(session_id, FaceOffer.NO_CAMERA)),
        "simulation/rehearsal/scenarios/camera-unplugged-midway.toml",
    ),
    Fault(
        "the camera is unplugged and plugged in again",
        _camera_replugged,
        "simulation/rehearsal/scenarios/camera-replugged-midway.toml",
    ),
    Fault(
        "the camera is frozen",
        _before_the_camera(Guidance.NO_PICTURE),
        "simulation/rehearsal/scenarios/camera-unplugged-midway.toml",
    ),
    Fault("it is dark", _before_the_camera(Guidance.TOO_DARK), "tests/ui/test_face.py"),
    Fault(
        "two faces are there", _before_the_camera(Guidance.SEVERAL_FACES), "tests/ui/test_face.py"
    ),
    Fault(
        "the service is slow",
        _of_session(events.ServiceSlow),
        "simulation/rehearsal/scenarios/service-slow.toml",
    ),
    Fault(
        "the service is down",
        _service_fails(StopReason.SERVICE_UNREACHABLE),
        "simulation/rehearsal/scenarios/service-down.toml",
    ),
    Fault(
        "the service answers rubbish",
        _service_fails(StopReason.SERVICE_UNREACHABLE),
        "tests/faults/test_answers_of_others.py",
    ),
    Fault(
        "the service answers too late",
        _service_too_late,
        "simulation/rehearsal/scenarios/service-lost-before-the-end.toml",
    ),
    Fault(
        "the result folder is gone",
        _no_result,
        "simulation/rehearsal/scenarios/result-folder-lost.toml",
    ),
    Fault("the result folder hangs", _result_hangs, "tests/faults/test_share_hangs.py"),
    Fault("the disk is full", _disk_full, "tests/faults/durability/test_durability.py"),
    Fault("the clock jumps", _nothing, "tests/faults/prove_delivery.py"),
    Fault(
        "the worker is killed",
        _of_session(events.WorkerDied),
        "tests/unit/worker/test_supervisor.py",
    ),
    Fault(
        "the worker hangs",
        _of_session(events.WorkerDied),
        "tests/unit/worker/test_supervisor.py",
    ),
    Fault("the screen is frozen", _restart, "tests/unit/kiosk/test_watchdog.py"),
    Fault("staff reset", _send(events.StaffReset()), "tests/unit/kiosk/test_control.py"),
    Fault("the power is cut", _restart, "tests/faults/durability/power_cut.py"),
)


@dataclass(frozen=True)
class Cell:
    seen: screens.Screen
    kept: Kept
    after: Story


def cell(scene: Scene, fault: Fault) -> Cell:
    """Play it: the scene, the fault."""
    story = told(scene)
    fault.strikes(story)
    return Cell(story.screen, _kept(story), story)


def _kept(story: Story) -> Kept:
    if any(isinstance(effect, effects.DeliverResult) for effect in story.effects):
        return Kept.ALL
    asked = any(isinstance(effect, effects.StoreConsent) for effect in story.effects)
    refused = isinstance(story.screen, screens.Stopped) and (
        story.screen.reason is StopReason.CONSENT_NOT_STORED
    )
    return Kept.ALL_OR_NOTHING if asked and not refused else Kept.NOTHING


def _open_workers(story: Story) -> set[str]:
    opened: set[str] = set()
    for effect in story.effects:
        if isinstance(effect, effects.StartWorker):
            opened.add(effect.session_id)
        elif isinstance(effect, effects.EndWorker):
            opened.discard(effect.session_id)
    return opened


def workers_of_earlier_sessions(story: Story) -> set[str]:
    """Whose process would still hold what is personal: must be none."""
    session = session_of(story.phase)
    return _open_workers(story) - ({session.session_id} if session else set())


def next_patient_is_read(story: Story) -> bool:
    """All is repaired, the card is taken, time goes by: a new card comes as far as a choice."""
    story.send(events.ReaderFound("reader"))
    story.send(events.ReadinessChanged(Standby.READY))
    story.send(events.CardRemoved("reader"))
    for _ in range(4):
        if isinstance(story.phase, Idle):
            break
        story.wait_out()
    story.read_card()
    return isinstance(story.screen, screens.ChooseMethod)


def _in_words(screen: screens.Screen) -> str:
    match screen:
        case screens.Stopped(reason=reason):
            return f"stop {STOPS[reason].code}"
        case screens.OutOfService(problem=problem):
            return f"out of service: {problem.value.replace('_', ' ')}"
        case screens.Completed(notice=notice) | screens.Farewell(notice=notice):
            told_too = "" if notice is None else f", {notice.value}"
            return f"{type(screen).__name__}{told_too}"
        case screens.ChooseMethod(face=face):
            return f"ChooseMethod, face {face.value}"
        case screens.Waiting(what=what):
            return f"Waiting for {what.value.replace('_', ' ')}"
        case screens.Question(item=item):
            return f"Question of {item.value.replace('_', ' ')}"
        case _:
            return type(screen).__name__


def _row(scene: Scene, fault: Fault) -> str:
    before = told(scene)
    found = cell(scene, fault)
    seen = "goes on" if found.after.state == before.state else _in_words(found.seen)
    return f"| {_in_words(before.screen)} | {seen} | {found.kept.value} |"


def page() -> str:
    lines = [
        "# Every screen, every fault",
        "",
        "Written by `make pages`; do not edit. For each fault, on each screen: what is seen then,",
        "and what the ledger has of the reception. In every line the worker process with all that",
        "is personal has ended, or goes on with its own patient, and the next patient's card is",
        "read once the cause is mended (`tests/flow/session/test_matrix.py`). Codes of stops:",
        "[stops.md](stops.md).",
    ]
    for fault in FAULTS:
        lines += [
            "",
            f"## {fault.what[0].upper()}{fault.what[1:]}",
            f"With the real thing: `{fault.shown_by}`.",
            "",
            "| On | is seen | is kept |",
            "|---|---|---|",
            *dict.fromkeys(_row(scene, fault) for scene in SCENES),
        ]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.name}: {len(SCENES)} screens x {len(FAULTS)} faults.")
