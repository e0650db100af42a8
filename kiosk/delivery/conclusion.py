"""What a message says before the service was told: the decisions, and in which of its sessions."""

import json
from dataclasses import dataclass

from common.decisions import Decisions, from_list, to_list


@dataclass(frozen=True)
class Conclusion:
    service_session: str
    decisions: Decisions
    patient: str
    """The ledger's pseudonym: what is one patient's is told in its order."""

    def to_bytes(self) -> bytes:
        return json.dumps(
            {
                "service_session": self.service_session,
                "decisions": to_list(self.decisions),
                "patient": self.patient,
            }
        ).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Conclusion":
        """The inverse, for bytes that were authenticated before."""
        fields = json.loads(data)
        return cls(fields["service_session"], from_list(fields["decisions"]), fields["patient"])
