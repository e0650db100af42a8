"""Service and card slot of a story, forked from a process that has loaded them.

Most of what their programs do in a story is to load. By their commands they are started in the
stories through pcscd, in `tests/unit/reader` and in `tests/unit/qualification`.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVarTuple

from kiosk import child_process
from simulation.card_slot.slot import run_card_slot
from simulation.service.config import ServiceConfig
from simulation.service.log import log_to_stderr
from simulation.service.server import serve

START_LIMIT_S = 120.0
END_LIMIT_S = 10.0

Arguments = TypeVarTuple("Arguments")


def load_before_the_fork() -> None:
    """In the fork server of this process, unless it runs already."""
    if __name__ not in child_process.PRELOAD:
        child_process.PRELOAD.append(__name__)


@contextmanager
def forked(
    run: Callable[[Connection, *Arguments], None], *arguments: *Arguments
) -> Iterator[Connection]:
    """A process that calls `run`, which returns when the pipe between them is closed."""
    ours, theirs = child_process.process_context().Pipe()
    process = child_process.process_context().Process(target=run, args=(theirs, *arguments))
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        process.join(END_LIMIT_S)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()


@dataclass(frozen=True)
class ForkedService:
    url: str


@contextmanager
def forked_service(config: ServiceConfig, log_file: Path) -> Iterator[ForkedService]:
    """As `simulation.service.process.ServiceProcess`."""
    with forked(_serve, config, log_file) as pipe:
        assert pipe.poll(START_LIMIT_S), "the service does not come up"
        yield ForkedService(config.url(pipe.recv()))


@contextmanager
def forked_card_slot(
    cards: Path,
    control: Path,
    *,
    vpcd: tuple[str, int] | None = None,
    socket_path: Path | None = None,
) -> Iterator[None]:
    """As `simulation.card_slot.process.CardSlotProcess`."""
    with forked(_run_slot, cards, control, vpcd, socket_path):
        yield


def _serve(pipe: Connection, config: ServiceConfig, log_file: Path) -> None:
    with log_file.open("ab") as file:
        os.dup2(file.fileno(), 2)
    log_to_stderr()
    serve(config, on_ready=pipe.send, stop=_closed(pipe))


def _run_slot(
    pipe: Connection,
    cards: Path,
    control: Path,
    vpcd: tuple[str, int] | None,
    socket_path: Path | None,
) -> None:
    run_card_slot(cards, control, vpcd=vpcd, socket_path=socket_path, stop=_closed(pipe))


def _closed(pipe: Connection) -> threading.Event:
    """Set when the other end is closed, or its process gone."""
    closed = threading.Event()

    def watch() -> None:
        pipe.poll(None)
        closed.set()

    threading.Thread(target=watch, name="pipe", daemon=True).start()
    return closed
