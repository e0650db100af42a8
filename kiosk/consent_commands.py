"""`uketsuke consent …`: audits of the ledger; exit code 1 when it is not intact."""

import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import typer

from kiosk.errors import SetupFault
from kiosk.japan import JST

app = typer.Typer(no_args_is_help=True, help="The ledger of consents.")

EXIT_NOT_INTACT = 1

FolderOption = Annotated[Path, typer.Option("--state", help="The folder storage.state names")]


@app.command()
def verify(state: FolderOption) -> None:
    """Find any deleted, changed, reordered, truncated or foreign record, and name it."""
    from consent.keys import KeyFile
    from consent.verify import verify as verify_ledger

    found = verify_ledger(state / "consent.sqlite", KeyFile(state / "consent.key", create=False))
    for problem in found.problems:
        print(problem)
    print(f"{found.entries} entries, {'intact' if found.intact else 'NOT intact'}")
    sys.exit(0 if found.intact else EXIT_NOT_INTACT)


@app.command()
def export(
    state: FolderOption,
    from_: Annotated[str, typer.Option("--from", help="First day, YYYY-MM-DD, in Japan")],
    to: Annotated[str, typer.Option(help="Last day, YYYY-MM-DD")],
    format_: Annotated[str, typer.Option("--format", help="csv or jsonl")] = "csv",
) -> None:
    """Print the consents of some days for an audit."""
    from consent.export import ExportFormat
    from consent.export import export as export_ledger
    from consent.keys import KeyFile

    if format_ not in {form.value for form in ExportFormat}:
        raise SetupFault(f"--format {format_}: choose csv or jsonl.")
    done = export_ledger(
        state / "consent.sqlite",
        KeyFile(state / "consent.key", create=False),
        sys.stdout,
        start=_start_of(from_),
        end=_end_of(to),
        form=ExportFormat(format_),
    )
    sys.exit(0 if done.verification.intact else EXIT_NOT_INTACT)


@app.command()
def purge(
    state: FolderOption,
    before: Annotated[str, typer.Option(help="Remove what is older than this day, YYYY-MM-DD")],
) -> None:
    """Remove old consents by the retention rule; the chain stays verifiable."""
    from consent.keys import KeyFile
    from consent.purge import purge as purge_ledger

    done = purge_ledger(
        state / "consent.sqlite",
        KeyFile(state / "consent.key", create=False),
        before=_start_of(before),
        now=datetime.now().astimezone(),
    )
    print(f"{done.removed} consents removed")


def _start_of(day: str) -> datetime:
    return datetime.combine(_day(day), time.min, tzinfo=JST)


def _end_of(day: str) -> datetime:
    return _start_of(day) + timedelta(days=1)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SetupFault(f"{text!r} is not a day; write it as YYYY-MM-DD.") from None
