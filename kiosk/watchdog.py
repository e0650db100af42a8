"""The parent of the kiosk: starts it, watches for its signs of life, ends it and starts it again.

Small on purpose: no Qt, no device, nothing personal. It hears the kiosk over a socket of its own
(`kiosk.notify`) and tells systemd, where there is one, that the watching goes on. A kiosk that
gives no sign is made to write where its threads stand, is killed and started anew; one that cannot
start has said why, and its exit code is passed on.
"""

import os
import select
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import FrameType
from typing import Protocol

import structlog

from common.errors import EXIT_CANNOT
from kiosk import notify
from kiosk.notify import ADDRESS_VARIABLE, Notifier
from kiosk.update.versions import Program

log = structlog.get_logger(__name__)

SILENT_AFTER_S = 8.0
"""A kiosk gives a sign each second; a busy machine may delay it by a few. With the dump and a new
start it is back on the attract screen within fifteen."""

LATE_S = 5.0
"""A kiosk that ends so long after its last sign was frozen."""

START_LIMIT_S = 60.0
"""From the start of the process to its first sign, on a slow PC after a cold boot."""

DUMP_S = 1.0
"""For writing where the threads stand."""

STOP_LIMIT_S = 10.0
"""For a clean end; less than a service manager waits."""

RESTART_AFTER_S = 0.5
"""A kiosk that ends as soon as it is up must not take the machine."""

STARTS_AFTER_A_CRASH = 3
"""Of a kiosk that was up and is killed or crashes while it comes back, one after the other."""

_POLL_S = 0.2
_LARGEST_MESSAGE = 4096


EXIT_RESTART = 3
"""Of the kiosk: staff want it started anew."""

EXIT_LEFT = 4
"""Of the kiosk and of its parent: staff have left it. A service manager leaves it so too."""

EXIT_INNER_FAULTS = 5
"""Of the kiosk: sessions failed one after the other for its own reasons."""


class End(Enum):
    """Why the kiosk had to be started anew."""

    FROZEN = "frozen"
    ENDED = "ended"
    INNER_FAULTS = "inner_faults"


class Programs(Protocol):
    """What is started: the same each time, or the version that an update has put in its place."""

    def next(self) -> Program: ...

    def passed(self) -> None:
        """What was started last, on trial, could receive a patient."""

    def failed(self) -> None:
        """It could not; something else comes next."""


@dataclass(frozen=True)
class Always:
    """One program, never on trial."""

    command: list[str]

    def next(self) -> Program:
        return Program(self.command)

    def passed(self) -> None: ...

    def failed(self) -> None: ...


def watch(programs: Programs, arguments: Sequence[str], compositor: Sequence[str] = ()) -> int:
    """Keep the kiosk running until a signal asks to end; return the exit code to end with.

    That is 0 after an end that was asked for, and the kiosk's own when it never came up, or has
    said what hinders it. One that was up may crash a few times while it comes back. A kiosk that is
    started anew is told why, with `--after`. A version on trial that does not pass is followed by
    another at once, however it ended.
    """
    service_manager = Notifier()
    after: list[str] = []
    starts_left = 0
    with _Ending() as ending, _Ear() as ear:
        while True:
            program = programs.next()
            trial = _Trial(program.trial_s, programs)
            command = [*compositor, *program.command, *arguments, *after]
            try:
                run = _Run(command, ear, service_manager, ending, trial)
            except OSError:  # Nothing that this machine can start.
                if not trial.goes_on:
                    raise
                programs.failed()
                continue
            code = run.attend()
            if ending.asked:
                return 0
            if trial.goes_on:
                programs.failed()
                after = []
                time.sleep(RESTART_AFTER_S)
                continue
            starts_left = STARTS_AFTER_A_CRASH if run.was_ready else starts_left - 1
            never_up = not run.was_ready and (not _has_crashed(code) or starts_left < 0)
            if code in (EXIT_CANNOT, EXIT_LEFT) or never_up:
                return code
            if code == EXIT_RESTART:
                after = []
                continue
            log.error("kiosk_ended", exit_code=code)
            after = ["--after", _why(code, was_frozen=run.was_frozen).value]
            time.sleep(RESTART_AFTER_S)


def _has_crashed(code: int) -> bool:
    """By a signal; a compositor tells its program's end as shells do."""
    return code < 0 or code > _SIGNALLED


_SIGNALLED = 128


def _why(code: int, *, was_frozen: bool) -> End:
    if code == EXIT_INNER_FAULTS:
        return End.INNER_FAULTS
    return End.FROZEN if was_frozen else End.ENDED


class _Ending:
    """Whether SIGTERM or SIGINT has come."""

    def __init__(self) -> None:
        self.asked = False
        self._before = {number: signal.getsignal(number) for number in _ENDING}

    def __enter__(self) -> "_Ending":
        for number in _ENDING:
            signal.signal(number, self._on_signal)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True


_ENDING = (signal.SIGTERM, signal.SIGINT)


class _Ear:
    """The socket on which the kiosk gives its signs of life."""

    def __init__(self) -> None:
        self._stack = ExitStack()

    def __enter__(self) -> "_Ear":
        folder = self._stack.enter_context(tempfile.TemporaryDirectory(prefix="uketsuke-watch-"))
        self.path = Path(folder, "life.sock")
        self._socket = self._stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM))
        self._socket.bind(str(self.path))
        self._socket.setblocking(False)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def hear(self, wait_s: float) -> Iterator[str]:
        """The lines that have come, after waiting for the first at most `wait_s`."""
        select.select([self._socket], [], [], wait_s)
        with suppress(BlockingIOError):
            while True:
                yield from self._socket.recv(_LARGEST_MESSAGE).decode(errors="replace").split("\n")


@dataclass
class _Signs:
    """What the kiosk has said of itself."""

    heard_at_s: float
    pid: int
    was_alive: bool = False
    was_ready: bool = False


class _Trial:
    """Whether a new version receives patients in time; without a limit it need not."""

    def __init__(self, limit_s: float | None, programs: Programs) -> None:
        self.goes_on = limit_s is not None
        self.limit_s = limit_s or 0.0
        self._ends_at_s = time.monotonic() + self.limit_s
        self._programs = programs

    @property
    def is_over(self) -> bool:
        return self.goes_on and time.monotonic() > self._ends_at_s

    def passed(self) -> None:
        if self.goes_on:
            self.goes_on = False
            self._programs.passed()


class _Run:
    """One life of the kiosk."""

    def __init__(
        self,
        command: Sequence[str],
        ear: _Ear,
        service_manager: Notifier,
        ending: _Ending,
        trial: _Trial,
    ) -> None:
        self._trial = trial
        self._ear = ear
        self._service_manager = service_manager
        self._ending = ending
        for _ in ear.hear(0):
            pass  # What the last one still said.
        self._process = subprocess.Popen(
            command,
            env={**os.environ, ADDRESS_VARIABLE: str(ear.path)},
            start_new_session=True,  # Ctrl-C comes to us; we end the kiosk.
        )
        if trial.goes_on:  # And then there is another start.
            service_manager.tell(notify.needs_another(trial.limit_s + 2 * START_LIMIT_S))
        self._ended_after_s = 0.0
        self._signs = _Signs(time.monotonic(), self._process.pid)

    @property
    def was_ready(self) -> bool:
        return self._signs.was_ready

    @property
    def was_frozen(self) -> bool:
        """It may have seen so first, and ended itself."""
        return self._ended_after_s > LATE_S

    def attend(self) -> int:
        """Return its exit code when it has ended, by itself or by us."""
        with self._whole_group():
            while self._process.poll() is None:
                self._listen(_POLL_S)
                self._service_manager.tell(notify.ALIVE)
                if self._ending.asked:
                    self._end()
                elif self._silent_s() > self._patience_s():
                    log.error("kiosk_frozen", elapsed_ms=round(self._silent_s() * 1000))
                    self._kill()
                elif self._trial.is_over:
                    log.error("version_silent", elapsed_ms=round(self._trial.limit_s * 1000))
                    self._kill()
            self._ended_after_s = self._silent_s()
            return self._process.returncode

    @contextmanager
    def _whole_group(self) -> Iterator[None]:
        """Whatever it has started ends with it."""
        try:
            yield
        finally:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def _silent_s(self) -> float:
        return time.monotonic() - self._signs.heard_at_s

    def _patience_s(self) -> float:
        return SILENT_AFTER_S if self._signs.was_alive else START_LIMIT_S

    def _listen(self, wait_s: float) -> None:
        for line in self._ear.hear(wait_s):
            match line.split("=", 1):
                case ["WATCHDOG", _]:
                    self._signs.heard_at_s = time.monotonic()
                    self._signs.was_alive = True
                case ["READY", _]:
                    self._signs.was_ready = True
                    self._service_manager.tell(notify.READY)
                case ["STATUS", notify.RECEIVES]:
                    self._trial.passed()
                case ["MAINPID", pid] if pid.isdigit():
                    self._signs.pid = int(pid)
                case _:
                    pass

    def _end(self) -> None:
        """As a person would: ask first."""
        self._service_manager.tell(notify.STOPPING)
        self._signal(signal.SIGTERM)
        self._signal(signal.SIGCONT)  # A stopped process does not hear.
        if not self._ended_within(STOP_LIMIT_S):
            self._kill()

    def _kill(self) -> None:
        """The kiosk first, which writes where its threads stand; then what is around it."""
        self._signal(signal.SIGABRT)
        self._signal(signal.SIGCONT)
        if not self._ended_within(DUMP_S):
            self._signal(signal.SIGKILL)
            if not self._ended_within(DUMP_S):
                self._process.kill()

    def _ended_within(self, limit_s: float) -> bool:
        deadline = time.monotonic() + limit_s
        while self._process.poll() is None and time.monotonic() < deadline:
            self._listen(min(_POLL_S, limit_s / 5))
        return self._process.poll() is not None

    def _signal(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._signs.pid, number)
