"""Wrong passwords are counted, and each one more makes the next wait longer.

The count is on disk before the password is looked at: neither a restart nor a cut power, and no
card that is taken away, gives a guess for nothing.
"""

import time
from collections.abc import Callable
from pathlib import Path

import structlog

from common.files import read_regular, replace_whole

log = structlog.get_logger(__name__)

DELAYS_S = (0.0, 0.0, 0.0, 30.0, 60.0, 300.0, 900.0)
"""After so many wrong ones in a row (0, 1, 2, …); the last one for all that follow. Digits typed at
an open counter can be guessed, and a typing error is no reason to leave a patient waiting."""


class Tries:
    """Of one place at which passwords are typed."""

    def __init__(self, file: Path, clock_s: Callable[[], float] = time.monotonic) -> None:
        self._file = file
        self._clock_s = clock_s
        self._wrong = _remembered(file)
        # When the last one was is not asked: clocks are put right and wrong.
        self._open_at_s = clock_s() + _delay_s(self._wrong)

    @property
    def wait_s(self) -> float:
        """How long until a password is looked at again."""
        return max(0.0, self._open_at_s - self._clock_s())

    def begin(self) -> None:
        """Count a try as wrong; `right` takes that back."""
        self._remember(self._wrong + 1)
        delay_s = _delay_s(self._wrong)
        self._open_at_s = self._clock_s() + delay_s
        if delay_s:
            log.warning("staff_check_locked", wait_ms=round(delay_s * 1000))

    def right(self) -> None:
        self._remember(0)
        self._open_at_s = 0.0

    def _remember(self, wrong: int) -> None:
        if wrong == self._wrong:
            return
        self._wrong = wrong
        try:
            replace_whole(self._file, str(wrong).encode("ascii"))
        except OSError as error:  # It still holds until a restart.
            log.warning("staff_tries_not_kept", errno=error.errno)


def _delay_s(wrong: int) -> float:
    return DELAYS_S[min(max(wrong, 0), len(DELAYS_S) - 1)]


def _remembered(file: Path) -> int:
    """As many as make it wait where the file says nothing that can be read."""
    try:
        return int(read_regular(file, 16, follow=False))
    except FileNotFoundError:
        return 0
    except (OSError, ValueError):
        return len(DELAYS_S) - 1
