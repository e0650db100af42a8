"""Errors of the kiosk itself.

KioskError
├── SetupFault      the world's fault: configuration, devices, files; said in one line, exit code 2
└── KioskBug        ours: a broken invariant
"""


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
    from kiosk.ui.errors import UiError
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
