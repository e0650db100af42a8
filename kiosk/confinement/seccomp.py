"""Seccomp: a Linux process gives up all system calls but those on a list, for good.

Refused as if it were forbidden (EPERM), not by the end of the process: libraries try and go on.
"""

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.confinement import kernel
from kiosk.confinement.system_calls import (
    AUDIT_ARCHITECTURE,
    CHANGING_FILES,
    REACHING_THE_NETWORK,
    WITH_ARGUMENTS,
    WITHOUT_EFFECT_ON_OTHERS,
    numbers,
)

_SET_MODE_FILTER, _GET_ACTION_AVAILABLE, _ALL_THREADS = 1, 2, 1

_ALLOW, _KILL_PROCESS, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_REFUSE = _ERRNO | errno.EPERM
_UNKNOWN_CALL = _ERRNO | errno.ENOSYS
"""Of a call that the C library replaces by an older one, whose arguments can be looked at."""

_X32 = 0x40000000
"""A second calling convention of x86_64, with numbers of its own from here on."""

# Classic BPF (linux/bpf_common.h): load a word, jump if equal, jump if not below, and, return.
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _AND, _RETURN = 0x20, 0x15, 0x35, 0x54, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16  # struct seccomp_data; little-endian.

_OF_DESCRIPTORS = (0, 1, 2, 3, 4, 1030)
"""F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC. Not F_SETOWN, by which the kernel
signals another process."""

_LOCKS = (5, 6, 7, 36, 37, 38)
"""F_GETLK, F_SETLK, F_SETLKW, and the same of open files (F_OFD_…): SQLite's."""

_CLONE_THREAD = 0x00010000
_PR_SET_NAME = 15
_MAKES_OR_EMPTIES = os.O_CREAT | os.O_TRUNC | (os.O_TMPFILE & ~os.O_DIRECTORY)
_TERMINAL_QUERIES = (0x5401, 0x5421, 0x5450, 0x5451, 0x541B)
"""TCGETS, FIONBIO, FIONCLEX, FIOCLEX, FIONREAD: what Python does to any file."""

_VIDEO = 0x5600
"""The letter V, by which all requests of Video4Linux begin, in its place."""

_AF_INET, _AF_INET6, _AF_NETLINK = 2, 10, 16
_WHOLE = 0xFFFFFFFF


@dataclass(frozen=True)
class _Only:
    """A call is allowed when this argument, of which `mask` counts, is one of `values`."""

    call: str
    argument: int
    mask: int
    values: tuple[int, ...]


def available() -> bool:
    try:
        kernel.call("seccomp", _GET_ACTION_AVAILABLE, 0, struct.pack("@I", _ERRNO))
    except (OSError, KeyError):
        return False
    return True


def restrict(*, changes_files: bool, reaches_network: bool, any_device: bool) -> None:
    """For all threads, from now on. Raises `OSError`."""
    plain = dict(WITHOUT_EFFECT_ON_OTHERS)
    only = [
        _Only("clone", 0, _CLONE_THREAD, (_CLONE_THREAD,)),
        _Only("prctl", 0, _WHOLE, (_PR_SET_NAME,)),
        _Only("prlimit64", 0, _WHOLE, (0,)),
        _Only("tgkill", 0, _WHOLE, (os.getpid(),)),
        _Only("fcntl", 1, _WHOLE, _OF_DESCRIPTORS),
        _Only("ioctl", 1, _WHOLE, _TERMINAL_QUERIES),
        _Only("ioctl", 1, 0 if any_device else 0xFF00, (0 if any_device else _VIDEO,)),
    ]
    if changes_files:
        plain |= CHANGING_FILES
        only += [
            _Only("open", 1, 0, (0,)),
            _Only("openat", 2, 0, (0,)),
            _Only("fcntl", 1, _WHOLE, _LOCKS),
        ]
    else:
        only += [
            _Only("open", 1, _MAKES_OR_EMPTIES, (0,)),
            _Only("openat", 2, _MAKES_OR_EMPTIES, (0,)),
        ]
    if reaches_network:
        plain |= REACHING_THE_NETWORK
        only.append(_Only("socket", 0, _WHOLE, (_AF_INET, _AF_INET6, _AF_NETLINK)))
    _install(_program(numbers(plain).values(), only))


def _program(plain: Iterable[int], only: Iterable[_Only]) -> bytes:
    steps = [
        _step(_LOAD, _ARCHITECTURE_AT),
        _step(_IF_EQUAL, AUDIT_ARCHITECTURE[platform.machine()], 1, 0),
        _step(_RETURN, _KILL_PROCESS),
        _step(_LOAD, _NUMBER_AT),
        _step(_IF_AT_LEAST, _X32, 0, 1),
        _step(_RETURN, _REFUSE),
    ]
    for number in plain:
        steps += [_step(_IF_EQUAL, number, 0, 1), _step(_RETURN, _ALLOW)]
    known = numbers(WITH_ARGUMENTS)
    for name in ("clone3", "openat2"):
        steps += [_step(_IF_EQUAL, known[name], 0, 1), _step(_RETURN, _UNKNOWN_CALL)]
    for rule in only:
        if rule.call in known:
            steps += _steps_of(rule, known[rule.call])
    steps.append(_step(_RETURN, _REFUSE))
    return b"".join(steps)


def _steps_of(rule: _Only, number: int) -> list[bytes]:
    """Of another call: passed over. Of this one with another argument: the next rule is asked."""
    look = [
        _step(_LOAD, _ARGUMENTS_AT + 8 * rule.argument),
        _step(_AND, rule.mask),
    ]
    for value in rule.values:
        look += [_step(_IF_EQUAL, value, 0, 1), _step(_RETURN, _ALLOW)]
    look.append(_step(_LOAD, _NUMBER_AT))
    return [_step(_IF_EQUAL, number, 0, len(look)), *look]


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)


def _install(program: bytes) -> None:
    steps = ctypes.create_string_buffer(program, len(program))
    described = struct.pack("@HP", len(program) // 8, ctypes.addressof(steps))
    kernel.call("seccomp", _SET_MODE_FILTER, _ALL_THREADS, described)
