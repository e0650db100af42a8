"""A program of the simulation as a child process, which leaves nothing behind."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

STOP_TIMEOUT_S = 5.0

_ROOT = Path(__file__).resolve().parents[1]


class ChildProgram:
    """Runs until `stop`; by its argument it also ends when its standard input closes, so that
    none is left behind by a parent that was killed."""

    def __init__(
        self,
        module: str,
        arguments: list[str],
        *,
        stdout: int | None = None,
        stderr: IO[bytes] | int | None = None,
        pass_fds: tuple[int, ...] = (),
    ) -> None:
        path = os.pathsep.join(p for p in (str(_ROOT), os.environ.get("PYTHONPATH", "")) if p)
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments, "--until-stdin-closes"],
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=stderr,
            env={**os.environ, "PYTHONPATH": path},
            pass_fds=pass_fds,
        )

    def stop(self) -> None:
        """Let it end by itself, but not for ever."""
        process = self.process
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


def end_of_input() -> None:
    """In the child: return when the parent has ended or closed the child's standard input."""
    # Not sys.stdin: its lock, held by this thread, would abort the interpreter's end.
    while os.read(0, 4096):
        pass
