"""`uketsuke config …`: is it right, what holds, what may be set."""

import json

import typer

from common.operators import tell
from kiosk.cli.options import DEFAULT_CONFIG, KioskConfigOption

app = typer.Typer(no_args_is_help=True, help="The kiosk's configuration.")


@app.command()
def check(config: KioskConfigOption = DEFAULT_CONFIG) -> None:
    """Look at the file, its drop-ins and all that they name, without any device."""
    from kiosk.config_file import load
    from kiosk.installed_files import check_configuration_file, check_files

    settings = load(config)
    check_configuration_file(config)
    check_files(settings)
    tell(f"{config} is in order")


@app.command()
def show(config: KioskConfigOption = DEFAULT_CONFIG) -> None:
    """Print every setting that holds: file, drop-ins, environment and defaults; no secret."""
    from kiosk.config_file import load

    print(json.dumps(load(config).model_dump(mode="json"), ensure_ascii=False, indent=1))


@app.command()
def schema() -> None:
    """Print what may be set, as JSON Schema."""
    from kiosk.config import Config

    print(json.dumps(Config.model_json_schema(), ensure_ascii=False, indent=1))
