"""A cheap reader that cannot carry an answer of 256 bytes."""

from collections.abc import Callable

import pytest

from kiosk.session.screens import StopReason
from kiosk.worker.card_side import stop_reason
from reader.card import MyNumberCard
from reader.errors import BadCardAnswer, CardFault, CardProblem
from reader.jpki import PIN_TRIES
from reader.number_b import number_b_of
from simulation.card.card import VirtualCard
from simulation.card.content import CardContent
from tests.unit.reader.conftest import NewCard
from tests.unit.reader.direct import DirectConnection

SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "failed": lambda _answer: b"\x63\x00",
    "wrong-length": lambda _answer: b"\x67\x00",
    "empty": lambda _answer: b"\x90\x00",
    "cut": lambda answer: answer[:254] + b"\x90\x00",
    "another-length": lambda _answer: b"\x6c\xff",
}


class ShortReader(DirectConnection):
    def __init__(self, card: VirtualCard, at_most: int, spoil: Callable[[bytes], bytes]) -> None:
        super().__init__(card)
        self._at_most = at_most
        self._spoil = spoil

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        data, sw = super().transmit(apdu)
        if len(data) <= self._at_most:
            return data, sw
        answer = self._spoil(data + sw.to_bytes(2, "big"))
        return answer[:-2], int.from_bytes(answer[-2:], "big")


@pytest.mark.parametrize("at_most", [255, 160, 64])
@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_everything_is_read_in_smaller_blocks(
    new_card: NewCard, hanako: CardContent, spoil: Callable[[bytes], bytes], at_most: int
) -> None:
    if at_most < 254 and spoil is SPOILT["cut"]:
        pytest.skip("a reader that cuts at 254 carries 254")
    whole = MyNumberCard(DirectConnection(new_card()))
    card = MyNumberCard(ShortReader(new_card(), at_most, spoil))
    assert card.token() == whole.token()
    assert card.auth_certificate() == whole.auth_certificate()
    number_b = number_b_of(hanako.surface.reading)
    assert card.open_face(bytearray(number_b)).photo == whole.open_face(bytearray(number_b)).photo


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_a_reader_that_carries_no_signature_is_named_before_a_pin_is_tried(
    new_card: NewCard, spoil: Callable[[bytes], bytes]
) -> None:
    card = MyNumberCard(ShortReader(new_card(), 255, spoil))
    card.auth_certificate()
    with pytest.raises(CardFault, match="another one") as fault:
        card.check_reader()
    assert fault.value.problem is CardProblem.ANSWERS_TOO_LONG
    assert stop_reason(fault.value) is StopReason.CARD_UNREADABLE
    assert card.pin_tries_left() == PIN_TRIES


def test_an_answer_that_was_lost_once_is_no_short_reader(new_card: NewCard) -> None:
    lost = [b"\x63\x00"]
    card = MyNumberCard(ShortReader(new_card(), 255, lambda answer: lost.pop() if lost else answer))
    card.auth_certificate()
    card.check_reader()
    assert not lost


def test_a_reader_that_carries_all_costs_no_more_commands(new_card: NewCard) -> None:
    card = MyNumberCard(DirectConnection(new_card()))
    card.auth_certificate()
    sent = card.apdu_count
    card.check_reader()
    assert card.apdu_count == sent


def test_a_reader_that_carries_nothing_is_refused(new_card: NewCard) -> None:
    card = MyNumberCard(ShortReader(new_card(), 0, SPOILT["failed"]))
    with pytest.raises(BadCardAnswer):
        card.auth_certificate()
