"""`uketsuke provision …`: keys and certificates of a kiosk."""

from pathlib import Path
from typing import Annotated

import typer

from common.operators import tell
from kiosk.cli.state import DEFAULT_CONFIG, KioskConfigOption

app = typer.Typer(no_args_is_help=True, help="Keys and certificates of this kiosk.")


@app.command()
def request(
    config: KioskConfigOption = DEFAULT_CONFIG,
    to: Annotated[Path, typer.Option(help="Folder for what goes to the operator")] = Path(),
) -> None:
    """Make the keys that are missing, and the request for a certificate."""
    from kiosk.config import load
    from kiosk.provision import make_request

    for path in make_request(load(config), to):
        tell(f"{path} is written")


@app.command("import")
def import_(
    certificate: Annotated[Path, typer.Argument(help="As the service's operator has made it")],
    authority: Annotated[
        Path | None, typer.Option(help="Who signed the service's own certificate")
    ] = None,
    config: KioskConfigOption = DEFAULT_CONFIG,
) -> None:
    """Take a certificate in, once it fits key and facility of this kiosk."""
    from kiosk.config import load
    from kiosk.provision import import_certificate

    settings = load(config)
    import_certificate(settings, certificate, authority)
    tell(f"{settings.service.certificate} is written")
