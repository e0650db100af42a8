"""Logs: JSON lines of allow-listed fields; whatever is not on the list is left out.

A field that somebody adds without thinking of privacy is dropped, not printed.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, TextIO

import structlog
from pydantic import Field
from structlog.typing import EventDict, WrappedLogger

ALLOWED_FIELDS = frozenset(
    {
        # Added by structlog itself.
        "event", "level", "timestamp",
        # The session's course.
        "session_id", "from_phase", "to_phase", "cause", "reason", "attempt",
        # Devices and services.
        "problem", "kind", "device", "code", "route", "elapsed_ms", "duration_ms", "wait_ms",
        "path", "proofs", "ahead_s",
        "face_model", "manifest_sha256", "calibration_sha256", "threshold", "false_accept_target",
        # Files: their names tell of the facility and the time. How many consents there are.
        "file", "errno", "error", "exit_code", "sequence",
    }
)  # fmt: skip


def _allow_listed(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    return {key: value for key, value in event.items() if key in ALLOWED_FIELDS}


class LogFile:
    """A log that cannot be written is no reason to stop a reception: say so once, go on."""

    def __init__(self, path: Path | None) -> None:
        self._stream: TextIO = sys.stderr
        self._path = path
        self._failed = False
        self._open()

    def _open(self) -> None:
        if self._path is not None:
            try:
                self._stream = self._path.open("a", encoding="utf-8", buffering=1)
            except OSError as error:
                self._complain(error)

    def write(self, text: str) -> None:
        if self._was_renamed():
            self.close()
            self._open()
        try:
            self._stream.write(text)
        except OSError as error:
            self._complain(error)

    def _was_renamed(self) -> bool:
        """logrotate has put the file aside, and perhaps made a new one of its name."""
        if self._path is None or self._stream is sys.stderr:
            return False
        try:
            return not os.path.samestat(self._path.stat(), os.fstat(self._stream.fileno()))
        except FileNotFoundError:
            return True
        except OSError:
            return False

    def flush(self) -> None:
        """Lines are written whole; structlog wants the method."""

    def close(self) -> None:
        if self._stream is not sys.stderr:
            try:
                self._stream.close()
            except OSError as error:  # What a full disk did not take before it does not take now.
                self._complain(error)

    def _complain(self, error: OSError) -> None:
        if not self._failed:
            self._failed = True
            print(f"uketsuke: the log {self._path}: {error.strerror}", file=sys.stderr)


class Level(Enum):
    """From which one on something is written."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def configure(file: Path | None, level: Level = Level.INFO) -> LogFile:
    """Send all logs to `file`, or to standard error; called once per process."""
    sink = LogFile(file)
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _allow_listed,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level.value),
        # It asks for a file, and uses no more than `write` and `flush`.
        logger_factory=structlog.WriteLoggerFactory(sink),  # type: ignore[arg-type]
    )
    return sink


Value = Annotated[str, Field(max_length=500)] | int | float | bool | None


@dataclass(frozen=True)
class Logged:
    """A line of a process that may write no file itself."""

    level: Level
    event: Annotated[str, Field(max_length=64)]
    fields: dict[Annotated[str, Field(max_length=64)], Value]


def hand_over(say: Callable[[Logged], None]) -> None:
    """Let whoever hears `say` write this process's log; called once per process."""

    class Lines:
        def __getattr__(self, level: str) -> Callable[..., None]:
            return lambda event, **fields: _say(say, Logged(Level(level), event, fields))

    structlog.configure(
        processors=[_allow_listed],
        wrapper_class=structlog.make_filtering_bound_logger(Level.INFO.value),
        logger_factory=lambda *_: Lines(),
    )


def _say(say: Callable[[Logged], None], line: Logged) -> None:
    with suppress(OSError):  # Nobody is there any more.
        say(line)


def write(line: Logged) -> None:
    """What another process handed over: fields that are not on the list are left out here, too."""
    getattr(structlog.get_logger(), line.level.value)(line.event, **line.fields)


@contextmanager
def to_file(path: Path) -> Iterator[None]:
    """Log to `path` for as long as the context lasts."""
    sink = configure(path)
    try:
        yield
    finally:
        structlog.reset_defaults()
        sink.close()
