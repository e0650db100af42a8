"""Several server processes behind one address, on one database."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from simulation.service.config import ServiceConfig
from simulation.service.process import ServiceProcess
from simulation.service.server import fill, listen
from simulation.service.store import Store


@contextmanager
def several_processes(
    config: ServiceConfig, count: int, log_file: Path | None = None
) -> Iterator[list[ServiceProcess]]:
    """They share one listening socket; the database is filled once, before they start.

    Raises `SimulationFault`.
    """
    store = Store.open(config.database_url)
    try:
        if not config.keep:
            fill(store, config)
    finally:
        store.close()
    each = replace(config, keep=True)
    with listen(config.host, config.port) as listener, ExitStack() as stack:
        yield [stack.enter_context(ServiceProcess(each, log_file, listener)) for _ in range(count)]
