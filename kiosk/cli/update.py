"""`uketsuke update …`: another version of the program, and back (ADR 58)."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common.errors import EXIT_FAILED
from common.operators import tell
from kiosk.cli.options import DEFAULT_CONFIG, KioskConfigOption

if TYPE_CHECKING:
    from kiosk.update.change import Machine

app = typer.Typer(no_args_is_help=True, help="Another version of the program, and back.")

KEYS = "update-keys"
"""Folder beside the configuration: public keys of who may make versions for this kiosk."""

WaitOption = Annotated[
    float, typer.Option("--wait-s", min=0, help="How long to wait until no patient is there")
]

LimitOption = Annotated[
    float, typer.Option("--limit-s", min=5, max=3600, help="So soon it must receive patients")
]


@app.command()
def status(config: KioskConfigOption = DEFAULT_CONFIG) -> None:
    """Say which version is current, and which one the kiosk would go back to."""
    from kiosk.update.change import described

    for name, value in described(_machine(config)):
        print(f"{name:10}{value}")


@app.command()
def apply(
    archive: Annotated[Path, typer.Argument(help="From your supplier (.tar)")],
    config: KioskConfigOption = DEFAULT_CONFIG,
    wait_s: WaitOption = 300,
    limit_s: LimitOption = 60,
) -> None:
    """Put a version in place and start it when no patient is there; it goes back by itself."""
    _apply(_machine(config), archive, wait_s, limit_s)


@app.command()
def fetch(
    config: KioskConfigOption = DEFAULT_CONFIG,
    wait_s: WaitOption = 3600,
    limit_s: LimitOption = 60,
) -> None:
    """Look for a newer version in this kiosk's ring, and apply it."""
    from kiosk.config_file import load
    from kiosk.errors import SetupFault
    from kiosk.update.source import Source

    update = load(config).update
    if not update.source:
        raise SetupFault("No update.source is set. Name the folder or address of your supplier.")
    machine = _machine(config)
    source = Source(update.source, update.ring)
    offer = source.offer_for(machine)
    if offer is None:
        tell("Nothing newer is there.")
        return
    with source.fetched(offer, machine) as archive:
        _apply(machine, archive, wait_s, limit_s)


@app.command()
def rollback(config: KioskConfigOption = DEFAULT_CONFIG, wait_s: WaitOption = 300) -> None:
    """Go back to the version before, when no patient is there."""
    from kiosk.update import change

    machine = _machine(config)
    version = change.go_back(machine)
    _start(machine, version, wait_s)
    tell(f"Version {version} runs.")


def _apply(machine: "Machine", archive: Path, wait_s: float, limit_s: float) -> None:
    from kiosk.update import change

    version = change.apply(machine, archive, limit_s)
    _start(machine, version, wait_s)
    if not change.has_passed(machine.versions, version):
        tell(f"Version {version} did not come up in time; the version before runs again.")
        sys.exit(EXIT_FAILED)
    tell(f"Version {version} runs.")


def _start(machine: "Machine", version: str, wait_s: float) -> None:
    """Ends here where the kiosk does not start anew now."""
    from kiosk.update.change import start_anew

    tell(f"Version {version} is in place. It starts when no patient is there.")
    if not start_anew(machine.state, wait_s):
        tell(f"Version {version} runs from the kiosk's next start on.")
        raise typer.Exit


def _machine(path: Path) -> "Machine":
    from kiosk.config_file import load
    from kiosk.update.change import Machine, package_version
    from kiosk.update.versions import Versions

    versions = Versions()
    return Machine(
        versions,
        keys=path.parent / KEYS,
        state=load(path).storage.state,
        package_version=package_version(versions),
    )
