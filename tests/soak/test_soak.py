"""A few sessions of the soak; `make prove NAME=soak` plays two thousand."""

from pathlib import Path

import pytest

from simulation.card_slot.pcscd import why_unavailable
from simulation.demo.world import PICTURES, default_world
from tests.soak.drawn import draw
from tests.soak.prove import prove

SEED = 7842
"""With seven kinds of faults in the first ten sessions, and each way to prove who one is."""
SESSIONS = 10
SIZE_PX = (540, 960)
"""A quarter of the pixels of the long proof's window: the CPU draws in the place of a GPU."""

pytestmark = [
    pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable())),
    pytest.mark.skipif(
        not all((default_world().photos / name).is_file() for name in PICTURES),
        reason="the demo people's photographs are not set up (make setup)",
    ),
]


def test_one_kiosk_receives_patient_after_patient_whatever_goes_wrong(tmp_path: Path) -> None:
    drawn = [draw(SEED, number, frozen=frozenset()) for number in range(1, SESSIONS + 1)]
    assert prove(tmp_path, SEED, drawn, tmp_path / "soak.jsonl", SIZE_PX) == []
