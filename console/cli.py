"""`uketsuke console …`: run it, and say who may sign in."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common.errors import Fault
from common.operators import tell

if TYPE_CHECKING:
    from kiosk.staff.accounts import Accounts

console_app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="The reception's console for all kiosks.",
)
account_app = typer.Typer(no_args_is_help=True, help="Who may sign in at the console.")
console_app.add_typer(account_app, name="account")

ConfigOption = Annotated[Path, typer.Option(help="TOML file, see docs/console.md")]


def add_commands(app: typer.Typer) -> None:
    """Called by `kiosk.cli.main`, as an entry point of the group `uketsuke.commands`."""
    app.add_typer(console_app, name="console")


@console_app.command()
def run(config: ConfigOption) -> None:
    """Serve the console until it is ended."""
    from console.config import load
    from console.server import run as serve
    from kiosk import log

    log.configure(None)
    settings = load(config)
    host = settings.staff.host
    if serve(settings, lambda port, kiosks: tell(f"https://{host}:{port} (kiosks: {kiosks})")):
        os.execv(sys.executable, sys.orig_argv)  # noqa: S606 - This program once more.


@account_app.command()
def add(
    name: Annotated[str, typer.Argument(help="Whose account it is")],
    config: ConfigOption,
    administrator: Annotated[bool, typer.Option("--administrator")] = False,
    until: Annotated[str | None, typer.Option(help="Last day, YYYY-MM-DD")] = None,
) -> None:
    """Add an account; the password is read from standard input."""
    from kiosk.staff.acts import Role

    password = sys.stdin.buffer.readline().rstrip(b"\r\n")
    if not 8 <= len(password) <= 128:
        raise Fault("A password has 8 to 128 characters, given on standard input.")
    role = Role.ADMINISTRATOR if administrator else Role.RECEPTION
    person = _accounts(config).add(name, role, password, last_day=_day(until))
    print(person.number)


@account_app.command("list")
def list_(config: ConfigOption) -> None:
    """List the accounts: number, role, last day, name."""
    for account in _accounts(config).listed():
        person = account.person
        last_day = "" if account.last_day is None else account.last_day.isoformat()
        print(f"{person.number}  {person.role.value:14}{last_day:12}{person.name}")


@account_app.command()
def remove(number: str, config: ConfigOption) -> None:
    """Remove an account; whoever is signed in with it is signed out at once."""
    _accounts(config).remove(number)


def _accounts(config: Path) -> "Accounts":
    from console.config import load
    from kiosk.staff.accounts import ACCOUNTS_FILE, Accounts

    return Accounts(load(config).state / ACCOUNTS_FILE)


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise Fault(f"--until {text}: write a day as YYYY-MM-DD.") from None
