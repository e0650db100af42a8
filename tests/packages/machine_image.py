"""A disk with Debian 12 and the kiosk's package on it, as a vendor would make it.

What the proof puts beside that is named in `_prepare`; no kiosk has it.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import cv2

from simulation.camera.scene import Scene
from simulation.demo.world import FACILITY_CODE, World, default_world, prepare
from simulation.people import find_person
from tests.packages.debian_root import LIMIT_S, RELEASE, TPM_LIBRARIES, Root, built, entered

KIOSK_ID = "machine-1"
VIRTUAL_READER = "Virtual PCD"
SERVICE_PORT = 8443
CONSOLE_PORT = 8471
_DISK_SIZE = "6G"

_OF_A_COMPUTER = ("linux-image-amd64", "systemd-sysv")
"""What every installed Debian has, and a root for chroot has not."""
_CAMERA_DRIVER = ("linux-headers-amd64", "v4l2loopback-dkms")
"""Built for that kernel as it is installed."""
_OF_THE_PROOF = ("qemu-guest-agent", "socat", *TPM_LIBRARIES)
CAMERA_FEEDER = "/usr/local/bin/camera-feeder"
BY_FACE = find_person("hanako")
CAMERA_PICTURES = "/var/tmp/camera"
"""In the machine: how that patient stands before the camera."""
_PICTURES = 64
"""Of a sway, there and back."""

_SETTINGS = f"""[facility]
code = "{FACILITY_CODE}"
kiosk_id = "{KIOSK_ID}"
[reader]
name_pattern = "{VIRTUAL_READER}"
[camera]
kind = "none"
[service]
url = "https://localhost:{SERVICE_PORT}"
[sound]
kind = "none"
[times]
patience = 5.0
"""

# The software GL of Mesa crashes cage under emulation.
_DROP_IN = """[Service]
Environment=WLR_RENDERER=pixman
"""

_OUTSIDE = {"SERVICE_PORT": SERVICE_PORT, "CONSOLE_PORT": CONSOLE_PORT}
"""What stands beside the machine, by the variable that tells its port there, and its port here:
their certificates are for localhost, and QEMU's host is 10.0.2.2."""
_SOCKET = """[Socket]
ListenStream=127.0.0.1:{port}
[Install]
WantedBy=sockets.target
"""
_PROXY = """[Service]
ExecStart=/lib/systemd/systemd-socket-proxyd 10.0.2.2:${{{variable}}}
"""
_QUIET = "[Service]\nLogLevelMax=warning\n"
"""The agent notes every question of ours."""
_NETWORK = "[Match]\nName=en*\n[Network]\nDHCP=ipv4\n"

_LEAF = """basicConstraints=critical,CA:FALSE
extendedKeyUsage=clientAuth
authorityKeyIdentifier=keyid
"""


@dataclass(frozen=True)
class Image:
    """In a folder that keeps it between runs, with the demo world whose kiosk it is."""

    folder: Path

    @property
    def disk(self) -> Path:
        return self.folder / "disk.ext4"

    @property
    def kernel(self) -> Path:
        return self.folder / "vmlinuz"

    @property
    def initrd(self) -> Path:
        return self.folder / "initrd.img"

    @property
    def world(self) -> World:
        return World(self.folder / "world")

    @property
    def kernel_line(self) -> str:
        return "root=/dev/vda rw console=tty0 console=ttyS0 mitigations=off"

    def is_current(self) -> bool:
        """The package has not been built anew since."""
        package = built("uketsuke")
        return self.disk.exists() and self.disk.stat().st_mtime > package.stat().st_mtime

    def make(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._make_world()
        with _unpacked(self._debian()) as folder:
            with entered(folder) as root:
                _install(root)
                _provision(root, self.world)
                _prepare(root)
                _put_camera(root, self.world)
                for name, kept in (("vmlinuz", self.kernel), ("initrd.img", self.initrd)):
                    shutil.copy(root.path(name).resolve(), kept)
                root.run("apt-get", "clean")
            draft = self.disk.with_suffix(".new")
            draft.unlink(missing_ok=True)
            make_disk(folder, draft, _DISK_SIZE)
            draft.replace(self.disk)

    def _debian(self) -> Path:
        """Without anything of ours; made once, since a mirror is slow."""
        archive = self.folder / f"{RELEASE}.tar"
        if not archive.exists():
            packages = ",".join((*_OF_A_COMPUTER, *_CAMERA_DRIVER))
            command = ["mmdebstrap", "--quiet", "--variant=important", "--mode=root"]
            draft = archive.with_suffix(".new.tar")
            subprocess.run(
                [*command, f"--include={packages}", RELEASE, draft], check=True, timeout=LIMIT_S
            )
            draft.replace(archive)
        return archive

    def _make_world(self) -> None:
        self.world.root.mkdir(exist_ok=True)
        if not self.world.photos.exists():
            self.world.photos.symlink_to(default_world().photos)
        prepare(self.world)


def make_disk(folder: Path, disk: Path, size: str) -> None:
    """With what lies in `folder`."""
    command: list[str | Path] = ["mkfs.ext4", "-q", "-d", folder, disk, size]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=LIMIT_S)


@contextmanager
def _unpacked(archive: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="uketsuke-machine-") as name:
        subprocess.run(["tar", "-xpf", archive, "-C", name], check=True)
        yield Path(name)


def _install(root: Root) -> None:
    root.install(root.put("uketsuke"))


def _provision(root: Root, world: World) -> None:
    """By the product's commands; the demo service's authority signs."""
    root.path("/etc/uketsuke/conf.d/50-facility.toml").write_text(_SETTINGS, "utf-8")
    root.run("uketsuke", "provision", "request", "--to", "/var/tmp")
    files = root.path("/var/tmp")
    _sign(world, files / "request.pem", files / "kiosk.pem")
    shutil.copy(world.pki / "authority.pem", files / "authority.pem")
    root.run(
        *("uketsuke", "provision", "import", "/var/tmp/kiosk.pem"),
        *("--authority", "/var/tmp/authority.pem"),
    )
    registered = world.pki / "kiosks" / KIOSK_ID
    registered.mkdir(parents=True, exist_ok=True)
    shutil.copy(files / "statement-public.pem", registered / "statement.pem")
    authority = root.path("/etc/uketsuke/pki/card-face-authority.pem")
    shutil.copy(world.cards / "card_face_ca.pem", authority)
    root.run("chown", "uketsuke:uketsuke", "/etc/uketsuke/pki/card-face-authority.pem")


def _sign(world: World, request: Path, to: Path) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".cnf") as extensions:
        extensions.write(_LEAF)
        extensions.flush()
        authority = world.pki / "authority.pem"
        subprocess.run(
            [
                *("openssl", "x509", "-req", "-days", "300", "-extfile", extensions.name),
                *("-CA", authority, "-CAkey", authority.with_suffix(".key")),
                *("-in", request, "-out", to),
            ],
            check=True,
            capture_output=True,
        )


def _prepare(root: Root) -> None:
    """For emulation: a renderer, the way to the service, the virtual reader. The package
    conflicts with that reader's package, so its driver alone is laid in."""
    for path, content in {
        "/etc/systemd/system/uketsuke.service.d/machine.conf": _DROP_IN,
        "/etc/systemd/system/qemu-guest-agent.service.d/quiet.conf": _QUIET,
        "/etc/systemd/network/10-cable.network": _NETWORK,
        "/etc/hostname": "kiosk\n",
        "/etc/hosts": "127.0.0.1 localhost kiosk\n",
        "/etc/fstab": "/dev/vda / ext4 defaults 0 1\n",
    }.items():
        _write(root, path, content)
    for variable, port in _OUTSIDE.items():
        unit = f"/etc/systemd/system/{_proxy(variable)}"
        _write(root, f"{unit}.socket", _SOCKET.format(port=port))
        _write(root, f"{unit}.service", _PROXY.format(variable=variable))
    root.install(*_OF_THE_PROOF)
    sockets = [f"{_proxy(variable)}.socket" for variable in _OUTSIDE]
    root.run("systemctl", "enable", *sockets, "systemd-networkd")
    root.run("sh", "-c", "cd /var/tmp && apt-get download vsmartcard-vpcd")
    root.run("sh", "-c", "dpkg-deb --extract /var/tmp/vsmartcard-vpcd_*.deb /")


def _proxy(variable: str) -> str:
    return variable.lower().replace("_", "-")


def _write(root: Root, path: str, content: str) -> None:
    file = root.path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, "utf-8")


def _put_camera(root: Root, world: World) -> None:
    """What feeds the driver of `_CAMERA_DRIVER`, and what it is fed with."""
    source = Path(__file__).with_name("camera_feeder.c")
    feeder = root.path(CAMERA_FEEDER)
    command: list[str | Path] = ["cc", "-static", "-O2", "-Wall", "-Werror", "-o", feeder, source]
    subprocess.run(command, check=True)
    pictures = root.path(CAMERA_PICTURES)
    pictures.mkdir()
    scene = Scene(BY_FACE.card.live, world.photos)
    for number in range(_PICTURES):
        frame = scene.frame(2 * number, dark=False)
        assert cv2.imwrite(str(pictures / f"{number:03}.jpg"), frame)
