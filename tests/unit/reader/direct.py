"""A card connection without anything between: for tests of the protocol itself."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from reader.errors import CardFault, CardProblem
from simulation.card.card import VirtualCard
from simulation.card.faults import NoCard


class DirectConnection:
    """Implements `CardConnection` on a virtual card, and remembers the commands."""

    def __init__(self, card: VirtualCard) -> None:
        self._card = card
        self.commands: list[bytes] = []
        self.alone = False
        self.closed = False

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        assert self.alone, "a command was sent while other programs may use the card"
        self.commands.append(bytes(apdu))
        try:
            answer = self._card.transmit(bytes(apdu))
        except NoCard:
            raise CardFault(CardProblem.TAKEN) from None
        return answer[:-2], int.from_bytes(answer[-2:], "big")

    def count(self, start: str) -> int:
        """How many commands began with these bytes."""
        return sum(command.hex().startswith(start.lower()) for command in self.commands)

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        self.alone = True
        try:
            yield
        finally:
            self.alone = False

    def close(self) -> None:
        self.closed = True


class ScriptedConnection:
    """Answers from a table of hexadecimal command → answer; everything else with 6D00."""

    def __init__(self, answers: dict[str, str]) -> None:
        self._answers = {bytes.fromhex(k): bytes.fromhex(v) for k, v in answers.items()}
        self.commands: list[bytes] = []

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        self.commands.append(bytes(apdu))
        answer = self._answers.get(bytes(apdu), b"\x6d\x00")
        return answer[:-2], int.from_bytes(answer[-2:], "big")

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        yield

    def close(self) -> None:
        pass


def raises_card(problem: CardProblem) -> pytest.RaisesExc[CardFault]:
    """The block ends with a `CardFault` of that kind."""
    return pytest.raises(CardFault, check=lambda fault: fault.problem is problem)
