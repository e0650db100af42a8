"""Starts and stops the mock service as a process, for the demo, rehearsals and tests."""

import json
import os
import selectors
import socket
import subprocess
import time
from pathlib import Path
from typing import IO, Self, cast

from simulation.child_program import ChildProgram
from simulation.errors import SimulationFault
from simulation.service.config import ServiceConfig

START_TIMEOUT_S = 120.0
"""It takes about a second; a small machine that is busy may need fifty times as long."""


class ServiceProcess:
    """The service as long as this object lives, or its process; a context manager."""

    def __init__(
        self,
        config: ServiceConfig,
        log_file: Path | None = None,
        listener: socket.socket | None = None,
    ) -> None:
        """`listener` is one that several processes share."""
        self._config = config
        self._log_file = log_file
        self._listener = listener
        self._program: ChildProgram | None = None
        self._port = 0

    @property
    def port(self) -> int:
        return self._port

    @property
    def pid(self) -> int:
        """Of a process that runs."""
        return cast(ChildProgram, self._program).process.pid

    @property
    def url(self) -> str:
        return self._config.url(self._port)

    def start(self, timeout_s: float = START_TIMEOUT_S) -> None:
        """Return when it serves; raises `SimulationFault`."""
        log = open(self._log_file, "ab") if self._log_file else None  # noqa: SIM115
        try:
            program = self._program = ChildProgram(
                "simulation.service",
                self._arguments(),
                stdout=subprocess.PIPE,
                stderr=log or subprocess.DEVNULL,
                pass_fds=() if self._listener is None else (self._listener.fileno(),),
            )
        finally:
            if log:
                log.close()
        try:
            self._port = self._await_port(program.process, timeout_s)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        program, self._program = self._program, None
        if program is not None:
            program.stop()

    def wait(self) -> None:
        """Until the process has ended by itself."""
        if self._program is not None:
            self._program.process.wait()

    def is_running(self) -> bool:
        return self._program is not None and self._program.process.poll() is None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _arguments(self) -> list[str]:
        config = self._config
        arguments = [
            f"--pki-dir={config.pki_dir}",
            f"--cards-dir={config.cards_dir}",
            f"--people-file={config.people_file}",
            f"--database-url={config.database_url}",
            f"--host={config.host}",
            f"--port={config.port}",
            f"--revocation={config.revocation.value}",
            f"--proofs={','.join(sorted(kind.value for kind in config.proofs))}",
        ]
        if config.cache_dir is not None:
            arguments.append(f"--cache-dir={config.cache_dir}")
        if config.difference_element is not None:
            arguments.append(f"--difference-element={config.difference_element}")
        if config.keep:
            arguments.append("--keep")
        if self._listener is not None:
            arguments.append(f"--listen-fd={self._listener.fileno()}")
        if config.control_dir is not None:
            arguments.append(f"--control-dir={config.control_dir}")
        return arguments

    def _await_port(self, process: subprocess.Popen[bytes], timeout_s: float) -> int:
        line = _read_line(process, time.monotonic() + timeout_s)
        try:
            announced = json.loads(line)
        except ValueError:
            raise SimulationFault(
                f"The service process did not announce itself within {timeout_s:.0f} s.",
                f"See its log{f', {self._log_file}' if self._log_file else ''}.",
            ) from None
        if "error" in announced:
            raise SimulationFault(announced["error"], announced["remedy"])
        return int(announced["port"])


def _read_line(process: subprocess.Popen[bytes], deadline: float) -> bytes:
    """What the process has said up to the first line's end, its own end, or the deadline."""
    stdout = cast(IO[bytes], process.stdout)
    line = b""
    with selectors.DefaultSelector() as selector:
        selector.register(stdout, selectors.EVENT_READ)
        while not line.endswith(b"\n"):
            left_s = deadline - time.monotonic()
            if left_s <= 0 or not selector.select(left_s):
                break
            chunk = os.read(stdout.fileno(), 4096)
            if not chunk:
                break
            line += chunk
    return line
