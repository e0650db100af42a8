"""The thread that belongs to the result folder, and may hang with it."""

import threading
import time
from collections.abc import Callable

import structlog

from consent.errors import OutboxUnusable
from consent.port import Outbox
from kiosk.delivery.results import Results
from kiosk.desk_link.tidings import DeskListener
from qualification.port import ResultSink

log = structlog.get_logger(__name__)

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 30.0
"""A network share that comes back is used half a minute later at the latest."""

CHECKED_EVERY_S = 60.0
"""The folder, while nothing is to be written."""

HANGS_AFTER_S = 10.0
"""A result is a few kilobytes: whoever takes longer has lost the share."""

HANGS = (
    "The result folder does not answer. Check the receipt computer and the network; results are "
    "written when it is back."
)


class ResultsThread:
    def __init__(
        self,
        outbox: Outbox,
        folder: ResultSink,
        delivered: Callable[[str, str], None],
        desk: DeskListener,
        problem: str | None,
    ) -> None:
        self._delivered = delivered
        self._results = Results(outbox, folder, self._one_delivered, desk=desk, problem=problem)
        self._has_delivered = False
        self._wanted = threading.Event()
        self._busy_since_s: float | None = None
        self._hangs = False
        threading.Thread(target=self._run, name="results", daemon=True).start()

    @property
    def problem(self) -> str | None:
        return HANGS if self._hangs else self._results.problem

    @property
    def is_spent(self) -> bool:
        """What it has delivered may stand in this process's memory still, and it is not at work."""
        return self._has_delivered and self._busy_since_s is None and not self._wanted.is_set()

    def work(self) -> None:
        """Soon, if it is not at work already; returns at once."""
        self._wanted.set()

    def watch(self) -> None:
        """Tell staff of a folder that hangs; it cannot be ended, only waited for."""
        since_s = self._busy_since_s
        hangs = since_s is not None and time.monotonic() - since_s > HANGS_AFTER_S
        if hangs and not self._hangs:
            log.error("result_folder_hangs")
        if self._hangs and not hangs:
            log.info("result_folder_answers")
        self._hangs = hangs

    def _run(self) -> None:
        wait_s = FIRST_WAIT_S
        done = True
        while True:
            self._wanted.wait(CHECKED_EVERY_S if done else wait_s)
            self._wanted.clear()
            done = self._deliver()
            wait_s = FIRST_WAIT_S if done else min(wait_s * 2, LONGEST_WAIT_S)

    def _deliver(self) -> bool:
        self._busy_since_s = time.monotonic()
        try:
            return self._results.deliver_all()
        except OutboxUnusable as error:
            log.error("outbox_unusable", error=str(error))
            return False
        finally:
            self._busy_since_s = None

    def _one_delivered(self, key: str, name: str) -> None:
        self._busy_since_s = time.monotonic()
        self._delivered(key, name)
        self._has_delivered = True
