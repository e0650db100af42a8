"""What the simulation cannot do.

Fault
├── SimulationFault      what set-up makes is missing or damaged, or a process does not start
└── RevocationUnknown    on the service's side: neither CRL nor OCSP tells of a card's certificate
"""

from common.errors import Fault


class SimulationFault(Fault):
    pass


class RevocationUnknown(Fault):
    """`why` names the part that failed, never the certificate."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"Whether the certificate is revoked is not known: {why}.",
            "Check the way to the authority; try again later.",
        )
        self.why = why
