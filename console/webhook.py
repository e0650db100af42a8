"""Tells another program of each notice: which kiosk, which notice, when. Nothing of a patient."""

import queue
import threading
from collections.abc import Callable
from datetime import UTC

import httpx2
import structlog

from console.store import PastNotice

log = structlog.get_logger(__name__)

_WITHIN_S = 2.0
_WAITING_AT_MOST = 100


def tell_of(address: str) -> Callable[[PastNotice], None]:
    """A function that returns at once; a thread of its own tells `address`, and tries once."""
    waiting: queue.Queue[PastNotice] = queue.Queue(_WAITING_AT_MOST)

    def work() -> None:
        with httpx2.Client(timeout=_WITHIN_S, trust_env=False) as client:
            while True:
                _post(client, address, waiting.get())

    threading.Thread(target=work, name="webhook", daemon=True).start()

    def hear(notice: PastNotice) -> None:
        try:
            waiting.put_nowait(notice)
        except queue.Full:
            log.warning("webhook_overrun")

    return hear


def _post(client: httpx2.Client, address: str, notice: PastNotice) -> None:
    said = {
        "kiosk": notice.kiosk,
        "notice": notice.notice.value,
        "at": notice.at.astimezone(UTC).isoformat(timespec="seconds"),
    }
    try:
        # Of the answer its status is enough: a body may be of any length.
        with client.stream("POST", address, json=said) as answer:
            answer.raise_for_status()
    except httpx2.HTTPError as error:
        log.warning("webhook_not_told", kind=type(error).__name__)
