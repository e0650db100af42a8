"""Whose fault it is, for every package.

Exception
├── Fault    what the world did; message, and what to do about it. The packages draw their branches:
│            `consent`, `faceauth`, `kiosk`, `limit_info`, `qualification`, `reader`, `simulation`
└── Bug      ours: a broken promise between our own parts. Never caught to be shown to anybody
             but us; the program ends with `EXIT_BUG`, a session worker ends its session

A package has a class of its own where somebody branches on it, and an enum or an attribute inside
where nobody does. No message holds anything about a patient.
"""

import errno
import re
import traceback

EXIT_FAILED = 1
"""It was tried and did not succeed; whoever watches may try again."""

EXIT_CANNOT = 2
"""The world hinders it; what, has been said in one line."""

EXIT_BUG = 70
"""Ours; the log says where. The number is that of `sysexits.h` for an error in the software."""

_DISK_AND_RIGHTS = {
    errno.EACCES,
    errno.EDQUOT,
    errno.EIO,
    errno.ENOSPC,
    errno.EPERM,
    errno.EROFS,
}
"""What a disk or its owner refuses, wherever it is met; other errors of the system may be ours."""

_OUR_PACKAGES = {
    "common",
    "consent",
    "console",
    "faceauth",
    "kiosk",
    "limit_info",
    "qualification",
    "reader",
    "simulation",
}


class Fault(Exception):
    """What the world did: a device, a file, the network, a card."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}".rstrip())
        self.message = message
        self.remedy = remedy

    @property
    def kind(self) -> str:
        """For logs: which fault it is, without any of the message."""
        return type(self).__name__


class Bug(Exception):
    """A promise between our own parts does not hold."""

    @property
    def kind(self) -> str:
        return type(self).__name__


def complaint_of(error: Exception) -> str | None:
    """One line for whoever set the machine up; None when the fault is ours."""
    if isinstance(error, OSError) and error.errno in _DISK_AND_RIGHTS:
        what = error.filename or "What this command says cannot be written"
        return f"{what}: {error.strerror}. Make room on that disk, or give the rights to it."
    if isinstance(error, ImportError) and (missing := _LIBRARY.match(str(error))):
        return (
            f"The library {missing[1]} is missing on this machine. Install the packages that the "
            "kiosk depends on (docs/install.md)."
        )
    return str(error) if isinstance(error, Fault) else None


_LIBRARY = re.compile(r"(\S+): cannot open shared object file")
"""How the loader says that a library of the system is not there."""


def where(error: BaseException) -> str:
    """Our own lines that it came through, the last one first.

    Where, but not what: a message or a local value could be personal.
    """
    places = [
        (frame.f_globals.get("__name__", ""), line)
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    ours = [place for place in places if place[0].partition(".")[0] in _OUR_PACKAGES]
    return " < ".join(f"{module}:{line}" for module, line in reversed(ours or places[-1:]))
