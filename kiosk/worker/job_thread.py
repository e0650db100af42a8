"""One thread that does one kind of work in order, and what happens when it fails."""

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import structlog

from common.errors import where

log = structlog.get_logger(__name__)

T = TypeVar("T")


class JobThread:
    """Jobs for one thread. A job that raises has met a bug of ours: the session ends at once."""

    def __init__(self, name: str) -> None:
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=name)

    def do(self, job: Callable[[], T]) -> "Future[T]":
        return self._executor.submit(_or_end_session, job)


def _or_end_session(job: Callable[[], T]) -> T:
    try:
        return job()
    except BrokenPipeError:
        os._exit(0)  # The kiosk has ended the session meanwhile.
    except Exception as error:
        log.error("worker_bug", error=type(error).__name__, path=where(error))
        os._exit(1)
