"""`uketsuke run` with a simulated camera; all else is the command's own, its processes too.

    python -m tests.soak.kiosk_program run --config FILE

Whoever plays the patients is told what the window shows (`tests.soak.onlooker`).
"""

import os
import pickle
import sys
from pathlib import Path

COMMAND = (sys.executable, "-m", "tests.soak.kiosk_program")
ADDRESS = "SOAK_ADDRESS"
"""In the environment: where the onlooker reports."""
HARDWARE = "SOAK_HARDWARE"
"""A file with a pickled `SimulatedHardware`."""


def main() -> None:
    # Here and not above: this module is the main one of each process that the kiosk starts.
    from contextlib import ExitStack
    from importlib import import_module
    from unittest.mock import patch

    command = import_module("kiosk.cli.main")
    with ExitStack() as stack:
        stack.enter_context(patch.object(command, "this_program", lambda: list(COMMAND)))
        if "--unwatched" in sys.argv:
            from kiosk.compose import run
            from kiosk.compose.kiosk import Adapters, Kiosk, build_kiosk
            from kiosk.config import Config
            from simulation.adapters import simulated
            from simulation.hardware import SimulatedHardware
            from tests.soak.onlooker import Onlooker

            # Written by the test that started us.
            props: SimulatedHardware = pickle.loads(Path(os.environ[HARDWARE]).read_bytes())

            def hardware(config: Config) -> Adapters:
                return simulated(config, props)

            def build(config: Config, *arguments: object, **options: object) -> Kiosk:
                kiosk = build_kiosk(config, *arguments, **options)  # type: ignore[arg-type]
                Onlooker(kiosk, os.environ[ADDRESS], config.storage.results)
                return kiosk

            stack.enter_context(patch.object(run, "hardware", hardware))
            stack.enter_context(patch.object(run, "build_kiosk", build))
            stack.enter_context(patch.object(run, "CheckBeside", NothingToCheck))
        command.main()


class NothingToCheck:
    """In the place of `kiosk.check_beside.CheckBeside`: no camera is there to be opened."""

    def __init__(self, *_arguments: object, **_options: object) -> None: ...

    def start(self) -> None: ...

    def result(self) -> None: ...


if __name__ == "__main__":
    main()
