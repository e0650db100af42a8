"""The numbers of Linux's system calls on the two processors that the kiosk runs on."""

import platform
from collections.abc import Mapping

MACHINES = ("x86_64", "aarch64")

AUDIT_ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""How the kernel names the calling convention, so that no number is taken for another's."""

WITHOUT_EFFECT_ON_OTHERS = {
    "read": (0, 63), "write": (1, 64), "readv": (19, 65), "writev": (20, 66), "pread64": (17, 67),
    "pwrite64": (18, 68), "preadv": (295, 69), "pwritev": (296, 70), "lseek": (8, 62),
    "close": (3, 57), "close_range": (436, 436), "fstat": (5, 80), "newfstatat": (262, 79),
    "stat": (4, None), "lstat": (6, None), "statx": (332, 291), "access": (21, None),
    "faccessat": (269, 48), "faccessat2": (439, 439), "readlink": (89, None),
    "readlinkat": (267, 78), "getcwd": (79, 17), "getdents64": (217, 61), "statfs": (137, 43),
    "fstatfs": (138, 44), "fadvise64": (221, 223), "mmap": (9, 222), "mprotect": (10, 226),
    "munmap": (11, 215), "mremap": (25, 216), "madvise": (28, 233), "brk": (12, 214),
    "mincore": (27, 232), "mlock": (149, 228), "mlock2": (325, 284), "munlock": (150, 229),
    "membarrier": (324, 283), "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139), "rt_sigtimedwait": (128, 137), "sigaltstack": (131, 132),
    "restart_syscall": (219, 128), "select": (23, None), "pselect6": (270, 72), "poll": (7, None),
    "ppoll": (271, 73), "epoll_create1": (291, 20), "epoll_ctl": (233, 21),
    "epoll_wait": (232, None), "epoll_pwait": (281, 22), "eventfd2": (290, 19),
    "pipe2": (293, 59), "dup": (32, 23), "dup2": (33, None), "dup3": (292, 24),
    "flock": (73, 32), "uname": (63, 160), "getpid": (39, 172), "gettid": (186, 178),
    "getppid": (110, 173), "getuid": (102, 174), "geteuid": (107, 175), "getgid": (104, 176),
    "getegid": (108, 177), "getgroups": (115, 158), "getresuid": (118, 148),
    "getresgid": (120, 150), "getpgrp": (111, None), "getpgid": (121, 155), "getsid": (124, 156),
    "getrlimit": (97, 163), "sysinfo": (99, 179), "getrusage": (98, 165), "times": (100, 153),
    "getpriority": (140, 141), "getcpu": (309, 168), "clock_gettime": (228, 113),
    "clock_getres": (229, 114), "clock_nanosleep": (230, 115), "nanosleep": (35, 101),
    "gettimeofday": (96, 169), "time": (201, None), "futex": (202, 98), "futex_waitv": (449, 449),
    "set_robust_list": (273, 99), "get_robust_list": (274, 100), "rseq": (334, 293),
    "set_tid_address": (218, 96), "sched_yield": (24, 124), "sched_getaffinity": (204, 123),
    "sched_getparam": (143, 121), "sched_getscheduler": (145, 120),
    "sched_get_priority_max": (146, 125), "sched_get_priority_min": (147, 126), "exit": (60, 93),
    "exit_group": (231, 94), "getrandom": (318, 278), "sendto": (44, 206), "recvfrom": (45, 207),
    "sendmsg": (46, 211), "recvmsg": (47, 212), "shutdown": (48, 210), "getsockopt": (55, 209),
    "setsockopt": (54, 208), "getsockname": (51, 204), "getpeername": (52, 205),
}  # fmt: skip
"""Memory, time, threads, and what is open already: name to number on each, None where it has none.

Nothing here reaches another process, makes a file or a socket, or starts a program.
"""

CHANGING_FILES = {
    "creat": (85, None), "unlink": (87, None), "unlinkat": (263, 35), "rename": (82, None),
    "renameat": (264, 38), "renameat2": (316, 276), "mkdir": (83, None), "mkdirat": (258, 34),
    "rmdir": (84, None), "link": (86, None), "linkat": (265, 37), "ftruncate": (77, 46),
    "truncate": (76, 45), "fallocate": (285, 47), "fsync": (74, 82), "fdatasync": (75, 83),
    "sync_file_range": (277, 84), "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53),
    "chown": (92, None), "fchown": (93, 55), "fchownat": (260, 54), "utimensat": (280, 88),
    "utimes": (235, None), "umask": (95, 166), "copy_file_range": (326, 285),
    "sendfile": (40, 71),
}  # fmt: skip

REACHING_THE_NETWORK = {
    "socketpair": (53, 199), "connect": (42, 203), "bind": (49, 200), "sendmmsg": (307, 269),
    "recvmmsg": (299, 243),
}  # fmt: skip

WITH_ARGUMENTS = {
    "fcntl": (72, 25),
    "clone": (56, 220), "clone3": (435, 435), "open": (2, None), "openat": (257, 56),
    "openat2": (437, 437), "ioctl": (16, 29), "prctl": (157, 167), "prlimit64": (302, 261),
    "tgkill": (234, 131), "socket": (41, 198),
}  # fmt: skip
"""Allowed with some arguments only (`kiosk.confinement.seccomp`)."""

CALLING_BY_NUMBER = {
    "seccomp": (317, 277), "landlock_create_ruleset": (444, 444),
    "landlock_add_rule": (445, 445), "landlock_restrict_self": (446, 446),
}  # fmt: skip
"""Those that the C library has no function for."""


def numbers(table: Mapping[str, tuple[int | None, int | None]]) -> dict[str, int]:
    """Name to number on this machine. Raises `KeyError` on another kind of processor."""
    column = {machine: at for at, machine in enumerate(MACHINES)}[platform.machine()]
    return {name: found for name, each in table.items() if (found := each[column]) is not None}
