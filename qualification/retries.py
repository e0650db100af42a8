"""Trying a call again, where the service takes two tries for one call.

Only calls that carry an Idempotency-Key, and the request for a challenge, which changes nothing
that matters, are tried again. Kiosks that were cut off together come back spread out (jitter).
"""

import random
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    stop_before_delay,
)

from qualification.errors import ServiceTimeout, ServiceUnavailable, ServiceUnreachable

_WORTH_A_TRY = (ServiceUnreachable, ServiceUnavailable, ServiceTimeout)


@dataclass(frozen=True)
class RetryPolicy:
    tries: int
    first_wait_ms: int  # then doubled; each between half and one and a half of it
    on: tuple[type[Exception], ...]
    keyed: bool = False


NONE = RetryPolicy(tries=1, first_wait_ms=0, on=())
ONCE_MORE = RetryPolicy(tries=2, first_wait_ms=0, on=(ServiceUnreachable,))
KEYED = RetryPolicy(tries=4, first_wait_ms=200, on=_WORTH_A_TRY, keyed=True)


class Retries:
    """Those of one call; its headers are the same in each try.

    `key`: the caller's own, for a call that is made again by another process after a crash.
    """

    def __init__(self, policy: RetryPolicy, key: str | None = None) -> None:
        self._policy = policy
        key = key or secrets.token_urlsafe(18)
        self.headers = {"Idempotency-Key": key} if policy.keyed else {}

    def run(
        self,
        attempt: Callable[[], bytes],
        ends_at: float,
        on_retry: Callable[[int, int], None],
    ) -> bytes:
        """What `attempt` returns; raises what the last one raised.

        `ends_at` is the call's deadline, in seconds of the monotonic clock: a wait that would pass
        it is not begun.
        """
        tries = Retrying(
            retry=retry_if_exception_type(self._policy.on),
            wait=self._wait_s,
            stop=stop_after_attempt(self._policy.tries)
            | stop_before_delay(ends_at - time.monotonic()),
            before_sleep=lambda state: on_retry(
                state.attempt_number + 1, round(state.upcoming_sleep * 1000)
            ),
            reraise=True,
        )
        return tries(attempt)

    def _wait_s(self, state: RetryCallState) -> float:
        doubled_ms = self._policy.first_wait_ms << (state.attempt_number - 1)
        wait_s = doubled_ms / 1000 * random.uniform(0.5, 1.5)  # noqa: S311 - nobody guesses it.
        fault = state.outcome and state.outcome.exception()
        if isinstance(fault, ServiceUnavailable) and fault.retry_after_s is not None:
            return fault.retry_after_s + wait_s
        return wait_s
