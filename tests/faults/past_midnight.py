"""`python -m console` whose day is over once a file is there: its clock is then a day on.

`python -m tests.faults.past_midnight FILE run --config ...`
"""

import sys
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from unittest.mock import patch

from console.cli import console_app

FORGET_EVERY_S = 0.2


def program(file: Path) -> list[str]:
    """Instead of the console's own."""
    return [sys.executable, "-m", "tests.faults.past_midnight", str(file)]


def run(file: Path) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + timedelta(days=file.exists())

    with (
        patch("console.board.datetime", Clock),
        patch("console.signing_in.datetime", Clock),
        patch("console.store.datetime", Clock),
        patch("console.server.FORGET_EVERY_S", FORGET_EVERY_S),
    ):
        console_app()


if __name__ == "__main__":
    told = Path(sys.argv.pop(1))
    run(told)
