"""Landlock: a Linux process gives up the right to open files, to reach TCP ports, to signal others.

What is open already stays usable; threads that exist already keep their rights, so it is called
while there is one. Each version of the kernel's interface knows more; what it does not know yet
stays allowed there.
"""

import ctypes
import os
import struct
from collections.abc import Iterable
from contextlib import suppress
from enum import IntFlag
from pathlib import Path

from kiosk.confinement import kernel
from kiosk.confinement.reach import Reach

_VERSION = 1
_PATH_BENEATH = 1
_NET_PORT = 2


class Access(IntFlag):
    """What may be done to files, as the kernel numbers it (linux/landlock.h)."""

    EXECUTE = 1 << 0
    WRITE_FILE = 1 << 1
    READ_FILE = 1 << 2
    READ_DIR = 1 << 3
    REMOVE_DIR = 1 << 4
    REMOVE_FILE = 1 << 5
    MAKE_CHAR = 1 << 6
    MAKE_DIR = 1 << 7
    MAKE_REG = 1 << 8
    MAKE_SOCK = 1 << 9
    MAKE_FIFO = 1 << 10
    MAKE_BLOCK = 1 << 11
    MAKE_SYM = 1 << 12
    REFER = 1 << 13  # From version 2.
    TRUNCATE = 1 << 14  # From version 3.
    IOCTL_DEV = 1 << 15  # From version 5.


_OF_FILES = (
    Access.EXECUTE | Access.WRITE_FILE | Access.READ_FILE | Access.TRUNCATE | Access.IOCTL_DEV
)
_READ = Access.READ_FILE | Access.READ_DIR
_CHANGE = (
    _READ
    | Access.WRITE_FILE
    | Access.TRUNCATE
    | Access.MAKE_REG
    | Access.MAKE_DIR
    | Access.REMOVE_FILE
    | Access.REMOVE_DIR
    | Access.REFER
)
_DEVICE = Access.READ_FILE | Access.WRITE_FILE | Access.IOCTL_DEV

_TCP_BIND, _TCP_CONNECT = 1 << 0, 1 << 1  # From version 4.
_ABSTRACT_SOCKETS, _SIGNALS = 1 << 0, 1 << 1  # From version 6.


def version() -> int:
    """Of the kernel's interface; 0 where it has none, or it is switched off."""
    try:
        return kernel.call("landlock_create_ruleset", None, 0, _VERSION)
    except (OSError, KeyError):
        return 0


def restrict(reach: Reach) -> None:
    """For this thread and those that it will start. Raises `OSError`."""
    known = version()
    handled = _handled(known)
    ruleset = _new_ruleset(known, handled)
    try:
        for paths, access in (
            (reach.reads, _READ),
            (reach.changes, _CHANGE),
            (reach.devices, _DEVICE),
        ):
            _allow_paths(ruleset, paths, access & handled)
        if known >= 4:
            for port in reach.tcp_ports:
                rule = struct.pack("@QQ", _TCP_CONNECT, port)
                kernel.call("landlock_add_rule", ruleset, _NET_PORT, rule, 0)
        kernel.call("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)


def _handled(known: int) -> Access:
    """All that this kernel can refuse."""
    handled = Access(Access.REFER - 1)
    if known >= 2:
        handled |= Access.REFER
    if known >= 3:
        handled |= Access.TRUNCATE
    if known >= 5:
        handled |= Access.IOCTL_DEV
    return handled


def _new_ruleset(known: int, handled: Access) -> int:
    attributes = struct.pack("@Q", handled)
    if known >= 4:
        attributes += struct.pack("@Q", _TCP_BIND | _TCP_CONNECT)
    if known >= 6:
        attributes += struct.pack("@Q", _ABSTRACT_SOCKETS | _SIGNALS)
    size = ctypes.c_size_t(len(attributes))
    return kernel.call("landlock_create_ruleset", attributes, size, 0)


def _allow_paths(ruleset: int, paths: Iterable[Path], access: Access) -> None:
    for path in paths:
        with suppress(FileNotFoundError, NotADirectoryError):
            handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
            try:
                allowed = access if path.is_dir() else access & _OF_FILES
                rule = struct.pack("=Qi", allowed, handle)
                kernel.call("landlock_add_rule", ruleset, _PATH_BENEATH, rule, 0)
            finally:
                os.close(handle)
