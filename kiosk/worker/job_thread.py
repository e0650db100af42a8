"""One thread that does one kind of work in order, and what happens when it fails."""

import os
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import structlog

log = structlog.get_logger(__name__)

T = TypeVar("T")

_OUR_PACKAGES = {"common", "consent", "faceauth", "kiosk", "limit_info", "qualification", "reader"}


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
        log.error("worker_bug", error=type(error).__name__, path=_where(error))
        os._exit(1)


def _where(error: Exception) -> str:
    """The last of our own lines that it came through.

    Where, but not what: a message or a local value could be personal.
    """
    places = [
        (frame.f_globals.get("__name__", ""), line)
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    ours = [place for place in places if place[0].partition(".")[0] in _OUR_PACKAGES]
    module, line = (ours or places)[-1]
    return f"{module}:{line}"
