"""Reads 照合番号B's parts off the printed card: finds it in the picture, rectifies, reads.

A misread digit costs the patient a try, so a reading counts only when two looks at each field,
prepared differently, agree; the chip's own expiry is compared afterwards (`reader.number_b`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib import import_module
from typing import Any, Protocol

import cv2
import numpy as np
import numpy.typing as npt

from reader.errors import SurfaceUnreadable
from reader.number_b import Era, day_in_era
from reader.port import SurfaceReading
from reader.surface import layout

Image = npt.NDArray[np.uint8]

PX_PER_MM = 12
CARD_PX = (round(layout.WIDTH_MM * PX_PER_MM), round(layout.HEIGHT_MM * PX_PER_MM))
SEARCH_WIDTH_PX = 800
MIN_CARD_SHARE = 0.08
"""Of the frame; a smaller card has too few pixels per digit."""

GLARE_PX = 75
"""A band of glare beside the card is narrower than this in the search picture; the card is not."""

MIN_CONFIDENCE = 0.80
_MARGIN_MM = 1.0


class FrameSource(Protocol):
    """The camera above the card."""

    def frame(self) -> Image:
        """Height × width × 3, BGR. Raises `SurfaceUnreadable`."""
        ...


class LineReader(Protocol):
    """An OCR engine for one line of printed Japanese."""

    def read_line(self, line: Image) -> tuple[str, float]:
        """(text, confidence 0..1)"""
        ...


def engine_is_installed() -> bool:
    """It is a part of its own of the bundle and of Debian's packages.

    The bundle has the Python of both packages all the same; what is missing is the library.
    """
    try:
        for package in ("onnxruntime", "rapidocr"):
            import_module(package)
    except ImportError:
        return False
    return True


class RapidLines:
    """RapidOCR's recognition alone: where the lines stand is known."""

    @cached_property
    def _engine(self) -> Any:
        from rapidocr import RapidOCR  # Heavy, and optional: loaded where a scanner is used.

        return RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.text_score": 0.0,
                # A second one gains 10 ms per card, and costs more where it has to share its core.
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            }
        )

    def read_line(self, line: Image) -> tuple[str, float]:
        found = self._engine(line, use_det=False, use_cls=False, use_rec=True)
        if not found.txts:
            return "", 0.0
        return found.txts[0], float(found.scores[0])


class OcrSurfaceScanner:
    """Implements `SurfaceScanner` over a camera and an OCR engine."""

    def __init__(self, frames: FrameSource, lines: LineReader) -> None:
        self._frames = frames
        self._lines = lines

    def scan(self) -> SurfaceReading:
        frame = self._frames.frame()
        for upright in upright_cards(frame):
            expires = _expiry(self._look(upright, layout.EXPIRY))
            if expires is None:
                continue  # Upside down, or the sleeve's edge was taken for the card's.
            birth = _birth(self._look(upright, layout.BIRTH))
            code = _code(self._look(upright, layout.CODE))
            if birth is None or code is None:
                continue
            if self._is_confirmed(upright, expires, birth, code):
                return SurfaceReading(birth.day, expires.year, code, birth.is_western)
        raise SurfaceUnreadable

    def _is_confirmed(self, upright: Image, expires: date, birth: "_Birth", code: str) -> bool:
        """A second look with another contrast and another cut."""
        again = cv2.cvtColor(_flattened(upright), cv2.COLOR_GRAY2BGR)
        image = np.asarray(again, np.uint8)
        if _code(self._look(image, layout.CODE, margin_mm=0.7)) != code:
            return False
        if (birth.day.month, birth.day.day) == (expires.month, expires.day):
            return True  # Valid until a birthday, as most cards: the two confirm each other.
        return (
            _birth(self._look(image, layout.BIRTH, margin_mm=0.7)) == birth
            and _expiry(self._look(image, layout.EXPIRY, margin_mm=0.7)) == expires
        )

    def _look(self, upright: Image, box: layout.Box, margin_mm: float = _MARGIN_MM) -> str:
        left, top = box.left_mm - margin_mm, box.top_mm - margin_mm
        right, bottom = box.right_mm + margin_mm, box.bottom_mm + margin_mm
        sides = (max(0, round(side * PX_PER_MM)) for side in (left, top, right, bottom))
        x1, y1, x2, y2 = sides
        text, confidence = self._lines.read_line(upright[y1:y2, x1:x2])
        return text if confidence >= MIN_CONFIDENCE else ""


def upright_cards(frame: Image) -> Iterator[Image]:
    """Rectified pictures that may be the card, the likelier first: outlines, both ways up."""
    for outline in outlines(frame):
        target = np.array([(0, 0), (CARD_PX[0], 0), CARD_PX, (0, CARD_PX[1])], np.float32)
        flat = np.asarray(
            cv2.warpPerspective(
                frame, cv2.getPerspectiveTransform(outline, target), CARD_PX, flags=cv2.INTER_CUBIC
            ),
            np.uint8,
        )
        turned = np.ascontiguousarray(flat[::-1, ::-1])
        yield from sorted((flat, turned), key=_ink_on_the_right)


def _ink_on_the_right(upright: Image) -> float:
    """Small where the lower right quarter, below the fields, is blank as it should be."""
    grey = _flattened(upright)
    height, width = grey.shape
    return float(np.mean(grey[int(height * 0.4) :, int(width * 0.88) :] < 110))


def outlines(frame: Image) -> Iterator[npt.NDArray[np.float32]]:
    """Corners of what may be the card, clockwise, its long side first: 4 × 2 px."""
    scale = SEARCH_WIDTH_PX / frame.shape[1]
    small = cv2.resize(frame, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    blurred = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), (5, 5), 0)
    grey = np.asarray(blurred, np.uint8)
    inside = np.ones(grey.shape, bool)
    for _ in range(2):  # A sleeve is brighter than the table, the card brighter than the sleeve.
        blob = _largest_blob((grey > _otsu(grey[inside])) & inside)
        if blob is None:
            return
        corners = _corners(blob)
        if corners is not None:
            yield (corners / scale).astype(np.float32)
        filled = cv2.drawContours(np.zeros(grey.shape, np.uint8), [blob], -1, 1, cv2.FILLED)
        inside = np.asarray(filled, bool)


def _largest_blob(bright: npt.NDArray[np.bool_]) -> npt.NDArray[np.int32] | None:
    """Its outline, n × 1 × 2 px, without the photo's hole and without bands of glare beside it."""
    mask = np.where(bright, 255, 0).astype(np.uint8)
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    whole = cv2.drawContours(np.zeros_like(mask), contours, -1, 255, cv2.FILLED)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (GLARE_PX, GLARE_PX))
    opened = cv2.morphologyEx(whole, cv2.MORPH_OPEN, disc)
    contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not contours:
        return None
    largest = max(contours, key=cv2.contourArea)
    if cv2.contourArea(largest) < MIN_CARD_SHARE * mask.size:
        return None
    return np.asarray(largest, np.int32)


def _otsu(values: npt.NDArray[np.uint8]) -> float:
    threshold, _ = cv2.threshold(values, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    return float(threshold)


def _corners(outline: npt.NDArray[np.int32]) -> npt.NDArray[np.float32] | None:
    """Where the four sides meet, not where the rounded corners end."""
    box = np.asarray(cv2.boxPoints(cv2.minAreaRect(outline)), np.float32)
    points = outline.reshape(-1, 2).astype(np.float32)
    sides = []
    for start, end in zip(box, np.roll(box, -1, 0), strict=True):
        along = (end - start) / np.linalg.norm(end - start)
        away = points - start
        position = away @ along / np.linalg.norm(end - start)
        distance = np.abs(away @ np.array((-along[1], along[0])))
        limit = 0.12 * np.linalg.norm(end - start)
        near = points[(position > 0.15) & (position < 0.85) & (distance < limit)]
        if len(near) < 20:
            return None
        vx, vy, x, y = cv2.fitLine(near, cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
        sides.append((float(vx), float(vy), float(x), float(y)))
    found = [_meeting(sides[index - 1], sides[index]) for index in range(4)]
    if any(corner is None for corner in found):
        return None
    corners = np.array(found, np.float32)
    first, second = corners[1] - corners[0], corners[2] - corners[1]
    if np.linalg.norm(first) < np.linalg.norm(second):
        corners = np.roll(corners, -1, 0)
    first, second = corners[1] - corners[0], corners[2] - corners[1]
    if first[0] * second[1] - first[1] * second[0] < 0:
        corners = corners[[1, 0, 3, 2]]
    return corners


def _meeting(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> tuple[float, float] | None:
    vx1, vy1, x1, y1 = one
    vx2, vy2, x2, y2 = other
    across = vx1 * vy2 - vy1 * vx2
    if abs(across) < 0.1:
        return None
    way = ((x2 - x1) * vy2 - (y2 - y1) * vx2) / across
    return x1 + way * vx1, y1 + way * vy1


def _flattened(upright: Image) -> Image:
    """Grey, without shadow and glare: divided by its own surroundings."""
    grey = cv2.cvtColor(upright, cv2.COLOR_BGR2GRAY)
    around = cv2.GaussianBlur(cv2.dilate(grey, np.ones((9, 9), np.uint8)), (0, 0), 12)
    return np.asarray(cv2.divide(grey, around, scale=235), np.uint8)


_BIRTH_LINE = re.compile(r"(明治|大正|昭和|平成|令和)(元|\d{1,2})年(\d{1,2})月(\d{1,2})日")
_WESTERN_BIRTH_LINE = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日生")
_EXPIRY_LINE = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日ま")
_CODE_LINE = re.compile(r"\d{4}")


def _tidy(text: str) -> str:
    return re.sub(r"\s", "", text)


@dataclass(frozen=True)
class _Birth:
    """As it is printed."""

    day: date
    is_western: bool = False


def _birth(text: str) -> _Birth | None:
    found = _BIRTH_LINE.search(_tidy(text))
    if found is None:
        return _western_birth(text)
    year = 1 if found[2] == "元" else int(found[2])
    day = day_in_era(Era(found[1]), year, int(found[3]), int(found[4]))
    return None if day is None else _Birth(day)


def _western_birth(text: str) -> _Birth | None:
    found = _WESTERN_BIRTH_LINE.search(_tidy(text))
    if found is None:
        return None
    try:
        return _Birth(date(int(found[1]), int(found[2]), int(found[3])), is_western=True)
    except ValueError:
        return None


def _expiry(text: str) -> date | None:
    found = _EXPIRY_LINE.search(_tidy(text))
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _code(text: str) -> str | None:
    tidy = _tidy(text)
    return tidy if _CODE_LINE.fullmatch(tidy) and tidy.isascii() else None
