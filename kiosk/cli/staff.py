"""`uketsuke staff …`: who may act at the kiosk with a number and a PIN of their own."""

import sys
from datetime import date
from enum import Enum
from typing import Annotated

import typer

from common.operators import tell
from kiosk.cli.options import ConfigOption, StateOption, state_folder
from kiosk.errors import SetupFault

app = typer.Typer(no_args_is_help=True, help="Who of the staff may act at the kiosk.")


class RoleName(Enum):
    """`kiosk.staff.acts.Role`, for the command line."""

    RECEPTION = "reception"
    ADMINISTRATOR = "administrator"


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="As the audit names them")],
    role: Annotated[
        RoleName, typer.Option(help="An administrator may also leave the kiosk's screen")
    ] = RoleName.RECEPTION,
    number: Annotated[str, typer.Option(help="3 digits; without it the lowest free one")] = "",
    until: Annotated[str, typer.Option(help="Last day on which it can be used, YYYY-MM-DD")] = "",
    state: StateOption = None,
    config: ConfigOption = None,
) -> None:
    """Add somebody; their PIN (4 to 12 digits) is read from standard input."""
    from kiosk.staff.accounts import ACCOUNTS_FILE, Accounts
    from kiosk.staff.acts import Role
    from kiosk.staff.audit_file import AUDIT_FILE, COMMAND, AuditFile

    folder = state_folder(state, config)
    pin = sys.stdin.buffer.readline().strip()
    if not pin.isdigit() or not 4 <= len(pin) <= 12:
        raise SetupFault("A PIN of staff is 4 to 12 digits, given on standard input.")
    person = Accounts(folder / ACCOUNTS_FILE).add(
        name, Role(role.value), pin, number=number, last_day=_day(until)
    )
    AuditFile(folder / AUDIT_FILE, _kiosk(config)).record(COMMAND, f"staff-added {person.number}")
    tell(f"Staff number {person.number}: at the kiosk, type it and then the PIN.")


@app.command("list")
def list_(state: StateOption = None, config: ConfigOption = None) -> None:
    """List everybody, by number."""
    from kiosk.staff.accounts import ACCOUNTS_FILE, Accounts

    for account in Accounts(state_folder(state, config) / ACCOUNTS_FILE).listed():
        person = account.person
        until = "" if account.last_day is None else f"  - {account.last_day}"
        print(f"{person.number}  {person.role.value:14}{person.name}{until}")


@app.command()
def remove(
    number: Annotated[str, typer.Argument(help="Their staff number")],
    state: StateOption = None,
    config: ConfigOption = None,
) -> None:
    """Remove somebody; they cannot sign in from now on."""
    from kiosk.staff.accounts import ACCOUNTS_FILE, Accounts
    from kiosk.staff.audit_file import AUDIT_FILE, COMMAND, AuditFile

    folder = state_folder(state, config)
    Accounts(folder / ACCOUNTS_FILE).remove(number)
    AuditFile(folder / AUDIT_FILE, _kiosk(config)).record(COMMAND, f"staff-removed {number}")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise SetupFault(f"{text} is no date. Write YYYY-MM-DD.") from None


def _kiosk(config: ConfigOption) -> str:
    if config is None:
        return ""
    from kiosk.config_file import load

    return load(config).facility.kiosk_id
