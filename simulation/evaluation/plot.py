"""DET curves and score distributions as one PNG, drawn with what is there anyway."""

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from faceauth.errors import PicturesUnusable
from simulation.evaluation.report import Measured

_PANEL_PX = 640
_MARGIN_PX = 70
_COLOURS = ((200, 80, 30), (40, 140, 40), (40, 40, 210), (150, 60, 150), (90, 90, 90))
_FLOOR = 1e-4

Canvas = NDArray[np.uint8]


def draw(sets: Sequence[Measured], threshold: float, path: Path) -> None:
    """Write the picture; raises `PicturesUnusable` when it cannot be written."""
    panels = [
        _det("product", [(each.name, each.scores, each.trials.genuine) for each in sets]),
        _det("stock", [(each.name, each.trials.stock, each.trials.genuine) for each in sets]),
        _distributions(sets, threshold),
    ]
    _, data = cv2.imencode(".png", np.hstack(panels))
    try:
        path.write_bytes(data.tobytes())
    except OSError as error:
        raise PicturesUnusable(f"{path}: {error.strerror}") from None


def _det(
    title: str, curves: Sequence[tuple[str, NDArray[np.float64], NDArray[np.bool_]]]
) -> Canvas:
    """False rejects over false accepts, both axes logarithmic from 1e-4 to 1."""
    canvas = _empty(f"DET {title}: x false accepts, y false rejects (1e-4 .. 1)")
    for decade in range(5):
        share = decade / 4
        _line(canvas, np.array([[share, 0.0], [share, 1.0]]), (225, 225, 225))
        _line(canvas, np.array([[0.0, share], [1.0, share]]), (225, 225, 225))
    for number, (name, scores, genuine) in enumerate(curves):
        finite = scores[np.isfinite(scores)]
        steps = np.quantile(finite, np.linspace(0, 1, 400))
        accepts = np.array([np.mean(scores[~genuine] < step) for step in steps])
        rejects = np.array([np.mean(scores[genuine] >= step) for step in steps])
        points = np.stack([_logarithmic(accepts), _logarithmic(rejects)], axis=1)
        _line(canvas, points, _COLOURS[number % len(_COLOURS)])
        _legend(canvas, number, name)
    return canvas


def _distributions(sets: Sequence[Measured], threshold: float) -> Canvas:
    canvas = _empty("score 0 .. 1.5: same person left, strangers right; bar: threshold")
    _line(canvas, np.array([[threshold / 1.5, 0.0], [threshold / 1.5, 1.0]]), (0, 0, 0))
    for number, each in enumerate(sets):
        for kind in (each.trials.genuine, ~each.trials.genuine):
            counts, edges = np.histogram(each.scores[kind], bins=75, range=(0, 1.5))
            heights = counts / max(int(counts.max()), 1) * 0.95
            points = np.stack([edges[:-1] / 1.5, heights], axis=1)
            _line(canvas, points, _COLOURS[number % len(_COLOURS)])
        _legend(canvas, number, each.name)
    return canvas


def _logarithmic(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 - np.log10(np.maximum(shares, _FLOOR)) / np.log10(_FLOOR))


def _empty(title: str) -> Canvas:
    canvas = np.full((_PANEL_PX, _PANEL_PX, 3), 255, np.uint8)
    end = _PANEL_PX - _MARGIN_PX
    cv2.rectangle(canvas, (_MARGIN_PX, _MARGIN_PX), (end, end), (120, 120, 120), 1)
    _text(canvas, title, (20, 40))
    return canvas


def _line(canvas: Canvas, points: NDArray[np.float64], colour: tuple[int, int, int]) -> None:
    inner = _PANEL_PX - 2 * _MARGIN_PX
    x = _MARGIN_PX + points[:, 0] * inner
    y = _PANEL_PX - _MARGIN_PX - points[:, 1] * inner
    pixels = np.round(np.stack([x, y], axis=1)).astype(np.int32)
    cv2.polylines(canvas, [pixels], False, colour, 1, cv2.LINE_AA)


def _legend(canvas: Canvas, number: int, name: str) -> None:
    at = (_MARGIN_PX + 10, _MARGIN_PX + 22 + 20 * number)
    _text(canvas, name, at, _COLOURS[number % len(_COLOURS)])


def _text(
    canvas: Canvas, text: str, at: tuple[int, int], colour: tuple[int, int, int] = (0, 0, 0)
) -> None:
    cv2.putText(canvas, text, at, cv2.FONT_HERSHEY_SIMPLEX, 0.45, colour, 1, cv2.LINE_AA)
