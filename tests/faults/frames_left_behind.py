"""Plays a face session and stays, once its patient has gone, until a line comes in.

Writes pieces of the frames that the screen was given into a file, without keeping any itself.
"""

import os
import sys
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from kiosk.compose.kiosk import Kiosk
from kiosk.worker.preview import PreviewMemory
from simulation.demo.world import default_world
from simulation.hardware import CardTransport
from simulation.rehearsal.director import Options, play_repeatedly
from simulation.rehearsal.scenario import load

PIECE_PX = 40


def main(pieces: Path) -> None:
    file = os.open(pieces, os.O_WRONLY | os.O_CREAT)
    latest, stop = PreviewMemory.latest, Kiosk.stop

    def recorded(memory: PreviewMemory) -> tuple[int, NDArray[np.uint8]] | None:
        newest = latest(memory)
        if newest is not None:
            height, width, _ = newest[1].shape
            left = (width - PIECE_PX) // 2
            os.write(file, newest[1][height // 2, left : left + PIECE_PX].data)
        return newest

    def stopped(kiosk: Kiosk) -> None:
        print("gone", flush=True)
        sys.stdin.readline()
        stop(kiosk)

    options = Options(default_world(), CardTransport.LOOPBACK)
    with patch.object(PreviewMemory, "latest", recorded), patch.object(Kiosk, "stop", stopped):
        (report,) = play_repeatedly(load("face-with-moves"), options, 1)
    print(report.as_text(), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
