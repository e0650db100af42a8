"""A pcscd of our own, with a virtual reader, that nothing else on the machine sees.

It runs in a mount namespace whose /run is a folder of ours, because pcscd's socket path is
compiled in; clients find the socket through PCSCLITE_CSOCK_NAME. Needs root or user namespaces,
and the Debian packages pcscd and vsmartcard-vpcd.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import ReaderUnavailable
from reader.port import ReaderProblem

_DRIVER = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
_FRIENDLY_NAME = b"Uketsuke Virtual"
_START_LIMIT_MS = 120_000
_POLL_MS = 5

# The daemon in the place of this shell, and a watcher beside it: when our end of its input closes,
# however we end, the daemon ends too.
_START = """
mount --bind "$1" /run || exit
exec 3<&0
{ cat <&3 >/dev/null; kill $$; } &
exec pcscd --foreground --config "$2" </dev/null 3<&-
"""

_FIRST_PORT, _PORT_PAIRS = 20_000, 6000


def why_unavailable() -> str | None:
    """None when a `PrivatePcscd` can run here; else the reason and the remedy."""
    if shutil.which("pcscd", path=_PATH) is None:
        return "pcscd is not installed (apt-get install pcscd)"
    if not _DRIVER.exists():
        return "the virtual reader is not installed (apt-get install vsmartcard-vpcd)"
    if shutil.which("unshare", path=_PATH) is None:
        return "unshare is not installed (apt-get install util-linux)"
    if subprocess.run([*_unshare(), "true"], capture_output=True, check=False).returncode:
        return "mount namespaces are not permitted here (run as root)"
    return None


_PATH = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"


def _unshare() -> list[str]:
    return (
        ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    )


class PrivatePcscd:
    """Started on entry, gone on exit. `stop` and `start` are the daemon crashing and returning.

    vpcd listens on every interface of the machine: whoever reaches the port can put in a virtual
    card. Nothing else is exposed.
    """

    def __init__(self, friendly_name: bytes = _FRIENDLY_NAME) -> None:
        self._friendly_name = friendly_name
        self._folder = Path(tempfile.mkdtemp(prefix="uketsuke-pcscd-"))
        self._run = self._folder / "run"
        self._socket = self._run / "pcscd" / "pcscd.comm"
        self._process: subprocess.Popen[bytes] | None = None
        self.vpcd_port = _free_port_pair()
        config = self._folder / "reader.conf.d"
        config.mkdir()
        self._config = config
        self._write_reader("vpcd", friendly_name, self.vpcd_port)

    @property
    def reader_name(self) -> str:
        return f"{self._friendly_name.decode('ascii')} 00 00"

    @property
    def environment(self) -> dict[str, str]:
        """What a client process must find in its environment."""
        return {"PCSCLITE_CSOCK_NAME": str(self._socket)}

    def add_reader(self, friendly_name: bytes) -> None:
        """One more from the next start on. vpcd serves the cards of one reader only."""
        port = _free_port_pair()
        self._write_reader(f"vpcd-{port}", friendly_name, port)

    def _write_reader(self, file: str, friendly_name: bytes, port: int) -> None:
        (self._config / file).write_bytes(
            b'FRIENDLYNAME "%s"\n' % friendly_name
            + f"DEVICENAME /dev/null:0x{port:04X}\n".encode()
            + f"LIBPATH {_DRIVER}\nCHANNELID 0x{port:04X}\n".encode()
        )

    def __enter__(self) -> "PrivatePcscd":
        try:
            self.start()
        except BaseException:
            self._remove_folder()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._remove_folder()

    def start(self) -> None:
        """Returns when clients get through. Raises `ReaderUnavailable(NO_SERVICE)`."""
        if self._process is not None:
            return
        shutil.rmtree(self._run, ignore_errors=True)
        (self._run / "pcscd").mkdir(parents=True)
        self._process = subprocess.Popen(
            [*_unshare(), "sh", "-c", _START, "sh", str(self._run), str(self._config)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PATH": _PATH},
            start_new_session=True,
        )
        deadline = time.monotonic() + _START_LIMIT_MS / 1000
        while not (_accepts(self._socket) and _listens(self.vpcd_port)):
            if time.monotonic() > deadline or self._process.poll() is not None:
                self.stop()
                raise ReaderUnavailable(ReaderProblem.NO_SERVICE)
            time.sleep(_POLL_MS / 1000)

    def stop(self) -> None:
        """End the daemon; its reader is gone with it."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None  # noqa: S101 - Opened by `start`.
        process.stdin.close()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def restart(self) -> None:
        self.stop()
        self.start()

    @contextmanager
    def hung(self) -> Iterator[None]:
        """The daemon neither answers nor ends."""
        assert self._process is not None  # noqa: S101 - One that was stopped does not hang.
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def _remove_folder(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def _accepts(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(str(path)) == 0


def _listens(port: int) -> bool:
    """Whether the virtual reader is up, told without connecting: that would put a card in."""
    wanted = f":{port:04X}"
    table = Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]
    return any(
        local.endswith(wanted) and state == "0A"
        for _, local, _, state, *_ in (line.split() for line in table)
    )


def _free_port_pair() -> int:
    """A port that is free together with its successor: vpcd has two slots.

    Below those that the system gives to outgoing connections: one of these could take it before
    the daemon is there, or while it restarts.
    """
    while True:
        port = _FIRST_PORT + 2 * secrets.randbelow(_PORT_PAIRS)
        with socket.socket() as first, socket.socket() as second:
            try:
                first.bind(("", port))
                second.bind(("", port + 1))
            except OSError:
                continue
            return port
