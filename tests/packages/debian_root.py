"""A Debian of its own in a folder, in which commands run by chroot; as root, with mmdebstrap."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tests.architecture.source_tree import ROOT

DIST = ROOT / "dist"
LIMIT_S = 3600
RELEASE = "bookworm"
TPM_LIBRARIES = ("libtss2-esys-3.0.2-0", "libtss2-rc0", "libtss2-tcti-device0")
"""What systemd asks a TPM by."""
MOUNTS = ("proc", "sys", "dev", "dev/pts", "dev/shm")


class Root:
    """Commands in it, packages for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/var/tmp",
            "LC_ALL": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
        }
        done = subprocess.run(
            ["chroot", self.folder, *command],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=LIMIT_S,
            check=False,
        )
        if check and done.returncode != 0:
            raise AssertionError(f"{' '.join(command)}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done

    @contextmanager
    def started(self, user: str, *command: str) -> Iterator[IO[str]]:
        """What the command writes, which is ended afterwards."""
        as_user = ["chroot", f"--userspec={user}", str(self.folder), *command]
        with subprocess.Popen(as_user, stdout=subprocess.PIPE, encoding="utf-8") as process:
            assert process.stdout is not None
            try:
                yield process.stdout
            finally:
                process.terminate()

    def install(self, *packages: str) -> None:
        self.run("apt-get", "install", "-y", "--no-install-recommends", *packages)

    def put(self, package: str) -> str:
        """A built package, where apt finds it."""
        found = built(package)
        shutil.copy(found, self.folder / "tmp" / found.name)
        return f"/tmp/{found.name}"

    def path(self, inside: str) -> Path:
        return self.folder / inside.lstrip("/")


def built(package: str) -> Path:
    """By `make deb`."""
    found = list(DIST.glob(f"{package}_*.deb"))
    if len(found) != 1:
        raise SystemExit(f"{DIST} has {len(found)} of {package}_*.deb, and must have one: make deb")
    return found[0]


@contextmanager
def clean_debian() -> Iterator[Root]:
    """Made anew, and gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="uketsuke-root-"))
    try:
        subprocess.run(
            ["mmdebstrap", "--quiet", "--variant=minbase", "--mode=root", RELEASE, folder],
            check=True,
            timeout=LIMIT_S,
        )
        with entered(folder) as root:
            yield root
    finally:
        shutil.rmtree(folder)


@contextmanager
def entered(folder: Path) -> Iterator[Root]:
    """The Debian in that folder with what commands need, and with apt's lists."""
    for mount in MOUNTS:
        subprocess.run(["mount", "--bind", f"/{mount}", folder / mount], check=True)
    try:
        root = Root(folder)
        root.run("apt-get", "update")
        yield root
    finally:
        for mount in reversed(MOUNTS):
            subprocess.run(["umount", "--lazy", folder / mount], check=False)
