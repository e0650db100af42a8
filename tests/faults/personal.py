"""What is known of a patient, and how often it stands in some bytes."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from faceauth.matcher import CardFaceMatcher
from simulation.card.content import CardContent, load_content, printed_number
from simulation.demo.world import World
from simulation.people import Person

PIECE_BYTES = 48
DIMENSIONS = 128
ALIKE = 0.5
"""Cosine: two of one person have more, two of strangers some 0.1, and what is no face less."""
LONGEST_RUN = 4096
"""An embedding stands alone, or with a few others; a network's weights stand in long rows."""


class Sought(Protocol):
    """Something personal, under the name that is printed."""

    @property
    def what(self) -> str: ...

    def times_in(self, content: bytes) -> int: ...


@dataclass(frozen=True)
class Bytes:
    what: str
    pieces: tuple[bytes, ...]

    def times_in(self, content: bytes) -> int:
        return sum(content.count(piece) for piece in self.pieces)


@dataclass(frozen=True, eq=False)
class Faces:
    """Embeddings of these faces, and whatever else is as near to one as the same person is."""

    embeddings: NDArray[np.float64]
    what: str = "embedding"

    def times_in(self, content: bytes) -> int:
        return sum(
            self._alike(run, kind)
            for kind in (_AS_USED, _AS_MADE)
            for run in _runs(content[: len(content) // 8 * 8], kind)
        )

    def _alike(self, run: NDArray[np.float64], kind: "_Numbers") -> int:
        squares = np.cumsum(np.concatenate([[0.0], run * run]))
        lengths = np.sqrt(np.maximum(squares[DIMENSIONS:] - squares[:-DIMENSIONS], 0.0))
        shortest, longest = kind.lengths
        fits = np.flatnonzero((lengths > shortest) & (lengths < longest))
        if not fits.size:
            return 0
        windows = np.lib.stride_tricks.sliding_window_view(run, DIMENSIONS)[fits]
        cosines = windows @ self.embeddings.T / lengths[fits, np.newaxis]
        return int((cosines > ALIKE).any(axis=1).sum())


@dataclass(frozen=True)
class _Numbers:
    """How an embedding looks in memory: the exponents of its numbers, and its length."""

    words: str
    floats: str
    mantissa_bits: int
    exponents: tuple[int, int]
    lengths: tuple[float, float]


_AS_USED = _Numbers("<u8", "<f8", 52, (1023 - 26, 1023), (0.99, 1.01))
_AS_MADE = _Numbers("<u4", "<f4", 23, (127 - 26, 127 + 6), (4.0, 40.0))
"""By the network, which does not bring it to length 1."""


def _runs(content: bytes, kind: _Numbers) -> Iterator[NDArray[np.float64]]:
    """So many plausible numbers in a row, and not many more."""
    exponents = np.frombuffer(content, kind.words) << 1 >> (kind.mantissa_bits + 1)
    lowest, highest = kind.exponents
    fits = (exponents >= lowest) & (exponents <= highest)
    edges = np.flatnonzero(np.diff(fits, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    for nth in np.flatnonzero((ends - starts >= DIMENSIONS) & (ends - starts <= LONGEST_RUN)):
        yield np.frombuffer(content, kind.floats)[starts[nth] : ends[nth]].astype(np.float64)


def all_of(people: Sequence[Person], world: World) -> list[Sought]:
    contents = [load_content(world.cards, person.key) for person in people]
    matcher = CardFaceMatcher()
    faces = [matcher.enrol(content.surface.photo).embedding for content in contents]
    found: list[Sought] = [Faces(np.array(faces))]
    for person, content in zip(people, contents, strict=True):
        found += _of_one(person, content, printed_number(world.cards, person.key))
    return found


def _of_one(person: Person, content: CardContent, number_b: str) -> list[Bytes]:
    photo = content.surface.photo
    pieces = [photo[at : at + PIECE_BYTES] for at in (len(photo) // 4, len(photo) * 3 // 4)]
    kana = unicodedata.normalize("NFKC", person.name_kana)
    return [
        Bytes("PIN", _digits(person.card.pin, b"\x00\x20\x00\x80\x04")),
        Bytes("照合番号B", (number_b.encode(), number_b.encode("utf-16-le"))),
        Bytes("name", _text(person.name)),
        Bytes("kana", (*_text(person.name_kana), *_text(kana))),
        Bytes("address", _text(content.surface.address)),
        Bytes("photo", tuple(pieces)),
    ]


def _digits(pin: str, verify: bytes) -> tuple[bytes, ...]:
    """Four digits stand anywhere by chance: as a key pad, a text and a card's command hold them."""
    plain, wide = pin.encode(), pin.encode("utf-16-le")
    return (
        verify + plain,
        b"\x00" * 4 + plain + b"\x00" * 10,
        b"\x00\x00" + wide + b"\x00\x00",
    )


def _text(text: str) -> tuple[bytes, ...]:
    return tuple(text.encode(code) for code in ("utf-8", "utf-16-le"))
