"""The card slot as a child process, for the demo, rehearsals and tests."""

import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

STOP_TIMEOUT_S = 5.0


class CardSlotProcess:
    """Context manager; the child also ends when its standard input closes, so that a killed
    parent leaves none behind."""

    def __init__(
        self,
        cards_dir: Path,
        control_dir: Path,
        *,
        vpcd: tuple[str, int] | None = None,
        socket_path: Path | None = None,
    ) -> None:
        self._arguments = [str(cards_dir), str(control_dir), "--until-stdin-closes"]
        if vpcd is not None:
            self._arguments.append(f"--vpcd={vpcd[0]}:{vpcd[1]}")
        if socket_path is not None:
            self._arguments.append(f"--socket={socket_path}")
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "simulation.card_slot.slot", *self._arguments],
            stdin=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        process = self._process
        assert process is not None and process.stdin is not None  # noqa: S101, PT018
        process.stdin.close()
        try:
            process.wait(STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
