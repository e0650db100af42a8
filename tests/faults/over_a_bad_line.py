"""Receptions over a bad line; a program, for a network namespace of its own.

`unshare -n python -m tests.faults.over_a_bad_line LOSS DELAY_MS KBIT_S`

Patients ask over it and are received; then it is cut for a while, and is there again. Prints what
came of it, as one JSON object.
"""

import json
import queue
import socket
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from consent.anchor import SqliteLedgerAnchor
from consent.outbox import SqliteOutbox, waiting
from kiosk import log
from kiosk.delivery.conclusion import Conclusion
from kiosk.delivery.process import DeliveryParts
from kiosk.delivery.supervisor import DeliverySupervisor
from kiosk.session.effects import DeliverResult
from kiosk.session.events import DeliveryEvent, ServiceChecked
from qualification.client import ClientConfig, HttpsQualificationService
from qualification.errors import QualificationFault
from qualification.result_folder import ResultFolder
from simulation.service.process import ServiceProcess
from tests.faults.bad_line import HERE, THERE, BadLine
from tests.results import names
from tests.rights import ALL
from tests.unit.consent.ledgers import key_file, ledger_path, open_ledger
from tests.unit.qualification.world import (
    EVERYTHING,
    FACILITY,
    World,
    authenticate,
    connected,
    make_world,
)
from tests.waiting import eventually

PATIENTS = 5
SOON_S = 90.0
News = queue.SimpleQueue[DeliveryEvent]


def lead_over_the_line() -> None:
    """The service's name means the other end of the line."""
    real = socket.getaddrinfo

    def found(host: Any, *arguments: Any, **options: Any) -> Any:
        return real(THERE if host == "localhost" else host, *arguments, **options)

    socket.getaddrinfo = found


def parts(folder: Path, config: ClientConfig) -> DeliveryParts:
    """Called in the delivery process."""
    lead_over_the_line()
    log.configure(folder / "kiosk.log")
    return DeliveryParts(
        rights=ALL,
        open_outbox=lambda: SqliteOutbox(ledger_path(folder), key_file(folder)),
        open_service=lambda: HttpsQualificationService(config),
        results=ResultFolder(folder / "results", FACILITY, folder / "mount.json"),
        anchor=SqliteLedgerAnchor(ledger_path(folder), key_file(folder)),
        check_every_s=2.0,
    )


def receive(world: World, config: ClientConfig) -> tuple[list[str], list[float], int]:
    """Service sessions, how long each query took, and how often one had to be begun anew."""
    sessions: list[str] = []
    took_s: list[float] = []
    again = 0
    with connected(config) as client:
        while len(sessions) < PATIENTS:
            started_s = time.monotonic()
            try:
                session = authenticate(client, world.cards["hanako"]).session_id
                client.qualify(session)
            except QualificationFault:
                again += 1
                continue
            finally:
                took_s.append(time.monotonic() - started_s)
            sessions.append(session)
    return sessions, took_s, again


def in_time(holds: Callable[[], bool]) -> bool:
    """A line that is back is used after the longest pause and a few tries of TCP's."""
    return eventually(holds, SOON_S)


def play(folder: Path, loss: float, delay_ms: float, kbit_s: float) -> dict[str, object]:
    (folder / "results").mkdir()
    log.configure(folder / "kiosk.log")
    lead_over_the_line()
    line = BadLine(loss=loss, delay_s=delay_ms / 1000, kbit_s=kbit_s)
    world = make_world(folder)
    news = News()
    service = ServiceProcess(replace(world.service_config, host=HERE))
    service.start(timeout_s=SOON_S)
    with ExitStack() as stack:
        stack.callback(service.stop)
        config = world.client_config(f"https://localhost:{service.port}")
        sessions, took_s, again = receive(world, config)
        delivery = DeliverySupervisor(partial(parts, folder, config), news.put)
        delivery.open()
        try:
            assert isinstance(news.get(timeout=SOON_S), ServiceChecked)
            line.loss = 1.0
            with open_ledger(folder) as ledger:
                for number, session in enumerate(sessions):
                    key = f"reception-0123456789-{number}"
                    conclusion = Conclusion(session, EVERYTHING, f"patient {number}")
                    ledger.post(key, conclusion.to_bytes())
                    delivery.deliver(DeliverResult(key, number))
            told = in_time(lambda: delivery.condition.report_problem is not None)
            told = told and in_time(lambda: news.get(timeout=SOON_S) == ServiceChecked(None))
            line.loss = loss
            arrived = in_time(lambda: not waiting(ledger_path(folder)))
        finally:
            delivery.close()
    path = world.service_config.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as database:
        reported = [row[0] for row in database.execute("SELECT session_id FROM consent")]
    return {
        "longest_query_s": max(took_s),
        "begun_anew": again,
        "cut_was_told": told,
        "all_arrived": arrived,
        "reported_once": sorted(reported) == sorted(sessions),
        "in_the_folder": len(names(folder / "results")),
        "packets_lost": line.lost,
    }


def main(loss: str, delay_ms: str, kbit_s: str) -> None:
    with tempfile.TemporaryDirectory(prefix="uketsuke-line-") as folder:
        came = play(Path(folder), float(loss), float(delay_ms), float(kbit_s))
    print(json.dumps(came))


if __name__ == "__main__":
    main(*sys.argv[1:4])
