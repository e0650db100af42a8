"""How processes beside the kiosk's are made: forked from a server that has loaded their needs."""

import importlib
import multiprocessing
import sys
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import Any

PRELOAD = ["kiosk.worker.preload"]


def process_context() -> ForkServerContext | SpawnContext:
    """The one way in which the kiosk starts processes; safe to call from any thread."""
    if sys.platform == "win32":
        # No fork there: the spare pays for loading the models before a card comes.
        return multiprocessing.get_context("spawn")
    forkserver.set_forkserver_preload(PRELOAD)  # Heeded by whoever starts the server.
    return multiprocessing.get_context("forkserver")


@dataclass(frozen=True)
class MadeElsewhere:
    """Calls a function of a module that only the process which calls it has to load."""

    module: str
    function: str
    arguments: tuple[Any, ...]

    def __call__(self) -> Any:
        return getattr(importlib.import_module(self.module), self.function)(*self.arguments)
