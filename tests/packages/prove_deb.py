"""`make prove NAME=deb`: the packages installed as a vendor does, into a clean Debian 12.

As root, with mmdebstrap and a Debian mirror. Each step is a line with its result; the first that
fails ends it. The packages are those in dist/ (`make deb`).
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.architecture.source_tree import ROOT

DIST = ROOT / "dist"
LIMIT_S = 900
FACILITY = """[facility]
code = "1312345678"
[service]
url = "https://localhost:9"
[identity]
proof = "none"
"""
SESSIONS = ("pin", "face")
MOUNTS = ("proc", "sys", "dev", "dev/pts", "dev/shm")


class Root:
    """A Debian of its own, in which commands run by chroot."""

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

    def install(self, *packages: str) -> None:
        self.run("apt-get", "install", "-y", "--no-install-recommends", *packages)

    def put(self, package: str) -> str:
        """A built package, where apt finds it."""
        (found,) = DIST.glob(f"{package}_*.deb")
        shutil.copy(found, self.folder / "tmp" / found.name)
        return f"/tmp/{found.name}"

    def path(self, inside: str) -> Path:
        return self.folder / inside.lstrip("/")


@contextmanager
def clean_debian() -> Iterator[Root]:
    """Made anew, and gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="uketsuke-root-"))
    try:
        subprocess.run(
            ["mmdebstrap", "--quiet", "--variant=minbase", "--mode=root", "bookworm", folder],
            check=True,
            timeout=LIMIT_S,
        )
        for mount in MOUNTS:
            subprocess.run(["mount", "--bind", f"/{mount}", folder / mount], check=True)
        try:
            root = Root(folder)
            root.run("apt-get", "update")
            yield root
        finally:
            for mount in reversed(MOUNTS):
                subprocess.run(["umount", "--lazy", folder / mount], check=False)
    finally:
        shutil.rmtree(folder)


def prove_kiosk(root: Root) -> Iterator[str]:
    root.install(root.put("uketsuke"))
    yield "apt-get install ./uketsuke_*.deb asks nothing and brings what it needs"
    modes = root.run(
        "stat",
        "-c",
        "%n %a %U",
        "/var/lib/uketsuke/state",
        "/var/log/uketsuke",
        "/etc/uketsuke/pki",
    ).stdout.splitlines()
    assert modes == [
        "/var/lib/uketsuke/state 700 uketsuke",
        "/var/log/uketsuke 750 uketsuke",
        "/etc/uketsuke/pki 700 uketsuke",
    ], modes
    assert root.path("/etc/systemd/system/graphical.target.wants/uketsuke.service").is_symlink()
    yield "account, folders with their modes, and the unit, which starts at the next boot"
    said = root.run("uketsuke", "doctor", check=False)
    assert said.returncode == 1
    assert "still the sample's" in said.stdout, said.stdout
    yield "the sample's facility code is told and not accepted"
    root.path("/etc/uketsuke/conf.d/50-facility.toml").write_text(FACILITY, "utf-8")
    root.run("uketsuke", "provision", "request", "--to", "/var/tmp")
    key = root.path("/etc/uketsuke/pki/kiosk.key").stat()
    folder = root.path("/etc/uketsuke/pki").stat()
    assert (key.st_uid, key.st_mode & 0o777) == (folder.st_uid, 0o600)
    sign = "openssl req -x509 -in /var/tmp/request.pem -key /etc/uketsuke/pki/kiosk.key -days 90"
    root.install("openssl")
    root.run("sh", "-c", f"{sign} -out /var/tmp/kiosk.pem")
    root.run(
        "uketsuke", "provision", "import", "/var/tmp/kiosk.pem", "--authority", "/var/tmp/kiosk.pem"
    )
    yield "keys made, request written, certificate taken in"
    said = root.run("setpriv", "--reuid=uketsuke", "--regid=uketsuke", "--init-groups",
                    "uketsuke", "doctor", "--json", check=False)  # fmt: skip
    findings = [json.loads(line) for line in said.stdout.splitlines()]
    found = {each["subject"]: each["verdict"] for each in findings}
    well = (
        "configuration",
        "files",
        "certificate",
        "disk",
        "results",
        "fonts",
        "processor",
        "face",
    )
    assert all(found[subject] == "ok" for subject in well), said.stdout
    assert found["service"] == found["reader"] == "fail"
    yield f"doctor: {', '.join(well)} are well; {', '.join(s for s in found if s not in well)} told"
    unit = root.run(
        "systemd-analyze", "security", "--offline=true", "--threshold=25",
        "/lib/systemd/system/uketsuke.service",
    )  # fmt: skip
    yield f"systemd-analyze security: {unit.stdout.strip().splitlines()[-1]}"


def prove_upgrade_and_end(root: Root) -> Iterator[str]:
    ledger = root.path("/var/lib/uketsuke/state/consent.sqlite")
    ledger.write_bytes(b"kept")
    package = root.put("uketsuke")
    root.run("apt-get", "install", "-y", "--reinstall", package)
    settings = root.path("/etc/uketsuke/conf.d/50-facility.toml")
    assert (ledger.read_bytes(), settings.read_text("utf-8")) == (b"kept", FACILITY)
    yield "installed anew: ledger and settings stay"
    for how in ("remove", "purge"):
        said = root.run("apt-get", how, "-y", "uketsuke").stdout
        assert "/var/lib/uketsuke/state" in said, said
        assert ledger.read_bytes() == b"kept"
        assert root.path("/etc/uketsuke/pki/kiosk.key").exists()
        yield f"{how}: ledger and keys stay, and it says where"


def prove_demo(root: Root) -> Iterator[str]:
    root.install(root.put("uketsuke-demo"), "xvfb", "xdotool", "xauth", "libgl1-mesa-dri")
    assert root.path("/usr/share/applications/uketsuke-demo.desktop").exists()
    yield "apt-get install ./uketsuke-demo_*.deb; a menu entry"
    for scenario in SESSIONS:
        done = root.run("uketsuke-demo", "rehearse", scenario, "--display", "x11", check=False)
        assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        yield f"{scenario}: a whole session in a real window (X11)"


def main() -> int:
    if os.geteuid() != 0 or shutil.which("mmdebstrap") is None:
        print("This needs root and mmdebstrap (apt-get install mmdebstrap).", file=sys.stderr)
        return 2
    for name, proofs in (
        ("kiosk", (prove_kiosk, prove_upgrade_and_end)),
        ("demo", (prove_demo,)),
    ):
        if name in (sys.argv[1:] or ("kiosk", "demo")):
            with clean_debian() as root:
                prove(root, proofs)
    return 0


def prove(root: Root, proofs: Sequence[Callable[[Root], Iterator[str]]]) -> None:
    for each in proofs:
        started_s = time.monotonic()
        for line in each(root):
            print(f"ok   {line} ({time.monotonic() - started_s:.0f} s)", flush=True)
            started_s = time.monotonic()


if __name__ == "__main__":
    sys.exit(main())
