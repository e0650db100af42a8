"""`uketsuke results …`: what waits for the receipt computer, and what it gets."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from common.japan import JST
from common.operators import tell
from kiosk.cli.options import ConfigOption, StateOption, state_folder
from kiosk.errors import SetupFault

app = typer.Typer(no_args_is_help=True, help="Results for the receipt computer.")

_LATE_AFTER_S = 60
"""The receipt computer waits so long for the patient at the kiosk (sources: domain 5.8)."""


@app.command()
def queue(
    state: StateOption = None,
    config: ConfigOption = None,
) -> None:
    """List what has not reached the receipt computer yet; nothing personal is shown."""
    from consent.outbox import waiting
    from consent.port import MessageState

    said = {
        MessageState.REPORT: "waits for the online service",
        MessageState.DELIVER: "waits for the receipt computer's folder",
        MessageState.PUBLISH: "waits for the receipt computer's folder",
        MessageState.REFUSED: "refused by the online service: place the card again",
    }
    messages = waiting(state_folder(state, config) / "consent.sqlite")
    for message in messages:
        age_s = round((datetime.now(UTC) - message.stored_at).total_seconds())
        age = f"{age_s} s, late: match it by hand" if age_s > _LATE_AFTER_S else f"{age_s} s"
        done_at = message.stored_at.astimezone(JST)
        tell(f"{done_at:%Y-%m-%d %H:%M:%S}  session {message.key}  {said[message.state]} ({age})")
    tell(f"{len(messages)} waiting")


@app.command()
def watch(
    folder: Annotated[Path, typer.Argument(help="The folder storage.results names")],
    existing: Annotated[
        bool, typer.Option("--existing", help="Also what lies there already")
    ] = False,
    count: Annotated[int | None, typer.Option(min=1, help="End after so many results")] = None,
    personal: Annotated[
        bool,
        typer.Option(
            "--personal", help="Print names and numbers, as a receipt computer takes them in"
        ),
    ] = False,
) -> None:
    """Print each result as it arrives: a reference for a receipt computer's author."""
    from qualification.result_reader import ResultWatch, describe

    if not folder.is_dir():
        raise SetupFault(f"{folder} is no folder. Name the one that storage.results names.")
    seen = 0
    tell(f"watching {folder}; Ctrl-C ends")
    try:
        for arrived in ResultWatch(folder, skip_existing=not existing):
            for line in describe(arrived, personal=personal):
                print(line, flush=True)
            seen += 1
            if seen == count:
                return
    except KeyboardInterrupt:
        pass
