"""A PostgreSQL of our own, for as long as a test runs; it listens on a socket file only."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
ABSENT = "PostgreSQL is not installed (Debian: postgresql)"


def available() -> bool:
    return bool(PROGRAMS) and (os.geteuid() != 0 or shutil.which("runuser") is not None)


@contextmanager
def postgres() -> Iterator[str]:
    """The SQLAlchemy URL of an empty database."""
    with tempfile.TemporaryDirectory(prefix="uketsuke-pg-") as name:
        folder = Path(name)
        data = folder / "data"
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root.
            shutil.chown(folder, "postgres", "postgres")
        folder.chmod(0o755)
        _run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder}"
        _run("pg_ctl", "-D", data, "-l", folder / "log", "-w", "-t", "60", "-o", options, "start")
        try:
            yield f"postgresql+psycopg://postgres@/postgres?host={folder}"
        finally:
            with contextlib.suppress(subprocess.CalledProcessError):
                _run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def pid_of(url: str) -> int:
    """Of the parent of its processes; `url` as `postgres` yields it."""
    folder = Path(url.partition("host=")[2])
    return int((folder / "data" / "postmaster.pid").read_text("ascii").splitlines()[0])


def _run(program: str, *arguments: object) -> None:
    command = [str(PROGRAMS[-1] / program), *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
