"""The dialogue with a card: what is sent only once, what is counted, and answers that are none."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from reader import apdu, jpki, tlv
from reader.card_face import day_of, issuer_key_id, sex_of
from reader.errors import BadCardAnswer, FileClosed, FileMissing
from reader.exchange import Exchange
from tests.unit.reader.direct import ScriptedConnection

SELECT_18 = "00A4020C020018"
QUERY = "00200080"


def talk(answers: dict[str, str]) -> tuple[Exchange, ScriptedConnection]:
    connection = ScriptedConnection(answers)
    return Exchange(connection), connection


def test_a_file_that_is_current_is_not_selected_again() -> None:
    exchange, connection = talk({SELECT_18: "9000"})
    exchange.select_file(0x18)
    exchange.select_file(0x18)
    assert len(connection.commands) == 1


def test_a_file_that_is_not_there_is_told_from_one_that_cannot_be_selected() -> None:
    with pytest.raises(FileMissing):
        talk({SELECT_18: "6A82"})[0].select_file(0x18)
    with pytest.raises(BadCardAnswer):
        talk({SELECT_18: "6581"})[0].select_file(0x18)


def test_a_card_whose_pin_is_verified_has_all_its_tries() -> None:
    exchange, _ = talk({SELECT_18: "9000", QUERY: "9000"})
    assert exchange.tries_left(0x18, 3) == 3


def test_after_a_command_of_somebody_else_nothing_is_current() -> None:
    exchange, connection = talk({SELECT_18: "9000", "0084000008": "01020304050607089000"})
    exchange.select_file(0x18)
    before = exchange.selections
    assert exchange.pass_on(bytes.fromhex("0084000008")) == (bytes(range(1, 9)), 0x9000)
    assert exchange.selections == before + 1, "a PIN that was verified is none any more"
    exchange.select_file(0x18)
    assert len(connection.commands) == 3


def test_what_it_cost_is_counted() -> None:
    command = apdu.sign(apdu.digest_info(bytes(32)), apdu.CURRENT_KEY)
    exchange, _ = talk({command.hex(): "AB" * 256 + "9000", QUERY: "63C3"})
    assert (exchange.selections, exchange.rsa_count, exchange.elapsed_ms) == (0, 0, 0.0)
    exchange.send(apdu.QUERY_TRIES)
    assert exchange.rsa_count == 0
    exchange.send(command)
    assert (exchange.apdu_count, exchange.rsa_count) == (2, 1)
    assert exchange.bytes_sent == len(apdu.QUERY_TRIES) + len(command)
    assert exchange.bytes_received == 2 + 258
    assert 0 < exchange.elapsed_ms < 10_000


def test_a_signature_that_was_refused_is_none_that_was_made() -> None:
    exchange, _ = talk({})
    with pytest.raises(BadCardAnswer, match="signing"):
        jpki.signature(exchange, bytes(32), apdu.CURRENT_KEY)
    assert exchange.rsa_count == 0


@pytest.mark.parametrize("count", [255, 128])
def test_a_signature_of_another_length_is_none(count: int) -> None:
    command = apdu.sign(apdu.digest_info(bytes(32)), apdu.CURRENT_KEY)
    exchange, _ = talk({command.hex(): "AB" * count + "9000"})
    with pytest.raises(BadCardAnswer, match="length"):
        jpki.signature(exchange, bytes(32), apdu.CURRENT_KEY)


def test_more_than_was_asked_for_is_no_answer() -> None:
    exchange, _ = talk({QUERY: "00" * 257 + "9000"})
    with pytest.raises(BadCardAnswer, match="longer"):
        exchange.send(apdu.QUERY_TRIES)


def test_a_file_that_a_pin_closes_is_told_from_one_that_cannot_be_read() -> None:
    read = apdu.read_binary(0, 16).hex()
    with pytest.raises(FileClosed):
        talk({SELECT_18: "9000", read: "6982"})[0].read_start(0x18, 16)
    with pytest.raises(BadCardAnswer, match="reading"):
        talk({SELECT_18: "9000", read: "6581"})[0].read_start(0x18, 16)


class Refusing(ScriptedConnection):
    """Another program has the card."""

    closed = False

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        raise OSError("shared")
        yield

    def close(self) -> None:
        self.closed = True


def test_a_card_that_cannot_be_had_alone_is_let_go() -> None:
    connection = Refusing({})
    with pytest.raises(OSError, match="shared"):
        Exchange(connection)
    assert connection.closed


def test_a_date_on_a_card_has_eight_digits_and_exists() -> None:
    assert day_of(b"20260401") == date(2026, 4, 1)
    for digits in (b"2026041", b"202604011", b"2026040x", b"20260230"):
        with pytest.raises(BadCardAnswer):
            day_of(digits)


def test_a_sex_on_a_card_is_one_of_four_digits() -> None:
    assert [sex_of(digit) for digit in (b"0", b"1", b"2", b"9")] == ["0", "1", "2", "9"]
    for digit in (b"3", b"", b"11"):
        with pytest.raises(BadCardAnswer):
            sex_of(digit)


def test_an_issuers_certificate_says_which_authority_signed_it() -> None:
    body = bytes(range(40))
    certificate = tlv.encode(0x7F21, tlv.encode(0x5F4E, body) + tlv.encode(0x5F37, b"x"))
    assert issuer_key_id(certificate) == body[:16]
    with pytest.raises(BadCardAnswer):
        issuer_key_id(tlv.encode(0x7F21, tlv.encode(0x5F37, b"x")))
