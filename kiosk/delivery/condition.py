"""How it stands with delivery, for staff: nothing personal."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Condition:
    reports_waiting: int = 0
    reports_refused: int = 0
    """Receptions that staff have to make good."""
    results_waiting: int = 0
    report_problem: str | None = None
    ledger_problem: str | None = None
    """The service remembers more of the consent ledger than is there."""
    result_problem: str | None = None
    clock_ahead_s: int | None = None
    """Of this machine's clock, before the service's; negative: behind. None: not known."""
