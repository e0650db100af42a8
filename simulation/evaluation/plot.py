"""DET curves and score distributions as one PNG."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from faceauth.errors import PicturesUnusable
from simulation.evaluation.report import Measured

_FLOOR = 1e-4
_FARTHEST = 1.5
"""Unit vectors of two people who are not alike at all are some 1.4 apart."""


def draw(sets: Sequence[Measured], threshold: float, path: Path) -> None:
    """Write the picture; raises `PicturesUnusable` when it cannot be written."""
    figure = Figure(figsize=(18, 6), layout="constrained")
    product, stock, scores = figure.subplots(1, 3)
    for each in sets:
        _det(product, each.name, each.scores, each.trials.genuine)
        _det(stock, each.name, each.trials.stock, each.trials.genuine)
        _distribution(scores, each)
    product.set_title("product")
    stock.set_title("stock")
    scores.axvline(threshold, color="black", linewidth=1)
    scores.set(xlabel="score: same person left, strangers right; bar: threshold", ylabel="density")
    for axes in (product, stock, scores):
        axes.legend()
    try:
        figure.savefig(path, format="png", dpi=100)
    except OSError as error:
        raise PicturesUnusable(f"{path}: {error.strerror}") from None


def _det(axes: Axes, name: str, scores: NDArray[np.float64], genuine: NDArray[np.bool_]) -> None:
    """False rejects over false accepts, both axes logarithmic."""
    steps = np.quantile(scores[np.isfinite(scores)], np.linspace(0, 1, 400))
    accepts = [np.mean(scores[~genuine] < step) for step in steps]
    rejects = [np.mean(scores[genuine] >= step) for step in steps]
    axes.loglog(np.maximum(accepts, _FLOOR), np.maximum(rejects, _FLOOR), label=name)
    axes.set(xlabel="false accepts", ylabel="false rejects", xlim=(_FLOOR, 1), ylim=(_FLOOR, 1))
    axes.grid(True, alpha=0.3)


def _distribution(axes: Axes, measured: Measured) -> None:
    genuine = measured.trials.genuine
    for kind, of_whom in ((genuine, "same person"), (~genuine, "strangers")):
        axes.hist(
            measured.scores[kind],
            bins=75,
            range=(0, _FARTHEST),
            density=True,
            histtype="step",
            label=f"{measured.name}, {of_whom}",
        )
