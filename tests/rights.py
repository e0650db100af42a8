"""For processes of tests that are about something else than what a process may do."""

from pathlib import Path

from kiosk.confinement.process import Rights
from kiosk.confinement.reach import Reach

ALL = Rights(
    Reach(changes=(Path("/"),), tcp_ports=tuple(range(1, 1 << 16))),
    changes_files=True,
    reaches_network=True,
)
