"""A computer in QEMU: switched on and off, looked at, touched, and asked from inside.

Emulated instruction by instruction (TCG), without KVM. Its clocks run by the instructions: each
takes a nanosecond (`-icount`), so that inside it is a slow PC with one core, and no limit of time
that holds there is passed because the host is slow or busy. Outside, a second of it takes some
three. Its time of day falls behind meanwhile, and is set from here, as a time server would.

What happens inside is asked of QEMU's guest agent; the rest goes over QEMU's own protocol (QMP).
"""

import base64
import json
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.packages.machine_image import Image
from tests.waiting import eventually

SIZE_PX = (1080, 1920)
DISK = "disk.qcow2"
"""In a machine's folder."""
LIMIT_S = 1800.0
"""For whatever a step waits for, on a host that is busy with other things."""

_ANSWER_S = 120.0
_LOOK_EVERY_S = 1.0
"""Each look costs the emulated machine computing that it needs for itself."""
_ABSOLUTE_END = 0x7FFF
"""Where QEMU's absolute axes end, whatever the screen."""
_PROGRAM = "qemu-system-x86_64"


@dataclass(frozen=True)
class Hardware:
    """What is different from a healthy machine, in QEMU's words."""

    processor: str = "max"
    clock: str = "utc"
    disks: tuple[Path, ...] = ()
    """More of them, read-only."""
    tpm: bool = False
    """A TPM 2.0, with what it has sealed before (swtpm)."""


@dataclass(frozen=True)
class Ran:
    """A command inside, that has ended."""

    exit_code: int
    output: str


class Machine:
    """Switched on for as long as the context lasts; its disk keeps what was written."""

    def __init__(
        self, image: Image, folder: Path, *, outside: Mapping[str, int], hardware: Hardware
    ) -> None:
        """`folder` is of this machine: its disk lies there, above the image's, and its console.

        `outside`: ports of this host that the machine is told of, by the name of a variable.
        """
        self.console = folder / "console.log"
        self.vpcd_port = _free_port()
        sockets = {name: folder / f"{name}.sock" for name in ("qmp", "agent")}
        for path in sockets.values():
            path.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [
                *("setpriv", "--pdeathsig", "KILL"),  # However we end.
                *(_PROGRAM, "-accel", "tcg,thread=single", "-cpu", hardware.processor),
                *("-icount", "shift=0,sleep=on"),
                *("-smp", "1", "-m", "3072", "-nodefaults", "-display", "none"),
                *("-device", "virtio-gpu-pci,xres={},yres={}".format(*SIZE_PX)),
                *("-device", "qemu-xhci", "-device", "usb-tablet", "-device", "virtio-rng-pci"),
                *("-rtc", f"base={hardware.clock}"),
                *_disks(_disk_above(image, folder), hardware.disks),
                *("-netdev", f"user,id=net,hostfwd=tcp:127.0.0.1:{self.vpcd_port}-:35963"),
                *("-device", "virtio-net-pci,netdev=net,id=cable"),
                *("-serial", f"file:{self.console}"),
                *("-qmp", f"unix:{sockets['qmp']},server=on,wait=off"),
                *("-chardev", f"socket,id=agent,path={sockets['agent']},server=on,wait=off"),
                *("-device", "virtio-serial"),
                *("-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0"),
                *("-kernel", image.kernel, "-initrd", image.initrd),
                *("-append", f"{image.kernel_line} {_told(outside)}"),
                *(_tpm(folder) if hardware.tpm else ()),
            ],
            stdin=subprocess.DEVNULL,
        )
        try:
            self._monitor = _Monitor(_connected(sockets["qmp"]))
            self._agent = _Agent(_connected(sockets["agent"]))
        except BaseException:
            self.cut_power()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: object, _where: TracebackType | None
    ) -> None:
        self.cut_power()

    def cut_power(self) -> None:
        """At once: what lies in the machine's memory is lost."""
        self._process.kill()
        self._process.wait()

    def shut_down(self) -> None:
        """As somebody does who presses the button."""
        self._monitor.ask("system_powerdown")
        self._process.wait(LIMIT_S)

    def plug_cable(self, *, is_in: bool) -> None:
        """That of the network."""
        self._monitor.ask("set_link", name="cable", up=is_in)

    def plug(self, device: str, name: str) -> None:
        """Put a USB device of QEMU's in; `name` takes it out."""
        self._monitor.ask("device_add", driver=device, id=name)

    def unplug(self, name: str) -> None:
        self._monitor.ask("device_del", id=name)

    def picture(self) -> NDArray[np.uint8]:
        """What the screen shows: BGR, height × width × 3."""
        file = self.console.with_name("screen.ppm")
        self._monitor.ask("screendump", filename=str(file))
        picture = cv2.imread(str(file))
        assert picture is not None
        return np.asarray(picture, np.uint8)

    def still_picture(self) -> NDArray[np.uint8]:
        """Once two, one after the other, are the same."""
        last = [self.picture()]

        def is_still() -> bool:
            time.sleep(_LOOK_EVERY_S)
            last.append(self.picture())
            return np.array_equal(last[-1], last.pop(0))

        assert eventually(is_still, LIMIT_S), "the picture never stands still"
        return last[0]

    def touch(self, x_px: int, y_px: int) -> None:
        """Press and release there."""
        for events in (
            [_axis("x", x_px, SIZE_PX[0]), _axis("y", y_px, SIZE_PX[1])],
            [_button(is_down=True)],
            [_button(is_down=False)],
        ):
            self._monitor.ask("input-send-event", events=events)

    def set_clock(self) -> None:
        """By this host's."""
        self.do(f"date --set=@{time.time():.3f}")

    def run(self, command: str) -> Ran:
        """By the shell, as root."""
        return self._agent.run(command)

    def do(self, command: str) -> str:
        """What must succeed; returns what it prints."""
        ran = self.run(command)
        assert ran.exit_code == 0, f"{command}: {ran.exit_code} {ran.output[-3000:]}"
        return ran.output

    def wait_until_it_answers(self) -> None:
        assert eventually(self._agent.answers, LIMIT_S), f"it does not start; see {self.console}"

    def wait_for(self, what: str, holds: Callable[[], bool], within_s: float = LIMIT_S) -> None:
        def holds_now() -> bool:
            assert self._process.poll() is None, f"the machine is off; see {self.console}"
            time.sleep(_LOOK_EVERY_S)
            return holds()

        assert eventually(holds_now, within_s), f"waited in vain for {what}"


class _Lines:
    """JSON, an object a line, over a socket."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._file = connection.makefile("rb")

    def send(self, **message: object) -> None:
        self._connection.sendall(json.dumps(message).encode() + b"\n")

    def receive(self) -> dict[str, Any]:
        line = self._file.readline()
        if not line:
            raise ConnectionResetError
        received: dict[str, Any] = json.loads(line.lstrip(b"\xff"))
        return received


class _Monitor:
    """QMP."""

    def __init__(self, connection: socket.socket) -> None:
        connection.settimeout(_ANSWER_S)
        self._lines = _Lines(connection)
        self._lines.receive()  # A greeting.
        self.ask("qmp_capabilities")

    def ask(self, what: str, **arguments: object) -> object:
        self._lines.send(execute=what, arguments=arguments)
        while "event" in (answer := self._lines.receive()):
            pass
        assert "return" in answer, f"{what}: {answer}"
        return answer["return"]


class _Agent:
    """QEMU's guest agent; what was asked before it runs is answered later, or never."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._lines = _Lines(connection)
        self._asked = 0

    def answers(self) -> bool:
        """Whether it does by now, to a question of now."""
        self._asked += 1
        self._connection.settimeout(5)
        self._lines = _Lines(self._connection)  # A file does not outlive a time-out.
        self._lines.send(execute="guest-sync", arguments={"id": self._asked})
        with suppress(TimeoutError):
            while self._lines.receive().get("return") != self._asked:
                pass
            return True
        return False

    def run(self, command: str) -> Ran:
        self._connection.settimeout(_ANSWER_S)
        started = self._ask(
            "guest-exec",
            {"path": "/bin/sh", "arg": ["-c", f"{command} 2>&1"], "capture-output": True},
        )
        deadline = time.monotonic() + LIMIT_S
        while not (status := self._ask("guest-exec-status", {"pid": started["pid"]}))["exited"]:
            assert time.monotonic() < deadline, f"does not end: {command}"
            time.sleep(_LOOK_EVERY_S)
        output = base64.b64decode(status.get("out-data", "")).decode(errors="replace")
        return Ran(status.get("exitcode", -status.get("signal", 0)), output)

    def _ask(self, what: str, arguments: dict[str, object]) -> dict[str, Any]:
        self._lines.send(execute=what, arguments=arguments)
        answer = self._lines.receive()
        assert "return" in answer, f"{what}: {answer}"
        returned: dict[str, Any] = answer["return"]
        return returned


def _axis(name: str, at_px: int, size_px: int) -> dict[str, object]:
    value = round((at_px + 0.5) * _ABSOLUTE_END / size_px)
    return {"type": "abs", "data": {"axis": name, "value": value}}


def _button(*, is_down: bool) -> dict[str, object]:
    return {"type": "btn", "data": {"button": "left", "down": is_down}}


def _disk_above(image: Image, folder: Path) -> Path:
    """It keeps what this machine writes; the image stays as it is."""
    disk = folder / DISK
    if not disk.exists():
        subprocess.run(
            ["qemu-img", "create", "-q", "-f", "qcow2", "-b", image.disk, "-F", "raw", disk],
            check=True,
        )
    return disk


def _disks(own: Path, more: Sequence[Path]) -> list[str]:
    options = ["-drive", f"file={own},if=virtio,format=qcow2"]
    for disk in more:
        options += ["-drive", f"file={disk},if=virtio,format=raw,readonly=on"]
    return options


def _told(variables: Mapping[str, int]) -> str:
    """For systemd, on the kernel's line."""
    return " ".join(f"systemd.setenv={name}={value}" for name, value in variables.items())


def _tpm(folder: Path) -> list[str]:
    """It ends with the machine."""
    state, control = folder / "tpm", folder / "tpm.sock"
    state.mkdir(exist_ok=True)
    control.unlink(missing_ok=True)
    options = ["--tpmstate", f"dir={state}", "--ctrl", f"type=unixio,path={control}"]
    command = ["swtpm", "socket", "--tpm2", "--daemon", "--terminate", *options]
    subprocess.run(command, check=True)
    return [
        *("-chardev", f"socket,id=tpm,path={control}"),
        *("-tpmdev", "emulator,id=tpm0,chardev=tpm", "-device", "tpm-crb,tpmdev=tpm0"),
    ]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _connected(path: Path) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX)

    def connects() -> bool:
        with suppress(FileNotFoundError, ConnectionRefusedError):
            connection.connect(str(path))
            return True
        return False

    assert eventually(connects), f"{_PROGRAM} does not start"
    return connection
