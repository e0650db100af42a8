"""Has the ledger's head kept by the service, so that a ledger that was put back is found.

Before the first is told, what the service remembers is compared with the ledger. Where it
contradicts, nothing more is told: the service would forget what it alone knows.
"""

import structlog

from consent.errors import LedgerUnusable
from consent.port import LedgerAnchor, SignedHead
from qualification.errors import QualificationFault, RequestMalformed
from qualification.port import LedgerHead, QualificationService

log = structlog.get_logger(__name__)


class Anchoring:
    """For one thread; raises nothing: it is tried again with the next report."""

    def __init__(
        self,
        anchor: LedgerAnchor,
        service: QualificationService,
        compared: bool = False,
        problem: str | None = None,
    ) -> None:
        """The last two: as the process before this one left them."""
        self._anchor = anchor
        self._service = service
        self.compared = compared
        self._told: SignedHead | None = None
        self.problem = problem
        """What the service remembers against the ledger, in words for staff."""

    def tell(self) -> None:
        try:
            newest = self._anchor.newest()
            if newest == self._told or not self._agrees():
                return
            self._service.keep_ledger_head(LedgerHead(**vars(newest)))
            self._told = newest
        except (QualificationFault, RequestMalformed, LedgerUnusable) as error:
            log.warning("ledger_head_not_kept", kind=error.kind)

    def _agrees(self) -> bool:
        if self.compared and self.problem is None:
            return True
        kept = [head.signed for head in self._service.ledger_heads()]
        problems = self._anchor.contradictions(kept)
        if not self.compared:
            for entries in self._anchor.others(kept):
                log.warning("ledger_replaced", sequence=entries)
        self.compared = True
        if not problems:
            self.problem = None
            return True
        if self.problem is None:
            log.error("ledger_put_back", error=problems[0])
        self.problem = (
            f"The consent ledger is not the newest: {problems[0]}. Keep it for the audit, and "
            "restore the newest backup."
        )
        self._anchor.restore_witness(kept)
        return False
