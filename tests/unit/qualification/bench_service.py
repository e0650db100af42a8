"""`make bench NAME=service`: sessions of 100 kiosks against the service, with 100,000 persons.

A session is what one patient causes: a TLS connection with the kiosk's certificate, challenge,
authentication by PIN (the card signs anew), qualification, conclusion. Throughput is measured
with all kiosks busy all the time, times with sessions arriving at random, 20 in a second. Load
and server share the machine. Then with more persons, more kiosks and more processes: what each
costs, of which docs/scale.md makes a model.
"""

import argparse
import asyncio
import base64
import contextlib
import json
import os
import random
import secrets
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from common.decisions import Decision, Given, to_list
from simulation.service.config import ServiceConfig
from simulation.service.crowd import Crowd, CrowdCard
from simulation.service.pki import make_pki
from simulation.service.process import ServiceProcess
from simulation.service.revocation import RevocationWay
from simulation.service.several import several_processes
from simulation.service.store import Store
from tests.bench.figure import Figure, keep
from tests.unit.kiosk.real_kiosk import children_of
from tests.unit.qualification import postgres
from tests.unit.qualification.cards import store_authorities

PERSONS = 100_000
OTHER_PERSONS = (1_000, 1_000_000)
"""Beside the usual number."""
KIOSKS = 100
AT_ONCE = (10, 30, 250)
"""How many kiosks have a patient at the same time, beside the usual number.

All have one address here, of which the service takes 256 connections.
"""
CARDS = 400
ARRIVALS_PER_S = 20.0
WARM_UP_SESSIONS = 60
LIMITED_BY = (
    "Python on one core for each process. The limit beside it answers nothing, over the same TLS "
    "and with the same two RSA operations; what is left of the ratio is four calls' worth of "
    "checks, XML and SQL. The load comes from the same cores."
)


@dataclass
class Tally:
    session_ms: list[float] = field(default_factory=list)
    call_ms: list[float] = field(default_factory=list)
    errors: int = 0
    duration_s: float = 0.0
    server_cpu_s: float = 0.0
    database_cpu_s: float = 0.0

    @property
    def per_s(self) -> float:
        return len(self.session_ms) / self.duration_s

    @property
    def server_cpu_ms(self) -> float:
        return self.server_cpu_s * 1000 / max(1, len(self.session_ms))

    @property
    def database_cpu_ms(self) -> float:
        return self.database_cpu_s * 1000 / max(1, len(self.session_ms))


@dataclass(frozen=True)
class Target:
    name: str
    port: int
    pids: list[int]
    is_real: bool
    database_pid: int | None = None
    """Of a database that is a program of its own: the parent of all its processes."""


class Kiosk:
    """One kiosk: plain HTTP over TLS, as cheap as Python allows."""

    def __init__(self, context: ssl.SSLContext, cards: list[CrowdCard]) -> None:
        self._context = context
        self._cards = cards

    async def session(self, target: Target, tally: Tally) -> None:
        started = time.perf_counter()
        try:
            await self._calls(target, tally)
        except (OSError, EOFError, ValueError, KeyError):
            tally.errors += 1
            return
        tally.session_ms.append((time.perf_counter() - started) * 1000)

    async def _calls(self, target: Target, tally: Tally) -> None:
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", target.port, ssl=self._context, server_hostname="127.0.0.1"
        )

        async def call(route: str, body: dict[str, object] | None, *, keyed: bool = False) -> bytes:
            started = time.perf_counter()
            content = b"" if body is None else json.dumps(body).encode()
            key = f"Idempotency-Key: {secrets.token_urlsafe(18)}\r\n" if keyed else ""
            head = (
                f"POST /v1/{route} HTTP/1.1\r\nHost: 127.0.0.1\r\n{key}"
                f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
            )
            writer.write(head.encode() + content)
            headers = await reader.readuntil(b"\r\n\r\n")
            length = int(headers.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            answer = await reader.readexactly(length)
            if not headers.startswith(b"HTTP/1.1 200"):
                raise ValueError(route)
            tally.call_ms.append((time.perf_counter() - started) * 1000)
            return answer

        try:
            challenge = json.loads(await call("challenges", None))
            card = random.choice(self._cards)
            nonce = base64.urlsafe_b64decode(challenge["nonce"]) if target.is_real else b"nonce"
            signature = card.key.sign(nonce, PKCS1v15(), SHA256())
            authentication = {
                "challenge_id": challenge.get("challenge_id", "a" * 24),
                "certificate": base64.urlsafe_b64encode(card.certificate_der).decode(),
                "proof": {"kind": "pin", "signature": base64.urlsafe_b64encode(signature).decode()},
            }
            authenticated = json.loads(await call("authentications", authentication))
            session_id = authenticated.get("session_id", "a" * 24)
            question = {"session_id": session_id, "character_code": "0"}
            qualification = await call("qualifications", question, keyed=True)
            agreed = Given(Decision.AGREED, datetime.now(UTC))
            decisions = to_list({"medical_and_medicines": agreed, "limit_information": agreed})
            result = await call("conclusions", question | {"decisions": decisions}, keyed=True)
            limit = b"<LimitApplicationCertificateRelatedInfo>"
            if target.is_real and not (b"<Name>" in qualification and limit in result):
                raise ValueError("not the answer")
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


async def _busy(kiosks: list[Kiosk], target: Target, seconds: float) -> Tally:
    """All kiosks have a patient, all the time."""
    tally = Tally()
    ends_at = time.perf_counter() + seconds

    async def run(kiosk: Kiosk) -> None:
        while time.perf_counter() < ends_at:
            await kiosk.session(target, tally)

    started = time.perf_counter()
    await asyncio.gather(*map(run, kiosks))
    tally.duration_s = time.perf_counter() - started
    return tally


async def _arriving(kiosks: list[Kiosk], target: Target, seconds: float) -> Tally:
    """Patients arrive at random; the next free kiosk takes them."""
    tally = Tally()
    under_way: set[asyncio.Task[None]] = set()
    started = time.perf_counter()
    number = 0
    while time.perf_counter() - started < seconds:
        task = asyncio.ensure_future(kiosks[number % len(kiosks)].session(target, tally))
        under_way.add(task)
        task.add_done_callback(under_way.discard)
        number += 1
        await asyncio.sleep(random.expovariate(ARRIVALS_PER_S))
    await asyncio.gather(*under_way)
    tally.duration_s = time.perf_counter() - started
    return tally


How = Callable[[list[Kiosk], Target, float], Awaitable[Tally]]


def _measure(kiosks: list[Kiosk], target: Target, how: How, seconds: float) -> Tally:
    async def run() -> Tally:
        warm_up = Tally()
        for number in range(WARM_UP_SESSIONS):
            await kiosks[number % len(kiosks)].session(target, warm_up)
        before, before_database = _cpu_s(target.pids), _database_cpu_s(target)
        tally = await how(kiosks, target, seconds)
        tally.server_cpu_s = _cpu_s(target.pids) - before
        tally.database_cpu_s = _database_cpu_s(target) - before_database
        return tally

    return asyncio.run(run())


def _cpu_s(pids: list[int]) -> float:
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _database_cpu_s(target: Target) -> float:
    """Of those that serve now; each serves one of the service's connections all the time."""
    pid = target.database_pid
    return 0.0 if pid is None else _cpu_s([pid, *children_of(pid)])


def _kiosks(folder: Path, crowd: Crowd) -> list[Kiosk]:
    chosen = random.sample(range(min(OTHER_PERSONS)), CARDS)
    cards = [crowd.card(number) for number in chosen]
    kiosks = []
    for number in range(KIOSKS):
        pki = make_pki(folder / "pki", f"13{number:08d}", f"kiosk-{number}", datetime.now(UTC))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(pki.authority)
        context.load_cert_chain(pki.kiosk.certificate, pki.kiosk.key)
        kiosks.append(Kiosk(context, cards))
    return kiosks


@contextmanager
def _limit(folder: Path) -> Iterator[Target]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.unit.qualification.empty_service", str(folder / "pki")],
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        port = json.loads(process.stdout.readline())["port"]
        yield Target("empty handler + 2 RSA", port, [process.pid], is_real=False)
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


@contextmanager
def _sqlite(
    config: ServiceConfig, crowd: Crowd, name: str, persons: int = PERSONS
) -> Iterator[Target]:
    _fill(config, crowd, persons)
    with ServiceProcess(config) as process:
        yield Target(name, process.port, [process.pid], is_real=True)


@contextmanager
def _postgres(config: ServiceConfig, crowd: Crowd, count: int = 2) -> Iterator[Target]:
    with postgres.postgres() as url:
        config = replace(config, database_url=url)
        _fill(config, crowd, PERSONS)
        with several_processes(config, count) as processes:
            pids = [process.pid for process in processes]
            port = processes[0].port
            database = postgres.pid_of(url)
            yield Target(_postgres_name(count), port, pids, is_real=True, database_pid=database)


def _postgres_name(count: int) -> str:
    return f"PostgreSQL, {count} process{'es' if count > 1 else ''}"


def _fill(config: ServiceConfig, crowd: Crowd, persons: int) -> None:
    store = Store.open(config.database_url)
    crowd.fill(store, persons)
    store.close()


def _line(name: str, how: str, tally: Tally, limit: Tally | None) -> str:
    sessions = statistics.quantiles(tally.session_ms, n=100)
    calls = statistics.quantiles(tally.call_ms, n=100)
    share = f"{tally.per_s / limit.per_s:5.2f}" if limit else "     "
    return (
        f"{name:26}{how:10}{tally.per_s:8.1f}/s {share}  session p50 {sessions[49]:7.1f}"
        f" p99 {sessions[98]:7.1f} ms  call p50 {calls[49]:6.1f} p99 {calls[98]:6.1f} ms"
        f"  server CPU {tally.server_cpu_ms:5.1f} ms/session  errors {tally.errors}"
    )


class Run:
    """Measures, prints, and keeps what was measured."""

    def __init__(self, seconds: float, kiosks: list[Kiosk], limit: Target) -> None:
        self.figures: list[Figure] = []
        self._seconds = seconds
        self._kiosks = kiosks
        self._limit = _measure(kiosks, limit, _busy, seconds)
        self._limit_name = limit.name
        print(_line(limit.name, "busy", self._limit, None), flush=True)

    def both(self, target: Target) -> None:
        """All kiosks busy, and patients who come by chance."""
        busy = self._measured(target, "busy", _busy, self._kiosks)
        self._keep(f"{target.name}: sessions", busy)
        self.figures.append(
            Figure(f"{target.name}: the server's CPU of a session", busy.server_cpu_ms, "ms")
        )
        if target.database_pid is not None:
            what = f"{target.name}: the database's CPU of a session"
            self.figures.append(Figure(what, busy.database_cpu_ms, "ms"))
        arriving = self._measured(target, "20/s", _arriving, self._kiosks)
        for name, at in (("median", 49), ("p99", 98)):
            session_ms = statistics.quantiles(arriving.session_ms, n=100)[at]
            what = f"{target.name}: a session at {ARRIVALS_PER_S:.0f}/s, {name}"
            self.figures.append(Figure(what, session_ms, "ms"))

    def of_size(self, target: Target, what: str, kiosks: list[Kiosk], size: int, of: str) -> None:
        tally = self._measured(target, f"{size:,}", _busy, kiosks)
        self._keep(what, tally, size, of)

    def _measured(self, target: Target, how: str, run: How, kiosks: list[Kiosk]) -> Tally:
        tally = _measure(kiosks, target, run, self._seconds)
        print(_line(target.name, how, tally, self._limit if run is _busy else None), flush=True)
        return tally

    def _keep(self, what: str, tally: Tally, size: int | None = None, of: str = "") -> None:
        limit = self._limit.per_s
        figure = Figure(what, tally.per_s, "/s", self._limit_name, limit, size, of)
        self.figures.append(figure)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=12.0, help="for each measurement")
    parser.add_argument("--only", help="sqlite, ocsp, postgres or sizes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="uketsuke-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "cards").mkdir()
        store_authorities(folder / "cards")
        crowd = Crowd.of(folder / "cards")
        kiosks = _kiosks(folder, crowd)
        config = replace(ServiceConfig.for_demo(folder, Path("none")), keep=True)
        with _limit(folder) as target:
            run = Run(options.seconds, kiosks, target)
        targets: dict[str, Callable[[], AbstractContextManager[Target]]] = {
            "sqlite": lambda: _sqlite(config, crowd, "SQLite, 1 process"),
            "ocsp": lambda: _sqlite(
                replace(config, revocation=RevocationWay.OCSP), crowd, "the same, OCSP"
            ),
            "postgres": lambda: _postgres(config, crowd),
        }
        for key, make in targets.items():
            if options.only in (None, key):
                with make() as target:
                    run.both(target)
        if options.only in (None, "sizes"):
            _sizes(run, config, crowd, kiosks)
        if options.only is None:
            keep("service", "The online service, as it is played here", LIMITED_BY, run.figures)


def _sizes(run: Run, config: ServiceConfig, crowd: Crowd, kiosks: list[Kiosk]) -> None:
    """What more of each costs; the usual numbers again, to be compared in the same minutes."""
    for persons in sorted((*OTHER_PERSONS, PERSONS)):
        with _sqlite(config, crowd, "SQLite, by persons", persons) as target:
            run.of_size(target, "SQLite, 1 process, by persons", kiosks, persons, "persons")
    with _sqlite(config, crowd, "SQLite, by kiosks") as target:
        for count in sorted((*AT_ONCE, KIOSKS)):
            busy = [kiosks[number % KIOSKS] for number in range(count)]
            run.of_size(target, "SQLite, 1 process, by kiosks", busy, count, "kiosks")
    for count in (1, 2, 3):
        with _postgres(config, crowd, count) as target:
            run.of_size(target, "PostgreSQL, by processes", kiosks, count, "processes")


if __name__ == "__main__":
    main()
