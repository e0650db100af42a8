"""`uketsuke consent …`: audits of the ledger; exit code 1 when it is not intact."""

import sys
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from common.japan import JST
from common.operators import tell
from kiosk.cli.options import ConfigOption, StateOption, state_folder
from kiosk.errors import SetupFault

if TYPE_CHECKING:
    from consent.keys import KeyProvider
    from consent.verify import Problem, Verification

app = typer.Typer(no_args_is_help=True, help="The ledger of consents.")

EXIT_NOT_INTACT = 1

KeyOption = Annotated[
    Path | None, typer.Option("--key", help="The consent key, where it does not lie in that folder")
]


@app.command()
def verify(
    state: StateOption = None,
    config: ConfigOption = None,
    key: KeyOption = None,
    anchor: Annotated[
        bool, typer.Option("--anchor", help="Compare it with what the service remembers of it")
    ] = False,
) -> None:
    """Find any deleted, changed, reordered, truncated or foreign record, and name it."""
    from consent.verify import verify as verify_ledger

    ledger, keys = _ledger(state, config, key)
    found = verify_ledger(ledger, keys)
    if anchor:
        if config is None:
            raise SetupFault(
                "--anchor asks the kiosk's service: name the configuration (--config)."
            )
        more = _remembered_against(ledger, keys, config)
        found = replace(found, problems=(*found.problems, *more))
    _tell_and_end(found)


def _remembered_against(ledger: Path, keys: "KeyProvider", config: Path) -> "tuple[Problem, ...]":
    from consent.anchor import SqliteLedgerAnchor
    from kiosk.compose.shared import service
    from kiosk.config_file import load

    with closing(service(load(config))) as client:
        kept = [head.signed for head in client.ledger_heads()]
    if not kept:
        tell("The service remembers nothing of this kiosk's ledger.")
    remembered = SqliteLedgerAnchor(ledger, keys)
    for entries in remembered.others(kept):
        tell(f"Another ledger of this kiosk held {entries} entries, and was moved aside.")
    return remembered.problems(kept)


@app.command()
def accept(state: StateOption = None, config: ConfigOption = None, key: KeyOption = None) -> None:
    """Go on with a ledger whose witness file is lost: say that it is the newest there is."""
    from consent.verify import accept as accept_ledger

    _tell_and_end(accept_ledger(*_ledger(state, config, key)))


@app.command()
def backup(
    to: Annotated[Path, typer.Option(help="Folder for the copy, of nobody else's")],
    state: StateOption = None,
    config: ConfigOption = None,
    key: KeyOption = None,
) -> None:
    """Copy the ledger while the kiosk goes on, and verify the copy; its key is not copied."""
    from consent.backup import back_up

    found = back_up(*_ledger(state, config, key), to)
    for problem in found.problems:
        print(problem)
    tell(f"{found.entries} entries, {'intact' if found.intact else 'NOT intact'}")
    sys.exit(0 if found.intact else EXIT_NOT_INTACT)


@app.command()
def export(
    from_: Annotated[str, typer.Option("--from", help="First day, YYYY-MM-DD, in Japan")],
    to: Annotated[str, typer.Option(help="Last day, YYYY-MM-DD")],
    format_: Annotated[str, typer.Option("--format", help="csv or jsonl")] = "csv",
    state: StateOption = None,
    config: ConfigOption = None,
    key: KeyOption = None,
) -> None:
    """Print the consents of some days for an audit."""
    from consent.export import ExportFormat
    from consent.export import export as export_ledger

    if format_ not in {form.value for form in ExportFormat}:
        raise SetupFault(f"--format {format_}: choose csv or jsonl.")
    start, end = _start_of(from_), _end_of(to)
    if start >= end:
        raise SetupFault(f"--from {from_} is later than --to {to}: name the first day first.")
    done = export_ledger(
        *_ledger(state, config, key),
        sys.stdout,
        start=start,
        end=end,
        form=ExportFormat(format_),
    )
    for problem in done.verification.problems:  # The export may lack what they name.
        print(problem, file=sys.stderr)
    sys.exit(0 if done.verification.intact else EXIT_NOT_INTACT)


@app.command()
def purge(
    before: Annotated[str, typer.Option(help="Remove what is older than this day, YYYY-MM-DD")],
    state: StateOption = None,
    config: ConfigOption = None,
    key: KeyOption = None,
) -> None:
    """Remove old consents by the retention rule; the chain stays verifiable."""
    from consent.purge import purge as purge_ledger

    done = purge_ledger(
        *_ledger(state, config, key),
        before=_start_of(before),
        now=datetime.now().astimezone(),
    )
    tell(f"{done.removed} entries removed")


def _tell_and_end(found: "Verification") -> NoReturn:
    for problem in found.problems:
        print(problem)
    tell(f"{found.entries} entries, {'intact' if found.intact else 'NOT intact'}")
    sys.exit(0 if found.intact else EXIT_NOT_INTACT)


def _ledger(
    state: Path | None, config: Path | None, key: Path | None
) -> tuple[Path, "KeyProvider"]:
    """The ledger in that folder and its key, neither of which is made anew."""
    from consent.keys import KeyFile, kiosk_keys

    folder = state_folder(state, config)
    ledger = folder / "consent.sqlite"
    if not ledger.is_file():
        raise SetupFault(f"There is no consent ledger at {ledger}: see --state.")
    if key is not None:
        return ledger, KeyFile(key, create=False)
    return ledger, kiosk_keys(folder / "consent.key", ledger, create=False)


def _start_of(day: str) -> datetime:
    return datetime.combine(_day(day), time.min, tzinfo=JST)


def _end_of(day: str) -> datetime:
    try:
        return _start_of(day) + timedelta(days=1)
    except OverflowError:  # 9999-12-31 is how some say "no end".
        return datetime.max.replace(tzinfo=JST)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SetupFault(f"{text!r} is not a day; write it as YYYY-MM-DD.") from None
