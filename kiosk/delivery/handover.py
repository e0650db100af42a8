"""What a delivery process that has delivered leaves to the next: nothing personal."""

from dataclasses import dataclass

from kiosk.delivery.condition import Condition
from qualification.port import ProofKind


@dataclass(frozen=True)
class Handover:
    """So that the next says and logs only what is new."""

    condition: Condition
    """As it was last told to the kiosk."""
    accepted_proofs: frozenset[ProofKind] | None = None
    """What the service took when it was last asked."""
    ledger_compared: bool = False
    """With what the service remembers of it."""
