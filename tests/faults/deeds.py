"""What code tries that has taken a process over. Each deed is refused by an exception, or done."""

import ctypes
import fcntl
import mmap
import os
import platform
import resource
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.control import SOCKET_NAME

_C = ctypes.CDLL(None, use_errno=True)

_CALLS = {
    "x86_64": {
        "ptrace": 101, "mount": 165, "keyctl": 250, "unshare": 272, "perf_event_open": 298,
        "process_vm_readv": 310, "kcmp": 312, "bpf": 321, "userfaultfd": 323,
        "io_uring_setup": 425, "pidfd_getfd": 438,
    },
    "aarch64": {
        "ptrace": 117, "mount": 40, "keyctl": 219, "unshare": 97, "perf_event_open": 241,
        "process_vm_readv": 270, "kcmp": 272, "bpf": 280, "userfaultfd": 282,
        "io_uring_setup": 425, "pidfd_getfd": 438,
    },
}  # fmt: skip

_ATTACH = 16
_NEW_USER_NAMESPACE = 0x10000000


@dataclass(frozen=True)
class Target:
    """Whom and what the attack is after."""

    kiosk_pid: int
    state: Path
    keys: tuple[Path, ...]
    """Of the kiosk: consent, TLS, statement."""
    ledger: Path
    log: Path
    server: str
    """The socket on which new processes are asked for."""


Deed = Callable[[Target], object]


def call(name: str, *arguments: int) -> int:
    numbers = (ctypes.c_long(each) for each in (_CALLS[platform.machine()][name], *arguments))
    result: int = _C.syscall(*numbers)
    if result < 0:
        raise OSError(ctypes.get_errno(), name)
    return result


def connect(address: str) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
        link.connect(address)


def read(path: Path) -> bytes:
    with path.open("rb", buffering=0) as file:
        return file.read(16) or b""


def write(path: Path) -> None:
    path.write_bytes(b"a patient's photo")


def memory_of(pid: int) -> bytes:
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        return memory.read(1)


def set_dumpable() -> None:
    if _C.prctl(4, 1, 0, 0, 0) < 0:
        raise OSError(ctypes.get_errno(), "prctl")


def listen(host: str) -> None:
    with socket.socket() as server:
        server.bind((host, 0))


ON_OTHERS: dict[str, Deed] = {
    "start a program": lambda _: os.execv("/bin/true", ["true"]),
    "make a process that outlives the session": lambda _: os.fork(),
    "leave the group that is ended with the kiosk": lambda _: os.setsid(),
    "signal the kiosk": lambda to: os.kill(to.kiosk_pid, 0),
    "signal everybody": lambda _: os.kill(-1, 0),
    "have the kernel signal the kiosk": lambda to: fcntl.fcntl(1, fcntl.F_SETOWN, to.kiosk_pid),
    "get a handle of the kiosk": lambda to: os.pidfd_open(to.kiosk_pid),
    "take an open file from the kiosk": lambda to: call("pidfd_getfd", 3, 3, 0),
    "trace the kiosk": lambda to: call("ptrace", _ATTACH, to.kiosk_pid, 0, 0),
    "copy the kiosk's memory": lambda to: call("process_vm_readv", to.kiosk_pid, 0, 0, 0, 0, 0),
    "read the kiosk's memory": lambda to: memory_of(to.kiosk_pid),
    "compare with the kiosk": lambda to: call("kcmp", os.getpid(), to.kiosk_pid, 0, 0, 0),
    "slow the kiosk down": lambda to: os.setpriority(os.PRIO_PROCESS, to.kiosk_pid, 19),
    "bind the kiosk to one core": lambda to: os.sched_setaffinity(to.kiosk_pid, {0}),
    "take the kiosk's limits down": lambda to: resource.prlimit(
        to.kiosk_pid, resource.RLIMIT_NPROC, (0, 0)
    ),
    "show its memory to others": lambda _: set_dumpable(),
    "have a process made without confinement": lambda to: connect(to.server),
    "reset the kiosk": lambda to: connect(str(to.state / SOCKET_NAME)),
    "speak on an abstract socket": lambda _: connect("\0anybody"),
    "listen on a port": lambda _: listen("127.0.0.1"),
    "make memory that can be run": lambda _: os.memfd_create("code"),
    "load a program into the kernel": lambda _: call("bpf", 0, 0, 0),
    "watch the processor": lambda _: call("perf_event_open", 0, 0, -1, -1, 0),
    "handle page faults": lambda _: call("userfaultfd", 0),
    "call by a ring": lambda _: call("io_uring_setup", 1, 0),
    "read the kernel's keys": lambda _: call("keyctl", 0, -3, 0),
    "mount": lambda _: call("mount", 0, 0, 0, 0, 0),
    "become root of a namespace": lambda _: call("unshare", _NEW_USER_NAMESPACE),
    "take all memory": lambda _: mmap.mmap(-1, 16 << 30),
    "open very many files": lambda _: [os.dup(1) for _ in range(5000)],
}
"""What no process beside the kiosk's own may do."""

ON_FILES: dict[str, Deed] = {
    "leave something in /dev/shm": lambda _: write(Path("/dev/shm/left-behind")),
    "leave something in /tmp": lambda _: write(Path("/tmp/left-behind")),
    "read the kiosk's environment": lambda to: read(Path(f"/proc/{to.kiosk_pid}/environ")),
}
"""What a session's processes may not do, where the kernel has Landlock."""

BY_NETWORK: dict[str, Deed] = {
    "call somebody": lambda _: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
    "send a datagram": lambda _: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
    "speak to a program here": lambda _: socket.socket(socket.AF_UNIX),
    "speak to the kernel": lambda _: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
    "make a pair of sockets": lambda _: socket.socketpair(),
}
"""What the process that reads card and face may not do."""

BY_FILES: dict[str, Deed] = {
    "make a file": lambda to: write(to.state / "made"),
    "empty the log": lambda to: os.open(to.log, os.O_WRONLY | os.O_TRUNC),
    "add to the log": lambda to: os.open(to.log, os.O_WRONLY | os.O_APPEND),
    "take a file away": lambda to: os.unlink(to.keys[0]),
    "open a file to others": lambda to: os.chmod(to.keys[0], 0o666),
    "give a file another name": lambda to: os.rename(to.keys[0], to.state / "mine"),
    "link a file": lambda to: os.symlink("/etc/passwd", to.state / "link"),
    "make a folder": lambda to: os.mkdir(to.state / "folder"),
}

BY_KEYS: dict[str, Deed] = {
    "read the consent key": lambda to: read(to.keys[0]),
    "read the TLS key": lambda to: read(to.keys[1]),
    "read the statement key": lambda to: read(to.keys[2]),
    "read the ledger": lambda to: read(to.ledger),
    "read the log": lambda to: read(to.log),
    "read who has an account": lambda _: read(Path("/etc/passwd")),
    "look at who else runs": lambda _: os.listdir("/proc"),
}

ALL = {**ON_OTHERS, **ON_FILES, **BY_NETWORK, **BY_FILES, **BY_KEYS}


def attempt(names: tuple[str, ...], target: Target) -> dict[str, str]:
    """Each deed with what came of it: the error's name, or "done"."""
    return {name: _attempt(ALL[name], target) for name in names}


def _attempt(deed: Deed, target: Target) -> str:
    try:
        deed(target)
    except (OSError, MemoryError, ValueError) as error:
        return type(error).__name__
    return "done"
