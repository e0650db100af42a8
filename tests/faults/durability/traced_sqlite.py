"""Writes down what SQLite does to its files: a file system layer (VFS) before the usual one.

Uses the library that Python's own `sqlite3` uses, through ctypes: struct layouts are those of
`sqlite3.h`, unchanged since 3.7.17.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p, cast
from dataclasses import dataclass
from pathlib import Path

_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)
_OK = 0


class _Vfs(Structure):
    _fields_ = (
        ("iVersion", c_int),
        ("szOsFile", c_int),
        ("mxPathname", c_int),
        ("pNext", c_void_p),
        ("zName", c_char_p),
        ("pAppData", c_void_p),
        ("xOpen", c_void_p),
        ("others", c_void_p * 15),
    )


class _Methods(Structure):
    _fields_ = (
        ("iVersion", c_int),
        ("xClose", c_void_p),
        ("xRead", c_void_p),
        ("xWrite", c_void_p),
        ("xTruncate", c_void_p),
        ("xSync", c_void_p),
        ("others", c_void_p * 13),
    )


@dataclass(frozen=True)
class Write:
    path: str
    offset: int
    data: bytes


@dataclass(frozen=True)
class Truncate:
    path: str
    size: int


@dataclass(frozen=True)
class Sync:
    path: str


@dataclass(frozen=True)
class Mark:
    """Not SQLite's: what the program under test was told."""

    text: str


Deed = Write | Truncate | Sync | Mark


class _Tracer:
    def __init__(self, deeds: list[Deed]) -> None:
        self._deeds = deeds
        self._library = ctypes.CDLL("libsqlite3.so.0")
        self._library.sqlite3_vfs_find.restype = POINTER(_Vfs)
        self._usual = self._library.sqlite3_vfs_find(None)
        self._names: dict[int, str] = {}
        self._methods: dict[int, _Methods] = {}
        self._kept: list[object] = []
        self._vfs = _Vfs.from_buffer_copy(self._usual.contents)
        self._vfs.zName = b"traced"
        self._usual_open = _OPEN(self._usual.contents.xOpen)
        self._vfs.xOpen = self._pointer(_OPEN(self._open))

    def install(self) -> None:
        assert self._library.sqlite3_vfs_register(ctypes.byref(self._vfs), 1) == _OK

    def remove(self) -> None:
        self._library.sqlite3_vfs_register(self._usual, 1)
        self._library.sqlite3_vfs_unregister(ctypes.byref(self._vfs))

    def _pointer(self, function: object) -> c_void_p:
        self._kept.append(function)  # ctypes frees what nobody holds.
        return cast(function, c_void_p)  # type: ignore[arg-type]

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out: object) -> int:
        # SQLite keeps the name that it is given: it must be the caller's own, not a copy.
        usual = cast(self._usual, c_void_p)
        result = self._usual_open(usual, name, file, flags, out)
        if result == _OK and name:
            self._names[file] = Path(ctypes.string_at(name).decode()).name
            slot = cast(file, POINTER(c_void_p))
            slot[0] = ctypes.addressof(self._traced(slot[0]))
        return int(result)

    def _traced(self, address: int) -> _Methods:
        if address not in self._methods:
            usual = _Methods.from_address(address)
            traced = _Methods.from_buffer_copy(usual)
            write, truncate = _WRITE(usual.xWrite), _TRUNCATE(usual.xTruncate)
            sync = _SYNC(usual.xSync)

            def on_write(file: int, data: int, size: int, offset: int) -> int:
                content = ctypes.string_at(data, size)
                self._deeds.append(Write(self._names[file], offset, content))
                return int(write(file, data, size, offset))

            def on_truncate(file: int, size: int) -> int:
                self._deeds.append(Truncate(self._names[file], size))
                return int(truncate(file, size))

            def on_sync(file: int, flags: int) -> int:
                result = int(sync(file, flags))
                self._deeds.append(Sync(self._names[file]))
                return result

            traced.xWrite = self._pointer(_WRITE(on_write))
            traced.xTruncate = self._pointer(_TRUNCATE(on_truncate))
            traced.xSync = self._pointer(_SYNC(on_sync))
            self._methods[address] = traced
        return self._methods[address]


@contextmanager
def traced() -> Iterator[list[Deed]]:
    """Collect what is done to all databases that are opened and closed inside."""
    deeds: list[Deed] = []
    tracer = _Tracer(deeds)
    tracer.install()
    try:
        yield deeds
    finally:
        tracer.remove()
