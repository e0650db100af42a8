"""What a message says before the service was told: the decisions, and in which of its sessions."""

import json
from dataclasses import dataclass
from datetime import datetime

from qualification.port import Decisions, PrescriptionForm


@dataclass(frozen=True)
class Conclusion:
    service_session: str
    decisions: Decisions

    def to_bytes(self) -> bytes:
        decisions = self.decisions
        form = decisions.prescription
        return json.dumps(
            {
                "service_session": self.service_session,
                "medical_and_medicines": decisions.medical_and_medicines,
                "health_checkups": decisions.health_checkups,
                "limit_information": decisions.limit_information,
                "medicines": decisions.medicines,
                "medical_care": decisions.medical_care,
                "surgery": decisions.surgery,
                "prescription": None if form is None else form.value,
                "consented_at": decisions.consented_at.isoformat(),
            }
        ).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Conclusion":
        """The inverse, for bytes that were authenticated before."""
        fields = json.loads(data)
        form = fields["prescription"]
        return cls(
            service_session=fields["service_session"],
            decisions=Decisions(
                medical_and_medicines=fields["medical_and_medicines"],
                health_checkups=fields["health_checkups"],
                limit_information=fields["limit_information"],
                medicines=fields["medicines"],
                medical_care=fields["medical_care"],
                surgery=fields["surgery"],
                prescription=None if form is None else PrescriptionForm(form),
                consented_at=datetime.fromisoformat(fields["consented_at"]),
            ),
        )
