"""Errors of the kiosk itself.

Fault
└── SetupFault    the kiosk cannot start as it is set up: configuration, devices, files
"""

from common.errors import Fault


class SetupFault(Fault):
    """The message names the thing and the remedy."""
