"""Comparisons between people of a set: one card photo against some live frames, fused."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceauth.port import Embedding, Guidance
from simulation.evaluation.pictures import FaceSet, Picture

_GENUINE_SETS_AT_MOST = 40
_IMPOSTOR_SETS_AT_MOST = 8
"""Sets of live frames per card photo and live person: more of the same faces tell nothing new."""

Choice = Callable[[Sequence[tuple[int, ...]], int], Sequence[tuple[int, ...]]]


@dataclass(frozen=True, eq=False)
class Trials:
    """Rows belong together; a person is an index within the set."""

    cards: NDArray[np.float64]
    """trials × dimensions."""
    frames: NDArray[np.float64]
    """trials × frames × dimensions."""
    card_person: NDArray[np.intp]
    live_person: NDArray[np.intp]
    stock: NDArray[np.float64]
    """Mean stock distance, infinite where the stock recipe found no face."""

    @property
    def genuine(self) -> NDArray[np.bool_]:
        return np.asarray(self.card_person == self.live_person)


def make_trials(faces: FaceSet, frames: int, seed: int = 0) -> Trials:
    """All card photos of the set against sets of `frames` good live frames of each person."""
    choose = _chooser(seed)
    rows = list(_rows(faces, frames, choose))
    cards = [row[0].card for row in rows]
    return Trials(
        cards=np.array([card.embedding for card in cards if card]),
        frames=np.array([[p.live.embedding for p in row[1] if p.live] for row in rows]),
        card_person=np.array([row[2] for row in rows], dtype=np.intp),
        live_person=np.array([row[3] for row in rows], dtype=np.intp),
        stock=np.array([_stock_distance(row[0], row[1]) for row in rows]),
    )


Row = tuple[Picture, tuple[Picture, ...], int, int]


def _rows(faces: FaceSet, frames: int, choose: Choice) -> Iterator[Row]:
    for (own, card_person), (other, live_person) in itertools.product(
        enumerate(faces.people), repeat=2
    ):
        for number, card in enumerate(card_person.pictures):
            if not is_usable_card(card):
                continue
            live = [
                index
                for index, picture in enumerate(live_person.pictures)
                if is_usable_frame(picture) and not (own == other and index == number)
            ]
            most = _GENUINE_SETS_AT_MOST if own == other else _IMPOSTOR_SETS_AT_MOST
            for chosen in choose(list(itertools.combinations(live, frames)), most):
                yield card, tuple(live_person.pictures[i] for i in chosen), own, other


def is_usable_card(picture: Picture) -> bool:
    return picture.card is not None and picture.card.problem_as_card is not Guidance.LOOK_STRAIGHT


def is_usable_frame(picture: Picture) -> bool:
    return picture.live is not None and picture.live.problem is Guidance.NONE


def _chooser(seed: int) -> Choice:
    random = np.random.default_rng(seed)

    def choose(all_sets: Sequence[tuple[int, ...]], most: int) -> Sequence[tuple[int, ...]]:
        if len(all_sets) <= most:
            return all_sets
        return [all_sets[i] for i in random.permutation(len(all_sets))[:most]]

    return choose


def _stock_distance(card: Picture, frames: tuple[Picture, ...]) -> float:
    assert card.card is not None  # noqa: S101 - Only usable cards are compared.
    distances = [
        _distance(card.card.stock, frame.live.stock) for frame in frames if frame.live is not None
    ]
    return float(np.mean(distances))


def _distance(one: Embedding | None, other: Embedding | None) -> float:
    return np.inf if one is None or other is None else float(np.linalg.norm(one - other))
