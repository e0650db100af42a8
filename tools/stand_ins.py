"""Small libraries in place of large ones that a package names and a kiosk never calls.

OpenCV's wheel cannot be loaded without FFmpeg, AV1 and OpenBLAS, nor Qt without ICU: 115 MB. What
stands in has the same name and the same symbols, so that the loader is content. Whoever does call
one of them ends the process with a line that says so; but ICU answers that it has no tables, as it
does without its data, and numpy's BLAS is a small one that works.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from pathlib import Path

STANDS_IN_FOR: Mapping[str, str] = {
    "libavcodec-*": "video files; cameras are read through V4L2",
    "libavformat-*": "the same",
    "libavutil-*": "the same",
    "libswscale-*": "the same",
    "libswresample-*": "the same",
    "libaom-*": "AVIF pictures; libavif only tells of each frame that it is none",
    "libopenblasp-*": "matrices of 25 rows and more; OpenCV solves smaller ones by itself",
    "libscipy_openblas64_-*": "numpy.linalg but for `norm`, and speed with large matrices",
    "libicudata.*": "how hundreds of languages write and sort; the screens have their own texts",
    "libicui18n.*": "the same",
    "libicuuc.*": "the same",
    "pillow.libs/libxcb-*": "pictures of the screen",
    "libgssapi_krb5.*": "signing in with Kerberos at a proxy",
    "libsystemd.*": "D-Bus servers that systemd starts; a kiosk is none",
}
"""Libraries by pattern of their name, with or without their folder's, and what a kiosk does
without. What only they need goes with them."""

_SMALL_BLAS = Path(__file__).resolve().parent.parent / "packaging" / "small_blas.c"

_ICU_SAYS_THAT_IT_CANNOT = {
    "u_strToLower": 5,
    "u_strToUpper": 5,
    "ucal_getCanonicalTimeZoneID": 5,
    "ucal_open": 4,
    "ucnv_open": 1,
    "ucol_open": 1,
}
"""What Qt begins with, and where the place for an error is among the arguments: it goes on with
tables of its own then, and calls nothing else."""


def has_stand_in(library: Path) -> bool:
    """`library` is the file in its folder."""
    named = (library.name, f"{library.parent.name}/{library.name}")
    return any(fnmatch(name, pattern) for name in named for pattern in STANDS_IN_FOR)


def make_stand_in(library: Path, users: Iterable[Path], folder: Path) -> Path:
    """Write it into `folder`; `users` are those that name `library`."""
    versions = _exported(library)
    wanted = sorted({name for user in users for name in _undefined(user)} & versions.keys())
    source, script, made = (folder / f"{library.name}{end}" for end in (".c", ".map", ""))
    source.write_text(_program(library.name, wanted), "ascii")
    nodes = sorted({versions[name] for name in wanted} - {""})
    lines = [_node(each, [name for name in wanted if versions[name] == each]) for each in nodes]
    script.write_text("\n".join(lines), "ascii")
    command: list[str | Path] = ["gcc", "-shared", "-fPIC", "-O2", "-s", "-o", made, source]
    named = [f"-Wl,-soname,{library.name}"]
    with_versions = [f"-Wl,--version-script={script}"] if nodes else []
    subprocess.run([*command, *named, *with_versions], check=True)
    return made


def named_by(path: Path) -> list[str]:
    """The libraries that this one names, and not those that they name."""
    read = subprocess.run(
        ["readelf", "-d", path], capture_output=True, encoding="utf-8", check=True
    )
    return re.findall(r"\(NEEDED\).*\[(.+)\]", read.stdout)


def _program(library: str, names: list[str]) -> str:
    answered = {}
    if library.startswith("libscipy_openblas64_"):
        answered = {name: "" for name in names if "cblas" in name}
        answered[""] = _SMALL_BLAS.read_text("ascii")
    elif library.startswith("libicu"):
        places = {name: _ICU_SAYS_THAT_IT_CANNOT.get(name.rpartition("_")[0]) for name in names}
        answered = {name: _that_cannot(name, place) for name, place in places.items() if place}
    others = [name for name in names if name not in answered]
    return "\n".join([*answered.values(), _that_end(library, others)])


def _that_cannot(name: str, place: int) -> str:
    """An ICU function that fails, with the address of its error code at that place."""
    before = "".join(f"void *unused{each}, " for each in range(place))
    missing_resource = 2
    return f"void *{name}({before}int *error) {{ *error = {missing_resource}; return 0; }}"


def _that_end(library: str, names: Iterable[str]) -> str:
    said = f"uketsuke: {library} is not part of the bundle (tools/stand_ins.py)\\n"
    aliases = [f'void {name}(void) __attribute__((alias("end")));' for name in names]
    return "\n".join(
        [
            "#include <stdlib.h>",
            "#include <unistd.h>",
            f'static const char said[] = "{said}";',
            "static void end(void) { if (write(2, said, sizeof said - 1)) abort(); abort(); }",
            *aliases,
            "",
        ]
    )


def _node(version: str, names: Iterable[str]) -> str:
    return f"{version} {{ global: {' '.join(f'{name};' for name in names)} local: *; }};"


def _exported(library: Path) -> dict[str, str]:
    """Its symbols, each with its version or without one."""
    found = (name.partition("@") for name in _symbols(library, "--defined-only"))
    return {name: version.lstrip("@") for name, _, version in found}


def _undefined(user: Path) -> set[str]:
    return {name.partition("@")[0] for name in _symbols(user, "--undefined-only")}


def _symbols(path: Path, which: str) -> list[str]:
    listed = subprocess.run(
        ["nm", "-D", which, path], capture_output=True, encoding="utf-8", check=True
    )
    return [line.split()[-1] for line in listed.stdout.splitlines()]
