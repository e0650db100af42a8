"""How well the printed side is read: many captures of virtual cards, all kinds, all distortions."""

import statistics
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from reader.errors import NumberBImplausible, SurfaceUnreadable
from reader.number_b import check_number_b, number_b_of
from reader.port import SurfaceReading
from reader.surface.ocr import LineReader, OcrSurfaceScanner
from simulation.card.content import Surface, load_content
from simulation.card.printed_card import printed_card
from simulation.evaluation.captures import Frame, capture, distortion


@dataclass(frozen=True)
class Trial:
    """`wrong` were read wrongly but caught by the chip's expiry, `accepted_wrong` were not."""

    captures: int
    exact: int
    unreadable: int
    wrong: int
    accepted_wrong: int
    median_ms: float
    p95_ms: float

    @property
    def exact_share(self) -> float:
        return self.exact / self.captures


class _OneFrame:
    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def frame(self) -> Frame:
        return self._frame


def run_trial(cards_dir: Path, lines: LineReader, captures: int, seed: int = 0) -> Trial:
    """Capture `captures` pictures of the cards in turn. Raises `OSError`, `ValueError`."""
    people = sorted(path.parent.name for path in cards_dir.glob("*/card.json"))
    if not people:
        raise FileNotFoundError(f"no cards in {cards_dir}")
    surfaces = [load_content(cards_dir, person).surface for person in people]
    printed = [printed_card(surface) for surface in surfaces]
    lines.read_line(np.full((48, 320, 3), 255, np.uint8))  # Loads the model; not a reading.
    endings = {"exact": 0, "unreadable": 0, "wrong": 0, "accepted_wrong": 0}
    times_ms = []
    for number in range(captures):
        rng = np.random.default_rng((seed, number))
        which = number % len(people)
        frame = capture(printed[which], distortion(rng), rng)
        started = time.perf_counter()
        found = _read(frame, lines)
        times_ms.append((time.perf_counter() - started) * 1000)
        endings[_judge(found, surfaces[which])] += 1
    return Trial(
        captures=captures,
        **endings,
        median_ms=statistics.median(times_ms),
        p95_ms=float(np.percentile(times_ms, 95)),
    )


def _read(frame: Frame, lines: LineReader) -> SurfaceReading | None:
    try:
        return OcrSurfaceScanner(_OneFrame(frame), lines).scan()
    except SurfaceUnreadable:
        return None


def _judge(found: SurfaceReading | None, surface: Surface) -> str:
    if found is None:
        return "unreadable"
    if found == surface.reading:
        return "exact"
    try:
        check_number_b(number_b_of(found), surface.expires, date.today())
    except NumberBImplausible:
        return "wrong"
    return "accepted_wrong"
