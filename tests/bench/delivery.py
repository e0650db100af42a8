"""`make bench NAME=delivery`: how quickly the outbox empties, for one patient and under load.

A delivery process tells the service and writes the result, for receptions that wait in the outbox.
Beside it the same calls by the same client, one after the other, without outbox and folder.
"""

import sys
import tempfile
import threading
import time
from contextlib import closing
from functools import partial
from pathlib import Path

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
from qualification.result_folder import ResultFolder
from simulation.service.process import ServiceProcess
from tests.bench.figure import Figure, keep
from tests.rights import ALL
from tests.unit.qualification.world import (
    EVERYTHING,
    FACILITY,
    World,
    authenticate,
    connected,
    make_world,
)

WAITING = (1, 10, 100, 500)
POLL_S = 0.05
WITHIN_S = 300.0
LIMITED_BY = (
    "the service's calls, one after the other so that each patient's come in their order, and for "
    "each reception three commits and one file that have to reach the disk."
)


def delivery_parts(folder: Path, config: ClientConfig) -> DeliveryParts:
    """Called in the delivery process."""
    log.configure(folder / "kiosk.log")
    keys = KeyFile(folder / "consent.key")
    return DeliveryParts(
        rights=ALL,
        open_outbox=lambda: SqliteOutbox(folder / "consent.sqlite", keys),
        open_service=lambda: HttpsQualificationService(config),
        results=ResultFolder(folder / "results", FACILITY, folder / "mount.json"),
        anchor=SqliteLedgerAnchor(folder / "consent.sqlite", keys),
        check_every_s=60.0,
    )


def main() -> int:
    log.configure(Path("/dev/null"))
    child_process.PRELOAD[:] = ["kiosk.delivery.process", "tests.bench.delivery"]
    figures = []
    for count in WAITING:
        with tempfile.TemporaryDirectory(prefix="uketsuke-bench-") as name:
            emptied_s, bare_s = measure(Path(name), count)
        print(
            f"{count} receptions: {count / emptied_s:.1f}/s, "
            f"{count / bare_s:.1f}/s by the calls alone",
            flush=True,
        )
        figures.append(
            Figure(
                "receptions delivered",
                count / emptied_s,
                "/s",
                "the calls alone",
                count / bare_s,
                count,
                "receptions that wait",
            )
        )
    keep("delivery", "Delivery, with more and more that waits", LIMITED_BY, figures)
    return 0


def measure(folder: Path, count: int) -> tuple[float, float]:
    """Until all are delivered, and the calls alone; seconds."""
    world = make_world(folder)
    (folder / "results").mkdir()
    with ServiceProcess(world.service_config, folder / "service.log") as service:
        config = world.client_config(service.url)
        sessions = _sessions(world, service.url, 2 * count)
        bare_s = _calls_alone(config, sessions[count:])
        return _delivered(folder, config, sessions[:count]), bare_s


def _sessions(world: World, url: str, count: int) -> list[str]:
    """Of patients who have proven who they are."""
    with connected(world.client_config(url)) as client:
        return [authenticate(client, world.cards["hanako"]).session_id for _ in range(count)]


def _calls_alone(config: ClientConfig, sessions: list[str]) -> float:
    with closing(HttpsQualificationService(config)) as client:
        began_s = time.monotonic()
        for session in sessions:
            client.conclude(session, EVERYTHING)
        return time.monotonic() - began_s


def _delivered(folder: Path, config: ClientConfig, sessions: list[str]) -> float:
    ledger_path = folder / "consent.sqlite"
    works = threading.Event()
    delivery = DeliverySupervisor(partial(delivery_parts, folder, config), lambda _: works.set())
    delivery.open()
    try:
        works.wait(WITHIN_S)
        with closing(SqliteConsentLedger(ledger_path, KeyFile(folder / "consent.key"))) as ledger:
            for number, session in enumerate(sessions):
                message = Conclusion(session, EVERYTHING, f"patient {number}")
                ledger.post(_key(number), message.to_bytes())
        began_s = time.monotonic()
        delivery.deliver(DeliverResult(_key(len(sessions) - 1), 1))
        while waiting(ledger_path):
            if time.monotonic() - began_s > WITHIN_S:
                raise SystemExit(f"not delivered within {WITHIN_S:.0f} s")
            threading.Event().wait(POLL_S)
        return time.monotonic() - began_s
    finally:
        delivery.close()


def _key(number: int) -> str:
    """As a session's: the service takes no shorter one."""
    return f"{number:016x}"


if __name__ == "__main__":
    sys.exit(main())
