"""Looks from time to time whether the online service can be reached, and what it takes."""

import time
from datetime import timedelta

import structlog

from qualification.errors import QualificationFault, RequestMalformed
from qualification.port import ProofKind, QualificationService

log = structlog.get_logger(__name__)

LOST_CHECK_EVERY_S = 10.0
"""A service that was lost is looked for more often: patients wait for it."""

CLOCK_TOLERANCE = timedelta(seconds=30)
"""The receipt computer looks a minute back for the patient at the kiosk (domain 5.8)."""


class HealthProbe:
    """For one thread; the first look is due at once."""

    def __init__(
        self,
        service: QualificationService,
        check_every_s: float,
        accepted: frozenset[ProofKind] | None = None,
        clock_ahead_s: int | None = None,
    ) -> None:
        """The last two: as the process before this one found them."""
        self._service = service
        self._check_every_s = check_every_s
        self._works = True
        self.accepted = accepted
        """What the service took when it last answered."""
        self._due_at_s = time.monotonic()
        self._clock_wrong = abs(clock_ahead_s or 0) > CLOCK_TOLERANCE.total_seconds()

    def due_in_s(self) -> float:
        return max(0.0, self._due_at_s - time.monotonic())

    def probe(self) -> frozenset[ProofKind] | None:
        """The proofs that it takes, None when it does not serve; within the deadline of a call."""
        accepted = self._ask()
        before, self._works = self._works, accepted is not None
        self._tell_skew()
        if self._works and not before:
            log.info("service_is_back")
        if accepted is not None and accepted != self.accepted:
            self.accepted = accepted
            log.info("service_accepts", proofs=sorted(kind.value for kind in accepted))
        every_s = self._check_every_s
        self._due_at_s = time.monotonic() + (
            every_s if self._works else min(every_s, LOST_CHECK_EVERY_S)
        )
        return accepted

    def _tell_skew(self) -> None:
        ahead = self._service.clock_ahead
        if ahead is None:
            return
        wrong = abs(ahead) > CLOCK_TOLERANCE
        if wrong and not self._clock_wrong:
            log.warning("clock_is_wrong", ahead_s=round(ahead.total_seconds()))
        elif self._clock_wrong and not wrong:
            log.info("clock_is_right")
        self._clock_wrong = wrong

    def _ask(self) -> frozenset[ProofKind] | None:
        try:
            return self._service.accepted_proofs()
        except (QualificationFault, RequestMalformed) as error:
            if self._works:
                log.warning("service_lost", kind=type(error).__name__, error=str(error))
            return None
