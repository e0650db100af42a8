"""How it stands with what a kiosk needs, for staff at its screen: nothing personal."""

from dataclasses import dataclass
from enum import Enum

from kiosk.control import Status
from kiosk.staff.notices import CLOCK_SKEW_S


class Subject(Enum):
    READER = "reader"
    CAMERA = "camera"
    SERVICE = "service"
    RESULTS = "results"
    DISK = "disk"
    CLOCK = "clock"
    QUEUE = "queue"


@dataclass(frozen=True)
class Finding:
    subject: Subject
    good: bool
    value: str = ""
    """A number or a name; what is good or not is said in words by the screen."""


LOW_DISK_BYTES = 500_000_000


def findings(status: Status, free_bytes: int | None) -> tuple[Finding, ...]:
    """`free_bytes`: on the disk of the state folder; None where it cannot be asked."""
    camera_works = status.camera_works
    ahead_s = status.clock_ahead_s or 0
    waiting = status.reports_waiting + status.results_waiting
    free = "" if free_bytes is None else f"{free_bytes / 1e9:.1f} GB"
    return (
        Finding(Subject.READER, status.reader_problem is None, status.reader_problem or ""),
        *([] if camera_works is None else [Finding(Subject.CAMERA, camera_works)]),
        Finding(Subject.SERVICE, status.service_works, status.report_problem or ""),
        Finding(Subject.RESULTS, status.result_problem is None, status.result_problem or ""),
        Finding(Subject.DISK, free_bytes is not None and free_bytes >= LOW_DISK_BYTES, free),
        Finding(Subject.CLOCK, abs(ahead_s) < CLOCK_SKEW_S, f"{ahead_s:+d} s" if ahead_s else ""),
        Finding(Subject.QUEUE, waiting == 0 and not status.reports_refused, _queue(status)),
    )


def _queue(status: Status) -> str:
    return f"{status.reports_waiting} + {status.results_waiting} ({status.reports_refused})"
