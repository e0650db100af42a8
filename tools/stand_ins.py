"""Small libraries in place of large ones that a package names and a kiosk never calls.

OpenCV's wheel cannot be loaded without FFmpeg, AV1 and OpenBLAS, nor Qt without ICU's tables: 115
MB. What stands in has the same name and the same symbols, so that the loader is content. Whoever
does call one of them ends the process with a line that says so; ICU finds that it has no tables,
as it does with the empty library of its own build.
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
    "libicudata.*": "how hundreds of languages write and sort; the screens have their own texts",
}
"""Libraries by pattern, and what a kiosk does without."""

_ICU_WITHOUT_TABLES = """
/* A table of contents with nothing in it, as ICU's stubdata.cpp has it. */
const struct {
    unsigned short header_size;
    unsigned char magic[2];
    unsigned short info_size, reserved;
    unsigned char big_endian, charset, char_size, padding;
    unsigned char format[4], format_version[4], data_version[4], rest[8];
    unsigned int count, more;
} %s __attribute__((aligned(16))) = {
    32, {0xda, 0x27}, 20, 0, 0, 0, 2, 0, {'T', 'o', 'C', 'P'}, {1}, {0}, {0}, 0, 0
};
"""


def has_stand_in(library: str) -> bool:
    """`library` is its file's name."""
    return any(fnmatch(library, pattern) for pattern in STANDS_IN_FOR)


def make_stand_in(library: Path, users: Iterable[Path], folder: Path) -> Path:
    """Write it into `folder`; `users` are those that name `library`."""
    versions = _exported(library)
    wanted = sorted({name for user in users for name in _undefined(user)} & versions.keys())
    source, script, made = (folder / f"{library.name}{end}" for end in (".c", ".map", ""))
    if library.name.startswith("libicudata"):
        source.write_text(_ICU_WITHOUT_TABLES % wanted[0], "ascii")
    else:
        source.write_text(_that_end(library.name, wanted), "ascii")
    nodes = sorted({versions[name] for name in wanted} - {""})
    lines = [_node(each, [name for name in wanted if versions[name] == each]) for each in nodes]
    script.write_text("\n".join(lines), "ascii")
    command: list[str | Path] = ["gcc", "-shared", "-Os", "-s", "-o", made, source]
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
