"""Which kiosk a command is about: by its configuration, or by the state folder that is named."""

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

KioskConfigOption = Annotated[Path, typer.Option(help="The configuration, a TOML file")]
DEFAULT_CONFIG = Path("/etc/uketsuke/config.toml")
"""Where the Debian package puts it."""


def state_folder(state: Path | None, config: Path | None) -> Path:
    """Raises `SetupFault` where neither is given: no command guesses whose consents it touches."""
    if state is not None:
        return state
    if config is None:
        raise SetupFault(
            "Name the kiosk's configuration with --config, or its folder with --state."
        )
    from kiosk.config_file import load

    return load(config).storage.state
