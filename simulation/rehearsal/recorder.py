"""What happened in a rehearsal: phases with times, and who had to wait for whom."""

import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kiosk.session.events import ConsentStored, Event, ResultDelivered, ResultNotDelivered
from kiosk.session.screens import StopReason
from kiosk.session.states import (
    AnsweredByPatient,
    Asking,
    Completed,
    Delivery,
    Farewell,
    Phase,
    State,
    Stopped,
    Visiting,
)
from kiosk.signer.messages import Figures


@dataclass
class PhaseEntered:
    state: str
    entered_at_ms: int


@dataclass
class Report:
    """One run, as `rehearse --json` prints it. Times count from the card's placing."""

    scenario: str
    person: str
    transport: str
    display: str = "offscreen"
    outcome: str = "unfinished"
    identity_method: str | None = None
    steps: list[PhaseEntered] = field(default_factory=list)
    machine_ms: int = 0
    """Time in which the patient could only wait."""
    human_ms: int = 0
    """Time in which the kiosk waited for the patient."""
    service_ms: int = 0
    apdu_count: int = 0
    gui_stall_max_ms: int = 0
    preview_frames: int = 0
    """Of the camera, that reached the screen."""
    preview_fps: float | None = None
    """Their rate while the face screen showed; None where no picture followed another."""
    notice: str | None = None
    """What stood beside 受付完了 when it came."""
    result_file: str | None = None
    consents: dict[str, str] = field(default_factory=dict)
    error: str | None = None

    def as_json_object(self) -> dict[str, object]:
        return asdict(self)

    def as_text(self) -> str:
        ended = "as it must" if self.error is None else f"WRONG: {self.error}"
        return (
            f"{self.scenario}: {self.outcome}, {ended}. Patient waited {self.machine_ms} ms, "
            f"acted {self.human_ms} ms; service {self.service_ms} ms, {self.apdu_count} APDUs, "
            f"longest stall of the screen {self.gui_stall_max_ms} ms, "
            f"preview {self._preview()} ({self.transport}, {self.display})."
        )

    def _preview(self) -> str:
        if self.preview_fps is None:
            return f"{self.preview_frames} frames"
        return f"{self.preview_frames} frames at {self.preview_fps:.1f}/s"


class Recorder:
    """An observer of the runner; belongs to the GUI thread."""

    def __init__(self, report: Report, results: Path) -> None:
        self.report = report
        self._results = results
        self._started_at = time.monotonic()
        self._waited_since_ms = 0
        self._patient_acts = False
        self._ended = False
        self._result_is_due = False
        self.fates = {"delivered": threading.Event(), "delayed": threading.Event()}
        """What has become of the result; the scripted patient waits for it."""

    def card_placed(self) -> None:
        """The clock starts when the patient lays the card down."""
        self._started_at = time.monotonic()
        self._waited_since_ms = 0
        self.report.machine_ms = self.report.human_ms = 0

    def figures(self, figures: Figures) -> None:
        self.report.apdu_count = figures.apdu_count
        self.report.service_ms = figures.service_ms

    def __call__(self, old: State, event: Event, new: State) -> None:
        if isinstance(event, ConsentStored) and _is_not_qualified(new.phase):
            self._result_is_due = True
        if isinstance(event, ResultDelivered | ResultNotDelivered):
            self._result_is_due = False
        if isinstance(event, ResultDelivered):
            self.report.result_file = str(self._results / event.file_name)
            self.fates["delivered"].set()
        if isinstance(event, ResultNotDelivered):
            self.fates["delayed"].set()
        if type(old.phase) is not type(new.phase) or _item(old.phase) != _item(new.phase):
            self._enter(new.phase)

    @property
    def is_over(self) -> bool:
        """The session has ended as far as the patient and the receipt computer are concerned."""
        return self._ended

    def settle(self, state: State) -> None:
        """Note whether nothing more will come."""
        match state.phase:
            case Stopped():
                self._ended = not self._result_is_due
            case Farewell(delivery=delivery):
                self._ended = delivery is not Delivery.PENDING
            case _:
                pass

    def _enter(self, phase: Phase) -> None:
        now_ms = round((time.monotonic() - self._started_at) * 1000)
        self._account(now_ms, patient_acts=isinstance(phase, AnsweredByPatient))
        report = self.report
        report.steps.append(PhaseEntered(_label(phase), now_ms))
        if isinstance(phase, Visiting):
            report.identity_method = phase.visit.method.value
            report.consents = {a.key: a.decision.value for a in phase.visit.answers}
        if isinstance(phase, Completed | Farewell) and report.outcome == "unfinished":
            report.outcome = "completed"
            report.notice = None if phase.notice is None else phase.notice.value
        if isinstance(phase, Stopped) and report.outcome == "unfinished":
            report.outcome = f"stopped:{phase.reason.value}"

    def _account(self, now_ms: int, *, patient_acts: bool) -> None:
        """Give the time since the last change to whoever could act in it."""
        if self.report.outcome != "unfinished":
            return
        spent_ms = now_ms - self._waited_since_ms
        if self._patient_acts:
            self.report.human_ms += spent_ms
        else:
            self.report.machine_ms += spent_ms
        self._waited_since_ms, self._patient_acts = now_ms, patient_acts


_DELIVERED_ALL_THE_SAME = (StopReason.LAPSED, StopReason.NOT_QUALIFIED)


def _is_not_qualified(phase: Phase) -> bool:
    """The answer is on its way to the receipt computer all the same."""
    return isinstance(phase, Stopped) and phase.reason in _DELIVERED_ALL_THE_SAME


def _item(phase: Phase) -> object:
    return (phase.item, phase.part) if isinstance(phase, Asking) else None


def _label(phase: Phase) -> str:
    name = type(phase).__name__
    return f"{name}:{phase.item.value}" if isinstance(phase, Asking) else name
