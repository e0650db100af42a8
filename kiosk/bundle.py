"""The bundle (packaging/uketsuke.spec), and what it leaves to the sources."""

import sys
from pathlib import Path

from kiosk.errors import SetupFault


def is_bundle() -> bool:
    """Whether this program is the bundle, which has neither simulators nor demo people in it."""
    return bool(getattr(sys, "frozen", False))


def this_program() -> list[str]:
    """How to start this program again, from its sources or from a bundle."""
    return [sys.executable] if is_bundle() else [sys.executable, "-m", "kiosk.cli"]


def needs_sources(command: str) -> None:
    """Raises `SetupFault` in the bundle: this command works on the demo world."""
    if is_bundle():
        raise SetupFault(f"`uketsuke {command}` runs from the sources: clone them, `make demo`.")


def state_folder(given: Path | None) -> Path:
    """The folder that `--state` names, else the demo's; raises `SetupFault` where there is none."""
    if given is not None:
        return given
    if is_bundle():
        raise SetupFault("Name the folder with --state: it is storage.state of the configuration.")
    from simulation.demo.world import default_world

    return default_world().state
