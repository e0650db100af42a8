"""`docs/stops.md`: how a reception can end at the counter, from `kiosk/session/stops.py`."""

from __future__ import annotations

from pathlib import Path

from kiosk.session.stops import STOPS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "stops.md"


def page() -> str:
    rows = [
        f"| {stop.code} | `{reason.value}` | {stop.cause} | {stop.patient} | {stop.staff} |"
        for reason, stop in STOPS.items()
    ]
    return "\n".join(
        [
            "# When a reception stops",
            "",
            "Written by `make pages`; do not edit. The code stands small on the screen. 001, 002",
            "and 006 are the codes of the readers in the field; no other of theirs is public.",
            "Those with U are ours. The log has the name in the second column.",
            "",
            "| Code | Name | Why | The patient | Staff |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )
