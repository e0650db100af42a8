"""Errors of the kiosk itself.

KioskError
├── SetupFault      the world's fault: configuration, devices, files; said in one line, exit code 2
└── KioskBug        ours: a broken invariant
"""

import errno

EXIT_FAILED = 1
EXIT_CANNOT = 2
"""The world hinders it; what, has been said in one line."""

_DISK_AND_RIGHTS = {
    errno.EACCES,
    errno.EDQUOT,
    errno.EIO,
    errno.ENOSPC,
    errno.EPERM,
    errno.EROFS,
}
"""What a disk or its owner refuses, wherever it is met; other errors of the system may be ours."""


class KioskError(Exception):
    """Base of all errors that the kiosk raises."""


class SetupFault(KioskError):
    """The kiosk cannot start as it is set up; the message names the thing and the remedy."""


class KioskBug(KioskError):
    """An invariant of ours does not hold."""


def is_the_worlds_fault(error: Exception) -> bool:
    """Whether the message is for whoever set the machine up, and not for us."""
    from consent.errors import ConsentFault
    from faceauth.errors import FaceEnvironmentError
    from kiosk.screen.errors import UiError
    from qualification.errors import QualificationFault
    from reader.errors import EnvironmentFault

    world = (
        SetupFault,
        ConsentFault,
        FaceEnvironmentError,
        UiError,
        QualificationFault,
        EnvironmentFault,
    )
    return isinstance(error, world)


def complaint_of(error: Exception) -> str | None:
    """One line for whoever set the machine up; None when the fault is ours."""
    if isinstance(error, OSError) and error.errno in _DISK_AND_RIGHTS:
        what = error.filename or "What this command says cannot be written"
        return f"{what}: {error.strerror}. Make room on that disk, or give the rights to it."
    return str(error) if is_the_worlds_fault(error) else None
