"""Delivery under chaos: `python -m tests.faults.prove_delivery [receptions] [seed]`.

While patients are received, everything beyond the kiosk goes wrong, mostly at once: the service
and what lies between answer rubbish or nothing, the receipt computer's share is unmounted, hangs,
is full and refuses what a disk can do, the clock jumps by up to three years, and the delivery
process is killed. The receipt computer takes some of its results away. Then all is well again.

What must hold in the end: each reception is at the service once and was in the folder once, and
those of one patient came to both in their order.
"""

import contextlib
import errno
import json
import os
import random
import secrets
import shutil
import signal
import socket
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import consent.ledger
import kiosk.delivery.results
from consent.anchor import SqliteLedgerAnchor
from consent.keys import KeyFile
from consent.ledger import SqliteConsentLedger
from consent.outbox import SqliteOutbox, waiting
from kiosk import child_process, log
from kiosk.delivery.conclusion import Conclusion
from kiosk.delivery.process import DeliveryParts
from kiosk.delivery.supervisor import DeliverySupervisor
from kiosk.session.effects import DeliverResult
from qualification.client import ClientConfig, HttpsQualificationService
from qualification.https import Timeouts
from qualification.oqs import xml
from qualification.result_folder import ResultFolder
from simulation.service.control import Scenario
from simulation.service.process import ServiceProcess
from tests.rights import ALL
from tests.unit.qualification.rogue import http, read_request
from tests.unit.qualification.world import (
    EVERYTHING,
    FACILITY,
    World,
    authenticate,
    connected,
    make_world,
)

PATIENTS = 40
CHAOS_EVERY_S = (0.1, 0.8)
A_PATIENT_EVERY_S = (0.0, 0.4)
SETTLES_WITHIN_S = 300.0
TIMEOUTS = Timeouts(connect_ms=1_000, read_ms=1_000, deadline_ms=2_000)
YEARS = timedelta(days=3 * 365)

SERVICE_TROUBLE = (
    Scenario.DOWN,
    Scenario.DROP_HANDSHAKE,
    Scenario.DROP_ANSWER,
    Scenario.DROP_HEADERS,
    Scenario.DROP_BODY,
    Scenario.ERROR_500,
    Scenario.UNAVAILABLE_503,
    Scenario.GARBAGE,
    Scenario.WRONG_SCHEMA,
    Scenario.TRUNCATED_XML,
)
PAGE = b"<html>Please log in</html>"
RUBBISH = (
    http(PAGE, "200 OK"),
    http(PAGE, "302 Found", "Location: https://portal.invalid/"),
    http(PAGE, "403 Forbidden"),
    http(PAGE, "404 Not Found"),
    http(PAGE, "407 Proxy Authentication Required"),
    http(b'{"message": "no"}', "400 Bad Request"),
    b"\x00\x01 no http at all\r\n\r\n",
)
SHARE_REFUSALS = {
    "fsync": (errno.EINVAL, errno.ENOTSUP, errno.EPERM),
    "link": (errno.EPERM, errno.ENOSYS),
    "replace": (errno.EXDEV, errno.EPERM, errno.ETIMEDOUT, errno.EIO),
    "open": (errno.EACCES, errno.ESTALE, errno.ENOSPC),
    "mkdir": (errno.EPERM,),
}


class Weather:
    """What goes wrong now, in a file: several processes look at it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def set(self, **values: object) -> None:
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps(self.now() | values))
        draft.replace(self._path)

    def now(self) -> dict[str, Any]:
        try:
            return dict(json.loads(self._path.read_text()))
        except FileNotFoundError:
            return {}

    def clock(self) -> type[datetime]:
        """The kiosk's clock, as wrong as it is now."""
        weather = self

        class Clock(datetime):
            @classmethod
            def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
                return datetime.now(tz) + timedelta(seconds=weather.now().get("ahead_s", 0))

        return Clock


def delivery_parts(folder: Path, config: ClientConfig) -> DeliveryParts:
    """Called in the delivery process: its clock and its calls on the share are the weather's."""
    log.configure(folder / "kiosk.log")
    weather = Weather(folder / "weather.json")
    kiosk.delivery.results.datetime = weather.clock()  # type: ignore[attr-defined]
    for call in SHARE_REFUSALS:
        setattr(os, call, _at_the_mercy_of(weather, call, getattr(os, call), folder / "share"))
    return DeliveryParts(
        rights=ALL,
        open_outbox=lambda: _outbox(folder),
        open_service=lambda: HttpsQualificationService(config),
        results=ResultFolder(folder / "share", FACILITY, folder / "mount.json"),
        anchor=SqliteLedgerAnchor(folder / "consent.sqlite", KeyFile(folder / "consent.key")),
        check_every_s=1.0,
    )


def _at_the_mercy_of(
    weather: Weather, call: str, real: Callable[..., Any], share: Path
) -> Callable[..., Any]:
    def called(first: Any, *arguments: Any, **options: Any) -> Any:
        path = os.readlink(f"/proc/self/fd/{first}") if isinstance(first, int) else os.fspath(first)
        if not str(path).startswith(str(share)):
            return real(first, *arguments, **options)
        while weather.now().get("hangs"):
            time.sleep(0.05)
        code = weather.now().get("refuses", {}).get(call)
        if code is None:
            return real(first, *arguments, **options)
        if code in (errno.ETIMEDOUT, errno.EIO) and call == "replace":
            real(first, *arguments, **options)  # Done, and the share's answer is lost.
        raise OSError(code, os.strerror(code), str(path))

    return called


def _outbox(folder: Path) -> SqliteOutbox:
    return SqliteOutbox(folder / "consent.sqlite", KeyFile(folder / "consent.key"))


class Share:
    """Of the receipt computer, on a file system of its own where this user may mount."""

    def __init__(self, folder: Path) -> None:
        self.path, self._disk = folder / "share", folder / "disk"
        self.path.mkdir()
        self._disk.mkdir()
        self.mounts = self._try("mount", "-t", "tmpfs", "-o", "size=4m", "disk", self._disk)
        self.there = self._disk if self.mounts else self.path
        """Where the receipt computer itself sees it, mounted or not."""
        self.mount()

    def mount(self) -> None:
        if self.mounts and not os.path.ismount(self.path):
            self._try("mount", "--bind", self._disk, self.path)

    def unmount(self) -> bool:
        return self.mounts and self._try("umount", self.path)

    def fill(self) -> None:
        with contextlib.suppress(OSError), (self.there / "filler").open("wb") as filler:
            while self.mounts:
                filler.write(bytes(65536))

    def free(self) -> None:
        (self.there / "filler").unlink(missing_ok=True)

    def remove(self) -> None:
        while os.path.ismount(self.path) and self._try("umount", "-l", self.path):
            pass
        self._try("umount", "-l", self._disk)

    def _try(self, *command: object) -> bool:
        done = subprocess.run(
            [str(part) for part in command], capture_output=True, check=False, timeout=20
        )
        return done.returncode == 0


class ReceiptComputer:
    """Notes each result when it has appeared whole, and takes about half of them away."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.arrived: list[tuple[int, str]] = []
        """When it was staged, by the share, and which session it is of."""
        self._folder = folder
        self._chance = chance
        self._seen: set[str] = set()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._over.set()
        self._thread.join()
        self._look()

    def _run(self) -> None:
        while not self._over.wait(0.05):
            self._look()

    def _look(self) -> None:
        here = {path.name: path for path in self._folder.glob("OQS*.xml")}
        for name in sorted(here.keys() - self._seen):
            path = here[name]
            try:
                of = xml.parse(path.read_bytes()).message_header.arbitrary_file_identifier
            except Exception:
                continue
            self.arrived.append((path.stat().st_mtime_ns, str(of)))
            if self._chance.random() < 0.5:
                path.unlink()
            else:
                self._seen.add(name)
        self._seen &= here.keys()  # What was taken and comes again is counted again.


@contextmanager
def whatever_lies_between(world: World, service_port: int, weather: Weather) -> Iterator[int]:
    """Passes connections on to the service, or answers itself, with rubbish."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(world.pki.server_certificate, world.pki.server_key)

    def answer(raw: socket.socket, rubbish: int) -> None:
        with contextlib.suppress(OSError), raw:
            raw.settimeout(5)
            with context.wrap_socket(raw, server_side=True) as connection:
                read_request(connection)
                connection.sendall(RUBBISH[rubbish])

    def pump(source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def serve(listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                raw, _ = listener.accept()
                rubbish = weather.now().get("rubbish")
                if rubbish is not None:
                    threading.Thread(target=answer, args=(raw, rubbish), daemon=True).start()
                    continue
                try:
                    on = socket.create_connection(("127.0.0.1", service_port))
                except OSError:
                    raw.close()
                    continue
                for ends in ((raw, on), (on, raw)):
                    threading.Thread(target=pump, args=ends, daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, args=(listener,), daemon=True).start()
        try:
            yield listener.getsockname()[1]
        finally:
            listener.shutdown(socket.SHUT_RDWR)


class Chaos:
    def __init__(self, world: World, share: Share, weather: Weather, chance: random.Random) -> None:
        self.count: Counter[str] = Counter()
        self._world, self._share, self._weather, self._chance = world, share, weather, chance
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """All is well again."""
        self._over.set()
        self._thread.join()
        self._calm()
        self._weather.set(ahead_s=0)

    def _run(self) -> None:
        turns = (
            self._service, self._between, self._mount, self._hang, self._refuse, self._fill,
            self._clock, self._kill, self._calm, self._calm, self._calm,
        )  # fmt: skip
        while not self._over.wait(self._chance.uniform(*CHAOS_EVERY_S)):
            self._chance.choice(turns)()

    def _calm(self) -> None:
        """So that some come through, and what comes next meets them on their way."""
        self._world.handler.ok()
        self._share.free()
        self._share.mount()
        self._weather.set(hangs=False, refuses={}, rubbish=None)

    def _toggled(self, what: str, *, wrong: bool) -> bool:
        self.count[what] += wrong
        return wrong

    def _service(self) -> None:
        if self._toggled("service in trouble", wrong=self._chance.random() < 0.6):
            self._world.handler.play(self._chance.choice(SERVICE_TROUBLE))
        else:
            self._world.handler.ok()

    def _between(self) -> None:
        wrong = self._toggled("rubbish from between", wrong=self._chance.random() < 0.5)
        self._weather.set(rubbish=self._chance.randrange(len(RUBBISH)) if wrong else None)

    def _mount(self) -> None:
        if self._chance.random() < 0.5 and self._share.unmount():
            self.count["share unmounted"] += 1
        else:
            self._share.mount()

    def _hang(self) -> None:
        wrong = self._toggled("share hangs", wrong=self._chance.random() < 0.4)
        self._weather.set(hangs=wrong)

    def _refuse(self) -> None:
        call = self._chance.choice(list(SHARE_REFUSALS))
        if self._toggled("share refuses", wrong=self._chance.random() < 0.6):
            self._weather.set(refuses={call: self._chance.choice(SHARE_REFUSALS[call])})
        else:
            self._weather.set(refuses={})

    def _fill(self) -> None:
        if self._toggled("share full", wrong=self._chance.random() < 0.4):
            self._share.fill()
        else:
            self._share.free()

    def _clock(self) -> None:
        self.count["clock jumps"] += 1
        ahead = self._chance.uniform(-1, 1) * YEARS
        self._weather.set(ahead_s=ahead.total_seconds())

    def _kill(self) -> None:
        for process in active_children():
            if process.name == "delivery" and process.pid is not None:
                self.count["kills"] += 1
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGKILL)


def prove(folder: Path, receptions: int, seed: int) -> list[str]:
    """Problems found; prints the figures."""
    chance = random.Random(seed)
    world, weather = make_world(folder), Weather(folder / "weather.json")
    consent.ledger.datetime = weather.clock()  # type: ignore[attr-defined]
    share = Share(folder)
    # Otherwise most of the chaos would pass while another delivery process is being started.
    child_process.PRELOAD[:] = ["kiosk.delivery.process", "tests.unit.qualification.world"]
    patient_of: dict[str, int] = {}
    with contextlib.ExitStack() as stack:
        stack.callback(share.remove)
        service = stack.enter_context(ServiceProcess(world.service_config, folder / "service.log"))
        port = stack.enter_context(whatever_lies_between(world, service.port, weather))
        sessions = _sessions(world, service.url, receptions)
        computer = ReceiptComputer(share.there, chance)
        config = ClientConfig(
            **(vars(world.client_config(f"https://127.0.0.1:{port}")) | {"timeouts": TIMEOUTS})
        )
        delivery = _working(folder, config)
        stack.callback(delivery.close)
        keys = KeyFile(folder / "consent.key")
        with closing(SqliteConsentLedger(folder / "consent.sqlite", keys)) as ledger:
            started_s = time.monotonic()
            chaos = Chaos(world, share, weather, chance)
            for number, session in enumerate(sessions):
                patient_of[session] = chance.randrange(PATIENTS)
                key = secrets.token_hex(8)
                message = Conclusion(session, EVERYTHING, f"patient {patient_of[session]}")
                ledger.post(key, message.to_bytes())
                delivery.deliver(DeliverResult(key, number))
                time.sleep(chance.uniform(*A_PATIENT_EVERY_S))
            left = len(waiting(folder / "consent.sqlite"))
            chaos_s = time.monotonic() - started_s
            chaos.end()
        settle_s = _settled_after_s(folder)
        computer.close()
        unsent = len(waiting(folder / "consent.sqlite"))
    reported = _reported(world)
    delivered = [session for _, session in sorted(computer.arrived)]
    print(f"{receptions} receptions of {PATIENTS} patients in {chaos_s:.0f} s of chaos: ", end="")
    print(", ".join(f"{count} × {what}" for what, count in sorted(chaos.count.items())))
    print(f"{receptions - left} came through meanwhile, ", end="")
    print(f"all but {unsent} within {settle_s:.0f} s afterwards")
    print(f"{len(reported)} at the service, {len(delivered)} in the folder")
    return [
        *_compared("the service", list(patient_of), reported, patient_of),
        *_compared("the folder", list(patient_of), delivered, patient_of),
    ]


def _working(folder: Path, config: ClientConfig) -> DeliverySupervisor:
    works = threading.Event()
    delivery = DeliverySupervisor(partial(delivery_parts, folder, config), lambda _: works.set())
    delivery.open()
    works.wait()
    return delivery


def _settled_after_s(folder: Path) -> float:
    started_s = time.monotonic()
    while waiting(folder / "consent.sqlite"):
        if time.monotonic() - started_s > SETTLES_WITHIN_S:
            break
        time.sleep(0.2)
    return time.monotonic() - started_s


def _sessions(world: World, url: str, count: int) -> list[str]:
    """Of patients who have proven who they are."""
    with connected(world.client_config(url)) as client:
        return [authenticate(client, world.cards["hanako"]).session_id for _ in range(count)]


def _reported(world: World) -> list[str]:
    path = world.service_config.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT session_id FROM consent ORDER BY rowid")
        return [row[0] for row in rows]


def _compared(
    where: str, wanted: list[str], found: list[str], patient_of: dict[str, int]
) -> Iterator[str]:
    counted = Counter(found)
    if missing := sum(session not in counted for session in wanted):
        yield f"{missing} are not in {where}"
    if twice := sum(count > 1 for count in counted.values()):
        yield f"{twice} are more than once in {where}"
    if strange := len(counted.keys() - set(wanted)):
        yield f"{strange} in {where} are nobody's"
    for patient in range(PATIENTS):
        in_order = [session for session in wanted if patient_of[session] == patient]
        if [s for s in found if patient_of.get(s) == patient] != in_order:
            yield f"patient {patient}'s are not in their order in {where}"


def main() -> int:
    receptions = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    print(f"seed {seed}")
    log.configure(Path(os.devnull))
    folder = Path(tempfile.mkdtemp(prefix="uketsuke-delivery-"))
    try:
        problems = prove(folder, receptions, seed)
        if problems and "KEEP" in os.environ:
            print(f"logs are in {folder}")
            return 1
    finally:
        if "KEEP" not in os.environ:
            shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(problems) or "each is at the service once and was in the folder once, in order")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
