"""What a message says before the service was told: the decisions, and in which of its sessions."""

import json
from dataclasses import dataclass

from common.certificate_dates import CertificateStanding
from common.decisions import Decisions, from_list, to_list
from qualification.port import IdentityMethod


@dataclass(frozen=True)
class Conclusion:
    service_session: str
    decisions: Decisions
    patient: str
    """The ledger's pseudonym: what is one patient's is told in its order."""
    method: IdentityMethod | None = None
    """This and the next are for the desk alone; None in a message of an earlier version."""
    certificate: CertificateStanding | None = None

    def to_bytes(self) -> bytes:
        return json.dumps(
            {
                "service_session": self.service_session,
                "decisions": to_list(self.decisions),
                "patient": self.patient,
                "method": None if self.method is None else self.method.value,
                "certificate": None if self.certificate is None else self.certificate.value,
            }
        ).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Conclusion":
        """The inverse, for bytes that were authenticated before."""
        fields = json.loads(data)
        method, certificate = fields.get("method"), fields.get("certificate")
        return cls(
            fields["service_session"],
            from_list(fields["decisions"]),
            fields["patient"],
            None if method is None else IdentityMethod(method),
            None if certificate is None else CertificateStanding(certificate),
        )
