"""Which kiosk's state folder a command works on: named, or as its configuration has it."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.errors import SetupFault

StateOption = Annotated[
    Path | None, typer.Option("--state", help="The folder that storage.state names")
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="The kiosk's configuration, which names it too")
]


def state_folder(state: Path | None, config: Path | None) -> Path:
    """Raises `SetupFault` where neither is given: no command guesses whose consents it touches."""
    if state is not None:
        return state
    if config is None:
        raise SetupFault(
            "Name the kiosk's configuration with --config, or its folder with --state."
        )
    from kiosk.config import load

    return load(config).storage.state
