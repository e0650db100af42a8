"""The card slot as a child process, for the demo, rehearsals and tests."""

from pathlib import Path
from typing import Self

from simulation.child_program import ChildProgram


class CardSlotProcess:
    """Context manager."""

    def __init__(
        self,
        cards_dir: Path,
        control_dir: Path,
        *,
        vpcd: tuple[str, int] | None = None,
        socket_path: Path | None = None,
    ) -> None:
        self._arguments = [str(cards_dir), str(control_dir)]
        if vpcd is not None:
            self._arguments.append(f"--vpcd={vpcd[0]}:{vpcd[1]}")
        if socket_path is not None:
            self._arguments.append(f"--socket={socket_path}")
        self._program: ChildProgram | None = None

    def __enter__(self) -> Self:
        self._program = ChildProgram("simulation.card_slot.slot", self._arguments)
        return self

    def __exit__(self, *_: object) -> None:
        if self._program is not None:
            self._program.stop()
