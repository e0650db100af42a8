"""Names of readers that pyscard cannot carry.

It asks for a reader's state by an ASCII name, and fails on the whole list when one name is not
UTF-8. Drivers do give such names: a trade mark's sign, Japanese, bytes of another encoding. One
reader of that kind must not take the others away.
"""

import ctypes
import ctypes.util

import structlog

log = structlog.get_logger(__name__)

_SCOPE_SYSTEM = 2


def usable(names: list[str]) -> list[str]:
    """Without the readers whose name cannot be passed on."""
    return [name for name in names if name.isascii()]


def escaped(name: str) -> str:
    """For messages: what is not ASCII as `\\xE5…`, so that staff find it in `pcsc_scan`."""
    return name.encode("utf-8", "surrogateescape").decode("ascii", "backslashreplace")


def list_bytewise() -> list[str]:
    """All names, with bytes that are not UTF-8 as surrogates; empty where PC/SC does not answer.

    Straight from PC/SC lite's library; only Linux meets such names.
    """
    path = ctypes.util.find_library("pcsclite") or "libpcsclite.so.1"
    library = ctypes.CDLL(path)
    context = ctypes.c_long()
    if library.SCardEstablishContext(_SCOPE_SYSTEM, None, None, ctypes.byref(context)):
        return []
    try:
        size = ctypes.c_ulong()
        if library.SCardListReaders(context, None, None, ctypes.byref(size)):
            return []
        names = ctypes.create_string_buffer(size.value)
        if library.SCardListReaders(context, None, names, ctypes.byref(size)):
            return []
    finally:
        library.SCardReleaseContext(context)
    parts = names.raw[: size.value].split(b"\0")
    return [part.decode("utf-8", "surrogateescape") for part in parts if part]


class PassedOver:
    """Tells of each reader that is passed over, once."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def tell(self, names: list[str]) -> None:
        for name in set(names) - set(usable(names)) - self._told:
            self._told.add(name)
            log.warning("reader_passed_over", device=escaped(name), problem="name_not_ascii")
