"""Stands in for the camera above the card: tells the printed parts of the card that lies there."""

from pathlib import Path

from reader.errors import SurfaceUnreadable
from reader.port import SurfaceReading
from simulation.card.content import load_content
from simulation.card_slot.control import control_file


class SimulatedSurfaceScanner:
    def __init__(self, control_dir: Path, cards_dir: Path) -> None:
        self._control = control_file(control_dir)
        self._cards_dir = cards_dir

    def scan(self) -> SurfaceReading:
        """Raises `SurfaceUnreadable` when no card lies there, or its face is dirty."""
        state = self._control.read()
        if state.person is None or not state.surface_readable:
            raise SurfaceUnreadable
        try:
            return load_content(self._cards_dir, state.person).surface.reading
        except (OSError, ValueError):
            raise SurfaceUnreadable from None
