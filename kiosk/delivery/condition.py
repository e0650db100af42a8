"""How it stands with delivery, for staff and for the process that comes next: nothing personal."""

from dataclasses import dataclass

from qualification.port import ProofKind


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


@dataclass(frozen=True)
class Handover:
    """What a process that has delivered leaves to the next, so that it says only what is new."""

    condition: Condition
    """As it was last told to the kiosk."""
    accepted_proofs: frozenset[ProofKind] | None = None
    """What the service took when it was last asked."""
    ledger_compared: bool = False
    """With what the service remembers of it."""
