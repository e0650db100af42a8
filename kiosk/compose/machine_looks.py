"""What `uketsuke doctor` looks at in the machine: processor, memory, disk, screen, touch, sound."""

import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

from kiosk.compose.finding import Doubt
from kiosk.config import Sound
from kiosk.confinement.process import missing_here
from kiosk.errors import SetupFault
from kiosk.processor import check_processor
from kiosk.screen.sound import RATE_HZ

DISK_FREE_BYTES = 500 * 2**20
"""Ledger, log and results of a year need less."""

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - The system's own, for memory and no file.
SHARED_MEMORY_BYTES = 64 * 2**20
"""The camera's preview lies there."""

_PROPERTY_DIRECT = 1 << 1
"""INPUT_PROP_DIRECT: touched where it shows, unlike a touch pad."""
_SOUND_LIMIT_S = 5


def processor() -> str:
    check_processor()
    return platform.machine()


def shared_memory() -> str:
    if not SHARED_MEMORY.is_dir():
        raise SetupFault(
            "There is no /dev/shm, where the camera's picture lies for the screen. Mount it: "
            "mount -t tmpfs tmpfs /dev/shm."
        )
    free = shutil.disk_usage(SHARED_MEMORY).free
    if free < SHARED_MEMORY_BYTES:
        raise SetupFault(
            f"{SHARED_MEMORY} has {free // 2**20} MiB free, and the camera's picture needs 64. "
            f"Mount it larger: mount -o remount,size=256M {SHARED_MEMORY}."
        )
    return f"{free // 2**20} MiB free"


def confinement() -> str:
    missing = missing_here()
    if missing:
        return Doubt(
            f"this kernel has no {' and no '.join(missing)}: code that a card or a picture "
            "smuggles into a session could reach more. Use Linux 5.13 or newer, and switch both on."
        )
    return "what reads cards and pictures is shut in by the kernel"


def disk(folder: Path) -> str:
    free = shutil.disk_usage(folder).free
    if free < DISK_FREE_BYTES:
        return Doubt(f"{free // 2**20} MiB are free for {folder}. Make room on that disk.")
    return f"{free // 2**20} MiB free"


def display(connectors: Path = Path("/sys/class/drm")) -> str:
    connected = []
    for status in sorted(connectors.glob("card*-*/status")):
        if status.read_text("ascii").strip() == "connected":
            modes = (status.parent / "modes").read_text("ascii").split()
            name = status.parent.name.partition("-")[2]
            connected.append(f"{name} {modes[0]}" if modes else name)
    if not connected:
        return Doubt("no monitor is connected. Plug one in and switch it on.")
    return ", ".join(connected)


def touch(devices: Path = Path("/proc/bus/input/devices")) -> str:
    panels = []
    for device in devices.read_text("utf-8", "replace").split("\n\n"):
        lines = device.splitlines()
        properties = [line.partition("PROP=")[2] for line in lines if "PROP=" in line]
        names = [line.partition("Name=")[2].strip('"') for line in lines if "Name=" in line]
        if properties and names and int(properties[0], 16) & _PROPERTY_DIRECT:
            panels.append(names[0])
    if not panels:
        return Doubt("no touch panel is there. Plug in its USB cable.")
    return ", ".join(panels)


def sound(settings: Sound) -> str:
    """A tenth of a second of silence goes through it."""
    silence = bytes(RATE_HZ // 10 * 2)
    command = [
        "aplay",
        "-q",
        "-D",
        settings.device,
        "-t",
        "raw",
        "-f",
        "S16_LE",
        "-r",
        str(RATE_HZ),
    ]
    try:
        done = subprocess.run(
            command, input=silence, capture_output=True, timeout=_SOUND_LIMIT_S, check=False
        )
    except FileNotFoundError:
        raise SetupFault(
            "aplay is not installed, which plays the guidance. apt-get install alsa-utils."
        ) from None
    except subprocess.TimeoutExpired:
        raise SetupFault(
            f'The sound device "{settings.device}" takes no sound. Choose another one that '
            "`aplay -L` lists, for sound.device."
        ) from None
    if done.returncode != 0:
        raise SetupFault(
            f'The sound device "{settings.device}" cannot be used. Choose one that `aplay -L` '
            'lists, for sound.device, or sound.kind = "none" for a silent kiosk.'
        )
    return settings.device


def results(folder: Path) -> str:
    """What a result does there: written, flushed, published under another name by one rename."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=".uketsuke-doctor-") as inside:
        draft, published = Path(inside, "draft"), Path(inside, "published")
        draft.write_bytes(b"x")
        try:
            draft.rename(published)
        except OSError:
            return Doubt(
                f"{folder} can be written, but files in it cannot be renamed: results are copied "
                "into it, and a receipt computer may see half of one."
            )
    return f"{folder} can be written, and a file in it be renamed"
