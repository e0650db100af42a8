"""`uketsuke audit …`: what staff did; exit code 1 when the file is not intact."""

import sys
from pathlib import Path

import typer

from common.errors import EXIT_FAILED
from common.operators import tell
from kiosk.cli.options import ConfigOption, StateOption, state_folder
from kiosk.errors import SetupFault

app = typer.Typer(no_args_is_help=True, help="What staff did: who, when, at which kiosk.")


@app.command()
def verify(state: StateOption = None, config: ConfigOption = None) -> None:
    """Find any line that was changed, removed, put in or torn, and name it."""
    from kiosk.staff.audit_file import verify as verify_file

    try:
        found = verify_file(_file(state, config))
    except OSError as error:
        raise _unreadable(_file(state, config), error) from None
    for problem in found.problems:
        print(problem)
    tell(f"{found.entries} entries, {'intact' if found.intact else 'NOT intact'}")
    print(found.head)
    sys.exit(0 if found.intact else EXIT_FAILED)


@app.command()
def show(state: StateOption = None, config: ConfigOption = None) -> None:
    """Print all entries, the oldest first."""
    from kiosk.staff.audit_file import entries

    try:
        for entry in entries(_file(state, config)):
            done = "" if entry.done else "  (not done)"
            print(f"{entry.at}  {entry.kiosk}  {entry.who}  {entry.what}{done}")
    except OSError as error:
        raise _unreadable(_file(state, config), error) from None


def _file(state: StateOption, config: ConfigOption) -> Path:
    from kiosk.staff.audit_file import AUDIT_FILE

    return state_folder(state, config) / AUDIT_FILE


def _unreadable(file: Path, error: OSError) -> SetupFault:
    return SetupFault(f"The staff audit {file} cannot be read: {error.strerror}.")
