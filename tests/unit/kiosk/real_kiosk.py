"""`uketsuke run` as a process, on a display and beside a pcscd of the test's own."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

FROM_SOURCES = (sys.executable, "-m", "kiosk.cli")
LIMIT_S = 90.0
_POLL_S = 0.02


class RealKiosk:
    """The running command with its log."""

    def __init__(self, process: "subprocess.Popen[bytes]", log_file: Path, errors: Path) -> None:
        self.process = process
        self._log_file = log_file
        self._errors = errors

    @property
    def said(self) -> str:
        """Everything on its standard error."""
        return self._errors.read_text("utf-8", errors="replace")

    def logged(self, event: str) -> int:
        """How often `event` is in the log."""
        if not self._log_file.exists():
            return 0
        return self._log_file.read_text("utf-8").count(f'"event": "{event}"')

    def wait_for(self, what: str, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + LIMIT_S
        while not condition():
            assert time.monotonic() < deadline, f"waited in vain for: {what}\n{self.said[-3000:]}"
            assert self.process.poll() is None, f"it has ended: {self.said[-3000:]}"
            threading.Event().wait(_POLL_S)

    def wait_until_open(self, times: int = 1) -> None:
        """Until the attract screen has come up for the `times`th time."""
        self.wait_for("the attract screen", lambda: self.logged("open") >= times)

    @property
    def kiosk_pid(self) -> int:
        """The process with the screen, below the one that watches."""
        return children_of(self.process.pid)[-1]


@contextmanager
def running(
    config: Path,
    environment: dict[str, str],
    *options: str,
    log_file: Path,
    program: Sequence[str | Path] = FROM_SOURCES,
) -> Iterator[RealKiosk]:
    """Until the context ends; then it is told to end, and everything that it started is gone."""
    errors = log_file.with_suffix(".stderr")
    with errors.open("wb") as stderr:
        process = subprocess.Popen(
            [*program, "run", "--config", config, *options],
            env=environment,
            stderr=stderr,
        )
    try:
        yield RealKiosk(process, log_file, errors)
    finally:
        family = [process.pid, *descendants_of(process.pid)]
        process.terminate()
        try:
            process.wait(LIMIT_S)
        finally:
            left = [pid for pid in family if _is_there(pid)]
            for pid in left:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            process.wait()


def children_of(pid: int) -> Sequence[int]:
    """Of all its threads, in the order in which they were started."""
    found: list[int] = []
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(FileNotFoundError, ProcessLookupError):
            found += map(int, listed.read_text().split())
    return sorted(found)


def descendants_of(pid: int) -> Sequence[int]:
    children = children_of(pid)
    return [*children, *(below for child in children for below in descendants_of(child))]


def _is_there(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return status.rsplit(")", 1)[1].split()[0] != "Z"


def wait_until_gone(pids: Sequence[int]) -> None:
    deadline = time.monotonic() + LIMIT_S
    while left := [pid for pid in pids if _is_there(pid)]:
        assert time.monotonic() < deadline, f"{len(left)} processes are left"
        threading.Event().wait(_POLL_S)
