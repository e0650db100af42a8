"""System calls that Python has no function for."""

import ctypes
import os

from kiosk.confinement.system_calls import CALLING_BY_NUMBER, numbers

_C = ctypes.CDLL(None, use_errno=True)


def call(name: str, *arguments: object) -> int:
    """Raises `OSError`, and `KeyError` on a processor whose numbers are not known."""
    number = numbers(CALLING_BY_NUMBER)[name]
    return _checked(_C.syscall(ctypes.c_long(number), *map(_passed, arguments)))


def prctl(option: int, argument: int) -> int:
    """Raises `OSError`."""
    values = (ctypes.c_ulong(each) for each in (argument, 0, 0, 0))
    return _checked(_C.prctl(ctypes.c_int(option), *values))


def _passed(argument: object) -> object:
    """C would read only half of what it takes for a long."""
    return ctypes.c_long(argument) if isinstance(argument, int) else argument


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
