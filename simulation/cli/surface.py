"""`uketsuke surface …`: how well the printed side of a card is read; exit code 1 below the bar."""

import json
import signal
import sys
from dataclasses import asdict
from datetime import date
from typing import Annotated

import typer

from common.operators import tell
from kiosk.errors import SetupFault

app = typer.Typer(no_args_is_help=True)

EXIT_BELOW_THE_BAR = 1
MIN_EXACT_SHARE = 0.98
MAX_MEDIAN_MS = 400


@app.callback()
def surface() -> None:
    """The camera above the card."""  # Keeps `evaluate` a command of its own.


@app.command()
def evaluate(
    captures: Annotated[int, typer.Option(min=1, help="Pictures to take")] = 500,
    seed: Annotated[int, typer.Option(min=0, help="Another number, other pictures")] = 0,
    json_: Annotated[bool, typer.Option("--json", help="One JSON object")] = False,
) -> None:
    """Read rendered captures of the demo people's cards, and print how well it went."""
    from kiosk import log
    from reader.surface.ocr import RapidLines
    from simulation.card.issue import issue_cards
    from simulation.demo.world import default_world
    from simulation.evaluation.surface_trial import run_trial
    from simulation.people import PEOPLE_FILE

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it wherever it is.
    log.configure(None)
    world = default_world()
    issue_cards(PEOPLE_FILE, world.photos, world.cards, date.today())
    try:
        trial = run_trial(world.cards, RapidLines(), captures, seed)
    except ImportError:
        raise SetupFault("The OCR engine is not installed (package rapidocr).") from None
    passed = (
        trial.exact_share >= MIN_EXACT_SHARE
        and not trial.accepted_wrong
        and trial.median_ms <= MAX_MEDIAN_MS
    )
    if json_:
        print(json.dumps(asdict(trial) | {"exact_share": trial.exact_share, "passed": passed}))
    else:
        tell(f"captures             {trial.captures}")
        tell(f"all three exact      {trial.exact} ({trial.exact_share:.1%})")
        tell(f"unreadable           {trial.unreadable}")
        tell(f"wrong, caught        {trial.wrong}")
        tell(f"wrong, accepted      {trial.accepted_wrong}")
        tell(f"median, 95 %         {trial.median_ms:.0f} ms, {trial.p95_ms:.0f} ms")
    sys.exit(0 if passed else EXIT_BELOW_THE_BAR)
