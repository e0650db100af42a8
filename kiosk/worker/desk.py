"""A desk: one thread that does one kind of work in order, and what happens when it fails."""

import os
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import structlog

log = structlog.get_logger(__name__)

T = TypeVar("T")


class Desk:
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
        # Where, but not what: a message or a local value could be personal.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        log.error("worker_bug", error=type(error).__name__, path=f"{frame.filename}:{frame.lineno}")
        os._exit(1)
