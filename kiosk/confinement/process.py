"""A process gives up what its work does not need, before it reads what strangers bring.

For good, and by the kernel: code that a card or a picture smuggles in later has no more rights
than are left then (docs/adr/0043).
"""

import os
import resource
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from common.errors import Bug
from kiosk.bundle import is_bundle
from kiosk.confinement.reach import Reach

if sys.platform == "linux":
    from kiosk.confinement import kernel, landlock, seccomp

_PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 4, 38

GROWTH_BYTES = 1 << 30
"""By so much a process may grow: several times what the largest picture takes."""

OPEN_FILES = 128
THREADS_OF_THE_USER = 1024
"""The kernel counts those of all the user's processes together."""

ALONE_WITHIN_S = 2.0
"""Threads that have done their work are gone by then, on the busiest machine."""


@dataclass(frozen=True)
class Rights:
    """What a process keeps beside what it has open."""

    reach: Reach
    changes_files: bool = False
    reaches_network: bool = False
    """IPv4 and IPv6; no process has a right to the sockets of this machine."""
    any_device: bool = False
    """The devices in its reach are no cameras alone."""


def keep_from_others() -> None:
    """No process of the same user may look into this one's memory, nor may a core dump."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        kernel.prctl(_PR_SET_DUMPABLE, 0)


def close_all_but(kept: Iterable[int]) -> None:
    """What came over from the process that forked this one: a way back to it, for one."""
    if sys.platform == "linux":
        standard = {0, 1, 2}
        for each in {int(name) for name in os.listdir("/proc/self/fd")} - standard - {*kept}:
            with suppress(OSError):  # The folder's own.
                os.close(each)


def confine(rights: Rights) -> None:
    """Called once, while there is one thread. Raises `OSError` when the kernel refuses."""
    if sys.platform != "linux":
        return
    _wait_to_be_alone()
    kernel.prctl(_PR_SET_NO_NEW_PRIVS, 1)
    keep_from_others()
    _limit()
    if landlock.version():
        landlock.restrict(rights.reach)
    if seccomp.available():
        seccomp.restrict(
            changes_files=rights.changes_files,
            reaches_network=rights.reaches_network,
            any_device=rights.any_device,
        )


def _wait_to_be_alone() -> None:
    """A thread that has given its answer may take a moment to be gone, on a busy machine."""
    latest = time.monotonic() + ALONE_WITHIN_S
    while len(os.listdir("/proc/self/task")) != 1:
        if time.monotonic() > latest:
            raise Bug("a thread would keep its rights")
        time.sleep(0.001)


def missing_here() -> tuple[str, ...]:
    """What this kernel cannot do of it, for staff and log; empty where all is well."""
    if sys.platform != "linux":
        return ("landlock", "seccomp")
    there = {"landlock": landlock.version() > 0, "seccomp": seccomp.available()}
    return tuple(name for name, is_there in there.items() if not is_there)


def program_files() -> tuple[Path, ...]:
    """What a running Python may still have to load, and what C libraries ask of the system."""
    packages = {Path(__file__).parents[2] / name for name in _PACKAGES}
    return (
        *packages,
        *((Path(sys.executable),) if is_bundle() else ()),  # Python's modules are in it.
        *(Path(folder) for folder in {sys.prefix, sys.base_prefix}),
        *map(Path, _OF_THE_SYSTEM),
    )


_PACKAGES = ("common", "consent", "faceauth", "kiosk", "limit_info", "qualification", "reader")

_OF_THE_SYSTEM = (
    "/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/localtime", "/dev/null", "/dev/urandom",
    "/sys/devices/system/cpu", "/proc/cpuinfo", "/proc/meminfo",
)  # fmt: skip


def _limit() -> None:
    """Only ever down: what was lower already stays."""
    used_pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most_bytes = used_pages * resource.getpagesize() + GROWTH_BYTES
    for kind, most in (
        (resource.RLIMIT_AS, most_bytes),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_NPROC, THREADS_OF_THE_USER),
    ):
        _, hard = resource.getrlimit(kind)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (limit, limit))
