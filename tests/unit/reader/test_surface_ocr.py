"""Reading the printed side, from the picture of a camera to the parts of 照合番号B."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from reader.errors import SurfaceUnreadable
from reader.port import SurfaceReading
from reader.surface.ocr import Image, OcrSurfaceScanner, RapidLines
from simulation.card.content import CardContent, load_content
from simulation.card.printed_card import printed_card
from simulation.evaluation.captures import FRAME_PX, Frame, capture, distortion

RNG_SEED = 7


class Camera:
    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def frame(self) -> Image:
        return self._frame


class Says:
    """An OCR engine that reads what it is told, line after line."""

    def __init__(self, *lines: str, confidence: float = 0.99) -> None:
        self._lines: Iterator[str] = iter(lines)
        self._confidence = confidence

    def read_line(self, line: Image) -> tuple[str, float]:
        return next(self._lines, ""), self._confidence


@pytest.fixture(scope="module")
def lines() -> RapidLines:
    pytest.importorskip("rapidocr", reason="the OCR engine is optional (package rapidocr)")
    return RapidLines()


@pytest.fixture
def frame(hanako: CardContent) -> Frame:
    rng = np.random.default_rng(RNG_SEED)
    return capture(printed_card(hanako.surface), distortion(rng), rng)


@pytest.mark.parametrize(
    ("quarter_turns", "sleeve"), [(0, True), (1, False), (2, True), (3, False)]
)
def test_a_card_lying_any_way(
    lines: RapidLines, hanako: CardContent, quarter_turns: int, sleeve: bool
) -> None:
    rng = np.random.default_rng(RNG_SEED + quarter_turns)
    how = distortion(rng)
    how = replace(how, turned=how.turned % 8 + 90 * quarter_turns, sleeve=sleeve)
    taken = capture(printed_card(hanako.surface), how, rng)
    assert OcrSurfaceScanner(Camera(taken), lines).scan() == hanako.surface.reading


@pytest.mark.parametrize(
    "person", ["akari", "wakaba", "gaiji"], ids=["令和 without photo", "平成", "昭和64年"]
)
def test_cards_of_other_eras(lines: RapidLines, cards_dir: Path, person: str) -> None:
    surface = load_content(cards_dir, person).surface
    rng = np.random.default_rng(RNG_SEED)
    taken = capture(printed_card(surface), distortion(rng), rng)
    assert OcrSurfaceScanner(Camera(taken), lines).scan() == surface.reading


def test_worse_pictures_than_life_are_refused_and_not_misread(
    lines: RapidLines, hanako: CardContent
) -> None:
    printed, ended = printed_card(hanako.surface), []
    for seed in range(12):
        rng = np.random.default_rng(seed)
        how = replace(
            distortion(rng),
            blur_px=int(rng.integers(6, 22)),
            noise=float(rng.uniform(10, 50)),
            glare=float(rng.uniform(0.5, 1)),
            jpeg_quality=int(rng.integers(10, 50)),
        )
        try:
            found = OcrSurfaceScanner(Camera(capture(printed, how, rng)), lines).scan()
        except SurfaceUnreadable:
            ended.append("refused")
        else:
            assert found == hanako.surface.reading
            ended.append("read")
    assert "refused" in ended  # They really are that bad.


def test_no_card_below_the_camera() -> None:
    width, height = FRAME_PX
    for empty in (
        np.zeros((height, width, 3), np.uint8),
        np.full((height, width, 3), 90, np.uint8),
    ):
        with pytest.raises(SurfaceUnreadable):
            OcrSurfaceScanner(Camera(empty), Says("2031年5月5日まで有効")).scan()


EXPIRY, BIRTH = "2031年5月5日まで有効", "昭和50年5月5日生 性別 女"


def test_two_looks_that_agree(frame: Frame) -> None:
    found = OcrSurfaceScanner(Camera(frame), Says(EXPIRY, BIRTH, "4821", "4821")).scan()
    assert (found.birth_date, found.expires_year) == (date(1975, 5, 5), 2031)
    assert found.security_code == "4821"


def test_the_first_year_of_an_era_has_a_name(frame: Frame) -> None:
    said = Says("2028年3月31日まで有効", "平成元年3月31日生 性別 女", "2285", "2285")
    assert OcrSurfaceScanner(Camera(frame), said).scan().birth_date == date(1989, 3, 31)


def test_a_foreign_residents_year_is_a_western_one(frame: Frame) -> None:
    found = OcrSurfaceScanner(Camera(frame), Says(EXPIRY, "1985年5月5日生", "4821", "4821")).scan()
    assert found == SurfaceReading(date(1985, 5, 5), 2031, "4821", is_western=True)


@pytest.mark.parametrize(
    "said",
    [
        (EXPIRY, BIRTH, "4821", "4827"),  # two looks, two codes
        (EXPIRY, "昭和50年5月6日生", "4821", "4821", "昭和50年5月5日生", EXPIRY),
        (EXPIRY, "昭和70年5月5日生", "4821", "4821"),  # 昭和 ended in its year 64
        (EXPIRY, "平成元年1月7日生", "4821", "4821"),  # still 昭和64年
        ("2031年2月30日まで有効", BIRTH, "4821", "4821"),
        (EXPIRY, BIRTH, "482", "482"),
        (EXPIRY, BIRTH, "48２1", "48２1"),
    ],
)
def test_what_does_not_agree_or_cannot_be_is_not_told(frame: Frame, said: tuple[str, ...]) -> None:
    with pytest.raises(SurfaceUnreadable):
        OcrSurfaceScanner(Camera(frame), Says(*said)).scan()


def test_an_unsure_engine_is_not_believed(frame: Frame) -> None:
    unsure = Says(EXPIRY, BIRTH, "4821", "4821", confidence=0.5)
    with pytest.raises(SurfaceUnreadable):
        OcrSurfaceScanner(Camera(frame), unsure).scan()


def test_the_engine_is_loaded_only_where_it_reads() -> None:
    code = "import sys, reader.surface.ocr; sys.exit('rapidocr' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
