"""`make prove NAME=update`: the bundle where the Debian package has it, updated by its commands.

As root. It runs in a mount namespace of its own, in which /usr/lib/uketsuke is the bundle and /opt
and /var/lib/uketsuke are empty; nothing of that is seen outside. The kiosk has a real window and a
real pcscd. Each step is a line with its result; the first that fails ends it.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from common.errors import EXIT_CANNOT, EXIT_FAILED
from kiosk.control import ask
from kiosk.errors import SetupFault
from simulation.card_slot.pcscd import PrivatePcscd
from simulation.rehearsal.display import DisplayKind, open_display
from tests.architecture.source_tree import ROOT
from tests.unit.kiosk.installation import LOG_NAME, NO_CAMERA, install
from tests.unit.kiosk.real_kiosk import running
from tests.unit.update.supplier import Supplier, make_update

BUNDLES = ROOT / "build" / "tested-bundle"
COMMAND = "/usr/bin/uketsuke"
SIZE_PX = (540, 960)
LIMIT_S = 300
HANGS = "#!/bin/sh\nexec sleep 1000\n"


class Machine:
    """With one kiosk; `folder` has its configuration and what the supplier brings."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        _mount_all(folder)
        self.folder = folder
        self._config = install(folder, NO_CAMERA)
        (folder / "supplier").mkdir()
        (folder / "update-keys").mkdir()
        self.supplier = Supplier(folder / "supplier")
        self.supplier.introduce(folder / "update-keys")
        display = stack.enter_context(open_display(DisplayKind.X11, SIZE_PX))
        daemon = stack.enter_context(PrivatePcscd())
        self._environment = {**os.environ, **display.environment, **daemon.environment}
        for ours in ("PYTHONPATH", "QT_QPA_PLATFORM"):
            self._environment.pop(ours, None)
        log_file = folder / LOG_NAME
        self._kiosk = stack.enter_context(
            running(self._config, self._environment, log_file=log_file, program=[COMMAND])
        )

    def run(self, *command: str, exit_code: int = 0) -> str:
        done = subprocess.run(
            [COMMAND, *command, "--config", self._config],
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            timeout=LIMIT_S,
            check=False,
        )
        assert done.returncode == exit_code, (done.returncode, done.stdout, done.stderr)
        return done.stdout + done.stderr

    def status(self) -> dict[str, str]:
        lines = self.run("update", "status").splitlines()
        return {name: value for name, value in (line.split() for line in lines)}

    def wait_until_it_receives_from(self, folder: str) -> None:
        """The kiosk's program lies in `folder`, and the next patient could come."""

        def is_so() -> bool:
            try:
                readiness = ask(self.folder / "state", "status")["readiness"]
                program = os.readlink(f"/proc/{self._kiosk.kiosk_pid}/exe")
            except (SetupFault, IndexError, FileNotFoundError):  # It ends, or comes up.
                return False
            return program == f"{folder}/uketsuke" and readiness == "ready"

        self._kiosk.wait_for(f"the kiosk of {folder}", is_so)


def _mount_all(folder: Path) -> None:
    """In this namespace alone."""
    layers = folder / "layers"
    layers.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", layers], check=True)
    for place in ("usr/lib", "usr/bin", "var/lib"):
        upper, work = layers / place / "upper", layers / place / "work"
        upper.mkdir(parents=True)
        work.mkdir()
        options = f"lowerdir=/{place},upperdir={upper},workdir={work}"
        overlay = ["mount", "-t", "overlay", "overlay", "-o", options, f"/{place}"]
        subprocess.run(overlay, check=True)
    for empty in ("usr/lib/uketsuke", "var/lib/uketsuke"):
        Path("/", empty).mkdir(exist_ok=True)
    (folder / "opt").mkdir()
    subprocess.run(["mount", "--bind", folder / "opt", "/opt"], check=True)
    subprocess.run(["mount", "--bind", BUNDLES / "uketsuke", "/usr/lib/uketsuke"], check=True)
    subprocess.run(["cp", ROOT / "packaging/debian/uketsuke.sh", COMMAND], check=True)


def prove(machine: Machine) -> Iterator[str]:
    package, updated = "/usr/lib/uketsuke", "/opt/uketsuke/versions/99.0"
    machine.wait_until_it_receives_from(package)
    assert set(machine.status()) == {"current", "trial"}
    yield "without an update the package's own copy runs"
    key = machine.folder / "supplier" / "key.pem"
    bad = machine.supplier.make("99.1", program=HANGS)
    good = make_update.make(BUNDLES, key, machine.folder, named="99.0", goes_on_from="0.1.0")
    assert "Version 99.0 runs." in machine.run("update", "apply", str(good))
    machine.wait_until_it_receives_from(updated)
    assert machine.status()["current"] == "99.0"
    yield "a version of the whole bundle is applied, and receives patients"
    said = machine.run("update", "apply", str(bad), "--limit-s", "8", exit_code=EXIT_FAILED)
    assert "the version before runs again" in said
    machine.wait_until_it_receives_from(updated)
    assert machine.status()["failed"] == "99.1"
    yield "one that gives no sign of life is followed by the one before"
    os.truncate(good, good.stat().st_size // 2)
    assert "was cut" in machine.run("update", "apply", str(good), exit_code=EXIT_CANNOT)
    yield "an archive that was cut is refused"
    machine.run("update", "rollback")
    machine.wait_until_it_receives_from(package)
    yield "uketsuke update rollback goes back to the package's own copy"


def _is_apart() -> bool:
    """In a mount namespace of its own; in the machine's, nothing may be mounted."""
    own, parents = (os.readlink(f"/proc/{pid}/ns/mnt") for pid in (os.getpid(), os.getppid()))
    return own != parents


def main() -> int:
    if not _is_apart():
        subprocess.run([sys.executable, "tools/make_bundle.py", BUNDLES], cwd=ROOT, check=True)
        command = ["unshare", "--mount", sys.executable, "-m", "tests.packages.prove_update"]
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    with tempfile.TemporaryDirectory(prefix="uketsuke-update-") as folder, ExitStack() as stack:
        try:
            for line in prove(Machine(Path(folder), stack)):
                print(f"ok    {line}", flush=True)
        finally:
            stack.close()
            subprocess.run(["umount", "--lazy", Path(folder, "layers")], check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
