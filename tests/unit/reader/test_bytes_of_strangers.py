"""Each function that reads what strangers send answers or refuses, whatever the bytes.

With a few hundred damaged examples here; guided by coverage and for an hour in
`make prove NAME=fuzz`.
"""

import random
from contextlib import ExitStack

import pytest

from simulation.card.content import CardContent
from tests.faults.fuzz.seeds import seeds
from tests.faults.fuzz.targets import targets

DAMAGED = 200


@pytest.fixture(scope="module")
def examples(hanako: CardContent) -> dict[str, list[bytes]]:
    return seeds(hanako)


def damaged(rng: random.Random, data: bytes) -> bytes:
    """Some bytes changed, doubled or gone."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(changed) + 1)
        match rng.randrange(3):
            case 0 if at < len(changed):
                changed[at] = rng.choice((0, 1, 0x7F, 0x80, 0x81, 0xFF, rng.randrange(256)))
            case 1:
                changed[at:at] = changed[at : at + rng.randint(1, 8)]
            case _:
                del changed[at : at + rng.randint(1, 8)]
    return bytes(changed)


def test_every_target_has_examples(hanako: CardContent, examples: dict[str, list[bytes]]) -> None:
    with ExitStack() as ends:
        assert targets(hanako, ends).keys() == examples.keys()
    assert all(examples.values())


def test_damaged_examples_crash_nothing(
    hanako: CardContent, examples: dict[str, list[bytes]]
) -> None:
    rng = random.Random(7)
    with ExitStack() as ends:
        for name, target in targets(hanako, ends).items():
            for data in [b"", *examples[name]]:
                target(data)
            for _ in range(DAMAGED):
                target(damaged(rng, rng.choice(examples[name])))
