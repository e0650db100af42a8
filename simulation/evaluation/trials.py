"""Comparisons between people of a set: one card photo against some live frames, fused."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceauth.pictures import Seen
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

    def only(self, rows: NDArray[np.bool_]) -> "Trials":
        return Trials(
            self.cards[rows],
            self.frames[rows],
            self.card_person[rows],
            self.live_person[rows],
            self.stock[rows],
        )


@dataclass(frozen=True)
class Sides:
    """What of each picture is compared; None where nothing can be."""

    card: Callable[[Picture], Seen | None]
    live: Callable[[Picture], Seen | None]


def _good_card(picture: Picture) -> Seen | None:
    return picture.card if is_usable_card(picture) else None


def _good_frame(picture: Picture) -> Seen | None:
    return picture.live if is_usable_frame(picture) else None


AS_THEY_ARE = Sides(_good_card, _good_frame)
POOR_CARD = Sides(lambda picture: _good_card(picture) and picture.poor_card, _good_frame)


def degraded_by(name: str) -> Sides:
    """Frames that were good before; whether the quality gate would take them now is not asked."""
    return Sides(_good_card, lambda picture: _good_frame(picture) and picture.degraded.get(name))


def make_trials(faces: FaceSet, frames: int, sides: Sides = AS_THEY_ARE) -> Trials:
    """All card photos of the set against sets of `frames` live frames of each person."""
    rows = list(_rows(faces, frames, sides, _chooser()))
    return Trials(
        cards=np.array([row.card.embedding for row in rows]),
        frames=np.array([[frame.embedding for frame in row.frames] for row in rows]),
        card_person=np.array([row.card_person for row in rows], dtype=np.intp),
        live_person=np.array([row.live_person for row in rows], dtype=np.intp),
        stock=np.array([row.stock for row in rows]),
    )


@dataclass(frozen=True)
class _Row:
    card: Seen
    frames: tuple[Seen, ...]
    card_person: int
    live_person: int
    stock: float


def _rows(faces: FaceSet, frames: int, sides: Sides, choose: Choice) -> Iterator[_Row]:
    people = [
        [(picture, sides.card(picture), sides.live(picture)) for picture in person.pictures]
        for person in faces.people
    ]
    for (own, card_side), (other, live_side) in itertools.product(enumerate(people), repeat=2):
        for number, (card_picture, card, _) in enumerate(card_side):
            if card is None:
                continue
            live = [
                index
                for index, (_, _, frame) in enumerate(live_side)
                if frame is not None and not (own == other and index == number)
            ]
            most = _GENUINE_SETS_AT_MOST if own == other else _IMPOSTOR_SETS_AT_MOST
            for chosen in choose(list(itertools.combinations(live, frames)), most):
                seen = tuple(frame for i in chosen if (frame := live_side[i][2]) is not None)
                stock = _stock_distance(card_picture, [live_side[i][0] for i in chosen])
                yield _Row(card, seen, own, other, stock)


def is_usable_card(picture: Picture) -> bool:
    return picture.card is not None and picture.card.problem_as_card is not Guidance.LOOK_STRAIGHT


def is_usable_frame(picture: Picture) -> bool:
    return picture.live is not None and picture.live.problem is Guidance.NONE


def _chooser() -> Choice:
    random = np.random.default_rng(0)

    def choose(all_sets: Sequence[tuple[int, ...]], most: int) -> Sequence[tuple[int, ...]]:
        if len(all_sets) <= most:
            return all_sets
        return [all_sets[i] for i in random.permutation(len(all_sets))[:most]]

    return choose


def _stock_distance(card: Picture, frames: Sequence[Picture]) -> float:
    reference = None if card.card is None else card.card.stock
    return float(
        np.mean(
            [_distance(reference, frame.live.stock if frame.live else None) for frame in frames]
        )
    )


def _distance(one: Embedding | None, other: Embedding | None) -> float:
    return np.inf if one is None or other is None else float(np.linalg.norm(one - other))
