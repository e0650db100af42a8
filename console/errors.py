"""Errors of the console.

Fault
└── ConsoleFault    the console cannot work as it is set up: configuration, certificates, store
"""

from common.errors import Fault


class ConsoleFault(Fault):
    """The message names the thing and the remedy."""
