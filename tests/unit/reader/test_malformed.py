"""No answer of a card makes the reader loop, or raise anything but its own errors."""

import random
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import tlv
from reader.card import MyNumberCard
from reader.errors import BadCardAnswer, CardFault
from reader.exchange import Exchange
from reader.jpki import MAX_CERTIFICATE_BYTES, read_auth_certificate
from simulation.card.content import CardContent
from tests.unit.reader.direct import ScriptedConnection
from tests.unit.reader.malformed import Record, damaged_session, record_of

ANSWERS_PER_RUN = 10_000
SEEDS = 25


@pytest.fixture(scope="module")
def record(hanako: CardContent) -> Record:
    return record_of(hanako)


def test_ten_thousand_malformed_answers(record: Record, hanako: CardContent) -> None:
    """Another ten thousand on every run; a failure names the seed that brings it back."""
    damaged, endings = 0, Counter[str]()

    @settings(max_examples=SEEDS)
    @given(st.integers(0, 2**64))
    def sessions(seed: int) -> None:
        nonlocal damaged
        rng, here = random.Random(seed), 0
        while here < ANSWERS_PER_RUN // SEEDS:
            count, ending = damaged_session(record, hanako, rng)
            here += count
            endings[ending] += 1
        damaged += here

    sessions()
    assert damaged >= ANSWERS_PER_RUN
    assert len(endings) >= 5  # Not all of them stumble over the same first answer.


_LENGTHS = st.one_of(
    st.binary(min_size=1, max_size=1),
    st.tuples(st.sampled_from([b"\x80", b"\x81", b"\x82", b"\x83", b"\x84", b"\xff"]),
              st.binary(max_size=4)).map(b"".join),
)  # fmt: skip
_TAGS = st.sampled_from(["FF20", "DF21", "DF27", "90", "7F21", "30", "DF81", "1F80", "FFFFFF"])
_OBJECTS = st.lists(
    st.tuples(_TAGS.map(bytes.fromhex), _LENGTHS, st.binary(max_size=40)).map(b"".join), max_size=5
).map(b"".join)


@settings(max_examples=500)
@given(_OBJECTS)
def test_objects_are_taken_apart_or_refused(data: bytes) -> None:
    try:
        found = tlv.children(data)
    except BadCardAnswer:
        return
    assert b"".join(bytes(item.whole) for item in found) == data


@settings(max_examples=300)
@given(_LENGTHS, st.integers(0, 256))
def test_a_false_der_length_reads_no_more_than_the_cap(length: bytes, count: int) -> None:
    first = (b"\x30" + length + bytes(256))[:count]

    class Endless(ScriptedConnection):
        """A file that goes on for as long as it is read."""

        def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
            self.commands.append(bytes(apdu))
            if apdu[1] == 0xA4:
                return b"", 0x9000
            return (first if apdu[2] & 0x80 else bytes(apdu[4] or 256)), 0x9000

    connection = Endless({})
    with suppress(BadCardAnswer, CardFault):
        assert len(read_auth_certificate(Exchange(connection))) <= MAX_CERTIFICATE_BYTES
    assert len(connection.commands) <= 1 + MAX_CERTIFICATE_BYTES // 256


@settings(max_examples=300)
@given(st.integers(0, 0xFFFF))
def test_any_status_word_of_the_tries_is_a_count_or_refused(sw: int) -> None:
    class Says(ScriptedConnection):
        def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
            return b"", sw if apdu[1] == 0x20 else 0x9000

    try:
        assert 0 <= MyNumberCard(Says({})).pin_tries_left() <= 15
    except BadCardAnswer:
        assert sw & 0xFFF0 != 0x63C0
