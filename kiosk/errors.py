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
