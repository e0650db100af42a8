"""The two engines of ADR 14 on the same captures: `python -m tests.unit.reader.compare_ocr COUNT`.

Needs Debian's tesseract-ocr and tesseract-ocr-jpn.
"""

import sys

import pytesseract  # type: ignore[import-untyped]

from reader.surface.ocr import Image, RapidLines
from simulation.evaluation.surface_trial import run_trial
from tests.unit.reader.photos import drawn_world


class TesseractLines:
    """Debian's tesseract with Japanese data, one line at a time."""

    def read_line(self, line: Image) -> tuple[str, float]:
        found = pytesseract.image_to_data(
            line, lang="jpn", config="--psm 7", output_type=pytesseract.Output.DICT
        )
        words = [
            (text, float(confidence))
            for text, confidence in zip(found["text"], found["conf"], strict=True)
            if text.strip()
        ]
        if not words:
            return "", 0.0
        return "".join(text for text, _ in words), min(score for _, score in words) / 100


class Unsure:
    """The same engine with its confidence passed over: its text alone counts."""

    def __init__(self, lines: TesseractLines) -> None:
        self._lines = lines

    def read_line(self, line: Image) -> tuple[str, float]:
        return self._lines.read_line(line)[0], 1.0


def main() -> None:
    cards = drawn_world() / "cards"
    for lines in (RapidLines(), TesseractLines(), Unsure(TesseractLines())):
        print(type(lines).__name__, run_trial(cards, lines, int(sys.argv[1])), flush=True)


if __name__ == "__main__":
    main()
