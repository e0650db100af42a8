"""Looks from time to time whether the online service can be reached."""

import time

import structlog

from qualification.errors import QualificationError
from qualification.port import QualificationService

log = structlog.get_logger(__name__)

LOST_CHECK_EVERY_S = 10.0
"""A service that was lost is looked for more often: patients wait for it."""


class Lookout:
    """For one thread; the first look is due at once."""

    def __init__(self, service: QualificationService, check_every_s: float) -> None:
        self._service = service
        self._check_every_s = check_every_s
        self._works = True
        self._due_at_s = time.monotonic()

    def due_in_s(self) -> float:
        return max(0.0, self._due_at_s - time.monotonic())

    def look(self) -> bool:
        """Whether it is there; within the deadline of a call."""
        before, self._works = self._works, self._answers()
        if self._works and not before:
            log.info("service_is_back")
        every_s = self._check_every_s
        self._due_at_s = time.monotonic() + (
            every_s if self._works else min(every_s, LOST_CHECK_EVERY_S)
        )
        return self._works

    def _answers(self) -> bool:
        try:
            self._service.check()
        except QualificationError as error:
            if self._works:
                log.warning("service_lost", kind=type(error).__name__)
            return False
        return True
