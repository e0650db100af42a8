"""Kills the kiosk at random moments of running sessions, and looks at what is left.

What must hold after every kill: all that patients were told is in the ledger, the chain verifies,
no result is half-written. And at the end, when the outbox is empty: ledger, service and result
folder have each consent exactly once.
"""

import io
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from multiprocessing import forkserver
from pathlib import Path
from typing import IO

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from consent.export import ExportFormat, export
from consent.keys import KeyFile
from consent.outbox import waiting
from consent.verify import verify
from kiosk import child_process
from kiosk.worker.preview import PreviewMemory
from qualification.oqs import xml
from simulation.service.process import ServiceProcess
from tests.faults.durability.bare_kiosk import main
from tests.unit.qualification.world import World, make_world

LONGEST_MOMENT_S = 0.3
"""About a session: the moment is anywhere in one of the first three."""

MOST_LINES = 5

DEADLINE_S = 90.0
QUESTIONS = 3


@dataclass
class Findings:
    kills: int = 0
    told: set[str] = field(default_factory=set)
    """Sessions whose patients saw 受付完了."""
    entries: int = 0
    reported: int = 0
    results: int = 0
    kills_amid: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        amid = ", ".join(f"{count} {what}" for what, count in sorted(self.kills_amid.items()))
        lines = [
            f"{self.kills} kills ({amid})",
            f"{len(self.told)} receptions acknowledged, {self.entries} consents in the ledger, "
            f"{self.reported} at the service, {self.results} results",
            *self.problems,
            "NOT durable" if self.problems else "nothing lost, nothing twice, nothing half-written",
        ]
        return "\n".join(lines)


def kill_repeatedly(folder: Path, kills: int, seed: int) -> Findings:
    """`kills` times: start a kiosk, let sessions run, kill it with all its processes or alone."""
    world = make_world(folder)
    _lay_out(folder, world)
    findings = Findings()
    chance = random.Random(seed)
    preview = PreviewMemory()
    _open_fork_server()
    with ServiceProcess(world.service_config, folder / "service.log") as service:
        for _ in range(kills):
            _run_and_kill(folder, service.url, preview, chance, findings)
            _check_after_kill(folder, findings)
        _drain(folder, service.url, preview, findings)
    preview.close()
    _check_at_the_end(folder, world, findings)
    return findings


def _lay_out(folder: Path, world: World) -> None:
    for name in ("state", "results", "pki"):
        (folder / name).mkdir()
    card, kiosk = world.cards["hanako"], world.pki.kiosk
    (folder / "certificate.der").write_bytes(card.certificate_der)
    (folder / "card.key").write_bytes(
        card.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    for name in ("authority", "certificate", "key", "statement_key"):
        shutil.copy(getattr(kiosk, name), folder / "pki" / name)


@dataclass
class Kiosk:
    """One kiosk process, made by forking this one, which has imported all that it needs."""

    pid: int
    says: IO[str]

    def kill(self, *, whole: bool) -> list[str]:
        """Kill it, with its worker and delivery process or alone; return what it has said."""
        # The others are children of the fork server. Alone, they end by themselves.
        victims = [self.pid, *(_children_of_fork_server() if whole else ())]
        for pid in victims:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        said = self.says.read().splitlines()
        self.says.close()
        return said


def _start(folder: Path, url: str, preview: PreviewMemory, *, patients_come: bool) -> Kiosk:
    reads, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(writes, sys.stdout.fileno())
        os.close(reads)
        os.close(writes)
        # The fork server is its parent's; it cannot look after it.
        forkserver._forkserver.ensure_running = lambda: None  # type: ignore[method-assign]
        try:
            main(folder, url, preview, patients_come=patients_come)
        finally:
            os._exit(1)
    os.close(writes)
    return Kiosk(pid, os.fdopen(reads))


def _open_fork_server() -> None:
    """One for all kiosks of this run: starting one takes longer than a session."""
    child_process.PRELOAD[:] = ["kiosk.worker.session", "tests.faults.durability.bare_kiosk"]
    child_process.start_server()


def _children_of_fork_server() -> list[int]:
    pid = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _run_and_kill(
    folder: Path, url: str, preview: PreviewMemory, chance: random.Random, findings: Findings
) -> None:
    kiosk = _start(folder, url, preview, patients_come=True)
    said = [kiosk.says.readline().strip() for _ in range(1 + chance.randrange(MOST_LINES))]
    time.sleep(chance.uniform(0, LONGEST_MOMENT_S))
    whole = chance.random() < 0.5
    said += kiosk.kill(whole=whole)
    findings.kills += 1
    findings.kills_amid["of all processes" if whole else "of the kiosk process alone"] += 1
    findings.told |= {line.split()[1] for line in said if line.startswith("done ")}
    if said[0] != "placed":
        findings.problems.append("the kiosk did not run")


def _check_after_kill(folder: Path, findings: Findings) -> None:
    ledger, keys = folder / "state" / "consent.sqlite", KeyFile(folder / "state" / "consent.key")
    if not ledger.exists():
        if findings.told:
            findings.problems.append("the ledger is gone")
        return
    found = verify(ledger, keys)
    findings.problems += [str(problem) for problem in found.problems]
    findings.entries = found.entries
    missing = findings.told - _sessions(ledger, keys, findings)
    if missing:
        findings.problems.append(f"{len(missing)} acknowledged consents are not in the ledger")


def _sessions(ledger: Path, keys: KeyFile, findings: Findings) -> set[str]:
    out, now = io.StringIO(), datetime.now(UTC)
    day = timedelta(days=1)
    export(ledger, keys, out, start=now - day, end=now + day, form=ExportFormat.JSONL)
    sessions = set()
    for line in out.getvalue().splitlines():
        entry = json.loads(line)
        sessions.add(entry["session_id"])
        if len(entry["answers"]) != QUESTIONS:
            findings.problems.append("a record is half-written")
    return sessions


def _drain(folder: Path, url: str, preview: PreviewMemory, findings: Findings) -> None:
    kiosk = _start(folder, url, preview, patients_come=False)
    deadline = time.monotonic() + DEADLINE_S
    while waiting(folder / "state" / "consent.sqlite"):
        if time.monotonic() > deadline:
            findings.problems.append("the outbox is not emptied")
            break
        time.sleep(0.1)
    kiosk.kill(whole=True)


def _check_at_the_end(folder: Path, world: World, findings: Findings) -> None:
    url = world.service_config.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(url)) as database:
        reported = {row[0] for row in database.execute("SELECT session_id FROM consent")}
    delivered: Counter[str] = Counter()
    for path in (folder / "results").glob("OQS*.xml"):
        message = xml.parse(path.read_bytes())  # Half a file does not parse.
        delivered[str(message.message_header.arbitrary_file_identifier)] += 1
    findings.reported, findings.results = len(reported), sum(delivered.values())
    if set(delivered) != reported:
        findings.problems.append("the service and the result folder differ")
    if any(count > 1 for count in delivered.values()):
        findings.problems.append("a result was delivered twice")
    if findings.entries != len(reported):
        findings.problems.append(
            f"{findings.entries} consents in the ledger, {len(reported)} at the service"
        )


def _command() -> None:
    """`python -m tests.faults.durability.kill_test <kills> [seed]`."""
    kills = int(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    with tempfile.TemporaryDirectory(prefix="uketsuke-durability-") as folder:
        findings = kill_repeatedly(Path(folder), kills, seed)
    print(f"seed {seed}\n{findings}")
    sys.exit(1 if findings.problems else 0)


if __name__ == "__main__":
    _command()
