"""Errors of the kiosk itself.

Fault
└── SetupFault    the kiosk cannot start as it is set up: configuration, devices, files
"""

from pathlib import Path

from common.errors import Fault


class SetupFault(Fault):
    """The message names the thing and the remedy."""


def cannot_read(path: Path, error: OSError) -> SetupFault:
    """What was named in a command."""
    return SetupFault(f"{path} cannot be read ({error.strerror}). Name a file that you may read.")


def cannot_write(path: Path, error: OSError) -> SetupFault:
    """What a command makes for the kiosk."""
    return SetupFault(
        f"{path} cannot be written ({error.strerror}). Make its folder, or run this command as "
        "root."
    )
