"""A check at the start for which the screen does not wait, in a process beside the workers'.

What it has to load takes as long as the whole screen, and is loaded there anyway.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from common.errors import Fault
from kiosk.child_process import ChildProcess, KioskLink
from kiosk.errors import SetupFault
from kiosk.wire import wires

Check = Callable[[], None]

LIMIT_S = 120.0
"""A driver that hangs for longer cannot be used."""


@dataclass(frozen=True)
class Found:
    """What the check has to say."""

    complaint: str | None
    """One line for whoever sets the kiosk up; None when all is well."""


_WIRES = wires(to_child=Found, from_child=Found)  # Nobody says anything to it.


class CheckBeside:
    """`start` once; `refused` is called on a thread of its own when something cannot be used."""

    def __init__(self, check: Check, refused: Callable[[], None]) -> None:
        self._check = check
        self._refused = refused
        self._complaint: str | None = None
        self._thread = threading.Thread(target=self._run, name="check", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wait(self, timeout_s: float) -> None:
        """Until the check is over; never on the GUI thread."""
        self._thread.join(timeout_s)

    def result(self) -> None:
        """Raises `SetupFault` with what was found, if it was found by now."""
        if self._complaint is not None:
            raise SetupFault(self._complaint)

    def _run(self) -> None:
        self._complaint = self._ask()
        if self._complaint is not None:
            self._refused()

    def _ask(self) -> str | None:
        try:
            child = ChildProcess("check", _WIRES, _tell, self._check)
        except (OSError, EOFError):
            return "The devices could not be checked: no process can be started. Free some memory."
        answers = list(child.messages(LIMIT_S, LIMIT_S, alive=lambda: None))
        child.close()
        if not answers:
            return "The check of the devices broke off: a driver has crashed. Try another camera."
        found: Found = answers[0]
        return found.complaint


def _tell(pipe: Connection, check: Check) -> None:
    """In the other process."""
    complaint = None
    try:
        check()
    except Fault as fault:
        complaint = str(fault)
    with suppress(BrokenPipeError):  # The kiosk has ended meanwhile.
        KioskLink(pipe, _WIRES).say(Found(complaint))
